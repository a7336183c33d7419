"""The command line: the only room that prints and exits."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn


def main() -> None:
    """The entry point. `--version` is answered before anything else is loaded."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from qmslint import __version__

        print(f"qmslint {__version__}")
        return
    _speak_utf8()
    gc.disable()  # one short run: what it makes, it keeps
    from qmslint.run import own_modules, pattern_shelf

    own_modules.install()
    from qmslint.run.cache_folder import cache_folder

    folder = cache_folder("--no-cache" in sys.argv)
    if folder is not None:
        pattern_shelf.use(str(folder))
    try:
        _run()
    except SystemExit as end:
        pattern_shelf.save()
        _leave(end.code if isinstance(end.code, int) else int(end.code is not None))


def _run() -> NoReturn:
    from qmslint.cli.plain import request_of

    asked = request_of(sys.argv[1:])
    if asked is None:
        from qmslint.cli.app import run

        run()
    from qmslint.cli.checking import check
    from qmslint.cli.ending import leave_after

    leave_after(lambda: check(asked))


def _leave(status: int) -> NoReturn:
    """End at once: to take every object down one by one costs as much as a bare interpreter, for nothing."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        status = status or 2  # what was said did not arrive
    os._exit(status)


def _speak_utf8() -> None:
    """Begin anew with names of files as UTF-8, where the locale (ASCII, an old code page) would have them otherwise.

    Settings name files in Vietnamese; what the locale cannot spell would not be found.
    """
    if sys.getfilesystemencoding() != "utf-8" and sys.executable and hasattr(os, "execv"):
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])
