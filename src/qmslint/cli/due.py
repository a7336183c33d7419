"""`qmslint due`: what must follow the law, and by when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from qmslint.cli.checking import progress
from qmslint.cli.console import say, width, write, write_file
from qmslint.cli.options import (
    Day,
    config_option,
    jobs_option,
    lang_option,
    no_cache_option,
    output_option,
    paths_argument,
)

if TYPE_CHECKING:
    from qmslint.law.agenda import Agenda


@click.command("due")
@paths_argument
@click.option("--as-of", type=Day(), help="Ngày xét / date of judgement (mặc định: hôm nay).")
@click.option("--until", type=Day(), help="Chỉ đến ngày này / only up to this day.")
@click.option("--format", "format_", type=click.Choice(["text", "json", "ics", "xlsx"]), default="text")
@lang_option
@config_option
@jobs_option
@no_cache_option
@output_option
def command(
    paths: tuple[str, ...],
    as_of: date | None,
    until: date | None,
    format_: str,
    lang: str,
    config: str | None,
    jobs: int,
    no_cache: bool,
    output: str | None,
) -> None:
    """Tài liệu nào phải cập nhật theo luật nào, trước ngày nào / what must follow which law, and by when."""
    from qmslint.run.cache_folder import cache_folder
    from qmslint.run.library import make_plan
    from qmslint.run.outlook import agenda

    plan = make_plan(paths or (".",), as_of=as_of, settings=config, jobs=jobs, cache=cache_folder(no_cache))
    with progress() as tick:
        found = agenda(plan, until, tick)
    data = _rendered(found, format_, lang)
    if output is None:
        write(data)
    else:
        write_file(output, data)
        say(f"Đã ghi / written: {output}")


def _rendered(agenda: Agenda, format_: str, lang: str) -> bytes:
    if format_ == "json":
        from qmslint.agenda.json import agenda_json

        return agenda_json(agenda).encode("utf-8", "replace")
    if format_ == "ics":
        from qmslint.agenda.ics import agenda_ics

        return agenda_ics(agenda, lang)
    if format_ == "xlsx":
        from qmslint.agenda.xlsx import agenda_xlsx

        return agenda_xlsx(agenda, lang)
    from qmslint.agenda.text import agenda_text

    return agenda_text(agenda, lang, width()).encode("utf-8", "replace")
