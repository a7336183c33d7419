"""Which lines of a document hold certain words: one search over the whole text instead of one a line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from qmslint.api import Line, Reading


class Words:
    """The folded text of a document as one string, with the way back to its lines."""

    def __init__(self, reading: Reading) -> None:
        self._lines = reading.lines
        self._whole = "\n".join(line.folded for line in self._lines)
        self._starts = [0, *accumulate(len(line.folded) + 1 for line in self._lines)]

    def lines_with(self, words: Iterable[str]) -> list[Line]:
        """The lines in which any of the folded words stands, in reading order, each once."""
        found: set[int] = set()
        for word in words:
            at = self._whole.find(word)
            while at >= 0:
                index = bisect_right(self._starts, at) - 1
                found.add(index)
                at = self._whole.find(word, self._starts[index + 1])
        return [self._lines[index] for index in sorted(found)]
