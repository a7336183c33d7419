"""How much a document holds and in what state: words, tracked changes, comments, draft or not."""

from __future__ import annotations

from qmslint.api import Extractor, Reading, fold, paragraphs
from qmslint.extract.patterns import late
from qmslint.extract.text.body import first_section
from qmslint.extract.words import book

# "DỰ THẢO", "(Dự thảo lần 2)", "Dự thảo 05/3/2026": the word and hardly more. "Dự thảo văn bản …" is a list item.
_MARK = late(
    lambda: rf"\W*(?:{book().pattern('draft')})(?:\s+(?:lần|số|version|v)?\s*(?:thứ\s*)?\d[\d./ ]*|\s+ngày\b.*)?\W*"
)
_HEAD = 30


def words_of(reading: Reading) -> int:
    """How many words the body has, tables included."""
    return reading.folded.count(" ") + len(reading.lines)


def is_draft(reading: Reading) -> bool:
    """Whether a line at the head, a header or a footer says that this is a draft."""
    words = book().variants("draft")
    head = reading.lines[: min(_HEAD, first_section(reading) or _HEAD)]
    texts = [line.folded for line in head if len(line.text) < 80]
    for margin in reading.document.margins:
        texts.extend(fold(p.text) for p in paragraphs(margin.blocks) if 0 < len(p.text) < 80)
    return any(_MARK.fullmatch(text) for text in texts if any(word in text for word in words))


EXTRACTORS = (
    Extractor("draft", is_draft),
    Extractor("words", words_of),
    Extractor("tracked_changes", lambda reading: reading.document.tracked_changes),
    Extractor("comments", lambda reading: len(reading.document.comments)),
)
