"""Whole documents to be damaged, by format. A new format is one row of SEEDS."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from fixtures.make import word_cases
from fixtures.make.hostile.compound import compound
from fixtures.make.hostile.parts import odf_parts, xlsx_parts, zipped

FIXTURES = Path(__file__).parents[2] / "fixtures"
_MOST = 40  # seeds of one format, spread over all there are


def _files(*suffixes: str) -> Iterator[bytes]:
    found = sorted(p for p in FIXTURES.rglob("*") if p.suffix in suffixes and "found" not in p.parts)
    for path in found[:: max(1, len(found) // _MOST)]:
        yield path.read_bytes()


def _word() -> Iterator[bytes]:
    yield from _files(".docx")
    for case in word_cases.cases():
        yield word_cases.word_file(case)


def _records() -> Iterator[bytes]:
    for data in _files(".yaml"):
        if b"record/1" in data:
            yield data


def _old_workbook() -> Iterator[bytes]:
    yield from _files(".xls")

    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    def words(text: str) -> bytes:
        return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")

    begin = struct.pack("<HH", 0x600, 5) + bytes(12)
    strings = record(0xFC, struct.pack("<II", 3, 3) + words("Mã hiệu") + words("Tên tài liệu") + words("QT.01"))
    formats = record(0x41E, struct.pack("<H", 164) + words("dd/mm/yyyy")) + record(
        0xE0, struct.pack("<HH", 0, 164) + bytes(16))
    sheet = record(0x809, struct.pack("<HH", 0x600, 16) + bytes(12)) + b"".join(
        record(0xFD, struct.pack("<HHHI", row, column, 0, (row + column) % 3))
        for row in range(4) for column in range(3)
    ) + record(0x203, struct.pack("<HHHd", 5, 0, 0, 46000.0)) + record(0x27E, struct.pack("<HHHI", 5, 1, 0, 14))
    sheet += record(0xE5, struct.pack("<HHHHH", 1, 0, 1, 0, 2)) + record(0x0A, b"")
    name = struct.pack("<BB", 6, 0) + b"Sheet1"
    head = record(0x809, begin) + formats
    bound = len(head) + len(strings) + 4 + 6 + len(name) + 4
    book = head + record(0x85, struct.pack("<IBB", bound, 0, 0) + name) + strings + record(0x0A, b"") + sheet
    yield compound({"Workbook": book})


def _workbooks() -> Iterator[bytes]:
    yield from _files(".xlsx")
    yield zipped(xlsx_parts(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46000</v></c></row>'
        '<row r="2" hidden="1"><c r="A2" t="b"><v>1</v></c><c r="C2" t="str"><f>A1</f><v>x</v></c></row>',
        "<si><t>Mã</t></si><si><r><t>a</t></r><r><t>b</t></r></si>",
        '<fonts><font/><font><b/></font></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="14" fontId="1"/></cellXfs>'))


def _odf(kind: str, body: str) -> Callable[[], Iterator[bytes]]:
    def make() -> Iterator[bytes]:
        yield from _files(".odt" if kind == "text" else ".ods")
        yield zipped(odf_parts(kind, body))

    return make


_TEXT = (
    '<text:h text:outline-level="1">1. MỤC ĐÍCH</text:h><text:p text:style-name="A">Quy trình<text:s text:c="3"/>này'
    "<text:tab/>quy định<text:note><text:note-body><text:p>chú thích</text:p></text:note-body></text:note></text:p>"
    '<text:list><text:list-item text:start-value="3"><text:p>một</text:p></text:list-item></text:list><table:table>'
    '<table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>a</text:p></table:table-cell>'
    "<table:covered-table-cell/></table:table-row></table:table>"
)
_SHEET = (
    '<table:table table:name="A"><table:table-row table:number-rows-repeated="2"><table:table-cell '
    'office:value-type="date" office:date-value="2026-01-02"><text:p>02/01/2026</text:p></table:table-cell>'
    '<table:table-cell table:number-columns-repeated="3"><text:p>x</text:p></table:table-cell></table:table-row>'
    "</table:table>"
)

_RICH = (
    r"{\rtf1\ansi\ansicpg1258\deff0{\fonttbl{\f0\fcharset163 Times New Roman;}{\f1\fcharset2 Symbol;}}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}}{\*\listtable{\list{\listlevel\levelnfc0\levelstartat1"
    r"{\leveltext\'02\'00.;}{\levelnumbers\'01;}}\listid1}}{\*\listoverridetable{\listoverride\listid1\ls1}}"
    r"{\info{\title a}}{\header\pard x\par}\pard\s1 Quy tr\u236?nh\par\pard\ls1\ilvl0 m\u7897?t\par"
    r"\trowd\clmgf\cellx1000\clmrg\cellx2000\intbl a\cell b\cell\row{\footnote ch\'fa}{\field{\*\fldinst PAGE}"
    r"{\fldrslt 1}}{\pict\bin3 abc}{\deleted x}\sect\par}"
)


def _rich_text() -> Iterator[bytes]:
    yield from _files(".rtf")
    yield _RICH.encode()


SEEDS: dict[str, Callable[[], Iterator[bytes]]] = {
    "docx": _word,
    "doc": lambda: _files(".doc"),
    "xlsx": _workbooks,
    "xls": _old_workbook,
    "odt": _odf("text", _TEXT),
    "ods": _odf("spreadsheet", _SHEET),
    "yaml": _records,
    "json": lambda: iter((b'{"qmslint": "record/1", "kind": "form", "text": ["a", {"table": [["b", "c"]]}]}',)),
    "md": lambda: _files(".md"),
    "pdf": lambda: _files(".pdf"),
    "rtf": _rich_text,
}


@cache
def seeds(suffix: str) -> tuple[bytes, ...]:
    """The whole documents of one format; none where there are none yet."""
    return tuple(SEEDS[suffix]())
