"""Counting the instructions of a Python program with valgrind: the same number however busy the machine is."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import subprocess
import sys
import tempfile
from functools import cache

from qmslint.model.errors import UsageError
from qmslint.model.text import Text

_FORKED = "--zero-before=PyOS_AfterFork_Child"  # else a copy of the process brings along what its parent had spent


@cache
def count(*arguments: str, processes: int = 1) -> int:
    """Instructions of `python ARGUMENTS` as a whole, of all its processes together.

    Raises UsageError without valgrind, and when fewer processes gave their count than there should be.
    """
    if shutil.which("valgrind") is None:
        raise UsageError(Text("Cần cài valgrind để đo.", "Measuring needs valgrind."))
    _compiled(*arguments)
    counting = ("valgrind", "--tool=callgrind", _FORKED, f"--callgrind-out-file={os.devnull}")
    command = [*counting, sys.executable, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=_environment())
    found = re.findall(r"Collected : ([0-9]+)", done.stderr)  # a line for each process: workers count too
    if len(found) < processes:
        raise UsageError(Text(f"Không đo được: {done.stderr[-500:]}", f"Not measured: {done.stderr[-500:]}"))
    return sum(map(int, found))


@cache
def _compiled(*arguments: str) -> None:
    """One run that is not counted, so that every module is compiled, as on a machine that runs it for a second time."""
    subprocess.run([sys.executable, *arguments], capture_output=True, check=False, env=_environment())


@cache
def _modules() -> str:
    """Where the compiled modules of the counted programs are kept, until this process ends."""
    folder = tempfile.TemporaryDirectory(prefix="qmslint-bench-")
    atexit.register(folder.cleanup)
    return folder.name


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONHASHSEED": "0", "PYTHONPYCACHEPREFIX": _modules()}


def per_turn(code: str, turns: int = 3) -> float:
    """Instructions of one turn of `code`, which does its work TURNS times: start-up and first use cancel out."""
    first, more = count("-c", f"TURNS = 1\n{code}"), count("-c", f"TURNS = {1 + turns}\n{code}")
    return (more - first) / turns
