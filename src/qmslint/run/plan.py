"""The plan of a run: which paths, which date, which rules, from what was asked and what the settings say."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from qmslint.law.calendar import OwnDays
from qmslint.model.errors import NothingToCheck, UsageError
from qmslint.model.limits import Limits
from qmslint.model.settings import Settings
from qmslint.model.text import Text
from qmslint.model.tuples import NamedTuple
from qmslint.plugins.manager import Plugins
from qmslint.plugins.rule import Rule

SERIAL_BELOW = 20
"""Fewer files than this are read by one worker: starting more would cost more than it gains."""


class Plan(NamedTuple):
    """Everything one run needs to know before it starts. Made once, never changed."""

    root: Path
    targets: tuple[Path, ...]
    as_of: date
    settings: Settings
    plugins: Plugins
    rules: tuple[Rule, ...]
    options: Mapping[str, Any]
    limits: Limits
    jobs: int = 0  # 0 = as many as there are processors
    cache: Path | None = None  # folder; None = no cache
    settings_folder: Path | None = None  # where the paths in the settings start; None = at the root
    own_days: OwnDays | None = None  # what the agency's file of holidays says
    whole_set: bool = True  # False: single files were named, so what is missing elsewhere is not missing

    @property
    def workers(self) -> int:
        """How many processes may read at once."""
        return self.jobs or _processors()


def root_and_targets(paths: Iterable[str | os.PathLike[str]]) -> tuple[Path, tuple[Path, ...]]:
    """The root from which paths are printed (the one folder, or what all have in common) and the full targets."""
    given = list(paths)
    targets = tuple(dict.fromkeys(Path(os.path.abspath(path)) for path in given))  # noqa: PTH100 - keeps links
    missing = [str(path) for path, target in zip(given, targets, strict=False) if not target.exists()]
    if missing:
        raise NothingToCheck(
            Text(f"Không thấy tệp hoặc thư mục: {', '.join(missing)}", f"No such file or folder: {', '.join(missing)}"),
            Text("Kiểm tra lại đường dẫn.", "Check the path."),
        )
    if not targets:
        raise NothingToCheck(Text("Chưa nêu thư mục nào để kiểm tra.", "No folder was named."))
    if len(targets) == 1:
        return (targets[0] if targets[0].is_dir() else targets[0].parent), targets
    common = Path(os.path.commonpath([str(t) for t in targets]))
    return (common if common.is_dir() else common.parent), targets


def choose_rules(
    rules: Mapping[str, Rule], settings: Settings, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Rule, ...]:
    """The rules that `select` minus `ignore` leaves. Each word is a rule, a pack or a clause ("9.2", also 9.2.2)."""
    selected = [frozenset(_meant(word, rules)) for word in select]
    ignored = frozenset(name for word in ignore for name in _meant(word, rules))
    chosen = []
    for name, rule in rules.items():
        setting = settings.rules.get(name)
        enabled = rule.default_on if setting is None or setting.enabled is None else setting.enabled
        if selected:
            enabled = any(name in names for names in selected)
        if enabled and name not in ignored:
            chosen.append(rule)
    return tuple(chosen)


def _meant(word: str, rules: Mapping[str, Rule]) -> list[str]:
    if word in rules:
        return [word]
    by_pack = [name for name, rule in rules.items() if rule.pack == word]
    by_clause = [
        name for name, rule in rules.items() if any(c == word or c.startswith(f"{word}.") for c in rule.clauses)
    ]
    if by_pack or by_clause:
        return by_pack or by_clause
    raise unknown_name(word, [*rules, *sorted({rule.pack for rule in rules.values()})], Text("quy tắc", "rule"))


def unknown_name(word: str, known: Iterable[str], what: Text) -> UsageError:
    """The error for a name that means nothing, with the nearest right one."""
    import difflib

    near = difflib.get_close_matches(word, list(known), n=1)
    hint = Text(f"Có phải “{near[0]}”?", f"Did you mean “{near[0]}”?") if near else None
    return UsageError(Text(f"Không có {what.vi} nào tên “{word}”.", f"There is no {what.en} named “{word}”."), hint)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
