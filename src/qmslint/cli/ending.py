"""The one place where errors become exit codes and messages."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

from qmslint.cli.console import prepare_console, say
from qmslint.model.errors import NothingToCheck, QmslintError

USAGE, NOTHING = 2, 3


def leave_after(work: Callable[[], int]) -> NoReturn:
    """Do the work of one command and leave with the exit code that it returns; never with a traceback."""
    prepare_console()
    _stop_on_request()
    try:
        sys.exit(work())
    except KeyboardInterrupt as stop:
        say("\nĐã dừng theo yêu cầu. / Stopped.")
        sys.exit(stop.args[0] if isinstance(stop, _Stopped) else 130)
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
