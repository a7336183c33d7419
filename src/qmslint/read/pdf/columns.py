"""Columns without rulings, where they are certain: letterhead (agency beside the State) and places to sign."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from qmslint.read.pdf.grids import Field, Grid
from qmslint.read.pdf.lines import Line, is_mark, line_of
from qmslint.read.pdf.shapes import Box, Group

_GUTTER = 12.0  # points: a gap of this width in one line may part columns
_LEAST = 8.0  # what must be left of it over all lines
_NEAR = 2.4  # sizes: how far below a line of the same column stands
_SIGNED = 130.0  # points: room for a signature over a name


class _Block:
    """Lines that stand side by side, cut at the same gaps."""

    def __init__(self, line: Line, gutters: list[tuple[float, float]]) -> None:
        self.gutters = gutters
        self.columns: list[list[Line]] = [[] for _ in range(len(gutters) + 1)]
        self.add(line)
        self.count = 1

    def add(self, line: Line) -> None:
        """Share the parts of `line` out over the columns."""
        parts: list[list[Group]] = [[] for _ in self.columns]
        for group in line.groups:
            parts[self._column(group)].append(group)
        for column, part in zip(self.columns, parts, strict=True):
            if part:
                column.append(line_of(part, line.page))

    def _column(self, group: Group) -> int:
        middle = (group.x0 + group.x1) / 2
        return sum(middle > (low + high) / 2 for low, high in self.gutters)

    def takes(self, line: Line) -> bool:
        """Whether `line` leaves the gaps free and stands in line with what is in its column."""
        narrowed = [_narrowed(gutter, line.groups) for gutter in self.gutters]
        if any(high - low < _LEAST for low, high in narrowed):
            return False
        sides = {self._column(group) for group in line.groups}
        if len(sides) < 2 and not self._in_line(line, sides.pop()):
            return False
        self.gutters = narrowed
        self.add(line)
        self.count += 1
        return True

    def _in_line(self, line: Line, side: int) -> bool:
        column = self.columns[side]
        if not column:
            return False
        x0, x1 = min(one.x0 for one in column), max(one.x1 for one in column)
        aligned = abs(line.x0 - x0) < 3 or abs(line.x0 + line.x1 - x0 - x1) < 12 or any(
            abs(line.x0 + line.x1 - one.x0 - one.x1) < 8 for one in column
        )
        gap = column[-1].y - line.y
        return aligned and (gap <= _NEAR * line.size or (side > 0 and gap <= _SIGNED))

    def certain(self) -> bool:
        """Whether these are columns of words, and no numbers before or behind them."""
        return all(
            len(column) >= 2
            and not all(is_mark(line.text) for line in column)
            and sum(any(c.isalpha() for c in line.text) for line in column) * 2 > len(column)
            for column in self.columns
        ) and not any("...." in line.text or "……" in line.text for column in self.columns for line in column)


def _narrowed(gutter: tuple[float, float], groups: Sequence[Group]) -> tuple[float, float]:
    """The widest part of `gutter` on which no letter stands."""
    low, high = gutter
    best, start = (low, low), low
    for group in sorted(groups, key=lambda g: g.x0):
        if group.x1 <= low or group.x0 >= high:
            continue
        if group.x0 - start > best[1] - best[0]:
            best = (start, group.x0)
        start = max(start, group.x1)
    return (start, high) if high - start > best[1] - best[0] else best


def _gaps(line: Line) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    end = None
    for group in line.groups:
        if end is not None and group.x0 - end >= max(_GUTTER, line.size):
            found.append((end, group.x0))
        end = group.x1 if end is None else max(end, group.x1)
    return found


def side_by_side(lines: Sequence[Line]) -> list[Line | tuple[Grid, list[list[Line]]]]:
    """The lines again, but certain columns as a table of one row with the lines of each cell."""
    found: list[Line | tuple[Grid, list[list[Line]]]] = []
    index = 0
    while index < len(lines):
        gaps = _gaps(lines[index])
        block = _grown(lines, index, gaps) if 1 <= len(gaps) <= 3 else None
        if block is not None and block.certain():
            found.append((_table(block), block.columns))
            index += block.count
        else:
            found.append(lines[index])
            index += 1
    return found


def _grown(lines: Sequence[Line], start: int, gaps: list[tuple[float, float]]) -> _Block:
    block = _Block(lines[start], gaps)
    for line in lines[start + 1 :]:
        if not block.takes(line):
            break
    return block


def _table(block: _Block) -> Grid:
    every = [line for column in block.columns for line in column]
    x0, x1 = min(line.x0 for line in every), max(line.x1 for line in every)
    top, bottom = max(line.top for line in every), min(line.y for line in every)
    xs = [x0 - 1, *((low + high) / 2 for low, high in block.gutters), x1 + 1]
    row = [
        Field(0, number, 1, 1, Box(low, bottom, high, top), every[0].page)
        for number, (low, high) in enumerate(itertools.pairwise(xs))
    ]
    return Grid(Box(xs[0], bottom, xs[-1], top), xs, [top, bottom], [row], every[0].page)
