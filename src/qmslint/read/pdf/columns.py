"""Columns without rulings, where they are certain: letterhead (agency beside State), places to sign, short lists."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from qmslint.api import NamedTuple
from qmslint.read.pdf.grids import Field, Grid
from qmslint.read.pdf.lines import Line, is_mark, line_of
from qmslint.read.pdf.paragraphs import Drawn, in_order
from qmslint.read.pdf.shapes import Box, Group

_GUTTER = 12.0  # points: a gap of this width in one line may part columns
_LEAST = 7.0  # what must be left of it over all lines
_NEAR = 2.4  # sizes: how far below a line of the same column stands
_SIGNED = 130.0  # points: room for a signature over a name
_MOST = 4  # columns
_PADDING = 5.4  # points: what Word leaves free at both sides of a cell


class _Side(NamedTuple):
    """What the lines of a column have in common."""

    x0: float
    x1: float
    centred: bool  # they share their middle, not their left edge


class _Block:
    """Lines and pictures that stand side by side, cut at the same gaps."""

    def __init__(self, line: Line, gutters: list[tuple[float, float]], middle: float) -> None:
        self.gutters = gutters
        self.middle = middle  # of the page
        self.columns: list[list[Line | Drawn]] = [[] for _ in range(len(gutters) + 1)]
        self.rows: list[list[Line | None]] = []
        self.add(line)
        self.count = 1

    def add(self, line: Line) -> None:
        """Share the parts of `line` out over the columns."""
        parts: list[list[Group]] = [[] for _ in self.columns]
        for group in line.groups:
            parts[self._column(group)].append(group)
        row = [line_of(part, line.page) if part else None for part in parts]
        self.rows.append(row)
        for column, one in zip(self.columns, row, strict=True):
            if one is not None:
                column.append(one)

    def _column(self, item: Group | Drawn) -> int:
        middle = (item.x0 + item.x1) / 2
        return sum(middle > (low + high) / 2 for low, high in self.gutters)

    def takes(self, item: Line | Drawn) -> bool:
        """Whether `item` leaves the gaps free and stands in line with what is in its column."""
        pieces: Sequence[Group | Drawn] = (item,) if isinstance(item, Drawn) else item.groups
        narrowed = [_narrowed(gutter, pieces) for gutter in self.gutters]
        if any(high - low < _LEAST for low, high in narrowed):
            return False
        sides = {self._column(piece) for piece in pieces}
        if isinstance(item, Drawn):
            if not self.columns[min(sides)]:
                return False
            self.columns[min(sides)].append(item)
        elif len(sides) < 2 and not self._in_line(item, min(sides)):
            return False
        else:
            self.add(item)
        self.gutters = narrowed
        self.count += 1
        return True

    def _in_line(self, line: Line, side: int) -> bool:
        own = [one for one in self.columns[side] if isinstance(one, Line)]
        if not own:
            return False
        x0, x1, centred = _side(own)
        twice = line.x0 + line.x1
        close = abs(twice - x0 - x1) < 12 or any(abs(twice - one.x0 - one.x1) < 8 for one in own)
        if abs(twice / 2 - self.middle) < 6 and not close:
            return False  # a title in the middle of the page
        gap = own[-1].y - line.y
        if gap <= _NEAR * line.size:
            return close or (not centred and abs(line.x0 - x0) < 3)
        return close and gap <= _SIGNED

    def certain(self, at_end: bool) -> bool:
        """Whether these are columns of words, and no numbers before or behind them. `at_end`: nothing comes below."""
        words = [[one for one in column if isinstance(one, Line)] for column in self.columns]
        signed = self._signed()
        return all(
            bool(lines)
            and (len(column) >= 2 or signed or (at_end and column is not self.columns[0] and lines[0].text.isupper()))
            and not all(is_mark(line.text) for line in lines)
            and sum(any(c.isalpha() for c in line.text) for line in lines) * 2 > len(lines)
            for column, lines in zip(self.columns, words, strict=True)
        ) and not any("...." in line.text or "……" in line.text for lines in words for line in lines)

    def _signed(self) -> bool:
        """Whether these are places to sign: offices in capitals, under one of them a picture or room for one."""
        heads = [column[0] for column in self.columns if column]
        if not all(isinstance(head, Line) and head.text.isupper() for head in heads):
            return False
        return any(
            isinstance(two, Drawn) or (isinstance(one, Line) and one.y - two.y > _NEAR * two.size)
            for column in self.columns
            for one, two in itertools.pairwise(column)
        )

    def listed(self) -> list[list[list[Line | Drawn]]]:
        """The cells of each row where rows are the lines of a list, word and meaning; [] where they are not."""
        if any(isinstance(one, Drawn) for column in self.columns for one in column):
            return []
        lines = [[one for one in column if isinstance(one, Line)] for column in self.columns]
        if any(abs(line.x0 - column[0].x0) > 3 for column in lines for line in column):
            return []
        found: list[list[list[Line | Drawn]]] = []
        for row in self.rows:
            if row[0] is not None and all(one is not None for one in row):
                found.append([[] for _ in self.columns])
            elif row[0] is not None or not found:
                return []
            for cell, one in zip(found[-1], row, strict=True):
                if one is not None:
                    cell.append(one)
        return found if len(found) > 1 and not any(_opens_item(line.text) for line in lines[0]) else []


def _opens_item(text: str) -> bool:
    return text[:1] in "-–+*•" or is_mark(text.split()[0])


def _side(lines: Sequence[Line]) -> _Side:
    middles = [line.x0 + line.x1 for line in lines]
    lefts = [line.x0 for line in lines]
    centred = len(lines) > 1 and max(middles) - min(middles) < 12 and max(lefts) - min(lefts) > 3
    return _Side(min(lefts), max(line.x1 for line in lines), centred)


def _narrowed(gutter: tuple[float, float], groups: Sequence[Group | Drawn]) -> tuple[float, float]:
    """The widest part of `gutter` on which no letter and no picture stands."""
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
    least = _LEAST if line.text.isupper() else max(_GUTTER, line.size)
    end = None
    for group in line.groups:
        if end is not None and group.x0 - end >= least:
            found.append((end, group.x0))
        end = group.x1 if end is None else max(end, group.x1)
    return found


def side_by_side(items: Sequence[Line | Drawn], left: float, right: float) -> list[Line | Drawn | Grid]:
    """The lines and pictures again, but certain columns as tables."""
    found: list[Line | Drawn | Grid] = []
    index = 0
    while index < len(items):
        block = _grown(items, index, (left + right) / 2)
        if block is not None and block.certain(index + block.count == len(items)):
            found.append(_table(block, left, right))
            index += block.count
        else:
            found.append(items[index])
            index += 1
    return found


def _grown(items: Sequence[Line | Drawn], start: int, middle: float) -> _Block | None:
    first = items[start]
    gaps = _gaps(first) if isinstance(first, Line) else []
    if not isinstance(first, Line) or not 1 <= len(gaps) < _MOST:
        return None
    block = _Block(first, gaps, middle)
    for item in items[start + 1 :]:
        if not block.takes(item):
            break
    return block


def _table(block: _Block, left: float, right: float) -> Grid:
    """One row, a cell each column; of a list, a row each line."""
    rows = block.listed() or [block.columns]
    every = [one for row in rows for cell in row for one in cell if isinstance(one, Line)]
    page = every[0].page
    x0, x1 = min(line.x0 for line in every), max(line.x1 for line in every)
    bottom = min(line.y for line in every)
    xs = [x0 - 1, *((low + high) / 2 for low, high in block.gutters), x1 + 1]
    ys = [*(max(one.top for cell in row for one in cell) for row in rows), bottom]
    places = []
    for r, (row, (top, below)) in enumerate(zip(rows, itertools.pairwise(ys), strict=True)):
        fields = []
        for column, (cell, (low, high)) in enumerate(zip(row, itertools.pairwise(xs), strict=True)):
            field = Field(r, column, 1, 1, Box(low, below, high, top), page)
            field.content = in_order(cell, *_edges(cell, (low, high), left if column == 0 else None,
                                                   right if column == len(row) - 1 else None))
            fields.append(field)
        places.append(fields)
    return Grid(Box(xs[0], bottom, xs[-1], ys[0]), xs, ys, places, page, True)


def _edges(
    cell: Sequence[Line | Drawn], between: tuple[float, float], left: float | None, right: float | None
) -> tuple[float, float]:
    """Between which edges the text of a cell stands: centred text tells the far edge by the near one."""
    lines = [one for one in cell if isinstance(one, Line)]
    if lines and _side(lines).centred:
        twice = lines[0].x0 + lines[0].x1
        if left is not None and twice / 2 > left:
            return left + _PADDING, twice - left - _PADDING
        if right is not None and twice / 2 < right:
            return twice - right + _PADDING, right - _PADDING
    return between
