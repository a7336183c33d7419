"""`qmslint impact NUMBER`: which documents a law touches, where, and by when each must follow."""

from __future__ import annotations

from datetime import date

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


@click.command("impact")
@click.argument("number", metavar="NUMBER")
@paths_argument
@click.option("--as-of", type=Day(), help="Ngày xét / date of judgement (mặc định: hôm nay).")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@lang_option
@config_option
@jobs_option
@no_cache_option
@output_option
def command(
    number: str,
    paths: tuple[str, ...],
    as_of: date | None,
    format_: str,
    lang: str,
    config: str | None,
    jobs: int,
    no_cache: bool,
    output: str | None,
) -> None:
    """Văn bản NUMBER ảnh hưởng đến tài liệu nào, ở chỗ nào / which documents the law NUMBER touches, and where."""
    from qmslint.agenda.json import impact_json
    from qmslint.agenda.text import impact_text
    from qmslint.run.cache_folder import cache_folder
    from qmslint.run.library import make_plan
    from qmslint.run.outlook import impact

    plan = make_plan(paths or (".",), as_of=as_of, settings=config, jobs=jobs, cache=cache_folder(no_cache))
    with progress() as tick:
        found = impact(plan, number, tick)
    data = (impact_json(found) if format_ == "json" else impact_text(found, lang, width())).encode("utf-8", "replace")
    if output is None:
        write(data)
    else:
        write_file(output, data)
        say(f"Đã ghi / written: {output}")
