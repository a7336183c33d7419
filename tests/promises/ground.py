"""What the tests of promises stand on: the command line as a process, folders of beasts."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from qmslint.model.inspection import Problem
from qmslint.model.limits import Limits
from qmslint.model.report import Report
from qmslint.model.settings import Settings
from qmslint.plugins.manager import Plugins
from qmslint.run.library import check, inspect
from tests.promises import beasts

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 24)
WITH_BEASTS = """
import sys
from qmslint.plugins import manager, entry_points
own = [p for p in entry_points.installed() if p.module == "qmslint.render"]
manager.installed = lambda: [*own, entry_points.EntryPoint("beasts", "tests.promises.beasts", "beasts", "1")]
from qmslint.cli import main
main()
"""
WATCHED = """
import os, sys
log = os.open(os.environ["WATCH_LOG"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
asked = ("socket.connect", "socket.bind", "socket.send", "socket.get", "subprocess.", "os.system", "os.exec",
         "os.posix_spawn", "urllib.", "ftplib.", "smtplib.")
def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if isinstance(path, int) or not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            return
    elif event == "sqlite3.connect" or not event.startswith(asked):
        return
    os.write(log, f"{event} {arguments!r}\\n".encode("utf-8", "replace"))
sys.addaudithook(watch)
from qmslint.cli import main
main()
"""
"""The program, and a log of every file opened for writing, every connection and every program started."""


def environment(**more: str) -> dict[str, str]:
    """The environment of a process of the program."""
    paths = os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))
    return {**os.environ, "PYTHONPATH": paths, **more}


def qmslint(
    *arguments: str, cwd: Path, code: str = "from qmslint.cli import main; main()", without: Iterable[str] = (),
    more: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """The program with these arguments, in a process of its own."""
    variables = {k: v for k, v in environment(**(more or {})).items() if k not in without}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=cwd, env=variables, capture_output=True, check=False, timeout=120
    )


def wild_plugins() -> Plugins:
    """The beasts alone."""
    plugins = Plugins(())
    plugins.register(beasts, "tests.promises.beasts")
    return plugins


def lint(folder: Path | Mapping[str, bytes], **options: object) -> Report:
    """The report on beasts in a folder, or as bytes."""
    chosen = {"as_of": DAY, "plugins": wild_plugins(), "settings": Settings(), **options}
    return check(folder, **chosen)  # type: ignore[arg-type]


def problems(folder: Path, limits: Limits) -> dict[str, Problem]:
    """What is wrong with each beast that could not be read."""
    found = inspect(folder, plugins=wild_plugins(), settings=Settings(), limits=limits)
    return {i.source.path: i.problems[0] for i in found if i.document is None}


def write(folder: Path, **files: str) -> Path:
    """Files named NAME.beast with their text."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.beast").write_text(text, encoding="utf-8")
    return folder
