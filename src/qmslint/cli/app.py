"""The commands, gathered; and the one place where errors become exit codes."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module

import click

from qmslint.cli.console import prepare_console, say
from qmslint.model.errors import NothingToCheck, QmslintError

COMMANDS = ("check", "inspect", "explain", "rules", "plugins", "init", "law", "due", "impact")
FOUND, USAGE, NOTHING = 1, 2, 3


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


def run(arguments: list[str] | None = None) -> None:
    """Run one command and leave with its exit code; never with a traceback."""
    prepare_console()
    _stop_on_request()
    gc.disable()  # one short run: what it makes, it keeps
    try:
        # Without its standalone mode click hands back the exit code that a command asked for.
        sys.exit(app.main(args=arguments, prog_name="qmslint", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(USAGE)
    except (click.Abort, KeyboardInterrupt) as stop:
        say("\nĐã dừng theo yêu cầu. / Stopped.")
        sys.exit(next((s.args[0] for s in (stop, stop.__cause__) if isinstance(s, _Stopped)), 130))
    except QmslintError as error:
        say(f"{error.message.vi}\n{error.message.en}")
        if error.mend.vi:
            say(f"→ {error.mend.vi}\n→ {error.mend.en}")
        sys.exit(NOTHING if isinstance(error, NothingToCheck) else USAGE)
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nobody is left to tell.
        _forget_output()
        sys.exit(0)
    except OSError as error:
        _forget_output()
        say(f"Không ghi được kết quả: {error.strerror or error}\nCannot write the result: {error.strerror or error}")
        sys.exit(USAGE)
    except Exception as error:
        _forget_output()
        say(_fault(error))
        sys.exit(USAGE)


class _Stopped(KeyboardInterrupt):
    """A request to end that came as a signal; its argument is the exit status."""


def _stop_on_request() -> None:
    """A request to end, or a terminal that closes, ends as Ctrl-C does: no process and no half-written file is left."""

    def stop(number: int, frame: object) -> None:
        raise _Stopped(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, stop)


def _forget_output() -> None:
    """What waits to be written to standard output is given up: it would fail again when the program ends."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fault(error: Exception) -> str:
    """An error that nobody foresaw, in words: what and where, for whoever mends it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "?"  # noqa: PTH119
    what = f"{type(error).__name__}: {str(error)[:500]} ({where})"
    return (
        f"Công cụ bị lỗi bên trong: {what}\nHãy báo cho nhóm phát triển kèm thông báo này.\n"
        f"The tool failed: {what}\nPlease report it with this message."
    )
