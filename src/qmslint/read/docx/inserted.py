"""Files put into a document as they are (altChunk): read by the reader of their format, moved to where they stand.

Source: ISO/IEC 29500-1, 17.17.2.1. What is not read is said, never passed over: its words are missing in the text.
"""

from __future__ import annotations

from collections.abc import Callable

from qmslint.api import (
    Block,
    Cell,
    Comment,
    Document,
    Limits,
    Location,
    Margin,
    Note,
    Paragraph,
    Place,
    SourceFile,
    Table,
    Text,
    Unread,
    UnreadableDocument,
)
from qmslint.read.docx.chunks import lines_of
from qmslint.read.guard import encrypted, over
from qmslint.read.sniff import sniff

_MAX_NESTING, _MAX_CHUNKS = 3, 64  # files inside files inside files; files in one document
_MEND = Text(
    "Mở văn bản bằng Word rồi lưu lại (khi đó Word đưa nội dung của tệp chèn vào văn bản), sau đó kiểm tra lại.",
    "Open the document in Word and save it (Word then takes the words of the file into the document), check again.",
)


class Inserted:
    """The files put into one document: what is gathered of them beside the body. `docx` reads one of Word's."""

    def __init__(
        self, docx: Callable[[bytes, Limits, Inserted], Document], nesting: int = 0, count: list[int] | None = None
    ) -> None:
        self._docx = docx
        self._nesting = nesting
        self._count = [0] if count is None else count  # shared with the files inside the files
        self.unread: list[Unread] = []
        self.notes: list[Note] = []
        self.comments: list[Comment] = []

    def read(self, part: tuple[str, bytes | None], at: Location, limits: Limits) -> Document | list[str]:
        """The document, or the lines, that the file at `at` shows. `part`: its name, its bytes (None: not there)."""
        self._count[0] += 1
        if self._count[0] > _MAX_CHUNKS:
            raise over("entries")
        try:
            return self._read(*part, limits)
        except UnreadableDocument as error:
            self.unread.append(Unread(at, "embedded", _lost(part[0], error.message), _MEND))
            return []

    def _read(self, name: str, data: bytes | None, limits: Limits) -> Document | list[str]:
        if data is None:
            raise _refused("phần này không có trong tệp", "the part is not in the file")
        kind = sniff(data, name)
        if kind == "docx" and self._nesting < _MAX_NESTING:
            return self._nested(data, limits)
        if kind == "rtf":
            from qmslint.read.rtf import read as read_rtf

            return read_rtf(SourceFile(name, kind), data, limits)
        if kind == "doc":
            from qmslint.read.doc import read as read_doc

            return read_doc(SourceFile(name, kind), data, limits)
        if kind == "encrypted-ooxml":
            raise encrypted()
        lines = lines_of(data)
        if lines is None:
            raise _refused("định dạng này không đọc được ở đây", "this format is not read here")
        return lines

    def _nested(self, data: bytes, limits: Limits) -> Document:
        try:
            return self._docx(data, limits, Inserted(self._docx, self._nesting + 1, self._count))
        except (UnreadableDocument, MemoryError):
            raise
        except Exception as error:
            what = type(error).__name__
            raise _refused(f"tệp bị hỏng ({what})", f"it is damaged ({what})") from error


class Moving:
    """Moves what a file shows to where it stands in another: order, tables and sections count on from there."""

    def __init__(self, base: Location, order: int, tables: int, section: int, paragraph: int) -> None:
        self._base, self._order, self._tables = base, order, tables
        self._section, self._paragraph = section, paragraph
        self._cells: dict[int, Cell] = {}
        self.order, self.tables = order, tables  # the highest so far
        self.paragraphs = self.cells = self.characters = 0

    def place(self, at: Location) -> Location:
        """Where a place of the file is in the document around it."""
        base = self._base
        moved = at._replace(order=at.order + self._order, variant=at.variant or base.variant)
        if at.section:
            moved = moved._replace(section=base.section or at.section + self._section - 1)
        if at.table:
            moved = moved._replace(table=at.table + self._tables)
        elif at.place in (Place.BODY, Place.BOX):
            moved = moved._replace(table=base.table, row=base.row, column=base.column)
            if at.place == Place.BODY and at.paragraph:
                moved = moved._replace(paragraph=at.paragraph + self._paragraph)
        if base.place != Place.BODY and at.place in (Place.BODY, Place.BOX):
            moved = moved._replace(place=base.place)
        self.order, self.tables = max(self.order, moved.order), max(self.tables, moved.table)
        return moved

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The same blocks, moved."""
        return tuple([self._table(b) if isinstance(b, Table) else self._moved(b) for b in blocks])

    def _moved(self, paragraph: Paragraph) -> Paragraph:
        self.paragraphs += 1
        self.characters += len(paragraph.text)
        return paragraph._replace(at=self.place(paragraph.at))

    def _table(self, table: Table) -> Table:
        at = self.place(table.at)
        return Table(tuple([tuple([self._cell(cell) for cell in row]) for row in table.rows]), at)

    def _cell(self, cell: Cell) -> Cell:
        known = self._cells.get(id(cell))  # a merged cell stays one object
        if known is None:
            self.cells += 1
            known = self._cells[id(cell)] = cell._replace(at=self.place(cell.at), blocks=self.blocks(cell.blocks))
        return known

    def beside(self, inserted: Inserted, document: Document) -> None:
        """Notes, comments and what was not read go into the document around the file."""
        inserted.notes += [note._replace(at=self.place(note.at), blocks=self.blocks(note.blocks))
                           for note in document.notes]
        inserted.comments += [comment._replace(at=self.place(comment.at)) for comment in document.comments]
        inserted.unread += [part._replace(at=self.place(part.at)) for part in document.unread]

    def margins(self, document: Document) -> list[tuple[Margin, ...]]:
        """Headers and footers of all sections of the file but the last, whose own ones Word does not take over."""
        last = max((block.at.section for block in document.blocks), default=1)
        return [
            tuple([m._replace(section=section + self._section - 1, at=self.place(m.at), blocks=self.blocks(m.blocks))
                   for m in document.margins if m.section == section])
            for section in range(1, last)
        ]


def _lost(name: str, why: Text) -> Text:
    words = why.vi.rstrip("."), why.en.rstrip(".")
    part = f" ({name})" if name else ""
    return Text(
        f"Tệp được chèn vào văn bản{part} không đọc được, nên chữ của nó chưa được xét: "
        f"{words[0][:1].lower()}{words[0][1:]}.",
        f"The file put into the document{part} was not read, so its words were not judged: "
        f"{words[1][:1].lower()}{words[1][1:]}.",
    )


def _refused(vi: str, en: str) -> UnreadableDocument:
    return UnreadableDocument("embedded", Text(vi, en))
