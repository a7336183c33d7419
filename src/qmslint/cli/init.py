"""`qmslint init`: looks at the folder and writes a commented qmslint.yaml. Never over an existing one."""

from __future__ import annotations

from pathlib import Path

import click

from qmslint.cli.console import say, write, write_file


@click.command("init")
@click.argument("folder", type=click.Path(exists=True, file_okay=False), default=".")
@click.option("--stdout", is_flag=True, help="Chỉ in ra / print only.")
def command(folder: str, stdout: bool) -> None:
    """Xem thư mục và viết tệp cấu hình qmslint.yaml có chú thích / write a commented settings file."""
    from qmslint.model.errors import UsageError
    from qmslint.model.text import Text
    from qmslint.run.library import inspect
    from qmslint.run.suggest import settings_text

    target = Path(folder) / "qmslint.yaml"
    if target.exists() and not stdout:
        raise UsageError(Text(f"Đã có tệp {target}; không ghi đè.", f"{target} exists; it is not overwritten."))
    data = settings_text(list(inspect(folder, jobs=0))).encode()
    if stdout:
        write(data)
    else:
        write_file(str(target), data)
        say(f"Đã viết {target}. Hãy mở ra xem lại, bỏ dấu # ở những dòng cần dùng.")
        say(f"Written: {target}. Look it over; take the # from the lines you need.")
