"""The printed outline, found once and shared: where the typed contents stand and which lines are headings."""

from __future__ import annotations

import re
from functools import cache

from qmslint.api import Line, NamedTuple, Reading, fold
from qmslint.extract.cells import clean, name_of
from qmslint.extract.patterns import late
from qmslint.extract.text.numbering import Numbered, take_apart, take_apart_text
from qmslint.extract.words import book

_KEY = "extract:outline"
_TOC_STYLE = late(r"(?:toc|contents|mục lục)\s*\d", re.IGNORECASE)
_FIGURES = frozenset("0123456789")
# Dots, tabs or a gap, and the page to which they lead.
ENTRY_END = late(r"(?:\t|\.{3,}|…+|\s{2,}|_{3,})[\s.…]*(\d{1,3})\s*$")
_JOINER = late(r"\s*(?:[,/&]|\s-\s|\bvà\b)(?:\s*và\b)?\s*")
_LONGEST = 220  # characters of a heading, item headings with their words excepted


class Heading(NamedTuple):
    """A main heading: a line of its own."""

    line: int  # in `Reading.lines`
    numbered: Numbered
    key: str
    level: int


class Outline(NamedTuple):
    """Contents as a range of lines (end excluded; equal when there are none), and the headings outside of it."""

    contents: tuple[int, int]
    headings: tuple[Heading, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The known sections among the headings."""
        return frozenset(heading.key for heading in self.headings if heading.key)


def outline(reading: Reading) -> Outline:
    """The outline of the document, the printed forms behind it not yet cut off."""
    if _KEY not in reading.facts:
        reading.facts[_KEY] = _find(reading.lines)
    found: Outline = reading.facts[_KEY]
    return found


def is_contents_style(line: Line) -> bool:
    """Whether the paragraph carries the style of a table of contents made by Word."""
    return bool(line.paragraph.style) and bool(_TOC_STYLE.match(line.paragraph.style))


@cache
def _names() -> dict[str, str]:
    return book().table("sections")


def section_key(words: str) -> str:
    """The known section that `words` name, also in several words for it ("THUẬT NGỮ, CHỮ VIẾT TẮT"); "" if none."""
    if not 0 < len(words) <= 80:
        return ""
    key = name_of(words, _names())
    if key:
        return key
    parts = _JOINER.split(fold(words).strip(" .:*;"))
    first = _names().get(parts[0], "") if len(parts) > 1 else ""
    return first if first and all(_names().get(part) == first for part in parts[1:]) else ""


def _find(lines: tuple[Line, ...]) -> Outline:
    contents = _contents(lines)
    found: list[Heading] = []
    for index, line in enumerate(lines):
        if line.in_table or _is_long(line) or contents[0] <= index < contents[1]:
            continue
        heading = _heading(index, line)
        if heading is not None:
            found.append(heading)
    return Outline(contents, tuple(_settle(found, lines)))


def _contents(lines: tuple[Line, ...]) -> tuple[int, int]:
    """From the line behind "MỤC LỤC" to the first that is no entry any more."""
    titles = book().variants("contents")
    start = next((i for i, line in enumerate(lines[:120]) if line.folded.strip(" .:") in titles), -1) + 1
    if not start:
        start = next((i for i, line in enumerate(lines[:120]) if is_contents_style(line)), -1)
        if start < 0:
            return (0, 0)
    styled = start < len(lines) and is_contents_style(lines[start])
    seen: set[str] = set()
    for index in range(start, min(start + 120, len(lines))):
        line = lines[index]
        if styled:
            if not is_contents_style(line):
                return (start, index)
            continue
        if _ends_contents(line, index > start, lines[start].in_table, seen):
            return (start, index)
    return (start, min(start + 120, len(lines)))


def _ends_contents(line: Line, begun: bool, in_table: bool, seen: set[str]) -> bool:
    if line.in_table != in_table or len(line.text) > 180 or (begun and line.paragraph.page_break):
        return True
    words = ENTRY_END.sub("", clean(line.paragraph.text))
    name = section_key(take_apart_text(words).words) or fold(words)
    if name in seen:
        return True
    seen.add(name)
    return begun and line.paragraph.bold and bool(line.paragraph.level)


def _heading(index: int, line: Line) -> Heading | None:
    """A line that may be a heading by itself: a known name, a number and type that stands out, or Word's style."""
    paragraph = line.paragraph
    caps = paragraph.text.isupper()
    bold = not caps and paragraph.bold
    if not (caps or bold or paragraph.number or paragraph.level or _may_be_numbered(line.folded)):
        return None
    numbered = take_apart(line)
    if not numbered.words or numbered.letter:
        return None
    first, broken, _ = paragraph.text.strip().partition("\n")
    if broken:  # "1. Mục đích⏎Quy định thống nhất …"
        above = take_apart_text(first)
        numbered = numbered._replace(words=above.words) if section_key(above.words) else numbered
    key = section_key(numbered.words)
    if key and (bold or caps or numbered.number or paragraph.level):
        return Heading(index, numbered, key, 1) if numbered.depth <= 1 else Heading(index, numbered, "", numbered.depth)
    if paragraph.level:
        return Heading(index, numbered, "", numbered.depth or paragraph.level)
    if numbered.number and (bold or caps) and not (numbered.bare and not caps and numbered.depth < 2):
        return Heading(index, numbered, "", numbered.depth or 1)
    return None


def _is_long(line: Line) -> bool:
    """Whether a line is too long for a heading: of lines parted by breaks the first counts."""
    text = line.text
    return len(text) > _LONGEST and len(text.strip().partition("\n")[0]) > _LONGEST


def _may_be_numbered(folded: str) -> bool:
    return folded[:1] in _FIGURES or (folded[:1] in ("i", "v", "x") and not folded[:4].isalpha())


def _settle(found: list[Heading], lines: tuple[Line, ...]) -> list[Heading]:
    """Levels seen together: figures below Roman numerals, styles below the document's title, stray numbers out."""
    roman = next((h.line for h in found if h.numbered.roman and h.level == 1), None)
    known = sum(1 for h in found if h.key)
    # Known sections with Roman numbers, and hardly one with a figure: the figures count what stands in them.
    parts = sum(1 for h in found if h.key and h.numbered.roman)
    below = known < 3 or (parts >= 2 and parts > sum(1 for h in found if h.key and h.numbered.depth))
    base = min((lines[h.line].paragraph.level for h in found
                if lines[h.line].paragraph.level and (h.key or h.numbered.number)), default=1)
    kept: list[Heading] = []
    last = 0
    for heading in found:
        line = lines[heading.line]
        if not heading.key and not heading.numbered.number:
            level = line.paragraph.level - base + 1
            if level >= 1:
                kept.append(heading._replace(level=level))
            continue
        if roman is not None and below and heading.line > roman and heading.numbered.depth:
            heading = heading._replace(level=heading.numbered.depth + 1)
        number = int(heading.numbered.number) if heading.numbered.number.isdigit() else 0
        if heading.level == 1 and known >= 3:
            stray = not heading.key and not line.paragraph.text.isupper() and not line.paragraph.level
            if stray and (not number or number != last + 1):
                continue
            last = number or last
        kept.append(heading)
    return kept
