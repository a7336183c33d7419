"""Between which edges the text of a page stands: told by its wide lines, else by its tables, else by its paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from qmslint.read.pdf.grids import Grid
from qmslint.read.pdf.lines import Line
from qmslint.read.pdf.running import Parted
from qmslint.read.pdf.shapes import Page

_WIDE = 0.45  # of the page: a line of this width may tell where text ends
_ENOUGH = 8  # lines of a page that tell without those of others
_PADDING = 5.4  # points: what Word leaves free at both sides of a cell


def edges_of(pages: Sequence[Page], parts: Sequence[Parted]) -> list[tuple[float, float]]:
    """Left and right edge of the text on each page."""
    wide: dict[tuple[int, int], list[Line]] = {}
    tables: dict[tuple[int, int], list[Grid]] = {}
    own: list[list[Line]] = []
    for page, part in zip(pages, parts, strict=True):
        lines = [
            item for item in part.body
            if isinstance(item, Line) and not item.leader and item.x1 - item.x0 > _WIDE * page.width
        ]
        own.append(lines)
        wide.setdefault(_size(page), []).extend(lines)
        tables.setdefault(_size(page), []).extend(
            item for item in part.body if isinstance(item, Grid) and item.box.width > _WIDE * page.width
        )
    found = []
    for page, part, lines in zip(pages, parts, own, strict=True):
        lines = lines if len(lines) >= _ENOUGH else wide[_size(page)]
        ruled = tables[_size(page)]
        if len(lines) >= 2:
            found.append((_usual([line.x0 for line in lines], False), _usual([line.x1 for line in lines], True)))
        elif ruled:
            found.append((min(grid.xs[0] for grid in ruled) + _PADDING, max(grid.xs[-1] for grid in ruled) - _PADDING))
        else:
            free = [item.x0 for item in part.body if isinstance(item, Line)] if lines else []
            left = min([*free, 0.12 * page.width])
            found.append((left, page.width - left))
    return found


def _size(page: Page) -> tuple[int, int]:
    return round(page.width / 10), round(page.height / 10)


def _usual(values: list[float], highest: bool) -> float:
    """The outermost value that several lines share."""
    counted = Counter(round(value) for value in values)
    least = max(2, len(values) // 12)
    shared = [value for value, count in counted.items() if count + counted.get(value + 1, 0) >= least]
    if not shared:
        return max(values) if highest else min(values)
    edge = max(shared) if highest else min(shared)
    return max((v for v in values if v <= edge + 1.5), default=float(edge)) if highest else float(edge)
