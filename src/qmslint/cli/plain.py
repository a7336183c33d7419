"""Command lines of `check` that need no parser: options spelled in full, as hooks and scripts write them.

click explains, completes, refuses and forgives, at the price of two bare interpreters on each call of a hook. What
can mean one thing only is understood here; everything else is left to click, which would have understood the same
(`tests/cli/test_plain.py`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from qmslint.cli.checking import FAIL_ON, LANGUAGES, CheckRequest
from qmslint.model.text import fold


def day_of(words: str) -> date:
    """A date: 2026-11-24 or 24/11/2026. Raises ValueError."""
    words = fold(words)
    if "/" in words:
        day, month, year = words.split("/")
        return date(int(year), int(month), int(day))
    return date.fromisoformat(words)


def request_of(arguments: Sequence[str]) -> CheckRequest | None:
    """What the words after `qmslint` ask of `check`; None where click has to say."""
    if arguments[:1] != ["check"] or os.name == "nt" or "_QMSLINT_COMPLETE" in os.environ:
        return None  # on Windows click also puts in the files that `*` stands for
    asked: dict[str, Any] = {}
    paths: list[str] = []
    words = iter(arguments[1:])
    for word in words:
        if not word.startswith("-"):
            paths.append(word)
        elif word in _FLAGS:
            asked[_FLAGS[word]] = True
        else:
            name, value = word[2:].replace("-", "_"), next(words, "-")
            if word not in _READ or value.startswith("-") or (name in asked and name not in _MANY):
                return None
            try:
                read = _READ[word](value)
            except ValueError:
                return None
            asked[name] = (*asked.get(name, ()), read) if name in _MANY else read
    return CheckRequest(tuple(paths), **asked)


def _one_of(choices: Sequence[str]) -> Callable[[str], str]:
    def read(word: str) -> str:
        if word not in choices:
            raise ValueError(word)
        return word

    return read


_FLAGS = {"--changed": "changed", "--no-cache": "no_cache"}
_MANY = ("select", "ignore")
_READ: dict[str, Callable[[str], Any]] = {
    "--as-of": day_of, "--format": str, "--select": str, "--ignore": str, "--fail-on": _one_of(FAIL_ON),
    "--lang": _one_of(LANGUAGES), "--config": str, "--jobs": int, "--output": str,
}  # fmt: skip
