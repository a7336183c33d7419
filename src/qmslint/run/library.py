"""The library's few calls: paths or bytes in, Report or inspections out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from qmslint.config.load import find_settings, validated_options
from qmslint.law.calendar import OwnDays
from qmslint.model.inspection import Inspection
from qmslint.model.limits import Limits
from qmslint.model.report import Report
from qmslint.model.settings import Settings
from qmslint.plugins.manager import Plugins
from qmslint.run.check import find, judge_inspections, run
from qmslint.run.gather import Progress, gather, gather_given
from qmslint.run.known_settings import known_settings
from qmslint.run.plan import Plan, choose_rules, root_and_targets

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


def check(
    paths: Paths | Mapping[str, bytes],
    *,
    as_of: date | None = None,
    settings: Settings | str | os.PathLike[str] | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    jobs: int = 1,
    cache: str | os.PathLike[str] | None = None,
    limits: Limits | None = None,
    plugins: Plugins | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check a set of documents and return the Report.

    paths     a folder, files, or a mapping of names to bytes (for documents that are not on disk)
    as_of     the date of judgement; default today
    settings  a Settings, or the path of a qmslint.yaml; default: the one found at the folder or above it
    select, ignore   rules, packs or clauses
    jobs      processes that read, files and bytes alike; 0 = one a processor. 1 reads in this process itself where a
              copy of it cannot be made at little cost (Windows, macOS), unless a reader asks for a process (PDF):
              there a file that hangs or kills its reader is not survived. Ask for 2 to survive it
    cache     folder of the cache of facts; default none
    progress  called with (files done, files in all)

    Raises UsageError for wrong settings or names, NothingToCheck when there is no document.
    """
    if isinstance(paths, Mapping):
        plan = make_plan((), as_of=as_of, settings=settings, select=select, ignore=ignore, jobs=jobs,
                         plugins=plugins, limits=limits)
        return judge_inspections(plan, gather_given(plan, paths))
    plan = make_plan(_listed(paths), as_of=as_of, settings=settings, select=select, ignore=ignore, jobs=jobs,
                     cache=cache, plugins=plugins, limits=limits)
    return run(plan, progress)


def inspect(
    paths: Paths,
    *,
    settings: Settings | str | os.PathLike[str] | None = None,
    jobs: int = 1,
    cache: str | os.PathLike[str] | None = None,
    limits: Limits | None = None,
    plugins: Plugins | None = None,
) -> Iterator[Inspection]:
    """The facts of every document below `paths`, by path. Nothing is judged."""
    plan = make_plan(_listed(paths), settings=settings, jobs=jobs, cache=cache, plugins=plugins, limits=limits)
    yield from gather(plan, find(plan).files)


def make_plan(
    paths: Iterable[str | os.PathLike[str]],
    *,
    as_of: date | None = None,
    settings: Settings | str | os.PathLike[str] | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    jobs: int = 1,
    cache: str | os.PathLike[str] | None = None,
    limits: Limits | None = None,
    plugins: Plugins | None = None,
) -> Plan:
    """The plan of a run. The clock is read here and nowhere below."""
    paths = list(paths)
    root, targets = root_and_targets(paths) if paths else (Path(), ())
    plugins = plugins or Plugins()
    file = None
    if not isinstance(settings, Settings):
        file = Path(settings) if settings is not None else (find_settings(root) if paths else None)
        if file is not None and settings is None:
            root = file.parent  # paths in the settings and in the report start from the same folder
        settings, options = known_settings(file, plugins, Path(cache) if cache is not None else None)
    else:
        options = validated_options(settings, plugins.rules)
    return Plan(
        root=root,
        targets=targets,
        as_of=as_of or date.today(),
        settings=settings,
        plugins=plugins,
        rules=choose_rules(plugins.rules, settings, select, ignore),
        options=options,
        limits=limits or settings.limits,
        jobs=jobs,
        cache=Path(cache) if cache is not None else None,
        settings_folder=file.parent if file is not None else None,
        own_days=_own_days(settings, file.parent if file is not None else root),
        whole_set=all(target.is_dir() for target in targets),
    )


def _own_days(settings: Settings, folder: Path) -> OwnDays | None:
    """The file of holidays, read before any document, so that a wrong one stops the run at once."""
    if not settings.holidays:
        return None
    from qmslint.config.holidays import load_holidays

    return load_holidays(folder / settings.holidays)


def _listed(paths: Paths) -> list[str | os.PathLike[str]]:
    if isinstance(paths, (str, os.PathLike)):
        return [paths]
    return list(paths)
