"""Numbers before headings and items: "5.", "5.1", "IV.", "đ)", typed by hand or by Word."""

from __future__ import annotations

import re

from qmslint.api import Line, NamedTuple
from qmslint.extract.cells import one_line
from qmslint.extract.patterns import late

# Roman before letters, so that "i." alone is read by what stands around it (see `Numbered.roman`).
_TYPED = late(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4}(?!\d))(?P<after>\s*[.)/:]\s*|\s+-\s+|\s+)(?=\S)"
    # A figure may follow only where words go on behind it: "1. 100% hồ sơ", but not "16. 4.2022" or "1.5 ngày".
    r"(?:(?![\d/])|(?<=[.)]\s)(?=\d{1,4}(?:,\d+)?\s?(?:%|[^\W\d]{2})))"
    r"|(?P<roman>[IVX]{1,6})(?P<roman_after>\s*[.)/]\s*|\s+-\s+)(?=\S)"
    r"|(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?P<part>[IVX]{1,6})(?P<part_after>\s*[.):]\s*|\s+[-–]\s+|\s+(?=[A-ZĐÀ-Ỹ]{2}))(?=\S)"
    r"|(?P<letter>[a-zđ])(?P<letter_after>\s*[.)]\s*|/\s+|\s+(?=[A-ZĐÀ-Ỹ]))(?=\S)"
)
_AUTOMATIC = late(
    r"(?:(?:mục|phần|chương)\s+)?(\d{1,2}(?:\.\d{1,2})*|[IVXivx]{1,6}|[a-zA-ZđĐ])\s*[.):/-]?", re.IGNORECASE
)
_CAPITALS = frozenset("IVX")


class Numbered(NamedTuple):
    """A line taken apart: its printed number and its words."""

    number: str  # "5", "5.1", "a", "II"; "" = no number
    words: str  # the rest on one line
    automatic: bool = False
    bare: bool = False  # the number stands without dot or bracket: "c Đối tượng", "5.1 Tiếp nhận"

    @property
    def depth(self) -> int:
        """How many figures: 1 for "5", 2 for "5.1"; 0 for letters, Roman numerals and no number."""
        return self.number.count(".") + 1 if self.number[:1].isdigit() else 0

    @property
    def roman(self) -> bool:
        """Whether the number is Roman in capitals."""
        return bool(self.number) and _CAPITALS.issuperset(self.number)

    @property
    def letter(self) -> bool:
        """Whether the number is a small letter."""
        return len(self.number) == 1 and self.number.isalpha() and self.number.islower()


def take_apart(line: Line) -> Numbered:
    """The number and the words of `line`."""
    paragraph = line.paragraph
    if paragraph.number:
        match = _AUTOMATIC.fullmatch(paragraph.number.strip())
        if match:
            return Numbered(match[1], one_line(paragraph.text), True)
        return Numbered("", one_line(paragraph.text))
    return take_apart_text(paragraph.text)


def take_apart_text(text: str) -> Numbered:
    """The same for a text whose number, if any, is typed."""
    words = one_line(text)
    match = _TYPED.match(words)
    if not match:
        return Numbered("", words)
    number = match["number"] or match["roman"] or match["part"] or match["letter"]
    after = match["after"] or match["roman_after"] or match["part_after"] or match["letter_after"]
    return Numbered(number, words[match.end() :], False, not after.strip())
