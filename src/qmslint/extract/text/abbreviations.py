"""The abbreviations that a document explains: its list, a table of them, "sau đây gọi tắt là"."""

from __future__ import annotations

import re

from qmslint.api import Abbreviation, Extractor, Line, Location, Reading, Table, fold
from qmslint.extract.cells import at_column, clean, content, heading_row, one_line
from qmslint.extract.patterns import late
from qmslint.extract.text.body import body_lines, place, section_range
from qmslint.extract.words import book

_ENTRY = late(
    r"(?:\s*\d{1,2}\s*[.)]\s*|[-+*•–\s]*)(?P<short>[^:=\t]{1,28}?)\s*(?:\t[\t ]*[:=]?|[:=]|\s[-–]\s)\s*"
    r"(?P<meaning>\S.*)", re.DOTALL
)
_BETWEEN = late(r"\s*[;\n]\s*|(?<=[^\s\d]\.)\s+(?=[A-ZĐ&-]{2,20}\s*[:=]\s*\S)")
_PART = late(r"[^\s&/,.-]+")
_INLINE = late(
    lambda: rf"(?P<meaning>[^.;:(]{{4,120}})[(,]\s*(?:{book().pattern('abbreviated-as')})\s*:?\s*[“\"']?"
    r"(?P<short>[\w&.-]{2,20})"
)


def abbreviations(reading: Reading) -> tuple[Abbreviation, ...]:
    """Every explanation in reading order; one given twice is listed twice."""
    found: list[Abbreviation] = []
    start, end = section_range(reading, "definitions")
    for index in range(start, end):
        line = reading.lines[index]
        if not line.in_table:
            found.extend(_entries(line, place(reading, index)))
    within = _span(reading, start, end)
    for table in reading.tables:
        found.extend(_from_table(table) or (_bare_table(table) if _inside(table, within) else []))
    known = {entry.short for entry in found}
    found.extend(entry for entry in _inline(reading) if entry.short not in known)
    return tuple(sorted(found, key=lambda entry: entry.at.order))


def is_short(text: str) -> bool:
    """Whether `text` can be an abbreviation: capitals ("CN & TC", "TTr"), or a name with a number ("Đề án 30")."""
    parts = _PART.findall(text)
    if not parts or len(parts) > 4 or len(text) > 25:
        return False
    if all(_capital(part) for part in parts):
        return True
    return len(parts) <= 3 and parts[0][:1].isupper() and parts[-1].isdigit() and len(parts) >= 2


def _capital(part: str) -> bool:
    letters = [c for c in part if c.isalpha()]
    capitals = sum(1 for c in letters if c.isupper())
    return capitals >= 2 and capitals * 2 >= len(letters)


def _entries(line: Line, at: Location) -> list[Abbreviation]:
    """What a paragraph explains: one abbreviation, or several behind line breaks and semicolons."""
    found: list[Abbreviation] = []
    for piece in _BETWEEN.split(clean(line.paragraph.text)):
        match = _ENTRY.match(piece)
        short = one_line(match["short"]) if match else ""
        if match and is_short(short):
            found.append(Abbreviation(short, one_line(match["meaning"]), at))
        elif found:
            found[-1] = found[-1]._replace(meaning=one_line(f"{found[-1].meaning}; {piece}").rstrip("; "))
        else:
            return []
    return found


def _from_table(table: Table) -> list[Abbreviation]:
    names = book().table("abbreviation-columns")
    if not 2 <= table.width <= 5 or len(table.rows) < 2:
        return []
    if not any("viết tắt" in head or head in names for head in (fold(cell.text) for cell in table.rows[0])):
        return []
    row, columns = heading_row(table, names, 2, rows=2)
    if row < 0 or columns.keys() != {"short", "meaning"}:
        return []
    found = []
    for cells in table.rows[row + 1 :]:
        short, meaning = at_column(cells, columns, "short"), at_column(cells, columns, "meaning")
        if short is not None and meaning is not None and is_short(content(short)):
            found.append(Abbreviation(content(short), content(meaning), short.at))
    return found


def _span(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """From where to where the section of definitions goes, in reading order; (0, 0) when there is none."""
    if start >= end:
        return 0, 0
    return reading.lines[start].at.order, reading.lines[end - 1].at.order


def _inside(table: Table, span: tuple[int, int]) -> bool:
    # A cell is counted before its paragraphs, so the first cell of the section stands before its first line.
    if not table.rows or not span[1]:
        return False
    return table.rows[-1][-1].at.order >= span[0] and table.rows[0][0].at.order <= span[1]


def _bare_table(table: Table) -> list[Abbreviation]:
    """Two columns without a heading, as templates set the list: "UBND | : Ủy ban nhân dân"."""
    found = []
    for cells in table.rows:
        filled = [cell for index, cell in enumerate(cells) if content(cell) and cell not in cells[:index]]
        if len(filled) < 2:
            continue
        shorts, meanings = (clean(cell.text).strip().split("\n") for cell in (filled[0], filled[-1]))
        if len(shorts) != len(meanings):
            shorts, meanings = [content(filled[0])], [content(filled[-1])]
        for written, words in zip(shorts, meanings, strict=True):
            short, meaning = one_line(written).rstrip(" :="), one_line(words).lstrip(" :=-–")
            if is_short(short) and meaning:
                found.append(Abbreviation(short, meaning, filled[0].at))
    return found


def _inline(reading: Reading) -> list[Abbreviation]:
    phrases = book().variants("abbreviated-as")
    found = []
    for index, line in enumerate(body_lines(reading)):
        if "gọi tắt" not in line.folded and "viết tắt" not in line.folded and "gọi chung" not in line.folded:
            continue
        if not any(phrase in line.folded for phrase in phrases):
            continue
        for match in _INLINE.finditer(one_line(line.text)):
            if is_short(match["short"].rstrip(".")):
                found.append(Abbreviation(match["short"].rstrip("."), match["meaning"].strip(), place(reading, index)))
    return found


EXTRACTORS = (Extractor("abbreviations", abbreviations, version=2),)
