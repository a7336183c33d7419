"""The printed table of contents, typed by hand or made by Word: entry, number, page."""

from __future__ import annotations

from qmslint.api import ContentsEntry, Extractor, Reading
from qmslint.extract.cells import clean
from qmslint.extract.numbering import take_apart_text
from qmslint.extract.outline import outline
from qmslint.extract.patterns import late

_PAGE = late(r"(?:\t|\.{3,}|…+|\s{2,}|_{3,})[\s.…]*(\d{1,3})\s*$")
_LEADER = late(r"[\s.…_]+$")


def contents(reading: Reading) -> tuple[ContentsEntry, ...]:
    """Every entry in order. Entries run together in one line are one entry, as they are printed."""
    start, end = outline(reading).contents
    found: list[ContentsEntry] = []
    for line in reading.lines[start:end]:
        text = clean(line.paragraph.text)
        match = _PAGE.search(text)
        page = match[1] if match else ""
        text = _LEADER.sub("", text[: match.start()] if match else text)
        numbered = take_apart_text(text)
        number = line.paragraph.number.strip(" .):/") or numbered.number
        words = " ".join(text.split()) if line.paragraph.number else numbered.words
        if words:
            found.append(ContentsEntry(words, number, page, line.at))
    return tuple(found)


EXTRACTORS = (Extractor("contents", contents),)
