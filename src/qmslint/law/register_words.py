"""The words of registers: titles of columns, states of effect, verbs by which one document acts on another. Data."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from qmslint.model.text import fold


@cache
def words() -> dict[str, Any]:
    """The data beside this module."""
    import json
    from pathlib import Path

    data: dict[str, Any] = json.loads((Path(__file__).parent / "data" / "register_words.json").read_text("utf-8"))
    return data


@cache
def columns() -> dict[str, str]:
    """Folded title of a column → field; "" = known and of no use here."""
    return {fold(title): name for name, titles in words()["columns"].items() for title in titles}


def column_of(title: str) -> str | None:
    """The field that a column's title means; "" = of no use here, None = not known."""
    folded = fold(title).strip(" .:;*")
    found = columns().get(folded)
    if found is None:
        found = columns().get(re.sub(r"\s*[(\[].*[)\]]\s*", " ", folded).strip(" .:;*"))
    return found


def state_of(text: str) -> str:
    """The state that words of a status column mean; "" = not understood."""
    folded = fold(text)
    for state, phrases in words()["states"].items():
        if any(fold(phrase) in folded for phrase in phrases):
            return str(state)
    return ""
