"""Rulings → tables: lines that cross make a grid, a missing line between two fields makes one merged cell of them."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from qmslint.api import Limits
from qmslint.read.guard import over
from qmslint.read.pdf.shapes import Box, Page, Ruling

_NEAR = 2.5  # points: lines closer than this are one
_TOUCH = 3.5  # points: lines that end so near to another touch it
_SEAM = 8.0  # points: too low for a row of text, so a gap between two tables
_MOST = 3000  # lines on one page: more is a drawing, no table
_FIELDS = 6000  # of one table on one page: more is ruled paper or a drawing
_LONE = 0.85  # of the page: a box of this height is a frame around the page


@dataclass(eq=False, slots=True)
class Field:
    """A cell as drawn: its place in the grid, its rectangle, and later its content."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box
    page: int = 0
    content: list[Any] = field(default_factory=list)  # drawn paragraphs and grids, once they are known


@dataclass(eq=False, slots=True)
class Grid:
    """A table as drawn. `places[r][c]` is the field that covers that place, the same object for merged ones."""

    box: Box
    xs: list[float]
    ys: list[float]  # from the top
    places: list[list[Field]]
    page: int = 0
    loose: bool = False  # no rulings: columns of words

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.box.y1

    def at(self, x: float, y: float) -> Field | None:
        """The field in which a point lies."""
        if not (self.xs[0] - _NEAR <= x <= self.xs[-1] + _NEAR and self.ys[-1] - _NEAR <= y <= self.ys[0] + _NEAR):
            return None
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        row = min(max(bisect_right([-v for v in self.ys], -y) - 1, 0), len(self.ys) - 2)
        return self.places[row][column]

    @property
    def fields(self) -> list[Field]:
        """Every field once, in reading order."""
        return list(dict.fromkeys(one for row in self.places for one in row))


def grids_of(page: Page, limits: Limits) -> list[Grid]:
    """The tables drawn on a page, larger ones first."""
    level, upright = merged(page.level), merged(page.upright)
    if not level or not upright or len(level) + len(upright) > _MOST:
        return []
    found = []
    seams = _seams(level, merged(page.upright, 0.3))
    for levels, uprights in (part for whole in _crossing(level, upright) for part in _parted(*whole, seams)):
        grid = _grid(levels, uprights, limits, page.number)
        if grid is not None and not _is_frame(grid, page):
            found.append(grid)
    return sorted(found, key=lambda g: -g.box.width * g.box.height)


def _seams(level: list[Ruling], upright: list[Ruling]) -> list[tuple[float, float]]:
    """The gaps (low, high) between level lines over which no upright line reaches: tables part there."""
    found = []
    for one, two in itertools.pairwise(sorted({line.at for line in level})):
        if _NEAR < two - one < _SEAM:
            middle = (one + two) / 2
            if not any(line.start < middle < line.end for line in upright):
                found.append((one, two))
    return found


def _parted(
    level: list[Ruling], upright: list[Ruling], seams: list[tuple[float, float]]
) -> list[tuple[list[Ruling], list[Ruling]]]:
    """The lines of one table, or of several that only nearly touch."""
    bottom, top = min(line.at for line in level), max(line.at for line in level)
    edges = [(low, high) for low, high in seams if bottom <= low and high <= top]
    if not edges:
        return [(level, upright)]
    parts = []
    starts = [min(bottom, *(line.start for line in upright)), *(high for _, high in edges)]
    ends = [*(low for low, _ in edges), max(top, *(line.end for line in upright))]
    for start, end in zip(starts, ends, strict=True):
        flat = [line for line in level if start <= line.at <= end]
        clipped = [line._replace(start=max(line.start, start), end=min(line.end, end)) for line in upright]
        high = [line for line in clipped if line.end - line.start > _TOUCH]
        if flat and high:
            parts.append((flat, high))
    return parts


def merged(rulings: Sequence[Ruling], touch: float = _TOUCH) -> list[Ruling]:
    """Lines that lie on or behind each other as one."""
    found: list[Ruling] = []
    rows: list[list[Ruling]] = []
    for ruling in sorted(rulings):
        if rows and ruling.at - rows[-1][0].at <= _NEAR:
            rows[-1].append(ruling)
        else:
            rows.append([ruling])
    for row in rows:
        at = row[0].at
        start, end = None, 0.0
        for one in sorted(row, key=lambda r: r.start):
            if start is None:
                start, end, at = one.start, one.end, one.at
            elif one.start <= end + touch:
                end = max(end, one.end)
            else:
                found.append(Ruling(at, start, end))
                start, end, at = one.start, one.end, one.at
        if start is not None:
            found.append(Ruling(at, start, end))
    return found


def _crossing(level: list[Ruling], upright: list[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """The lines, put together as far as they touch."""
    parent = list(range(len(level) + len(upright)))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for i, h in enumerate(level):
        for j, v in enumerate(upright, len(level)):
            if (h.start - _TOUCH <= v.at <= h.end + _TOUCH) and (v.start - _TOUCH <= h.at <= v.end + _TOUCH):
                parent[root(i)] = root(j)
    parts: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for i, h in enumerate(level):
        parts.setdefault(root(i), ([], []))[0].append(h)
    for j, v in enumerate(upright, len(level)):
        parts.setdefault(root(j), ([], []))[1].append(v)
    return [part for part in parts.values() if part[0] and part[1] and len(part[0]) + len(part[1]) >= 4]


def _stops(values: list[float], across: list[Ruling]) -> list[float]:
    """Places of lines, near ones as one; the ends of the lines across count where most of them reach beyond."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    before = [line.start for line in across if line.start < found[0] - 2 * _TOUCH]
    behind = [line.end for line in across if line.end > found[-1] + 2 * _TOUCH]
    if 2 * len(before) > len(across):
        found.insert(0, min(before))
    if 2 * len(behind) > len(across):
        found.append(max(behind))
    return found


def _grid(level: list[Ruling], upright: list[Ruling], limits: Limits, page: int) -> Grid | None:
    xs = _stops([v.at for v in upright], level)
    ys = _stops([h.at for h in level], upright)[::-1]
    width, height = len(xs) - 1, len(ys) - 1
    if width < 1 or height < 1 or width * height > _FIELDS:
        return None
    if width * height > limits.cells:
        raise over("cells")
    right = _walls(upright, xs, ys, 1)
    below = _walls(level, [-y for y in ys], xs, -1)
    owner = _regions(width, height, right, below)
    places = _fields(owner, xs, ys, page)
    return Grid(Box(xs[0], ys[-1], xs[-1], ys[0]), xs, ys, places, page) if places else None


def _walls(rulings: list[Ruling], stops: list[float], across: list[float], sign: int) -> list[list[bool]]:
    """[stop][field]: whether a line stands at each stop along each field between the places `across`."""
    middles = [(one + two) / 2 for one, two in itertools.pairwise(across)]
    walls = [[False] * len(middles) for _ in stops]
    for ruling in rulings:
        row = walls[_nearest(stops, sign * ruling.at)]
        for number, middle in enumerate(middles):
            if ruling.start - 1 <= middle <= ruling.end + 1:
                row[number] = True
    return walls


def _nearest(stops: list[float], at: float) -> int:
    index = min(max(bisect_right(stops, at), 1), len(stops) - 1)
    return index if stops[index] - at < at - stops[index - 1] else index - 1


def _regions(width: int, height: int, right: list[list[bool]], below: list[list[bool]]) -> list[list[int]]:
    """[row][column]: number of the region without a line inside. `right[x][row]`, `below[y][column]` are the walls."""
    owner = [[r * width + c for c in range(width)] for r in range(height)]
    parent = list(range(width * height))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for r in range(height):
        for c in range(width):
            if c + 1 < width and not right[c + 1][r]:
                parent[root(owner[r][c + 1])] = root(owner[r][c])
            if r + 1 < height and not below[r + 1][c]:
                parent[root(owner[r + 1][c])] = root(owner[r][c])
    return [[root(one) for one in row] for row in owner]


def _fields(owner: list[list[int]], xs: list[float], ys: list[float], page: int) -> list[list[Field]]:
    """Fields of the regions; [] where one is no rectangle, as between the boxes of a flow chart."""
    bounds: dict[int, list[int]] = {}
    sizes: dict[int, int] = {}
    for r, row in enumerate(owner):
        for c, one in enumerate(row):
            sizes[one] = sizes.get(one, 0) + 1
            known = bounds.setdefault(one, [r, c, r, c])
            known[1], known[2], known[3] = min(known[1], c), r, max(known[3], c)
    made: dict[int, Field] = {}
    for one, (top, left, bottom, right) in bounds.items():
        if sizes[one] != (bottom - top + 1) * (right - left + 1):
            return []
        box = Box(xs[left], ys[bottom + 1], xs[right + 1], ys[top])
        made[one] = Field(top, left, bottom - top + 1, right - left + 1, box, page)
    return [[made[one] for one in row] for row in owner]


def _is_frame(grid: Grid, page: Page) -> bool:
    """A single box around the whole page is its frame."""
    return len(grid.fields) == 1 and grid.box.height > _LONE * page.height * 0.9
