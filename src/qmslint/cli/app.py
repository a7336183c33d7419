"""The commands, gathered; and the one place where errors become exit codes."""

from __future__ import annotations

import gc
import os
import sys

import click

from qmslint.cli import check, due, explain, impact, init, inspect, law, plugins, rules
from qmslint.cli.console import prepare_console, say
from qmslint.model.errors import NothingToCheck, QmslintError

FOUND, USAGE, NOTHING = 1, 2, 3


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="qmslint", message="qmslint %(version)s")
def app() -> None:
    """Kiểm tra tài liệu hệ thống quản lý chất lượng ISO 9001 / the linter for QMS documents."""


for _module in (check, inspect, explain, rules, plugins, init, law, due, impact):
    app.add_command(_module.command)


def run(arguments: list[str] | None = None) -> None:
    """Run one command and leave with its exit code; never with a traceback."""
    prepare_console()
    gc.disable()  # one short run: what it makes, it keeps
    try:
        # Without its standalone mode click hands back the exit code that a command asked for.
        sys.exit(app.main(args=arguments, prog_name="qmslint", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(USAGE)
    except (click.Abort, KeyboardInterrupt):
        say("\nĐã dừng theo yêu cầu. / Stopped.")
        sys.exit(130)
    except QmslintError as error:
        say(f"{error.message.vi}\n{error.message.en}")
        if error.mend.vi:
            say(f"→ {error.mend.vi}\n→ {error.mend.en}")
        sys.exit(NOTHING if isinstance(error, NothingToCheck) else USAGE)
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        say(f"Không ghi được kết quả: {error.strerror or error}\nCannot write the result: {error.strerror or error}")
        sys.exit(USAGE)
