"""The printed table of contents, typed by hand or made by Word: entry, number, page."""

from __future__ import annotations

from qmslint.api import ContentsEntry, Extractor, Reading
from qmslint.extract.cells import clean
from qmslint.extract.patterns import late
from qmslint.extract.text.numbering import take_apart_text
from qmslint.extract.text.outline import ENTRY_END, outline

_LEADER = late(r"[\s.…_]+$")


def contents(reading: Reading) -> tuple[ContentsEntry, ...]:
    """Every entry in order. Entries run together in one line are one entry, as they are printed."""
    start, end = outline(reading).contents
    found: list[ContentsEntry] = []
    for line in reading.lines[start:end]:
        text = clean(line.paragraph.text)
        match = ENTRY_END.search(text)
        page = match[1] if match else ""
        text = _LEADER.sub("", text[: match.start()] if match else text)
        numbered = take_apart_text(text)
        number = line.paragraph.number.strip(" .):/") or numbered.number
        words = " ".join(text.split()) if line.paragraph.number else numbered.words
        if words:
            found.append(ContentsEntry(words, number, page, line.at))
    return tuple(found)


EXTRACTORS = (Extractor("contents", contents),)
