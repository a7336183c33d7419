"""One page → what stands on it from the top: lines, tables with their cells filled, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from qmslint.api import Limits
from qmslint.read.pdf.columns import side_by_side
from qmslint.read.pdf.grids import Field, Grid, grids_of
from qmslint.read.pdf.lines import Line, lines_of
from qmslint.read.pdf.paragraphs import Drawn, cell_edges, in_order
from qmslint.read.pdf.shapes import Box, Group, Page

Item: TypeAlias = Line | Grid | Drawn
_OVER = 2.0  # points by which a group may reach out of its cell
_CUT = 6  # letters: shorter pieces stand where their middle stands
_WHOLE = 0.8  # of the page: a picture of this size is its background or a scan


def items_of(page: Page, limits: Limits) -> list[Item]:
    """The items of a page in reading order; text beside a table comes where its line begins."""
    grids = grids_of(page, limits)
    inside: dict[Field, list[Group]] = {}
    free: list[Group] = []
    for group in page.groups:
        field = _field_at(grids, (group.x0 + group.x1) / 2, group.y + 0.3 * group.size)
        if field is None:
            free.append(group)
        elif group.x0 >= field.box.x0 - _OVER and group.x1 <= field.box.x1 + _OVER:
            inside.setdefault(field, []).append(group)
        else:
            for part in _cut(group, grids) if len(group.text) >= _CUT else (group,):
                own = _field_at(grids, (part.x0 + part.x1) / 2, part.y + 0.3 * part.size)
                (inside.setdefault(own, []) if own is not None else free).append(part)
    loose: list[Item] = list(lines_of(free, page.number))
    extra: dict[Field, list[Item]] = {}
    for one in (*_pictures(page), *_said(page.sideways, page.number), *_said(page.seals, page.number)):
        field = _field_at(grids, *one[0])
        (extra.setdefault(field, []) if field is not None else loose).append(one[1])
    for number, grid in enumerate(grids):
        outer = _field_at(grids[:number], (grid.box.x0 + grid.box.x1) / 2, (grid.box.y0 + grid.box.y1) / 2)
        (extra.setdefault(outer, []) if outer is not None else loose).append(grid)
    for grid in grids:
        for field in grid.fields:
            lines = lines_of(inside.get(field, ()), page.number)
            if lines or field in extra:
                field.content = flow([*lines, *extra.get(field, ())], *cell_edges(field.box, lines))
    return sorted(loose, key=lambda item: -item.top)


def flow(items: Sequence[Item], left: float, right: float, columns: bool = False) -> list[Drawn | Grid]:
    """Lines put together as paragraphs, tables and pictures between them. `columns`: some may stand side by side."""
    ordered: list[Item] = sorted(items, key=lambda one: -one.top)
    return in_order(_with_columns(ordered, left, right) if columns else ordered, left, right)


def _with_columns(items: Sequence[Item], left: float, right: float) -> list[Item]:
    found: list[Item] = []
    free: list[Line | Drawn] = []
    for item in (*items, None):
        if isinstance(item, (Line, Drawn)):
            free.append(item)
            continue
        found += side_by_side(free, left, right)
        free = []
        if item is not None:
            found.append(item)
    return found


def _field_at(grids: Sequence[Grid], x: float, y: float) -> Field | None:
    """The innermost field in which a point lies; `grids` has the larger ones first."""
    for grid in reversed(grids):
        field = grid.at(x, y)
        if field is not None:
            return field
    return None


def _cut(group: Group, grids: Sequence[Grid]) -> list[Group]:
    """A group that reaches over the edge of a cell, cut where a letter stands in another cell."""
    fields = [_field_at(grids, (a + b) / 2, group.y + 0.3 * group.size) for a, b in group.edges]
    parts: list[Group] = []
    start = 0
    for end in range(1, len(fields) + 1):
        if end < len(fields) and fields[end] is fields[start]:
            continue
        if len(group.text) != len(group.edges):
            return [group]
        text = group.text[start:end]
        if text.strip():
            edges = group.edges[start:end]
            parts.append(group._replace(text=text, x0=edges[0][0], x1=edges[-1][1], edges=edges))
        start = end
    return parts


def _pictures(page: Page) -> list[tuple[tuple[float, float], Drawn]]:
    found = []
    for box in page.pictures:
        if page.groups and box.width > _WHOLE * page.width and box.height > _WHOLE * page.height:
            continue  # the scan below recognised text, or a background
        middle = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
        found.append((middle, Drawn([], 1, page.number, middle[1], x0=box.x0, x1=box.x1)))
    return found


def _said(pieces: Sequence[tuple[str, Box]], page: int) -> list[tuple[tuple[float, float], Drawn]]:
    found: list[tuple[tuple[float, float], Drawn]] = []
    for text, box in pieces:
        words = " ".join(text.split())
        if words:
            middle = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
            found.append((middle, Drawn([], 0, page, middle[1], words=words, x0=box.x0, x1=box.x1)))
    return found


def plain_text(item: Item) -> str:
    """All its words, a line a paragraph, cells parted by a bar."""
    if isinstance(item, Line):
        return item.text
    if isinstance(item, Drawn):
        return item.text()[1]
    return " | ".join("\n".join(plain_text(one) for one in field.content) for field in item.fields)
