"""From the filled cells of a sheet to blocks: lone words above are paragraphs, the rest tables, empty columns out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from qmslint.api import Block, Cell, Limits, Location, Paragraph, Place, Run, Table
from qmslint.read.guard import over


class Value(NamedTuple):
    """What one cell shows."""

    text: str
    bold: bool = False


class Merged(NamedTuple):
    """A merged range, all ends counted in, from 1."""

    top: int
    left: int
    bottom: int
    right: int


class SheetGrid:
    """One sheet: rows and columns from 1. Only what is filled is held, whatever the sheet's extent is."""

    def __init__(self, name: str, order: int, limits: Limits) -> None:
        self.name = name
        self.order = order
        self._limits = limits
        self.rows: dict[int, dict[int, Value]] = {}
        self.merged: list[Merged] = []

    def blocks(self) -> list[Block]:
        """The blocks in reading order; every Location names sheet, row and column as Excel counts them."""
        blocks: list[Block] = []
        for group in self._groups():
            while group and len(self.rows[group[0]]) == 1 and (len(group) == 1 or self._is_title(group[0])):
                blocks.append(self._paragraph(group.pop(0)))
            if group:
                blocks.append(self._table(group))
        return blocks

    def _groups(self) -> Iterable[list[int]]:
        """Runs of filled rows. A lone cell behind an empty row begins a new one: the title of the next table."""
        group: list[int] = []
        for row in sorted(self.rows):
            if group and row > group[-1] + 1 and len(self.rows[row]) == 1:
                yield group
                group = []
            group.append(row)
        if group:
            yield group

    def _is_title(self, row: int) -> bool:
        """Whether the one filled cell of a row stands over the table, not in it: a number alone does not."""
        (value,) = self.rows[row].values()
        return not value.text.replace(".", "").isdigit()

    def _paragraph(self, row: int) -> Paragraph:
        ((column, value),) = self.rows[row].items()
        return self._written(value, self._at(row, column))

    def _at(self, row: int = 0, column: int = 0) -> Location:
        self.order += 1
        return Location(order=self.order, place=Place.BODY, sheet=self.name, row=row, column=column)

    def _written(self, value: Value, at: Location) -> Paragraph:
        return Paragraph(value.text, at, runs=(Run(value.text, bold=value.bold),))

    def _table(self, rows: list[int]) -> Table:
        at = self._at(rows[0])
        inside = [m for m in self.merged if m.bottom >= rows[0] and m.top <= rows[-1]]
        columns = sorted({column for row in rows for column in self.rows[row]})
        if len(rows) * len(columns) > self._limits.cells:
            raise over("cells")
        covered = self._covered(rows, columns, inside)
        made: dict[tuple[int, int], Cell] = {}
        grid = []
        for row in rows:
            line = []
            for column in columns:
                first, spans = covered.get((row, column), ((row, column), (1, 1)))
                if first not in made:
                    made[first] = self._cell(first, spans)
                line.append(made[first])
            grid.append(tuple(line))
        return Table(tuple(grid), at)

    def _cell(self, place: tuple[int, int], spans: tuple[int, int]) -> Cell:
        value = self.rows.get(place[0], {}).get(place[1])
        at = self._at(*place)
        return Cell((self._written(value, at),) if value else (), at, *spans)

    def _covered(
        self, rows: list[int], columns: list[int], merged: list[Merged]
    ) -> Mapping[tuple[int, int], tuple[tuple[int, int], tuple[int, int]]]:
        """Place → first place of the merged cell that covers it, and its spans in this table."""
        covered = {}
        for one in merged:
            own_rows = [row for row in rows if one.top <= row <= one.bottom]
            own_columns = [column for column in columns if one.left <= column <= one.right]
            if own_rows and own_columns:
                spans = (len(own_rows), len(own_columns))
                for row in own_rows:
                    for column in own_columns:
                        covered[row, column] = ((one.top, one.left), spans)
        return covered
