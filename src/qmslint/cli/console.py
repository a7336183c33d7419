"""Writing to the console: UTF-8 whatever the code page, bytes as they are, messages on the error channel."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any


def prepare_console() -> None:
    """Make both channels UTF-8, and the Windows console too."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetConsoleOutputCP(65001)


def say(text: str) -> None:
    """A message to the person, on the error channel, so that reports in a pipe stay clean."""
    sys.stderr.write(text + "\n")


def write(data: bytes) -> None:
    """Bytes of a report to standard output."""
    sys.stdout.flush()
    channel = getattr(sys.stdout, "buffer", None)
    if channel is None:
        sys.stdout.write(data.decode("utf-8", "replace"))
    else:
        channel.write(data)
        channel.flush()


def write_file(path: str, data: bytes) -> None:
    """Bytes of a report to a file, whole or not at all."""
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        half.write_bytes(data)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def width() -> int:
    """Columns to wrap at: the terminal's, at most 100; 80 in a pipe."""
    if not sys.stdout.isatty():
        return 80
    return min(100, shutil.get_terminal_size((80, 24)).columns)


def colours() -> bool:
    """Whether standard output shows colours: a terminal, and nobody asked for none."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
