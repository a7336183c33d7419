"""The words of `data/control.json`, folded, loaded when first asked for."""

from __future__ import annotations

import re
from functools import cache

from qmslint.api import fold
from qmslint_hygiene._data import load


@cache
def words(group: str) -> tuple[str, ...]:
    """A group of words, the longest first."""
    return tuple(sorted((fold(str(word)) for word in load("control")[group]), key=len, reverse=True))


@cache
def _pattern(group: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words(group))) + r")(?!\w)")


def has(text: str, group: str) -> bool:
    """Whether any word of the group stands in `text`, as a word of its own."""
    return bool(_pattern(group).search(fold(text)))


def begins(text: str, group: str) -> bool:
    """Whether `text` begins with a word of the group."""
    return bool(_pattern(group).match(fold(text)))


@cache
def abbreviations() -> dict[str, str]:
    """Short names of bodies and what they stand for."""
    return {short: long for short, _, long in (pair.partition(" = ") for pair in words("abbreviations"))}
