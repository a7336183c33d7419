"""`qmslint check`: the main job. Its options, as click reads, explains and refuses them."""

from __future__ import annotations

from typing import Any

import click

from qmslint.cli.checking import FAIL_ON, CheckRequest, check
from qmslint.cli.options import (
    Day,
    config_option,
    jobs_option,
    lang_option,
    no_cache_option,
    output_option,
    paths_argument,
)


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
def command(format_: str, **asked: Any) -> None:
    """Kiểm tra thư mục tài liệu và nêu những điểm cần sửa / check a folder of documents."""
    click.get_current_context().exit(check(CheckRequest(format=format_, **asked)))
