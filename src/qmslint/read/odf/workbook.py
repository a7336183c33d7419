"""An OpenDocument workbook: visible sheets and rows, merged cells, values as they are shown, comments.

Source: ODF 1.3, part 3, 9 (tables), 19.385 (office:value-type). A count of repetitions moves the place, it never
makes cells: only cells that hold something are made, each counted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from qmslint.api import Block, Comment, Document, Limits, Location, Place, Sheet, SourceFile
from qmslint.read.guard import over
from qmslint.read.odf.names import DC, OFFICE, TABLE, TEXT, count
from qmslint.read.odf.package import Parts
from qmslint.read.odf.styles import Styles
from qmslint.read.sheets.grid import Merged, SheetGrid, Tally, Value

_GROUPS = frozenset(
    TABLE + name
    for name in (
        "table-header-rows", "table-rows", "table-row-group", "table-header-columns", "table-columns",
        "table-column-group",
    )
)
_GROUPED = re.compile(r"-?[0-9]{1,3}([.,\u00a0\u202f ])[0-9]{3}(?:\1[0-9]{3})*")
_COLUMN_LIMIT = 16_384


def read_workbook(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The document. Hidden sheets are listed, not read; remarks name those that hold something, hidden rows …"""
    parts = Parts(data, limits)
    reader = _Sheets(Styles(parts.styles, parts.content), limits)
    blocks: list[Block] = []
    sheets: list[Sheet] = []
    remarks: list[str] = []
    for element in parts.body("spreadsheet").iterfind(TABLE + "table"):
        name = element.get(TABLE + "name", "")
        hidden = reader.styles.table_hidden(element.get(TABLE + "style-name", ""))
        sheets.append(Sheet(name, hidden))
        if hidden and next(element.iter(TEXT + "p"), None) is not None:
            remarks.append(f"hidden-sheet: {name}")
        if hidden:
            continue
        found, said = reader.read(element, name)
        blocks += found
        remarks += said
    return Document(
        source, tuple(blocks), comments=tuple(reader.comments), properties=parts.properties(), sheets=tuple(sheets),
        remarks=tuple(remarks),
    )


class _Sheets:
    def __init__(self, styles: Styles, limits: Limits) -> None:
        self.styles = styles
        self._limits = limits
        self._tally = Tally(limits)
        self._cells = self._characters = 0
        self.comments: list[Comment] = []

    def read(self, sheet: Any, name: str) -> tuple[list[Block], list[str]]:
        """The blocks of one sheet, and what is to be said of it."""
        grid = SheetGrid(name, self._tally)
        columns = _Columns(sheet)
        said: list[str] = []
        number = 1
        for row in _through(sheet, TABLE + "table-row"):
            times = count(row.get(TABLE + "number-rows-repeated"))
            values = self._row(row, grid, number, columns, said)
            shown = row.get(TABLE + "visibility")
            if values and shown == "collapse":
                _say(said, f"hidden-rows: {name}")
            elif values:
                if shown == "filter":  # what a filter hides belongs to the list
                    _say(said, f"filtered-rows: {name}")
                self._count(len(values) * (times - 1), sum(len(v.text) for v in values.values()) * (times - 1))
                for repeat in range(times):
                    grid.rows[number + repeat] = values
            number += times
        return grid.blocks(), said

    def _row(self, row: Any, grid: SheetGrid, number: int, columns: _Columns, said: list[str]) -> dict[int, Value]:
        values: dict[int, Value] = {}
        column = 1
        for cell in row:
            if cell.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                continue
            times = count(cell.get(TABLE + "number-columns-repeated"))
            named = cell.get(TABLE + "style-name") or row.get(TABLE + "default-cell-style-name")
            value = self._value(cell, named or columns.style(column)) if len(cell) else None
            if value is not None:
                self._count(times, len(value.text) * times)
                for repeat in range(times):
                    if column + repeat in columns.hidden:
                        _say(said, f"hidden-columns: {grid.name}")
                    else:
                        values[column + repeat] = value
            if cell.tag == TABLE + "table-cell":
                self._merged(cell, grid, number, column)
            self._comment(cell, grid.name, number, column)
            column += times
        return values

    def _count(self, cells: int, characters: int) -> None:
        self._cells += cells
        self._characters += characters
        if self._cells > self._limits.cells:
            raise over("cells")
        if self._characters > self._limits.text_characters:
            raise over("text_characters")

    def _merged(self, cell: Any, grid: SheetGrid, row: int, column: int) -> None:
        rows = count(cell.get(TABLE + "number-rows-spanned"))
        columns = count(cell.get(TABLE + "number-columns-spanned"))
        if rows > 1 or columns > 1:
            grid.merged.append(Merged(row, column, row + rows - 1, column + columns - 1))

    def _comment(self, cell: Any, sheet: str, row: int, column: int) -> None:
        element = cell.find(OFFICE + "annotation") if len(cell) else None
        if element is not None:
            author = element.find(DC + "creator")
            words = "\n".join("".join(p.itertext()) for p in element.iter(TEXT + "p"))
            at = Location(0, Place.COMMENT, row=row, column=column, sheet=sheet)
            self.comments.append(Comment((author.text or "") if author is not None else "", words, at))

    def _value(self, cell: Any, style: str) -> Value | None:
        kind = cell.get(OFFICE + "value-type", "")
        text = "\n".join(_words(p) for p in cell.iterfind(TEXT + "p"))
        if kind == "date":
            text = _date(cell.get(OFFICE + "date-value", ""), text)
        elif kind == "boolean":
            text = cell.get(OFFICE + "boolean-value", text).upper()
        elif kind == "percentage":
            text = text.replace(".", ",")
        elif kind in ("float", "currency"):
            text = _number(cell.get(OFFICE + "value", ""), text, self.styles.cell_general(style))
        if not text.strip():
            return None
        return Value(text, self.styles.cell_bold(style))


def _words(paragraph: Any) -> str:
    parts = [paragraph.text or ""]
    for element in paragraph.iterdescendants():
        if element.tag == TEXT + "s":
            parts.append(" " * min(count(element.get(TEXT + "c")), 1000))
        elif element.tag == TEXT + "line-break":
            parts.append("\n")
        elif element.tag == TEXT + "tab":
            parts.append("\t")
        parts += (element.text or "", element.tail or "")
    return "".join(parts)


def _number(stored: str, shown: str, general: bool) -> str:
    """A number as shown, but without marks between thousands; in General as stored: a narrow column cuts decimals."""
    if _GROUPED.fullmatch(shown) or (general and len(stored) <= 12):
        return stored
    return shown


def _date(stored: str, shown: str) -> str:
    """Day/month/year whatever the language of the format is; a format without a day stays as shown."""
    day, _, clock = stored.partition("T")
    year, _, rest = day.partition("-")
    month, _, number = rest.partition("-")
    if not (len(year) == 4 and (year + month + number).isdigit() and len(month) == len(number) == 2):
        return shown
    moment = f" {clock[:5]}" if clock and clock[:8] != "00:00:00" else ""
    return f"{number}/{month}/{year}{moment}"


def _through(parent: Any, wanted: str) -> list[Any]:
    found: list[Any] = []
    for child in parent:
        if child.tag == wanted:
            found.append(child)
        elif child.tag in _GROUPS:
            found += _through(child, wanted)
    return found


class _Columns:
    """What the columns of a sheet say: which are hidden, which style their cells have that name none."""

    def __init__(self, sheet: Any) -> None:
        self.hidden: set[int] = set()
        self._starts: list[int] = []
        self._styles: list[str] = []
        column = 1
        for element in _through(sheet, TABLE + "table-column"):
            times = count(element.get(TABLE + "number-columns-repeated"))
            if element.get(TABLE + "visibility") in ("collapse", "filter"):
                self.hidden.update(range(min(column, _COLUMN_LIMIT), min(column + times, _COLUMN_LIMIT)))
            self._starts.append(column)
            self._styles.append(element.get(TABLE + "default-cell-style-name", ""))
            column += times

    def style(self, column: int) -> str:
        """The style of the cells in a column."""
        index = bisect_right(self._starts, column) - 1
        return self._styles[index] if index >= 0 else ""


def _say(said: list[str], what: str) -> None:
    if what not in said:
        said.append(what)
