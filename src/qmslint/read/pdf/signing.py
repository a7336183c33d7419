"""A place to sign that a page cuts in two: offices at its end, signatures and names on the next."""

from __future__ import annotations

from qmslint.read.pdf.grids import Field, Grid
from qmslint.read.pdf.lines import Line, line_of
from qmslint.read.pdf.paragraphs import Drawn
from qmslint.read.pdf.shapes import Group

_MIDDLE, _LEFT = 8.0, 3.0  # points: the same middle, the same left edge


def signed_on(last: Drawn | Grid | None, blocks: list[Drawn | Grid]) -> int:
    """How many blocks at the start of a page belong into the columns that ended the page before, where they are put."""
    if not isinstance(last, Grid) or not last.loose or len(last.places) != 1:
        return 0
    heads = [_head(field) for field in last.places[0]]
    if not any(head is not None and head.text.isupper() for head in heads):
        return 0
    count = 0
    for block in blocks:
        if not isinstance(block, Drawn) or not _placed(last, heads, block):
            break
        count += 1
    return count


def _head(field: Field) -> Line | None:
    first = field.content[0] if field.content else None
    return first.lines[0] if isinstance(first, Drawn) and first.lines else None


def _placed(grid: Grid, heads: list[Line | None], block: Drawn) -> bool:
    if not block.lines:
        column = _column(grid, block.x0, block.x1)
        if block.x1 > block.x0 and heads[column] is not None:
            grid.places[0][column].content.append(block)
            return True
        return False
    found: list[tuple[int, Line]] = []
    for line in block.lines:
        parts: dict[int, list[Group]] = {}
        for group in line.groups:
            parts.setdefault(_column(grid, group.x0, group.x1), []).append(group)
        found += [(column, line_of(groups, line.page)) for column, groups in parts.items()]
    if len(block.lines) > 2 or not all(_under(heads[column], line) for column, line in found):
        return False
    for column, line in found:
        grid.places[0][column].content.append(Drawn([line], 0, line.page, line.top))
    return True


def _column(grid: Grid, x0: float, x1: float) -> int:
    return sum((x0 + x1) / 2 > x for x in grid.xs[1:-1])


def _under(head: Line | None, line: Line) -> bool:
    if head is None:
        return False
    centred = abs(head.x0 + head.x1 - line.x0 - line.x1) < 2 * _MIDDLE
    return centred or abs(head.x0 - line.x0) < _LEFT
