"""What `qmslint check` does, once it is known what was asked."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qmslint.cli.console import colours, say, width, write, write_file
from qmslint.model.base import Level
from qmslint.model.report import Report
from qmslint.model.tuples import NamedTuple

if TYPE_CHECKING:
    from qmslint.plugins.manager import Plugins
    from qmslint.plugins.parts import Renderer

FAIL_ON = ("error", "warning", "info", "never")
LANGUAGES = ("vi", "en")


class CheckRequest(NamedTuple):
    """What was asked on the command line."""

    paths: tuple[str, ...] = ()
    as_of: date | None = None
    format: str = "text"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    changed: bool = False
    lang: str = "vi"
    config: str | None = None
    jobs: int = 0
    no_cache: bool = False
    output: str | None = None


def check(asked: CheckRequest) -> int:
    """Check, show or write the report, and return the exit code."""
    from qmslint.plugins.manager import Plugins
    from qmslint.plugins.parts import RenderOptions
    from qmslint.run.cache_folder import cache_folder
    from qmslint.run.check import run
    from qmslint.run.library import make_plan

    plugins = Plugins()
    renderer = renderer_named(plugins, asked.format)
    plan = make_plan(
        (".",) if asked.changed else asked.paths or (".",), as_of=asked.as_of, settings=asked.config,
        select=asked.select, ignore=asked.ignore, jobs=asked.jobs, cache=cache_folder(asked.no_cache), plugins=plugins,
    )
    with progress() as tick:
        report = run(plan, tick)
    only = _only(plan.root, asked.paths) if asked.changed else None
    to_terminal = asked.output is None
    options = RenderOptions(asked.lang, width(), colours() and to_terminal, only)
    data = renderer.render(report, options)
    if asked.output is None:
        write(data)
    else:
        write_file(asked.output, data)
        say(f"Đã ghi / written: {asked.output}")
    return exit_code(report, asked.fail_on, only)


def renderer_named(plugins: Plugins, name: str) -> Renderer:
    """The renderer of that name, or a usage error that lists the known ones."""
    from qmslint.model.text import Text
    from qmslint.run.plan import unknown_name

    renderers = plugins.renderers
    if name not in renderers:
        raise unknown_name(name, renderers, Text("định dạng báo cáo", "report format"))
    return renderers[name]


def exit_code(report: Report, fail_on: str, only: frozenset[str] | None) -> int:
    """0 nothing at or above the level, 1 findings, 2 a rule failed."""
    if report.internal_errors:
        return 2
    if fail_on == "never":
        return 0
    bar = Level(fail_on).rank
    shown = (f for f in report.findings if only is None or f.path in only)
    return int(any(finding.level.rank >= bar for finding in shown))


def _only(root: Path, paths: tuple[str, ...]) -> frozenset[str]:
    from qmslint.run.discover import report_path

    return frozenset(report_path(root, os.path.abspath(path)) for path in paths)  # noqa: PTH100 - keeps links


class progress:  # noqa: N801 - reads as a verb where it is used
    """A bar on a terminal for work longer than a moment; nothing in a pipe."""

    def __enter__(self) -> Callable[[int, int], None] | None:
        """The function that moves the bar, or None where there is no terminal."""
        self._bar: object | None = None
        return self._tick if sys.stderr is not None and sys.stderr.isatty() else None

    def _tick(self, done: int, total: int) -> None:
        if total < 20 and self._bar is None:
            return
        if self._bar is None:
            from rich.console import Console
            from rich.progress import Progress

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task("Đang đọc / reading", total=total)
        self._bar.update(self._task, completed=done)  # type: ignore[attr-defined]

    def __exit__(self, *_: object) -> None:
        """Remove the bar."""
        if self._bar is not None:
            self._bar.stop()  # type: ignore[attr-defined]
