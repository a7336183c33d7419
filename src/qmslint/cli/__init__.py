"""The command line: the only room that prints and exits."""

from __future__ import annotations

import sys


def main() -> None:
    """The entry point. `--version` is answered before anything else is loaded."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from qmslint import __version__

        sys.stdout.write(f"qmslint {__version__}\n")
        return
    from qmslint.cli.app import run

    run()
