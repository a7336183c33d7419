"""Text in which grammars search: precomposed, without invisible characters, with the way back to what was written."""

from __future__ import annotations

import re
import unicodedata

from qmslint.model.text import INVISIBLE
from qmslint.model.tuples import NamedTuple

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_DROP = str.maketrans(dict.fromkeys(INVISIBLE, ""))


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
    """The text ready for searching. Eth is read as Đ, no-break spaces as spaces."""
    simple = text.replace("\u00a0", " ").replace("Ð", "Đ")
    if unicodedata.is_normalized("NFC", simple) and not _INVISIBLE.search(simple):
        return Clean(simple, text, None)
    letters: list[str] = []
    starts: list[int] = []
    start = 0
    for index in range(1, len(simple) + 1):
        if index < len(simple) and (unicodedata.combining(simple[index]) or simple[index] in INVISIBLE):
            continue
        for letter in unicodedata.normalize("NFC", simple[start:index].translate(_DROP)):
            letters.append(letter)
            starts.append(start)
        start = index
    return Clean("".join(letters), text, tuple(starts))
