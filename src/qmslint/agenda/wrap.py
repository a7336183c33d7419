"""Lines fitted to a width: what goes on stands under the text it goes on from; numbers and paths are never broken."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap


def fit(lines: Iterable[str], columns: int) -> list[str]:
    """The lines, each broken at `columns`, what goes on two further in; 0 = as they are."""
    found: list[str] = []
    for line in lines:
        if columns <= 0 or len(line) <= columns:
            found.append(line)
            continue
        text = line.lstrip(" ")
        margin = " " * (len(line) - len(text))
        found += wrap(
            text, columns, initial_indent=margin, subsequent_indent=margin + "  ", break_long_words=False,
            break_on_hyphens=False,
        )
    return found
