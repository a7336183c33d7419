"""`qmslint check`: the main job."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qmslint.cli.console import colours, say, width, write, write_file
from qmslint.cli.options import (
    Day,
    cache_folder,
    config_option,
    jobs_option,
    lang_option,
    no_cache_option,
    output_option,
    paths_argument,
)
from qmslint.model.base import Level
from qmslint.model.report import Report

if TYPE_CHECKING:
    from qmslint.plugins.manager import Plugins
    from qmslint.plugins.parts import Renderer

FAIL_ON = ("error", "warning", "info", "never")


@click.command("check")
@paths_argument
@click.option("--as-of", type=Day(), help="Ngày xét / date of judgement (mặc định: hôm nay).")
@click.option("--format", "format_", default="text", help="text | json (xem / see: qmslint plugins).")
@click.option("--select", multiple=True, metavar="RULE|PACK|CLAUSE", help="Chỉ chạy / run only these.")
@click.option("--ignore", multiple=True, metavar="RULE|PACK|CLAUSE", help="Không chạy / do not run these.")
@click.option("--fail-on", type=click.Choice(FAIL_ON), default="error", help="Mức làm mã thoát là 1 / fails from here.")
@click.option("--changed", is_flag=True, help="Xét cả bộ, chỉ hiện các tệp PATH / judge all, show only PATHs.")
@lang_option
@config_option
@jobs_option
@no_cache_option
@output_option
def command(
    paths: tuple[str, ...],
    as_of: date | None,
    format_: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    changed: bool,
    lang: str,
    config: str | None,
    jobs: int,
    no_cache: bool,
    output: str | None,
) -> None:
    """Kiểm tra thư mục tài liệu và nêu những điểm cần sửa / check a folder of documents."""
    from qmslint.plugins.manager import Plugins
    from qmslint.plugins.parts import RenderOptions
    from qmslint.run.check import run
    from qmslint.run.library import make_plan

    plugins = Plugins()
    renderer = renderer_named(plugins, format_)
    plan = make_plan(
        (".",) if changed else paths or (".",), as_of=as_of, settings=config, select=select, ignore=ignore, jobs=jobs,
        cache=cache_folder(no_cache), plugins=plugins,
    )
    with progress() as tick:
        report = run(plan, tick)
    only = _only(plan.root, paths) if changed else None
    to_terminal = output is None
    options = RenderOptions(lang, width(), colours() and to_terminal, only)
    data = renderer.render(report, options)
    if output is None:
        write(data)
    else:
        write_file(output, data)
        say(f"Đã ghi / written: {output}")
    click.get_current_context().exit(exit_code(report, fail_on, only))


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
