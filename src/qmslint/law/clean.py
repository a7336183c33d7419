"""Text in which grammars search: precomposed, without invisible characters, with the way back to what was written."""

from __future__ import annotations

import re
import unicodedata

from qmslint.model.text import INVISIBLE
from qmslint.model.tuples import NamedTuple

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_DROP = str.maketrans(dict.fromkeys(INVISIBLE, ""))
# Letters that are one character each and stay as they are.
_COMPOSED = re.compile("[\t\n\r -~\u00a0-\u00ac\u00ae-\u017e\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]*")


class Clean(NamedTuple):
    """`text` is searched; `starts` leads back: cleaned character i began at original[starts[i]], None = same place."""

    text: str
    original: str
    starts: tuple[int, ...] | None

    def written(self, start: int, end: int) -> str:
        """The original words of a span of the cleaned text."""
        if self.starts is None:
            return self.original[start:end]
        first = self.starts[start] if start < len(self.starts) else len(self.original)
        last = self.starts[end] if end < len(self.starts) else len(self.original)
        return self.original[first:last]


def clean(text: str) -> Clean:
    """The text ready for searching. Eth is read as Đ, no-break spaces and hyphens as plain ones."""
    simple = text.replace("\u00a0", " ").replace("Ð", "Đ").replace("\u2011", "-").replace("\u2010", "-")
    if unicodedata.is_normalized("NFC", simple) and not _INVISIBLE.search(simple):
        return Clean(simple, text, None)
    letters: list[str] = []
    starts: list[int] = []
    start = 0
    while start < len(simple):
        match = _COMPOSED.match(simple, start)
        end = match.end() if match is not None else start
        if start < end and _joins(simple, end):
            end -= 1  # the marks behind a letter are composed with it
        letters += simple[start:end]
        starts += range(start, end)
        start, end = end, end + 1
        while _joins(simple, end):
            end += 1
        for letter in unicodedata.normalize("NFC", simple[start:end].translate(_DROP)):
            letters.append(letter)
            starts.append(start)
        start = end
    return Clean("".join(letters), text, tuple(starts))


def _joins(text: str, index: int) -> bool:
    """Whether the character at `index` belongs to the letter before it: a mark, or nothing that is seen."""
    return index < len(text) and (unicodedata.combining(text[index]) > 0 or text[index] in INVISIBLE)
