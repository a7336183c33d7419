"""Counting the instructions of a Python program with valgrind: the same number however busy the machine is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from functools import cache

from qmslint.model.errors import UsageError
from qmslint.model.text import Text


@cache
def count(*arguments: str) -> int:
    """Instructions of `python ARGUMENTS` as a whole process. Raises UsageError without valgrind."""
    if shutil.which("valgrind") is None:
        raise UsageError(Text("Cần cài valgrind để đo.", "Measuring needs valgrind."))
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={os.devnull}", sys.executable, *arguments]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONHASHSEED": "0"}
    )
    found = re.search(r"Collected : ([0-9]+)", done.stderr)
    if found is None:
        raise UsageError(Text(f"Không đo được: {done.stderr[-500:]}", f"Not measured: {done.stderr[-500:]}"))
    return int(found[1])


def per_turn(code: str, turns: int = 3) -> float:
    """Instructions of one turn of `code`, which does its work TURNS times: start-up and first use cancel out."""
    first, more = count("-c", f"TURNS = 1\n{code}"), count("-c", f"TURNS = {1 + turns}\n{code}")
    return (more - first) / turns
