"""One story of an RTF text (the body, a header, a note …): paragraphs and tables in reading order."""

from __future__ import annotations

from qmslint.api import Block, Location, Paragraph, Place
from qmslint.read.number_formats import bullet
from qmslint.read.rtf.ink import Ink
from qmslint.read.rtf.shared import Shared
from qmslint.read.rtf.state import State, Style
from qmslint.read.rtf.tables import OpenTable, RowDefinition

_MAX_DEPTH = 32
_NO_STYLE = Style()


class Story:
    """Puts paragraphs where they belong: behind each other, or into the cells of tables that are open."""

    def __init__(self, reader: Shared, base: Location) -> None:
        self._reader = reader
        self._base = base
        self.found: list[Block] = []
        self._open: list[OpenTable] = []
        self._count = 0
        self.ink = Ink(reader.head, 0)
        self.number = ""
        self.page_break = False
        self.boxes: list[tuple[int, int]] = []
        self.row = RowDefinition()

    @property
    def is_aside(self) -> bool:
        """Whether this is a note or a comment."""
        return self._base.place in (Place.FOOTNOTE, Place.ENDNOTE, Place.COMMENT)

    @property
    def empty(self) -> bool:
        """Whether the paragraph under way holds nothing yet."""
        return not (self.ink.finish()[0] or self.ink.pictures or self.number or self.boxes)

    def end_paragraph(self, state: State) -> None:
        """The paragraph under way is complete."""
        reader = self._reader
        depth = max(state.depth, 1) if state.in_table else 0
        self._reach(min(depth, _MAX_DEPTH))
        reader.count_paragraph()
        text, runs, original = self.ink.finish()
        reader.count_characters(len(text))
        reader.changes += self.ink.changes
        style = reader.head.styles.get(state.style, _NO_STYLE)
        table = self._open[-1] if self._open else None
        if table:
            table.paragraphs += 1
            place, index = table.place, table.paragraphs
        else:
            self._count += 1
            place, index = self._base, self._count
        at = place._replace(order=reader.next_order(), paragraph=index, section=self._section())
        level = state.level if state.level >= 0 else style.level
        paragraph = Paragraph(
            text, at, self.number, style.name, level, runs, self.ink.pictures, state.alignment,
            original, self.page_break or state.page_break,
        )
        into = table.blocks if table else self.found
        into.append(paragraph)
        boxes, changing = self.boxes, self.ink.changing
        self.ink, self.number, self.page_break, self.boxes = Ink(reader.head, changing), "", False, []
        inside = at._replace(place=Place.BOX if at.place == Place.BODY else at.place)
        for start, end in boxes:
            into += reader.blocks(start, end, inside)

    def _section(self) -> int:
        return self._base.section or (self._reader.section if self._base.place == Place.BODY else 0)

    def _reach(self, depth: int) -> None:
        """Close tables that are deeper than `depth`, open those that are missing."""
        while len(self._open) > depth:
            self._close()
        while len(self._open) < depth:
            outer = self._open[-1].place if self._open else self._base
            at = outer._replace(
                order=self._reader.next_order(), table=self._reader.next_table(), row=0, column=0, paragraph=0,
                section=self._section(),
            )
            self._open.append(OpenTable(at))

    def _close(self) -> None:
        table = self._open.pop()
        table.end_row(self.row, self._reader.next_order())
        if table.rows:
            (self._open[-1].blocks if self._open else self.found).append(
                table.table(self._reader.count_cells))

    def end_cell(self, state: State, depth: int) -> None:
        """\\cell or \\nestcell: the paragraph and the cell are complete."""
        inside = state.inner()
        inside.in_table, inside.depth = True, min(max(depth, 1), _MAX_DEPTH)
        self.end_paragraph(inside)
        self._reader.count_cells(1)
        self._open[-1].end_cell(self._reader.next_order())

    def end_row(self, depth: int) -> None:
        """\\row or \\nestrow."""
        while len(self._open) > max(depth, 1):
            self._close()
        if self._open:
            self._open[-1].end_row(self.row, self._reader.next_order())

    def set_number(self, text: str) -> None:
        """The number of the list item as it prints."""
        text = text.strip()
        self.number = bullet(text) if len(text) == 1 else text

    def finish(self, state: State) -> list[Block]:
        """All blocks; a last paragraph without its end mark counts when it holds something."""
        if not self.empty:
            self.end_paragraph(state)
        self._reach(0)
        return self.found
