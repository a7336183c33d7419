"""The section of forms: every form it lists, in lines or in a table, with its code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qmslint.api import Extractor, FormEntry, Line, Reading, Table, fold, kinds
from qmslint.extract.cells import at_column, content, heading_row, one_line
from qmslint.extract.patterns import late
from qmslint.extract.procedure.procedure_words import words
from qmslint.extract.text.body import place, section_range
from qmslint.extract.words import book

_POINT = late(r"(?:[-+*•–]|\d{1,2}(?:\.\d{1,2})*\s*[.)/]|[a-zđ]\s*[.)])\s*")
_FORM_CODE = r"(?:BM|MB|BMT|PL|M|F|B)[ ./-]?(?:[A-ZĐ\d]{1,10}[ ./-]?)?[\d][\w./-]*"
_CODE_FIRST = late(rf"\(?(?P<code>{_FORM_CODE})\)?\s*(?:[:–-]\s*|\s+)(?=\S)")
_CODE_LAST = late(rf"[(\s:–-]+(?P<code>{_FORM_CODE})\)?\s*[.;]?\s*$")
_WIDE = 240  # characters of a line that can name a form


def forms(reading: Reading) -> tuple[FormEntry, ...]:
    """The forms in the order of the page."""
    start, end = section_range(reading, "forms")
    found: list[FormEntry] = []
    read: set[int] = set()
    for index in range(start, end):
        line = reading.lines[index]
        if not line.in_table:
            found.extend(_of_line(reading, index, line))
        elif line.at.table not in read:
            read.add(line.at.table)
            table = next((t for t in reading.tables if t.at.table == line.at.table), None)
            found.extend(_of_table(table, place(reading, index).heading) if table else ())
    return tuple(found)


def names_nothing(folded: str) -> bool:
    """Whether a line of the section is a pointer ("xem mục 5"), a remark, or "không"."""
    plain = folded.strip(" .:;-+*•–()")
    none = words("no-entry")
    return not any(c.isalpha() for c in plain) or plain in none or plain.startswith(tuple(n + " " for n in none))


def without_point(text: str) -> str:
    """The line without its bullet or number."""
    match = _POINT.match(text)
    return text[match.end() :] if match else text


def _of_line(reading: Reading, index: int, line: Line) -> Iterator[FormEntry]:
    """What a paragraph lists: one form, or one in each of its lines where each has its bullet or its code."""
    pieces = [piece for piece in map(one_line, line.paragraph.text.split("\n")) if piece]
    if len(pieces) > 1 and not all(_POINT.match(piece) or split_code(piece)[1] for piece in pieces):
        pieces = [one_line(line.paragraph.text)]
    for piece in pieces:
        text = without_point(piece).strip(" ;.,")
        if len(piece) <= _WIDE and text and not names_nothing(fold(text)) and (
            not text.endswith(":") or line.paragraph.number
        ):
            yield FormEntry(*split_code(text), place(reading, index))


def split_code(text: str) -> tuple[str, str]:
    """"BM.01: Phiếu" and "Phiếu (BM.01)" → ("Phiếu", "BM.01")."""
    for pattern in (_CODE_FIRST, _CODE_LAST):
        match = pattern.match(text) if pattern is _CODE_FIRST else pattern.search(text)
        if match and match.end() - match.start() < len(text):
            rest = text[: match.start()] + text[match.end() :]
            if re.search(r"\w{2}", rest):
                return rest.strip(" ;.,:()–-"), match["code"]
    return text, ""


def _of_table(table: Table, heading: str) -> list[FormEntry]:
    names = book("procedure").table("form-columns")
    row, columns = heading_row(table, names, 2)
    if "name" not in columns:
        row, columns = heading_row(table, names, 1)
    if "name" not in columns:
        return []
    found = []
    for cells in table.rows[row + 1 :]:
        cell = at_column(cells, columns, "name")
        if cell is None or (len(cells) > 1 and cell.column_span >= len(cells)):
            continue
        name = content(cell)
        code_cell = at_column(cells, columns, "code")
        code = content(code_cell) if code_cell is not None else ""
        if not name or (not code and names_nothing(fold(name))):
            continue
        if not code and len(name) <= _WIDE:
            name, code = split_code(name)
        found.append(FormEntry(name, code, cell.at.under(heading)))
    return found


_KINDS = (kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE, kinds.QUALITY_MANUAL)

EXTRACTORS = (Extractor("forms", forms, needs=("kind",), kinds=_KINDS, version=3),)
