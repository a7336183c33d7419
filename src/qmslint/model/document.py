"""Document: what Word shows. Made by a reader, seen by extractors, never leaves the worker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from qmslint.model.location import WHOLE, Location
from qmslint.model.text import Text
from qmslint.model.tuples import NamedTuple


class SourceFile(NamedTuple):
    """One file of the agency. `path` is posix and relative to the root, in NFC; the disk may spell it otherwise."""

    path: str
    format: str = ""  # "docx", "doc", "xlsx", … by the first bytes, not by the suffix
    digest: str = ""  # blake2b of the bytes, hex
    size: int = 0  # bytes


class Run(NamedTuple):
    """Neighbouring characters of one look."""

    text: str
    bold: bool = False
    italic: bool = False
    caps: bool = False  # shown in capitals although written small
    size: float = 0.0  # points; 0 = not said
    font: str = ""


class Paragraph(NamedTuple):
    """One paragraph in the accepted view: insertions in, deletions out. Tabs are \\t, line breaks \\n."""

    text: str
    at: Location
    number: str = ""  # the automatic number as printed: "4.", "a)", "•"
    style: str = ""  # name of the paragraph style
    level: int = 0  # 1… when Word knows it as a heading
    runs: tuple[Run, ...] = ()
    pictures: int = 0
    alignment: str = ""  # "center", "right", "both"; "" = left or not said
    original: str | None = None  # the text before tracked changes, where it differs
    page_break: bool = False  # a page break stands before this paragraph

    @property
    def shown(self) -> str:
        """The text with its automatic number, as printed."""
        return f"{self.number} {self.text}" if self.number else self.text

    @property
    def bold(self) -> bool:
        """Whether every visible character is bold."""
        seen = False
        for run in self.runs:
            if run.text.strip():
                if not run.bold:
                    return False
                seen = True
        return seen


class Cell(NamedTuple):
    """One cell. A merged cell is the same object at each of its places in the grid; `at` is its first place."""

    blocks: tuple[Block, ...]
    at: Location
    row_span: int = 1
    column_span: int = 1

    @property
    def text(self) -> str:
        """All its text, a line a paragraph, nested tables included, automatic numbers shown."""
        if len(self.blocks) == 1 and isinstance(self.blocks[0], Paragraph):
            return self.blocks[0].shown
        return "\n".join(paragraph.shown for paragraph in paragraphs(self.blocks))

    @property
    def pictures(self) -> int:
        """How many pictures stand in it."""
        return sum(paragraph.pictures for paragraph in paragraphs(self.blocks))


class Table(NamedTuple):
    """A table resolved to a grid: `rows[r][c]` exists for every place, merged cells repeat."""

    rows: tuple[tuple[Cell, ...], ...]
    at: Location

    @property
    def width(self) -> int:
        """Columns of the widest row."""
        return max((len(row) for row in self.rows), default=0)

    def own_cells(self) -> Iterator[Cell]:
        """Every cell once, at its first place, in reading order."""
        for r, row in enumerate(self.rows):
            for c, cell in enumerate(row):
                if c and row[c - 1] is cell:
                    continue
                if r and c < len(self.rows[r - 1]) and self.rows[r - 1][c] is cell:
                    continue
                yield cell


Block: TypeAlias = Paragraph | Table


class Margin(NamedTuple):
    """A header or footer of one section; one linked to the previous section is listed with that text again."""

    kind: str  # "header" or "footer"
    section: int
    variant: str  # "first", "even" or "" for the default one
    blocks: tuple[Block, ...]
    at: Location
    inherited: bool = False  # linked to the previous section, so the same text


class Note(NamedTuple):
    """A footnote or endnote, in its own words."""

    kind: str  # "footnote" or "endnote"
    blocks: tuple[Block, ...]
    at: Location


class Comment(NamedTuple):
    """A comment in the margin of Word."""

    author: str
    text: str
    at: Location


class Properties(NamedTuple):
    """What the file says of itself. Dates are ISO 8601 as stored."""

    title: str = ""
    author: str = ""
    last_modified_by: str = ""
    created: str = ""
    modified: str = ""
    last_printed: str = ""
    application: str = ""


class Sheet(NamedTuple):
    """One sheet of a workbook, in order; its content stands in `Document.blocks` as a table."""

    name: str
    hidden: bool = False


class Record(NamedTuple):
    """A typed record (.yaml, .json, front matter of .md): plain data, and the line on which each key path stands."""

    data: dict[str, Any]
    lines: tuple[tuple[str, int], ...] = ()


class Unread(NamedTuple):
    """A part of the document that was not read: a scanned page, or a file put in whose words are missing here."""

    at: Location
    reason: str = "scanned"  # no text to read; "ocr": read by recognition, "no-ocr", "ocr-failed": asked for in vain;
    # else a code as of UnreadableDocument: "embedded", …
    message: Text = Text("", "")  # which part, and why; a scanned page needs no words of its own
    mend: Text = Text("", "")


class Decoded(NamedTuple):
    """A piece of text that was typed in an encoding of before Unicode. Not `sure`: it was left as it stands."""

    codec: str  # "tcvn3", "vni", "vps", "1258", "viqr"
    text: str  # as written
    shown: str  # as it reads in Unicode
    words: int  # how many words of it are concerned
    at: Location
    sure: bool = True


class Document(NamedTuple):
    """What a person sees who opens the file."""

    source: SourceFile
    blocks: tuple[Block, ...] = ()
    margins: tuple[Margin, ...] = ()
    notes: tuple[Note, ...] = ()
    comments: tuple[Comment, ...] = ()
    properties: Properties = Properties()
    sheets: tuple[Sheet, ...] = ()
    record: Record | None = None
    tracked_changes: int = 0  # unaccepted insertions and deletions
    unread: tuple[Unread, ...] = ()  # parts that were not read; each is reported
    remarks: tuple[str, ...] = ()  # what the reader wants said: "truncated"
    decoded: tuple[Decoded, ...] = ()  # what was typed in an old encoding, in reading order


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Every paragraph once, in reading order, those in tables included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for cell in block.own_cells():
                yield from paragraphs(cell.blocks)


def tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    """Every table, outer before inner, in reading order."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
            for cell in block.own_cells():
                yield from tables(cell.blocks)


__all__ = [
    "WHOLE", "Block", "Cell", "Comment", "Decoded", "Document", "Margin", "Note", "Paragraph", "Properties", "Record",
    "Run", "Sheet", "SourceFile", "Table", "Unread", "paragraphs", "tables",
]
