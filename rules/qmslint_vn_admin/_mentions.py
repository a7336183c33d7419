"""Whether the body of a document names certain things, and where first."""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Extra, Reading
from qmslint_vn_admin._data import words


def mentions(reading: Reading, groups: tuple[str, ...]) -> tuple[Extra, ...]:
    """The first place where each group of words is named, as `vn_admin:<group>`."""
    return tuple(_mentions(reading, groups))


def _mentions(reading: Reading, groups: tuple[str, ...]) -> Iterator[Extra]:
    text = reading.folded
    for group in groups:
        # To look for a few words one by one is many times cheaper than one search for any of them.
        found = [(at, word) for word in words(group) if (at := text.find(word)) >= 0]
        if found:
            at, word = min(found, key=lambda place: place[0])
            yield Extra(f"vn_admin:{group}", (("words", word),), reading.line_at(at).at)
