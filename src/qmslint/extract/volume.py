"""How much a document holds and in what state: words, tracked changes, comments, draft or not."""

from __future__ import annotations

from qmslint.api import Extractor, Reading


def words_of(reading: Reading) -> int:
    """How many words the body has, tables included."""
    return sum(line.folded.count(" ") + 1 for line in reading.lines)


EXTRACTORS = (
    Extractor("words", words_of),
    Extractor("tracked_changes", lambda reading: reading.document.tracked_changes),
    Extractor("comments", lambda reading: len(reading.document.comments)),
)
