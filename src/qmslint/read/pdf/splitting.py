"""A table of the body that reaches down to the table of the footer is drawn as one with it: here they part again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qmslint.read.pdf.grids import Field, Grid
from qmslint.read.pdf.layout import Item, plain_text
from qmslint.read.pdf.shapes import Box

_NUMBER = re.compile(r"\d+")
_LEVEL = 6.0  # points: "the same height"


def footers_parted(pages: Sequence[list[Item]]) -> list[list[Item]]:
    """The items of each page; a table whose last rows are the footer of other pages is two tables."""
    known = {(_said(item.fields), round(item.top)) for items in pages for item in items[-1:] if isinstance(item, Grid)}
    return [_parted(items, known) for items in pages]


def _parted(items: list[Item], known: set[tuple[tuple[str, ...], int]]) -> list[Item]:
    last = items[-1] if items else None
    if not isinstance(last, Grid):
        return items
    for row in range(1, len(last.places)):
        below = [field for field in last.fields if field.row >= row]
        if any(field.row < row < field.row + field.rows for field in last.fields):
            continue
        said = _said(below)
        if any(text and text == said and abs(top - last.ys[row]) < _LEVEL for text, top in known):
            return [*items[:-1], _trimmed(_rows(last, 0, row)), _trimmed(_rows(last, row, len(last.places)))]
    return items


def _said(fields: Sequence[Field]) -> tuple[str, ...]:
    """The words of the cells that hold any, numbers masked."""
    words = ("\n".join(plain_text(one) for one in field.content) for field in fields)
    return tuple(_NUMBER.sub("#", text) for text in words if text.strip())


def _rows(grid: Grid, start: int, end: int) -> Grid:
    """Some rows of a table as a table of their own, without the columns that only the others had."""
    fields = list(dict.fromkeys(field for row in grid.places[start:end] for field in row))
    edges = sorted({edge for field in fields for edge in (field.column, field.column + field.columns)})
    for field in fields:
        first, behind = edges.index(field.column), edges.index(field.column + field.columns)
        field.row, field.column, field.columns = field.row - start, first, behind - first
    xs = [grid.xs[edge] for edge in edges]
    ys = grid.ys[start : end + 1]
    places = [[row[edge] for edge in edges[:-1]] for row in grid.places[start:end]]
    return Grid(Box(xs[0], ys[-1], xs[-1], ys[0]), xs, ys, places, grid.page)


def _trimmed(grid: Grid) -> Grid:
    """The table without the empty columns at its sides, which only the wider table above had."""
    first, behind = 0, len(grid.xs) - 1
    while behind - first > 1 and not any(row[first].content for row in grid.places):
        first += 1
    while behind - first > 1 and not any(row[behind - 1].content for row in grid.places):
        behind -= 1
    fields = {id(field): field for row in grid.places for field in row[first:behind]}
    for field in fields.values():
        field.column = max(field.column - first, 0)
    xs = grid.xs[first : behind + 1]
    places = [row[first:behind] for row in grid.places]
    return Grid(Box(xs[0], grid.box.y0, xs[-1], grid.box.y1), xs, grid.ys, places, grid.page)
