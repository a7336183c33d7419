"""The commands, gathered, and what click makes of a command line."""

from __future__ import annotations

from importlib import import_module
from typing import NoReturn

import click

from qmslint.cli.ending import USAGE, leave_after

COMMANDS = ("check", "inspect", "explain", "rules", "plugins", "init", "law", "due", "impact")


class _Commands(click.Group):
    """The commands by the names of their modules; only the one that is called is loaded."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"qmslint.cli.{cmd_name}").command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="qmslint", message="qmslint %(version)s")
def app() -> None:
    """Kiểm tra tài liệu hệ thống quản lý chất lượng ISO 9001 / the linter for QMS documents."""


def run(arguments: list[str] | None = None) -> NoReturn:
    """Run one command and leave with its exit code."""
    leave_after(lambda: _called(arguments))


def _called(arguments: list[str] | None) -> int:
    try:
        # Without its standalone mode click hands back the exit code that a command asked for.
        return app.main(args=arguments, prog_name="qmslint", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return USAGE
    except click.Abort as stop:
        raise (stop.__cause__ if isinstance(stop.__cause__, KeyboardInterrupt) else KeyboardInterrupt()) from None
