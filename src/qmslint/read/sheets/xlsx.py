"""An Excel workbook (.xlsx) as Excel shows it: visible sheets and rows, merged cells, numbers in their format.

Source: ISO/IEC 29500-1, 18 (SpreadsheetML). A formula shows the value that was stored with it; nothing is computed.
"""

from __future__ import annotations

import posixpath
from typing import Any

from qmslint.api import Block, Comment, Document, Limits, Location, Place, Sheet, SourceFile, Text, UnreadableDocument
from qmslint.read.core_properties import core_properties
from qmslint.read.guard import Package, damaged, parse_xml
from qmslint.read.sheets.formats import format_of
from qmslint.read.sheets.grid import SheetGrid, Tally
from qmslint.read.sheets.stream import elements
from qmslint.read.sheets.xlsx_sheet import Looks, SheetReader, place_of, rich

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_FILLED = (b"<v>", b":v>", b"<is>", b":is>")  # what a cell that holds something has
_Relations = dict[str, tuple[str, str]]


def read_workbook(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The document. Hidden sheets are listed, not read; remarks name those that hold something, hidden rows …"""
    workbook = _Workbook(Package(data, limits), limits)
    blocks: list[Block] = []
    sheets: list[Sheet] = []
    remarks: list[str] = []
    comments: list[Comment] = []
    reader = SheetReader(workbook.strings, workbook.looks, limits)
    tally = Tally(limits)
    for name, target, hidden in workbook.sheets():
        sheets.append(Sheet(name, hidden))
        part = workbook.bytes_of(target)
        if hidden:
            if any(mark in part for mark in _FILLED):
                remarks.append(f"hidden-sheet: {name}")
            continue
        if not part:
            raise damaged(target)
        grid = SheetGrid(name, tally)
        remarks += [f"{what}: {name}" for what in reader.fill(grid, part, target)]
        blocks += grid.blocks()
        comments += workbook.comments(target, name)
    properties = core_properties(workbook.side("docProps/core.xml"))
    return Document(
        source, tuple(blocks), comments=tuple(comments), properties=properties, sheets=tuple(sheets),
        remarks=tuple(remarks),
    )


class _Workbook:
    """The parts that all sheets share."""

    def __init__(self, package: Package, limits: Limits) -> None:
        self._package = package
        self._limits = limits
        self._main = self._main_part()
        self._root = self.part(self._main)
        if self._root is None:
            raise damaged(self._main)
        self._relations = self._relations_of(self._main)
        since_1904 = any(e.get("date1904") in ("1", "true") for e in self._root.iter("{*}workbookPr"))
        self.strings = self._shared_strings()
        self.looks = self._styles(since_1904)

    def _main_part(self) -> str:
        """The workbook's part, wherever the package keeps it."""
        for kind, target in self._relations_of("").values():
            if kind == "officeDocument" and self._package.has(target):
                if target.endswith(".bin"):
                    raise _binary()
                return target
        if self._package.has("xl/workbook.bin"):
            raise _binary()
        return "xl/workbook.xml"

    def bytes_of(self, name: str) -> bytes:
        """The bytes of a part."""
        return self._package.read(name)

    def part(self, name: str) -> Any:
        """The root element of a part, None when there is none."""
        data = self._package.read(name) if name else b""
        return parse_xml(data, self._limits, name) if data else None

    def side(self, name: str) -> Any:
        """The root element of a part without which the cells stand as well, None when it is missing or damaged."""
        try:
            return self.part(name)
        except UnreadableDocument as error:
            if error.reason != "damaged":
                raise
            return None

    def _relations_of(self, name: str) -> _Relations:
        """Identifier → (last word of the type, part) of what a part points to inside the package."""
        folder, file = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = {}
        for relation in root if root is not None else ():
            if relation.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/" + folder, relation.get("Target", "")))
                kind = relation.get("Type", "").rpartition("/")[2]
                found[relation.get("Id", "")] = (kind, path.lstrip("/"))
        return found

    def _related(self, kind: str, usual: str) -> str:
        return next((target for known, target in self._relations.values() if known == kind), usual)

    def sheets(self) -> list[tuple[str, str, bool]]:
        """Name, part and whether hidden, in the order of the tabs; chart sheets have no cells."""
        found = []
        for sheet in self._root.iter("{*}sheet"):
            identifier = sheet.get(_RELATION) or sheet.get(_STRICT_RELATION) or ""
            kind, target = self._relations.get(identifier, ("", ""))
            if kind == "worksheet":
                found.append((sheet.get("name", ""), target, sheet.get("state", "visible") != "visible"))
        return found

    def _shared_strings(self) -> list[str]:
        name = self._related("sharedStrings", "xl/sharedStrings.xml")
        data = self._package.read(name)
        return [rich(item) for item in elements(data, ("{*}si",), self._limits, name)] if data else []

    def _styles(self, since_1904: bool) -> Looks:
        root = self.part(self._related("styles", "xl/styles.xml"))
        if root is None:
            return Looks([], [], since_1904)
        custom = {int(e.get("numFmtId", "0")): e.get("formatCode", "") for e in root.iter("{*}numFmt")}
        bold = [_is_bold(font) for font in root.iterfind("{*}fonts/{*}font")]
        formats, bolds = [], []
        for style in root.iterfind("{*}cellXfs/{*}xf"):
            formats.append(format_of(int(style.get("numFmtId", "0")), custom))
            font = int(style.get("fontId", "0"))
            bolds.append(0 <= font < len(bold) and bold[font])
        return Looks(formats, bolds, since_1904)

    def comments(self, sheet: str, name: str) -> list[Comment]:
        """The comments of one sheet, at their cells."""
        found: list[Comment] = []
        for kind, target in self._relations_of(sheet).values():
            root = self.side(target) if kind == "comments" else None
            if root is None:
                continue
            authors = [author.text or "" for author in root.iterfind("{*}authors/{*}author")]
            for comment in root.iterfind("{*}commentList/{*}comment"):
                row, column = place_of(comment.get("ref", ""))
                number = comment.get("authorId", "")
                author = authors[int(number)] if number.isdigit() and int(number) < len(authors) else ""
                at = Location(0, Place.COMMENT, row=row, column=column, sheet=name)
                words = comment.find("{*}text")
                found.append(Comment(author, rich(words) if words is not None else "", at))
        return found


def _is_bold(font: Any) -> bool:
    element = font.find("{*}b")
    return element is not None and element.get("val", "1") not in ("0", "false")


def _binary() -> UnreadableDocument:
    return UnreadableDocument(
        "unknown-format",
        Text("Đây là bảng tính dạng nhị phân (.xlsb).", "This is a binary workbook (.xlsb)."),
        Text("Mở bằng Excel, lưu lại thành .xlsx.", "Open it in Excel and save it as .xlsx."),
    )
