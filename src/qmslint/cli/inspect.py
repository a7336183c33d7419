"""`qmslint inspect`: the facts that were read, one JSON line a file."""

from __future__ import annotations

import json

import click

from qmslint.cli.console import write, write_file
from qmslint.cli.options import (
    config_option,
    jobs_option,
    no_cache_option,
    output_option,
    paths_argument,
)


@click.command("inspect")
@paths_argument
@config_option
@jobs_option
@no_cache_option
@output_option
def command(paths: tuple[str, ...], config: str | None, jobs: int, no_cache: bool, output: str | None) -> None:
    """Cho xem các dữ kiện đọc được từ tài liệu / show the facts that were read."""
    from qmslint.run.cache_folder import cache_folder
    from qmslint.run.inspection_json import to_data
    from qmslint.run.library import inspect

    lines = [
        json.dumps(to_data(inspection), ensure_ascii=False)
        for inspection in inspect(paths or (".",), settings=config, jobs=jobs, cache=cache_folder(no_cache))
    ]
    data = ("\n".join(lines) + "\n").encode("utf-8", "replace")
    if output is None:
        write(data)
    else:
        write_file(output, data)
