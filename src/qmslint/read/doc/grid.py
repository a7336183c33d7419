"""Tables of the file resolved to a grid: columns by the edges of the cells, merged cells at all their places.

Source: [MS-DOC] 2.9.320 (TDefTableOperand), 2.9.317 (TC80), 2.9.341.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache
from struct import unpack_from

from qmslint.api import Block, Cell, Location, NamedTuple, Table
from qmslint.read.doc import sprm

_NEAR = 40  # twentieths of a point: edges nearer than this are one edge


class RowShape(NamedTuple):
    """Edges of a row's cells from left to right, and how each cell is merged."""

    edges: tuple[int, ...]
    continues_left: tuple[bool, ...]
    vertical: tuple[int, ...]  # 0 none, 1 continues the cell above, 3 starts


class RawCell(NamedTuple):
    """The content of one cell before the grid is known."""

    blocks: tuple[Block, ...]
    order: int


@lru_cache(maxsize=1024)
def row_shape(modifiers: bytes, cells: int) -> RowShape:
    """The shape that the modifiers at the end of a row give; equal widths where they say nothing."""
    edges: tuple[int, ...] = ()
    left: list[bool] = []
    vertical: list[int] = []
    for opcode, operand in sprm.prls(modifiers):
        if opcode == sprm.T_DEFINITION and len(operand) > 2:
            count = operand[2]
            if len(operand) < 3 + 2 * (count + 1):
                continue
            edges = unpack_from(f"<{count + 1}h", operand, 3)
            flags = [
                unpack_from("<H", operand, at)[0] if at + 2 <= len(operand) else 0
                for at in range(3 + 2 * (count + 1), 3 + 2 * (count + 1) + 20 * count, 20)
            ]
            left = [flag & 0x03 in (2, 3) and not flag & 0x01 for flag in flags]
            vertical = [flag >> 5 & 0x03 for flag in flags]
        elif opcode == sprm.T_VERTICAL_MERGE and len(operand) >= 3 and operand[1] < len(vertical):
            vertical[operand[1]] = operand[2]
    missing = cells + 1 - len(edges)
    last = edges[-1] if edges else -1000
    edges += tuple(range(last + 1000, last + 1000 * missing + 1, 1000))
    left += [False] * (cells - len(left))
    vertical += [0] * (cells - len(vertical))
    return RowShape(edges[: cells + 1], tuple(left[:cells]), tuple(vertical[:cells]))


def make_table(
    rows: Sequence[tuple[Sequence[RawCell], RowShape]], at: Location, count: Callable[[int], None]
) -> Table:
    """The grid of a table. `at` is where the table stands; cells get its number, their row and column.

    count   told the places of the grid that a row fills beyond its cells; raises when there are too many
    """
    columns = _columns(rows)
    grid: list[tuple[Cell, ...]] = []
    for r, (cells, shape) in enumerate(rows):
        line: list[Cell] = []
        for i, raw in enumerate(cells):
            start = _column(columns, shape.edges[i])
            span = max(1, _column(columns, shape.edges[i + 1]) - start)
            cell = _cell(raw, shape, i, r, line, grid, start, span, at)
            while len(line) < start:  # the row begins further right: an empty cell fills the place
                line.append(Cell((), at._replace(row=r + 1, column=len(line) + 1)))
            line += [cell] * span
        count(max(0, len(line) - len(cells)))
        grid.append(tuple(line))
    return Table(tuple(_spans(grid)), at)


def _cell(
    raw: RawCell, shape: RowShape, i: int, r: int, line: list[Cell], grid: list[tuple[Cell, ...]], start: int,
    span: int, at: Location,
) -> Cell:
    if shape.continues_left[i] and line:
        return line[-1]
    if shape.vertical[i] == 1 and grid and start < len(grid[-1]):
        return grid[-1][start]
    return Cell(raw.blocks, at._replace(order=raw.order, row=r + 1, column=start + 1), 1, span)


def _spans(grid: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Rows with the true spans written into cells that are merged over rows; each cell stays one object."""
    heights: dict[int, set[int]] = {}
    for r, line in enumerate(grid):
        for cell in line:
            heights.setdefault(id(cell), set()).add(r)
    if all(len(rows) == 1 for rows in heights.values()):
        return grid
    renewed: dict[int, Cell] = {}
    for line in grid:
        for cell in line:
            if id(cell) not in renewed:
                renewed[id(cell)] = cell._replace(row_span=len(heights[id(cell)]))
    return [tuple(renewed[id(cell)] for cell in line) for line in grid]


def _columns(rows: Sequence[tuple[Sequence[RawCell], RowShape]]) -> list[int]:
    columns: list[int] = []
    for edge in sorted({edge for _, shape in rows for edge in shape.edges}):
        if not columns or edge - columns[-1] > _NEAR:
            columns.append(edge)
    return columns


def _column(columns: list[int], edge: int) -> int:
    index = bisect_left(columns, edge)
    if index and (index == len(columns) or edge - columns[index - 1] <= columns[index] - edge):
        index -= 1
    return index
