"""Rows and cells of a table, wherever they stand: in content controls, revisions, alternate content.

Source: ISO/IEC 29500-1, 17.4.79 (trPr), 17.4.66 (tcPr), 17.5.2 (content controls), 17.13.5 (revisions).
"""

from __future__ import annotations

from typing import Any

from qmslint.api import Cell
from qmslint.read.docx.inline import chosen
from qmslint.read.docx.names import MC, W, number, on, val

# Made once: a name put together at each comparison costs more than the comparison.
(
    _GRID_BEFORE, _SDT_CONTENT, _DEL, _HIDDEN,
) = (W + name for name in (
    "gridBefore", "sdtContent", "del", "hidden",
))

TR, TC, TC_PROPERTIES = W + "tr", W + "tc", W + "tcPr"
_SDT, _TR_PROPERTIES = W + "sdt", W + "trPr"
_THROUGH = frozenset((W + "sdtContent", W + "customXml", W + "ins", W + "moveTo", W + "smartTag"))
_SPAN, _VMERGE, _HMERGE, _VAL, _DELETED = W + "gridSpan", W + "vMerge", W + "hMerge", W + "val", W + "cellDel"
_DEEPEST = 200
Spans = dict[int, tuple[int, int]]  # by id of a cell that goes on below: how many rows it covers, and the last of them


def rows(table: Any, depth: int) -> list[Any]:
    """The rows that are shown: neither deleted nor hidden."""
    return [row for row in _inside(table, TR, depth) if _shown(row)]


def cells(row: Any, depth: int) -> list[Any]:
    """The cells of a row."""
    return _inside(row, TC, depth)


def skipped(row: Any) -> int:
    """How many columns of the grid the row leaves empty at its start."""
    before = next((child for child in _properties(row) if child.tag == _GRID_BEFORE), None)
    return min(number(val(before)), 512) if before is not None else 0


def merging(properties: Any) -> tuple[int, str, str]:
    """How a cell is merged: columns that it spans (0 = it is deleted), vMerge and hMerge ("" = not merged)."""
    span, vertical, horizontal = 1, "", ""
    for child in properties:
        tag = child.tag
        if tag == _SPAN:
            span = min(max(1, number(val(child), 1)), 512)
        elif tag == _VMERGE:
            vertical = child.get(_VAL) or "continue"
        elif tag == _HMERGE:
            horizontal = child.get(_VAL) or "continue"
        elif tag == _DELETED:
            return 0, "", ""
    return span, vertical, horizontal


def with_heights(grid: list[list[Cell]], spans: Spans) -> tuple[tuple[Cell, ...], ...]:
    """The rows, with the cells that go on below as high as they are."""
    if not spans:
        return tuple([tuple(line) for line in grid])
    renewed = {
        id(cell): cell._replace(row_span=spans[id(cell)][0]) for line in grid for cell in line if id(cell) in spans
    }
    return tuple([tuple([renewed.get(id(cell), cell) for cell in line]) for line in grid])


def _inside(parent: Any, wanted: str, depth: int) -> list[Any]:
    found: list[Any] = []
    for child in parent:
        if child.tag == wanted:
            found.append(child)
        elif depth >= _DEEPEST:
            continue
        elif child.tag == _SDT:
            content = child.find(_SDT_CONTENT)
            if content is not None:
                found += _inside(content, wanted, depth + 1)
        elif child.tag in _THROUGH:
            found += _inside(child, wanted, depth + 1)
        elif child.tag == MC + "AlternateContent":
            found += _inside(chosen(child), wanted, depth + 1)
    return found


def _properties(row: Any) -> Any:
    return next((child for child in row if child.tag == _TR_PROPERTIES), ())


def _shown(row: Any) -> bool:
    return not any(
        child.tag == _DEL or (child.tag == _HIDDEN and on(child)) for child in _properties(row)
    )
