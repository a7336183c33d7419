"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import click

from qmslint.cli.checking import LANGUAGES
from qmslint.cli.plain import day_of

F = Callable[..., Any]


class Day(click.ParamType[date]):
    """A date: 2026-11-24 or 24/11/2026."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date, or a usage error in both languages."""
        if isinstance(value, date):
            return value
        try:
            return day_of(str(value))
        except ValueError:
            self.fail(f"“{value}” không phải ngày (24/11/2026 hoặc 2026-11-24) / is not a date", param, ctx)


paths_argument = click.argument("paths", nargs=-1, type=click.Path(path_type=str), metavar="PATH…")
lang_option = click.option("--lang", type=click.Choice(LANGUAGES), default="vi", help="Ngôn ngữ / language.")
config_option = click.option("--config", type=click.Path(), help="Tệp cấu hình / settings file (qmslint.yaml).")
jobs_option = click.option(
    "--jobs", "-j", type=click.IntRange(0), default=0, help="Số tiến trình, 0 = tự chọn / processes, 0 = all."
)
no_cache_option = click.option("--no-cache", is_flag=True, help="Không dùng bộ nhớ đệm / read everything again.")
output_option = click.option("--output", "-o", type=click.Path(), help="Ghi vào tệp / write to a file.")
