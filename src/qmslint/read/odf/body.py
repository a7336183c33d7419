"""Blocks in reading order: paragraphs, headings, lists as they print, tables as a grid, boxes behind their anchor.

Source: ODF 1.3, part 3, 5 (text), 9.1 (tables).
"""

from __future__ import annotations

from typing import Any

from qmslint.api import Block, Cell, Comment, Limits, Location, NamedTuple, Note, Paragraph, Place, Table
from qmslint.read.guard import over
from qmslint.read.odf.inline import Changes, Ink
from qmslint.read.odf.lists import Lists
from qmslint.read.odf.names import DC, DRAW, TABLE, TEXT, count
from qmslint.read.odf.styles import Styles

_P, _H, _LIST, _TABLE = TEXT + "p", TEXT + "h", TEXT + "list", TABLE + "table"
_THROUGH = frozenset((TEXT + "section", TEXT + "index-body", TEXT + "index-title", DRAW + "text-box"))
_INDEXES = frozenset(
    TEXT + name
    for name in (
        "table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index",
        "bibliography",
    )
)
_ROWS = frozenset((TABLE + "table-header-rows", TABLE + "table-rows", TABLE + "table-row-group"))
_MAX_DEPTH = 100


class Item(NamedTuple):
    """The list item in which a paragraph stands."""

    style: str
    level: int
    counters: list[int | None]
    start: int | None = None
    silent: bool = False  # a further paragraph of an item, or a header: no number


class Body:
    """Reads blocks of one text; counts order, tables and bounds across its parts."""

    def __init__(self, styles: Styles, limits: Limits, changes: Changes) -> None:
        self._styles = styles
        self._limits = limits
        self._lists = Lists(styles)
        self.changes = changes
        self.order = self.tables = 0
        self._paragraphs = self._cells = 0
        self._left = limits.text_characters
        self.pages: list[str] = []  # the master page of each section
        self.notes: list[Note] = []
        self.comments: list[Comment] = []
        self._waiting: list[Any] = []

    def blocks(self, parent: Any, base: Location, depth: int = 0) -> list[Block]:
        """The blocks below `parent`."""
        found: list[Block] = []
        self._fill(found, parent, base, depth, [0], None)
        return found

    def _fill(
        self, found: list[Block], parent: Any, base: Location, depth: int, number: list[int], item: Item | None
    ) -> None:
        if depth > _MAX_DEPTH:
            raise over("xml_depth")
        for child in parent:
            tag = child.tag
            if tag in (_P, _H):
                number[0] += 1
                self._paragraph(found, child, base, number[0], depth, item)
                item = item._replace(silent=True) if item is not None else None
            elif tag == _TABLE:
                self._begins(self._styles.table_master(child.get(TABLE + "style-name", "")), base)
                table = self._table(child, base, depth + 1)
                if table is not None:
                    found.append(table)
            elif tag == _LIST:
                self._list(found, child, base, depth + 1, number, item)
            elif tag in _THROUGH:
                if child.get(TEXT + "display") != "none":
                    self._fill(found, child, base, depth + 1, number, item)
            elif tag in _INDEXES:
                body = child.find(TEXT + "index-body")
                if body is not None:
                    self._fill(found, body, base, depth + 1, number, None)
            elif str(tag).startswith(DRAW):
                self._loose_drawing(found, child, base, depth)

    def _begins(self, master: str, base: Location) -> None:
        """A new section of pages, where a paragraph or table of the body says so."""
        if master and base.place == Place.BODY and not base.table:
            if self.order:
                self.pages.append(master)
            else:
                self.pages = [master]

    def _section(self, base: Location) -> int:
        return base.section or (max(len(self.pages), 1) if base.place == Place.BODY else 0)

    # ── paragraphs ──

    def _paragraph(
        self, found: list[Block], element: Any, base: Location, index: int, depth: int, item: Item | None
    ) -> None:
        self._paragraphs += 1
        if self._paragraphs > self._limits.paragraphs:
            raise over("paragraphs")
        name = element.get(TEXT + "style-name", "")
        style = self._styles.paragraph(name)
        self._begins(style.master, base)
        ink = Ink(self._styles, name, self.changes, self._left)
        ink.walk(element)
        text, runs = ink.finish()
        self._left -= len(text)
        if self._left < 0:
            raise over("text_characters")
        before = "".join(ink.original) if ink.original is not None else None
        level = count(element.get(TEXT + "outline-level"), style.outline) if element.tag == _H else style.outline
        self.order += 1
        at = Location(
            self.order, base.place, self._section(base), base.variant, base.table, base.row, base.column, index
        )
        found.append(Paragraph(
            text, at, self._number(element, item, level), style.name, level if level < 10 else 0,
            runs, ink.pictures, style.alignment, before if before != text else None,
            style.page_break or bool(style.master and self.order > 1),
        ))
        self._asides(ink)
        place = Place.BOX if at.place == Place.BODY else at.place
        for box in ink.boxes:
            found += self.blocks(box, at._replace(place=place), depth + 1)

    def _number(self, element: Any, item: Item | None, level: int) -> str:
        if item is not None:
            return "" if item.silent else self._lists.printed(item.style, item.level, item.counters, item.start)
        if element.tag == _H and level and element.get(TEXT + "is-list-header") != "true":
            return self._lists.heading(level - 1)
        return ""

    def _asides(self, ink: Ink) -> None:
        self._waiting += ink.notes
        for element in ink.comments:
            self.order += 1
            at = Location(self.order, Place.COMMENT)
            author = element.find(DC + "creator")
            lines = ["".join(p.itertext()) for p in element.iter(_P)]
            self.comments.append(Comment(author.text or "" if author is not None else "", "\n".join(lines), at))

    def read_notes(self) -> None:
        """The notes met so far, behind the body, as they print; a note may hold no notes."""
        for element in self._waiting:
            kind = "endnote" if element.get(TEXT + "note-class") == "endnote" else "footnote"
            body = element.find(TEXT + "note-body")
            self.order += 1
            at = Location(self.order, kind)
            self.notes.append(Note(kind, tuple(self.blocks(body, at) if body is not None else ()), at))
        self._waiting = []

    def _loose_drawing(self, found: list[Block], element: Any, base: Location, depth: int) -> None:
        """A picture or box that is anchored to the page: it stands where the file has it."""
        ink = Ink(self._styles, "", self.changes, self._left)
        ink.draw(element)
        if ink.pictures:
            self.order += 1
            place = Location(self.order, base.place, self._section(base), base.variant)
            found.append(Paragraph("", place, pictures=ink.pictures))
        for box in ink.boxes:
            inside = base._replace(place=Place.BOX if base.place == Place.BODY else base.place)
            found += self.blocks(box, inside, depth + 1)

    # ── lists ──

    def _list(
        self, found: list[Block], element: Any, base: Location, depth: int, number: list[int], outer: Item | None
    ) -> None:
        style = element.get(TEXT + "style-name") or (outer.style if outer else self._style_of_items(element))
        level = outer.level + 1 if outer else 0
        counters = outer.counters if outer else self._lists.open(element, style)
        for child in element:
            if child.tag not in (TEXT + "list-item", TEXT + "list-header"):
                continue
            start = child.get(TEXT + "start-value")
            item = Item(
                style, level, counters, count(start) if start is not None else None,
                child.tag == TEXT + "list-header",
            )
            self._fill(found, child, base, depth + 1, number, item)

    def _style_of_items(self, element: Any) -> str:
        first = next((p for p in element.iter(_P, _H)), None)
        return self._styles.paragraph(first.get(TEXT + "style-name", "")).list_style if first is not None else ""

    # ── tables ──

    def _table(self, element: Any, base: Location, depth: int) -> Table | None:
        self.tables += 1
        self.order += 1
        at = base._replace(
            order=self.order, table=self.tables, row=0, column=0, paragraph=0, section=self._section(base)
        )
        grid: list[list[Cell]] = []
        for row in _rows(element):
            empty = not any(True for _ in row.iter(_P, _H, _TABLE))
            for _ in range(1 if empty else self._repeats(row, "rows")):
                self._row(row, grid, at, depth)
        return Table(tuple(_with_heights(grid)), at) if grid else None

    def _repeats(self, element: Any, what: str) -> int:
        """How often a row or cell repeats; never more than cells may still come."""
        times = count(element.get(f"{TABLE}number-{what}-repeated"))
        if self._cells + times > self._limits.cells:
            raise over("cells")
        return times

    def _row(self, row: Any, grid: list[list[Cell]], at: Location, depth: int) -> None:
        line: list[Cell] = []
        grid.append(line)
        for child in row:
            if child.tag == TABLE + "covered-table-cell":
                for _ in range(self._repeats(child, "columns")):
                    self._covered(grid, line, at)
            elif child.tag == TABLE + "table-cell":
                for _ in range(self._repeats(child, "columns")):
                    self._cells += 1
                    self.order += 1
                    place = at._replace(order=self.order, row=len(grid), column=len(line) + 1)
                    rows = count(child.get(TABLE + "number-rows-spanned"))
                    columns = count(child.get(TABLE + "number-columns-spanned"))
                    blocks = self.blocks(child, place, depth + 1)
                    line.append(Cell(tuple(blocks), place, max(rows, 1), max(columns, 1)))
        if self._cells > self._limits.cells:
            raise over("cells")

    def _covered(self, grid: list[list[Cell]], line: list[Cell], at: Location) -> None:
        """A place under a merged cell: that of the left when it reaches so far, else that of above."""
        self._cells += 1
        row, column = len(grid), len(line) + 1
        for cell in (line[-1] if line else None, grid[-2][column - 1] if row > 1 and column <= len(grid[-2]) else None):
            if cell is not None and _reaches(cell, row, column):
                line.append(cell)
                return
        line.append(Cell((), at._replace(row=row, column=column)))


def _reaches(cell: Cell, row: int, column: int) -> bool:
    at = cell.at
    return at.row <= row < at.row + cell.row_span and at.column <= column < at.column + cell.column_span


def _rows(table: Any) -> list[Any]:
    found: list[Any] = []
    for child in table:
        if child.tag == TABLE + "table-row":
            found.append(child)
        elif child.tag in _ROWS:
            found += _rows(child)
    return found


def _with_heights(grid: list[list[Cell]]) -> list[tuple[Cell, ...]]:
    """The rows, each merged cell with the spans that it really has in this grid."""
    places: dict[int, tuple[int, int, int, int]] = {}
    for r, line in enumerate(grid):
        for c, cell in enumerate(line):
            if cell.row_span > 1 or cell.column_span > 1:
                top, left, _, right = places.get(id(cell), (r, c, r, c))
                places[id(cell)] = (top, left, r, max(c, right))
    renewed: dict[int, Cell] = {}
    for line in grid:
        for cell in line:
            if id(cell) in places and id(cell) not in renewed:
                top, left, bottom, right = places[id(cell)]
                renewed[id(cell)] = cell._replace(row_span=bottom - top + 1, column_span=right - left + 1)
    return [tuple([renewed.get(id(cell), cell) for cell in line]) for line in grid]

