"""Tables of an RTF text while they are read: rows, cells, tables in cells."""

from __future__ import annotations

from collections.abc import Callable

from qmslint.api import Block, Cell, Location, NamedTuple, Paragraph, Table
from qmslint.read.doc.grid import RawCell, RowShape, make_table


class RowDefinition(NamedTuple):
    """What \\trowd … \\cellx… says: the right edges of the cells, and how each is merged."""

    left: int = 0
    edges: tuple[int, ...] = ()
    continues_left: tuple[bool, ...] = ()
    vertical: tuple[int, ...] = ()

    def shape(self, cells: int) -> RowShape:
        """The shape of a row of so many cells; cells that nobody defined follow at equal widths."""
        edges = [self.left, *self.edges]
        while len(edges) < cells + 1:
            edges.append(edges[-1] + 1000)
        left = [*self.continues_left, *[False] * cells][:cells]
        vertical = [*self.vertical, *[0] * cells][:cells]
        return RowShape(tuple(edges[: cells + 1]), tuple(left), tuple(vertical))


class OpenTable:
    """A table under way."""

    def __init__(self, at: Location) -> None:
        self.at = at
        self.rows: list[tuple[list[RawCell], RowShape]] = []
        self.cells: list[RawCell] = []
        self.blocks: list[Block] = []
        self.paragraphs = 0

    @property
    def place(self) -> Location:
        """Where the next paragraph stands."""
        return self.at._replace(row=len(self.rows) + 1, column=len(self.cells) + 1)

    def end_cell(self, order: int) -> None:
        """The cell is complete."""
        self.cells.append(RawCell(tuple(self.blocks), order))
        self.blocks, self.paragraphs = [], 0

    def end_row(self, definition: RowDefinition, order: int) -> None:
        """The row is complete."""
        if self.blocks:
            self.end_cell(order)
        if self.cells:
            self.rows.append((self.cells, definition.shape(len(self.cells))))
        self.cells = []

    def table(self, count: Callable[[int], None]) -> Table:
        """The table as a grid; the places in it count columns of the grid. `count` as in make_table."""
        made = make_table(self.rows, self.at, count)
        renewed: dict[int, Cell] = {}
        for cell in made.own_cells():
            blocks = tuple(
                block._replace(at=block.at._replace(column=cell.at.column)) if isinstance(block, Paragraph) else block
                for block in cell.blocks
            )
            renewed[id(cell)] = cell._replace(blocks=blocks)
        rows = tuple([tuple([renewed.get(id(cell), cell) for cell in row]) for row in made.rows])
        return Table(rows, made.at)
