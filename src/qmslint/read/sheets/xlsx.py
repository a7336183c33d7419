"""An Excel workbook (.xlsx) as Excel shows it: visible sheets and rows, merged cells, numbers in their format.

Source: ISO/IEC 29500-1, 18 (SpreadsheetML). A formula shows the value that was stored with it; nothing is computed.
"""

from __future__ import annotations

import posixpath
import re
from typing import Any

from qmslint.api import Block, Document, Limits, Sheet, SourceFile
from qmslint.read.core_properties import core_properties
from qmslint.read.guard import Package, damaged, over, parse_xml
from qmslint.read.sheets.formats import format_of, shown
from qmslint.read.sheets.grid import Merged, SheetGrid, Value

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def read_workbook(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The document. Hidden sheets are listed, not read; a remark names them and hidden rows that hold something."""
    package = Package(data, limits)
    workbook = _Workbook(package, limits)
    blocks: list[Block] = []
    sheets: list[Sheet] = []
    remarks: list[str] = []
    order = 0
    for name, target, hidden in workbook.sheets():
        sheets.append(Sheet(name, hidden))
        if hidden:
            remarks.append(f"hidden-sheet: {name}")
            continue
        grid = SheetGrid(name, order, limits)
        if workbook.fill(grid, target):
            remarks.append(f"hidden-rows: {name}")
        blocks.extend(grid.blocks())
        order = grid.order
    properties = core_properties(workbook.part("docProps/core.xml"))
    return Document(source, tuple(blocks), properties=properties, sheets=tuple(sheets), remarks=tuple(remarks))


class _Workbook:
    """The parts that all sheets share."""

    def __init__(self, package: Package, limits: Limits) -> None:
        self._package = package
        self._limits = limits
        self._cells = 0
        self._characters = 0
        self._root = self.part("xl/workbook.xml")
        if self._root is None:
            raise damaged("xl/workbook.xml")
        self._since_1904 = any(
            e.get("date1904") in ("1", "true") for e in self._root.iter("{*}workbookPr")
        )
        self._strings = self._shared_strings()
        self._formats, self._bold = self._styles()

    def part(self, name: str) -> Any:
        """The root element of a part, None when there is none."""
        data = self._package.read(name)
        return parse_xml(data, self._limits, name) if data else None

    def sheets(self) -> list[tuple[str, str, bool]]:
        """Name, part and whether hidden, in the order of the tabs."""
        relations = {}
        root = self.part("xl/_rels/workbook.xml.rels")
        for relation in root if root is not None else ():
            target = relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            if relation.get("Type", "").endswith("/worksheet"):
                relations[relation.get("Id")] = path
        found = []
        for sheet in self._root.iter("{*}sheet"):
            target = relations.get(sheet.get(_RELATION) or sheet.get(_STRICT_RELATION))
            if target:  # chart sheets have no cells
                found.append((sheet.get("name", ""), target, sheet.get("state", "visible") != "visible"))
        return found

    def _shared_strings(self) -> list[str]:
        root = self.part("xl/sharedStrings.xml")
        return [_rich(item) for item in root.iterfind("{*}si")] if root is not None else []

    def _styles(self) -> tuple[list[str], list[bool]]:
        root = self.part("xl/styles.xml")
        if root is None:
            return [], []
        custom = {int(e.get("numFmtId", "0")): e.get("formatCode", "") for e in root.iter("{*}numFmt")}
        bold = [font.find("{*}b") is not None and font.find("{*}b").get("val", "1") not in ("0", "false")
                for font in root.iterfind("{*}fonts/{*}font")]
        formats, bolds = [], []
        for style in root.iterfind("{*}cellXfs/{*}xf"):
            formats.append(format_of(int(style.get("numFmtId", "0")), custom))
            font = int(style.get("fontId", "0"))
            bolds.append(font < len(bold) and bold[font])
        return formats, bolds

    def fill(self, grid: SheetGrid, target: str) -> bool:
        """Put the visible cells of a sheet into `grid`; whether rows that hold something are hidden."""
        root = self.part(target)
        if root is None:
            raise damaged(target)
        hidden_columns = _hidden_columns(root)
        skipped = False
        row_number = 0
        for row in root.iterfind("{*}sheetData/{*}row"):
            row_number = int(row.get("r") or row_number + 1)
            hidden = row.get("hidden") in ("1", "true")
            values: dict[int, Value] = {}
            column = 0
            for cell in row.iterfind("{*}c"):
                column = _column(cell.get("r", "")) or column + 1
                value = self._value(cell)
                if value is not None and column not in hidden_columns:
                    values[column] = value
            if values and hidden:
                skipped = True
            elif values:
                grid.rows[row_number] = values
        for merge in root.iterfind("{*}mergeCells/{*}mergeCell"):
            match = re.fullmatch(rf"{_REFERENCE.pattern}:{_REFERENCE.pattern}", merge.get("ref", ""))
            if match:
                grid.merged.append(Merged(int(match[2]), _number(match[1]), int(match[4]), _number(match[3])))
        return skipped

    def _value(self, cell: Any) -> Value | None:
        kind = cell.get("t", "n")
        style = int(cell.get("s") or 0)
        inline = cell.find("{*}is")
        stored = cell.find("{*}v")
        text = _rich(inline) if inline is not None else (stored.text or "" if stored is not None else "")
        if not text:
            return None
        if kind == "s":
            index = int(text)
            text = self._strings[index] if 0 <= index < len(self._strings) else ""
        elif kind == "n":
            text = shown(text, self._formats[style] if style < len(self._formats) else "", self._since_1904)
        elif kind == "b":
            text = "TRUE" if text == "1" else "FALSE"
        if not text.strip():
            return None
        self._cells += 1
        self._characters += len(text)
        if self._cells > self._limits.cells:
            raise over("cells")
        if self._characters > self._limits.text_characters:
            raise over("text_characters")
        return Value(text.replace("\r\n", "\n"), style < len(self._bold) and self._bold[style])


def _rich(item: Any) -> str:
    """The words of a string item, phonetic hints left out."""
    parts = []
    for element in item.iter("{*}t"):
        parent = element.getparent()
        if parent is None or not parent.tag.endswith("}rPh"):
            parts.append(element.text or "")
    return "".join(parts)


def _hidden_columns(root: Any) -> frozenset[int]:
    hidden: set[int] = set()
    for column in root.iterfind("{*}cols/{*}col"):
        if column.get("hidden") in ("1", "true"):
            first, last = int(column.get("min", "1")), min(int(column.get("max", "1")), 16_384)
            hidden.update(range(first, last + 1))
    return frozenset(hidden)


def _column(reference: str) -> int:
    match = _REFERENCE.fullmatch(reference)
    return _number(match[1]) if match else 0


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
