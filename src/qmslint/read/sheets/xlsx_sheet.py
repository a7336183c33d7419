"""The cells of one sheet of an .xlsx, read as a stream into a grid (ISO/IEC 29500-1, 18.3)."""

from __future__ import annotations

import re
from typing import Any

from qmslint.api import Limits, NamedTuple
from qmslint.read.guard import over
from qmslint.read.sheets.formats import iso_date, shown
from qmslint.read.sheets.grid import Merged, SheetGrid, Value
from qmslint.read.sheets.stream import elements

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_MAX_COLUMN = 16_384
_WANTED = ("{*}row", "{*}col", "{*}mergeCell", "{*}filterColumn")


class Looks(NamedTuple):
    """What the styles of cells say, by number: format of numbers, bold; and how the workbook counts days."""

    formats: list[str]
    bold: list[bool]
    since_1904: bool = False


class SheetReader:
    """Reads sheet after sheet of one workbook; the bounds are those of the whole file."""

    def __init__(self, strings: list[str], looks: Looks, limits: Limits) -> None:
        self._strings = strings
        self._looks = looks
        self._limits = limits
        self._cells = self._characters = 0
        self._empty_formula = False

    def fill(self, grid: SheetGrid, data: bytes, name: str) -> list[str]:
        """Put the cells of a sheet into `grid`; what is to be remarked: "hidden-rows", "formula-without-value" …

        Rows hidden by hand are not shown, so not read. Rows that a filter hides belong to the list and are read.
        """
        hidden_columns = bytearray(_MAX_COLUMN + 1)  # 1 = hidden; set by whole ranges, however many there are
        hidden_rows: dict[int, dict[int, Value]] = {}
        filtered = False
        said: set[str] = set()
        self._empty_formula = False
        number = 0
        for element in elements(data, _WANTED, self._limits, name):
            tag = element.tag.rpartition("}")[2]
            if tag == "row":
                number = int(element.get("r") or number + 1)
                values = self._row(element, hidden_columns, said)
                if values:
                    hidden = element.get("hidden") in ("1", "true")
                    (hidden_rows if hidden else grid.rows)[number] = values
            elif tag == "col":
                if element.get("hidden") in ("1", "true"):
                    columns = _columns(element)
                    hidden_columns[columns.start : columns.stop] = bytes([1]) * len(columns)
            elif tag == "mergeCell":
                grid.merged += _merged(element.get("ref", ""))
            else:
                filtered = True
        if hidden_rows:
            said.add("filtered-rows" if filtered else "hidden-rows")
            if filtered:
                grid.rows.update(hidden_rows)
        if self._empty_formula:
            said.add("formula-without-value")
        return sorted(said)

    def _row(self, row: Any, hidden: bytearray, said: set[str]) -> dict[int, Value]:
        values: dict[int, Value] = {}
        column = 0
        for cell in row:
            column = place_of(cell.get("r", ""))[1] or column + 1
            value = self._value(cell)
            if value is None:
                continue
            if column <= _MAX_COLUMN and hidden[column]:
                said.add("hidden-columns")
            else:
                values[column] = value
        return values

    def _value(self, cell: Any) -> Value | None:
        text = self._text(cell)
        if not text or text.isspace():
            return None
        self._cells += 1
        self._characters += len(text)
        if self._cells > self._limits.cells:
            raise over("cells")
        if self._characters > self._limits.text_characters:
            raise over("text_characters")
        style = int(cell.get("s") or 0)
        return Value(text.replace("\r\n", "\n"), style < len(self._looks.bold) and self._looks.bold[style])

    def _text(self, cell: Any) -> str:
        stored, formula = "", False
        for child in cell:
            tag = child.tag
            if tag.endswith("}v"):
                stored = child.text or ""
            elif tag.endswith("}is"):
                return rich(child)
            elif tag.endswith("}f"):
                formula = True
        if not stored:
            self._empty_formula = self._empty_formula or (formula and cell.get("t") != "str")
            return ""
        kind = cell.get("t", "n")
        if kind == "s":
            index = int(stored)
            return self._strings[index] if 0 <= index < len(self._strings) else ""
        if kind == "n":
            style = int(cell.get("s") or 0)
            code = self._looks.formats[style] if style < len(self._looks.formats) else ""
            return shown(stored, code, self._looks.since_1904)
        if kind == "b":
            return "TRUE" if stored == "1" else "FALSE"
        return iso_date(stored) if kind == "d" else stored


def rich(item: Any) -> str:
    """The words of a string item, phonetic hints left out."""
    parts = []
    for element in item.iter("{*}t"):
        parent = element.getparent()
        if parent is None or not parent.tag.endswith("}rPh"):
            parts.append(element.text or "")
    return "".join(parts)


def place_of(reference: str) -> tuple[int, int]:
    """Row and column of "B7"; (0, 0) for what is no reference."""
    match = _REFERENCE.fullmatch(reference)
    return (int(match[2]), _number(match[1])) if match else (0, 0)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _merged(reference: str) -> list[Merged]:
    first, _, last = reference.partition(":")
    (top, left), (bottom, right) = place_of(first), place_of(last)
    return [Merged(top, left, bottom, right)] if top and bottom else []


def _columns(element: Any) -> range:
    first, last = int(element.get("min", "1")), int(element.get("max", "1"))
    return range(max(first, 1), min(last, _MAX_COLUMN) + 1)
