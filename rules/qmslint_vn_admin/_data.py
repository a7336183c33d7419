"""The data of the pack: words and names, each with source and date, loaded when first asked for."""

from __future__ import annotations

from functools import cache
from typing import Any

from qmslint.api import fold, load_data


@cache
def load(name: str) -> Any:
    """The data of `data/<name>.json`."""
    return load_data(__file__, name)


@cache
def words(group: str) -> tuple[str, ...]:
    """A group of words of `data/words.json`, folded."""
    return tuple(fold(word) for word in load("words")[group]["words"])


def has(text: str, group: str) -> bool:
    """Whether any word of the group occurs in `text`."""
    folded = fold(text)
    return any(word in folded for word in words(group))
