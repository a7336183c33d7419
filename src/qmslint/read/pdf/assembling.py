"""Drawn paragraphs and grids → blocks of a Document, each with its Location; counted against the bounds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from qmslint.api import Block, Cell, Limits, Location, Paragraph, Place, Table
from qmslint.read.guard import over
from qmslint.read.pdf.grids import Field, Grid
from qmslint.read.pdf.layout import Item, flow
from qmslint.read.pdf.paragraphs import Drawn

_NUMBER = re.compile(r"\d{1,3}[.)]")


class Assembler:
    """Counts order, tables and bounds over the parts of one document."""

    def __init__(self, limits: Limits, headings: Mapping[str, int]) -> None:
        self._limits = limits
        self._headings = headings  # what the outline of the file names → level
        self.order = self._tables = self._paragraphs = self._cells = self._characters = 0

    def blocks(self, drawn: Sequence[Item], base: Location) -> tuple[Block, ...]:
        """The blocks of one container."""
        made: list[Block] = []
        count = 0
        for one in drawn:
            if isinstance(one, Grid):
                made.append(self._table(one, base))
            elif isinstance(one, Drawn):
                count += 1
                made.append(self._paragraph(one, base, count))
        return tuple(made)

    def margin(self, items: Sequence[Item], base: Location) -> tuple[Block, ...]:
        """The blocks of a header or footer, whose lines are still lines."""
        lines = [item for item in items if not isinstance(item, (Grid, Drawn))]
        left = min((line.x0 for line in lines), default=0.0)
        right = max((line.x1 for line in lines), default=0.0)
        return self.blocks(flow(items, left, right), base)

    def _paragraph(self, one: Drawn, base: Location, index: int) -> Paragraph:
        self.order += 1
        self._paragraphs += 1
        number, text, runs = one.text()
        if base.table and not number and _NUMBER.fullmatch(text):
            number, text, runs = text, "", ()  # Word counts the rows of tables by itself
        self._characters += len(text)
        if self._paragraphs > self._limits.paragraphs:
            raise over("paragraphs")
        if self._characters > self._limits.text_characters:
            raise over("text_characters")
        level = self._headings.get(" ".join(text.split()).lower(), 0) if base.place == Place.BODY else 0
        at = base._replace(order=self.order, paragraph=index, page=one.page)
        return Paragraph(
            text, at, number, "", 0 if base.table else level, runs, one.pictures, one.alignment,
            page_break=one.page_break,
        )

    def _table(self, grid: Grid, base: Location) -> Table:
        self.order += 1
        self._tables += 1
        at = base._replace(order=self.order, table=self._tables, row=0, column=0, paragraph=0, page=grid.page)
        rows: dict[int, set[int]] = {}
        columns: dict[int, set[int]] = {}
        for r, row in enumerate(grid.places):
            for c, field in enumerate(row):
                rows.setdefault(id(field), set()).add(r)
                columns.setdefault(id(field), set()).add(c)
        made: dict[int, Cell] = {}
        for r, row in enumerate(grid.places):
            for c, field in enumerate(row):
                if id(field) not in made:
                    spans = (len(rows[id(field)]), len(columns[id(field)]))
                    made[id(field)] = self._cell(field, at._replace(row=r + 1, column=c + 1), spans)
        self._cells += sum(len(row) for row in grid.places)
        if self._cells > self._limits.cells:
            raise over("cells")
        return Table(tuple(tuple(made[id(field)] for field in row) for row in grid.places), at)

    def _cell(self, field: Field, at: Location, spans: tuple[int, int]) -> Cell:
        self.order += 1
        place = at._replace(order=self.order, page=field.page or at.page)
        return Cell(self.blocks(field.content, place), place, *spans)
