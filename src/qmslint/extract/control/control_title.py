"""The title and the agency in a control block: told apart by the words with which they begin."""

from __future__ import annotations

from functools import cache

from qmslint.api import Location, Phrase, fold, fold_with_offsets
from qmslint.extract.words import book


@cache
def _title_words() -> tuple[str, ...]:
    return tuple(sorted(book().variants("title-words"), key=len, reverse=True))


def strip_title(text: str) -> tuple[bool, str]:
    """Whether `text` begins with a word for a document ("QUY TRÌNH"), and what follows it, on one line."""
    line = " ".join(text.split())
    folded = fold(line)
    for word in _title_words():
        if folded == word:
            return True, ""
        if folded.startswith((word + " ", word + ":")):
            spans = fold_with_offsets(line)
            return True, line[spans.ends[len(word) - 1] :].strip(" :-–")
    return False, ""


def is_agency(text: str) -> bool:
    """Whether `text` begins as the name of an agency does."""
    folded = fold(text)
    return any(folded == word or folded.startswith(word + " ") for word in book().variants("agency-words"))


def agency_of(pieces: list[tuple[str, Location]]) -> Phrase | None:
    """The first piece that is the name of an agency."""
    for text, at in pieces:
        if len(text) < 150 and is_agency(text):
            return Phrase(" ".join(text.split()), at)
    return None
