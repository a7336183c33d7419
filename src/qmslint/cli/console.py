"""Writing to the console: UTF-8 whatever the code page, bytes as they are, messages on the error channel."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any


def prepare_console() -> None:
    """Make both channels UTF-8, and the Windows console too. A channel that came closed leads nowhere from now on."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # else the next file that is opened takes its place
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetConsoleOutputCP(65001)


def say(text: str) -> None:
    """A message to the person, on the error channel, so that reports in a pipe stay clean."""
    with suppress(OSError, AttributeError):  # nobody may be listening there
        sys.stderr.write(printable(text) + "\n")
        sys.stderr.flush()


def printable(text: str) -> str:
    """The text with nothing that a terminal would obey; names of files and words of documents may hold anything."""
    return "".join(c if c == "\n" or c.isprintable() else " " for c in text)


def write(data: bytes) -> None:
    """Bytes of a report to standard output. Raises OSError when it cannot be written."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    sys.stdout.flush()
    channel = getattr(sys.stdout, "buffer", None)
    if channel is None:
        sys.stdout.write(data.decode("utf-8", "replace"))
    else:
        channel.write(data)
        channel.flush()


def write_file(path: str, data: bytes) -> None:
    """Bytes of a report to a file, whole or not at all. A link is followed; a device or pipe is written to."""
    target = Path(path).resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists() and not target.is_file():
        with target.open("wb", buffering=0) as channel:
            channel.write(data)
        return
    half = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        half.write_bytes(data)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def width() -> int:
    """Columns to wrap at: the terminal's, at most 100; 80 in a pipe."""
    if sys.stdout is None or not sys.stdout.isatty():
        return 80
    import shutil

    return min(100, shutil.get_terminal_size((80, 24)).columns)


def colours() -> bool:
    """Whether standard output shows colours: a terminal, and nobody asked for none."""
    if sys.stdout is None or not sys.stdout.isatty():
        return False
    return "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
