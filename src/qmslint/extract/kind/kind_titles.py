"""Titles by kind: which kind of document a title names, by the phrases of `words/vi_titles.yaml`."""

from __future__ import annotations

from functools import cache

from qmslint.api import NamedTuple
from qmslint.extract.words import book

_BETWEEN = 6  # words that " * " may stand for


class Wanted(NamedTuple):
    """A phrase cut at " * ". Compared by hand: to compile two hundred patterns costs more than to read a document."""

    parts: tuple[str, ...]
    weight: int  # the longer, the more it tells

    def begins(self, folded: str) -> bool:
        """Whether `folded` begins with the phrase, at whole words."""
        if not folded.startswith(self.parts[0]):
            return False
        position = len(self.parts[0])
        for part in self.parts[1:]:
            found = folded.find(f" {part}", position)
            if found < 0 or folded.count(" ", position, found) > _BETWEEN:
                return False
            position = found + 1 + len(part)
        return position == len(folded) or not folded[position].isalnum()


def wanted(phrase: str) -> Wanted:
    """`phrase` ready to be compared."""
    return Wanted(tuple(phrase.split(" * ")), len(phrase))


def title_kind(folded: str) -> str:
    """The kind that a folded title names at its beginning, "" if none; the most telling phrase counts.

    "Bảng", "biểu" before a title say how it is set, not what it is: "BẢNG DANH MỤC TÀI LIỆU NỘI BỘ".
    """
    best, length = "", 0
    for phrase, kind in _titles():
        if phrase.weight > length and phrase.begins(folded):
            best, length = kind, phrase.weight
    if not best:
        lead, _, rest = folded.partition(" ")
        return title_kind(rest) if lead in book("titles").variants("title-leads") else ""
    return best


def other_title(folded: str) -> bool:
    """Whether a title is of a paper that only speaks of one of the kinds ("Quyết định thành lập đoàn đánh giá")."""
    return any(phrase.begins(folded) for phrase in _others())


@cache
def _titles() -> tuple[tuple[Wanted, str], ...]:
    return tuple((wanted(phrase), kind) for phrase, kind in book("titles").table("titles").items())


@cache
def _others() -> tuple[Wanted, ...]:
    return tuple(wanted(phrase) for phrase in book("titles").variants("other-titles"))
