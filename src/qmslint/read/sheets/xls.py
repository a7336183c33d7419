"""An Excel 95-2003 workbook (.xls) as Excel shows it: visible sheets and rows, merged cells, numbers in their format.

Source: [MS-XLS] 2.4 (records). A formula shows the value that was stored with it; nothing is computed.
"""

from __future__ import annotations

from collections.abc import Callable
from struct import pack, unpack, unpack_from

from qmslint.api import Block, Comment, Document, Limits, Location, Place, Sheet, SourceFile
from qmslint.read.doc.ole import Streams
from qmslint.read.guard import damaged, encrypted, over
from qmslint.read.sheets import biff
from qmslint.read.sheets.formats import format_of, shown
from qmslint.read.sheets.grid import Merged, SheetGrid, Tally, Value
from qmslint.read.sheets.xlsx_sheet import Looks

_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_FONT, _FORMAT, _XF, _SHEET, _SST, _DATES, _PASSWORD, _CODEPAGE = 0x31, 0x41E, 0xE0, 0x85, 0xFC, 0x22, 0x2F, 0x42
_ROW, _COLUMNS, _MERGED, _FILTERED, _NOTE, _OBJECT, _WORDS = 0x208, 0x7D, 0xE5, 0x9B, 0x1C, 0x5D, 0x1B6
_FORMULA, _STRING = 0x06, 0x207
_MAX_COLUMN = 256
_CELLS = frozenset((0xFD, 0x204, 0xD6, 0x203, 0x27E, 0xBD, 0x205, _FORMULA))


def read_workbook(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The document. Hidden sheets are listed, not read; remarks name those that hold something, hidden rows …"""
    streams = Streams(data, limits)
    book = _Workbook(streams.read("Workbook") or streams.read("Book"), limits)
    if not book.sheets:
        raise damaged("no sheet")
    blocks: list[Block] = []
    remarks: list[str] = []
    comments: list[Comment] = []
    tally = Tally(limits)
    for name, start, hidden in book.sheets:
        if hidden:
            if any(record.kind in _CELLS for record in biff.records(book.stream, start)):
                remarks.append(f"hidden-sheet: {name}")
            continue
        sheet = _SheetReader(book, SheetGrid(name, tally), limits)
        remarks += [f"{what}: {name}" for what in sheet.read(start)]
        blocks += sheet.grid.blocks()
        comments += sheet.comments()
    sheets = tuple(Sheet(name, hidden) for name, _, hidden in book.sheets)
    return Document(
        source, tuple(blocks), comments=tuple(comments), properties=streams.properties(), sheets=sheets,
        remarks=tuple(remarks),
    )


class _Workbook:
    """What all sheets share."""

    def __init__(self, stream: bytes, limits: Limits) -> None:
        if len(stream) < 8 or unpack_from("<H", stream)[0] != biff.BOF:
            raise damaged("BOF")
        self.stream = stream
        self.biff8 = unpack_from("<H", stream, 4)[0] >= biff.BIFF8
        self.codec = "cp1252"
        self.strings: list[str] = []
        self.sheets: list[tuple[str, int, bool]] = []
        self.cells = self.characters = 0
        bold: list[bool] = []
        custom: dict[int, str] = {}
        styles: list[tuple[int, int]] = []
        since_1904 = False
        for kind, data, more in biff.records(stream, 0):
            if kind == _PASSWORD:
                raise encrypted()
            if kind == _CODEPAGE:
                self.codec = _codec(unpack_from("<H", data)[0])
            elif kind == _DATES:
                since_1904 = data[:1] == b"\1"
            elif kind == _FONT:
                bold.append(unpack_from("<H", data, 6)[0] >= 600)
            elif kind == _FORMAT:
                custom[unpack_from("<H", data)[0]] = biff.text(data, 2, self.biff8, self.codec, not self.biff8)
            elif kind == _XF:
                styles.append(unpack_from("<HH", data))
            elif kind == _SHEET and len(data) > 6 and data[5] == 0:  # charts and macros have no cells
                name = biff.text(data, 6, self.biff8, self.codec, short=True)
                self.sheets.append((name, unpack_from("<I", data)[0], bool(data[4] & 3)))
            elif kind == _SST:
                self.strings = biff.Strings(biff.Record(kind, data, more), limits).read()
        fonts = bold[:4] + bold[3:4] + bold[4:]  # number 4 is never used: the fifth font has number 5
        self.looks = Looks(
            [format_of(number, custom) for _, number in styles],
            [font < len(fonts) and fonts[font] for font, _ in styles], since_1904,
        )


class _SheetReader:
    """Reads one sheet's records into its grid."""

    def __init__(self, book: _Workbook, grid: SheetGrid, limits: Limits) -> None:
        self.grid = grid
        self._book = book
        self._limits = limits
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._filtered = self._lost_columns = False
        self._formula: tuple[int, int, int] | None = None
        self._object = 0
        self._notes: list[tuple[int, int, int, str]] = []
        self._words: dict[int, str] = {}
        self._readers: dict[int, Callable[[bytes], None]] = {
            0xFD: self._shared, 0x204: self._label, 0xD6: self._label, 0x203: self._number, 0x27E: self._short,
            0xBD: self._shorts, 0x205: self._truth, _FORMULA: self._result, _STRING: self._result_words,
            _ROW: self._row, _COLUMNS: self._columns, _MERGED: self._merges, _NOTE: self._note,
        }

    def read(self, start: int) -> list[str]:
        """Everything up to the end of the sheet; what is to be remarked."""
        for record in biff.records(self._book.stream, start):
            reader = self._readers.get(record.kind)
            if reader is not None:
                reader(record.data)
            elif record.kind == _FILTERED:
                self._filtered = True
            elif record.kind == _OBJECT and len(record.data) >= 8:
                self._object = unpack_from("<H", record.data, 6)[0]
            elif record.kind == _WORDS and record.more and len(record.data) >= 12:
                count = unpack_from("<H", record.data, 10)[0]
                self._words[self._object] = biff.text(pack("<H", count) + record.more[0], 0, True, "latin-1")
        said = []
        hidden = self._hidden_rows & self.grid.rows.keys()
        if hidden:
            said.append("filtered-rows" if self._filtered else "hidden-rows")
        for row in hidden if not self._filtered else ():
            del self.grid.rows[row]
        if self._lost_columns:
            said.append("hidden-columns")
        return sorted(said)

    def comments(self) -> list[Comment]:
        """The comments, at their cells."""
        return [
            Comment(author, self._words.get(number, ""),
                    Location(0, Place.COMMENT, row=row, column=column, sheet=self.grid.name))
            for row, column, number, author in self._notes
        ]

    def _put(self, row: int, column: int, style: int, text: str) -> None:
        if not text or text.isspace():
            return
        book = self._book
        book.cells += 1
        book.characters += len(text)
        if book.cells > self._limits.cells:
            raise over("cells")
        if book.characters > self._limits.text_characters:
            raise over("text_characters")
        if column + 1 in self._hidden_columns:
            self._lost_columns = True
            return
        bold = style < len(book.looks.bold) and book.looks.bold[style]
        self.grid.rows.setdefault(row + 1, {})[column + 1] = Value(text.replace("\r\n", "\n"), bold)

    def _numeric(self, row: int, column: int, style: int, number: float) -> None:
        looks = self._book.looks
        code = looks.formats[style] if style < len(looks.formats) else ""
        self._put(row, column, style, shown(repr(number), code, looks.since_1904))

    def _shared(self, data: bytes) -> None:
        row, column, style, index = unpack_from("<HHHI", data)
        if index < len(self._book.strings):
            self._put(row, column, style, self._book.strings[index])

    def _label(self, data: bytes) -> None:
        row, column, style = unpack_from("<HHH", data)
        self._put(row, column, style, biff.text(data, 6, self._book.biff8, self._book.codec))

    def _number(self, data: bytes) -> None:
        self._numeric(*unpack_from("<HHHd", data))

    def _short(self, data: bytes) -> None:
        row, column, style, packed = unpack_from("<HHHI", data)
        self._numeric(row, column, style, _unpacked(packed))

    def _shorts(self, data: bytes) -> None:
        row, first = unpack_from("<HH", data)
        for index in range((len(data) - 6) // 6):
            style, packed = unpack_from("<HI", data, 4 + 6 * index)
            self._numeric(row, first + index, style, _unpacked(packed))

    def _truth(self, data: bytes) -> None:
        row, column, style, value, error = unpack_from("<HHHBB", data)
        self._put(row, column, style, _truth(value, bool(error)))

    def _result(self, data: bytes) -> None:
        row, column, style = unpack_from("<HHH", data)
        self._formula = None
        if data[12:14] != b"\xff\xff":
            self._numeric(row, column, style, unpack_from("<d", data, 6)[0])
        elif data[6] == 0:
            self._formula = row, column, style  # the words follow in a record of their own
        elif data[6] in (1, 2):
            self._put(row, column, style, _truth(data[8], data[6] == 2))

    def _result_words(self, data: bytes) -> None:
        if self._formula is not None:
            self._put(*self._formula, biff.text(data, 0, self._book.biff8, self._book.codec))
            self._formula = None

    def _row(self, data: bytes) -> None:
        if unpack_from("<H", data, 12)[0] & 0x20:
            self._hidden_rows.add(unpack_from("<H", data)[0] + 1)

    def _columns(self, data: bytes) -> None:
        first, last, _, _, flags = unpack_from("<HHHHH", data)
        if flags & 1:
            self._hidden_columns.update(range(first + 1, min(last, _MAX_COLUMN) + 2))

    def _merges(self, data: bytes) -> None:
        for index in range(min(unpack_from("<H", data)[0], (len(data) - 2) // 8)):
            top, bottom, left, right = unpack_from("<HHHH", data, 2 + 8 * index)
            self.grid.merged.append(Merged(top + 1, left + 1, bottom + 1, right + 1))

    def _note(self, data: bytes) -> None:
        if self._book.biff8 and len(data) > 10:
            row, column, _, number = unpack_from("<HHHH", data)
            self._notes.append((row + 1, column + 1, number, biff.text(data, 8, True, "latin-1")))


def _truth(value: int, error: bool) -> str:
    return _ERRORS.get(value, "#?") if error else "TRUE" if value else "FALSE"


def _unpacked(packed: int) -> float:
    """A number as RK packs it: 30 bits of a whole number or of a double, perhaps times 100."""
    if packed & 2:
        number = float((packed >> 2) - (1 << 30 if packed & 0x80000000 else 0))
    else:
        (number,) = unpack("<d", pack("<Q", (packed & 0xFFFFFFFC) << 32))
    return number / 100 if packed & 1 else number


def _codec(number: int) -> str:
    from codecs import lookup

    try:
        return lookup({1200: "latin-1", 10000: "mac-roman", 32768: "mac-roman"}.get(number, f"cp{number}")).name
    except LookupError:
        return "cp1252"
