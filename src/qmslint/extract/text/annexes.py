"""The annexes that stand in a document: headings "PHỤ LỤC 1", wherever they are, behind the attached forms too."""

from __future__ import annotations

import re

from qmslint.api import Annex, Extractor, Line, Reading
from qmslint.extract.cells import one_line
from qmslint.extract.patterns import late
from qmslint.extract.text.headline import stands_out
from qmslint.extract.text.outline import outline
from qmslint.extract.words import book

_HEADING = late(
    lambda: rf"(?:{book().pattern('annex')})\b(?:\s+số)?[\s:]*(?P<number>\d{{1,2}}|[IVX]{{1,5}}|[A-Z])?(?![\w/])"
    r"\s*[.:–)-]*\s*(?P<title>.*)",
    re.IGNORECASE,
)
_KEY = "extract:annexes"


def annexes(reading: Reading) -> tuple[Annex, ...]:
    """Every annex in reading order; number "" for "PHỤ LỤC" alone."""
    return tuple(annex for _, annex in annex_lines(reading))


def annex_lines(reading: Reading) -> tuple[tuple[int, Annex], ...]:
    """The same with the index of its line in `reading.lines`."""
    known = reading.facts.get(_KEY)
    if known is None:
        known = reading.facts[_KEY] = tuple(_find(reading))
    return tuple(known)


def _find(reading: Reading) -> list[tuple[int, Annex]]:
    lines = reading.lines
    starts = book().variants("annex")
    start, end = outline(reading).contents
    found: list[tuple[int, Annex]] = []
    for index, line in enumerate(lines):
        if not line.folded.startswith(starts) or start <= index < end:
            continue
        match = _HEADING.fullmatch(one_line(line.text))
        if match is None or not _is_heading(line, match):
            continue
        title = match["title"].strip(" .:()")
        if not title and index + 1 < len(lines) and not line.in_table and stands_out(lines[index + 1]):
            title = one_line(lines[index + 1].text)
        found.append((index, Annex(normal_number(match["number"] or ""), title[:200], line.at)))
    return found


def _is_heading(line: Line, match: re.Match[str]) -> bool:
    """Alone in its line or cell, or set as a title; a sentence that begins with the word is none."""
    title = match["title"]
    if not title.strip(" .:()"):
        return bool(match["number"]) or line.text.isupper() or line.paragraph.bold
    if line.in_table or len(title) > 200:
        return False
    return line.text.isupper() or line.paragraph.bold or bool(line.paragraph.level) or line.paragraph.page_break


def normal_number(number: str) -> str:
    """The number of an annex as it is compared: "01" is "1", "ii" is "II"."""
    return number.lstrip("0") or number if number.isdigit() else number.upper()


EXTRACTORS = (Extractor("annexes", annexes),)
