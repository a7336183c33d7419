"""What is drawn on a page: rulings (thin lines, thin filled rectangles) and pictures. Shading and curves are none."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as c

from qmslint.api import Limits, NamedTuple
from qmslint.read.guard import over
from qmslint.read.pdf.shapes import Box, Page, Ruling, turned

_THIN = 3.0  # points: what is thicker is no line
_SHORT = 4.0  # points: what is shorter is part of a letter or of a dotted line
_DEPTH = 8  # forms inside forms
_SEGMENTS = 4000  # of one path: more is a picture
_SMALL_PICTURE = 8.0
_WHITE = 250

_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class _Sheet(NamedTuple):
    page: Page
    around: Box
    turn: int
    limits: Limits


def add_drawing(page: Page, raw: Any, around: Box, turn: int, limits: Limits) -> None:
    """Put the rulings and pictures of the loaded page `raw` into `page`."""
    sheet = _Sheet(page, around, turn, limits)
    _walk(sheet, ((c.FPDFPage_GetObject(raw, i)) for i in range(c.FPDFPage_CountObjects(raw))), _SAME, 0)


def _walk(sheet: _Sheet, items: Iterator[Any], matrix: _Matrix, depth: int) -> None:
    page = sheet.page
    for item in items:
        page.drawn += 1
        if page.drawn > sheet.limits.cells:
            raise over("cells")
        kind = c.FPDFPageObj_GetType(item)
        if kind == c.FPDF_PAGEOBJ_PATH:
            _path(sheet, item, matrix)
        elif kind == c.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(sheet, item, matrix)
            if box is not None and min(box.width, box.height) >= _SMALL_PICTURE:
                page.pictures.append(box)
        elif kind == c.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            inner = c.FS_MATRIX()
            if c.FPDFPageObj_GetMatrix(item, inner):
                below = _times((inner.a, inner.b, inner.c, inner.d, inner.e, inner.f), matrix)
                inside = (c.FPDFFormObj_GetObject(item, i) for i in range(c.FPDFFormObj_CountObjects(item)))
                _walk(sheet, inside, below, depth + 1)


def _times(one: _Matrix, two: _Matrix) -> _Matrix:
    a, b, d, e, x, y = one
    return (
        a * two[0] + b * two[2], a * two[1] + b * two[3], d * two[0] + e * two[2], d * two[1] + e * two[3],
        x * two[0] + y * two[2] + two[4], x * two[1] + y * two[3] + two[5],
    )


def _placed(sheet: _Sheet, matrix: _Matrix, x0: float, y0: float, x1: float, y1: float) -> Box:
    if matrix is not _SAME:
        a, b, d, e, x, y = matrix
        corners = [(a * px + d * py + x, b * px + e * py + y) for px, py in ((x0, y0), (x1, y0), (x0, y1), (x1, y1))]
        x0, x1 = min(p[0] for p in corners), max(p[0] for p in corners)
        y0, y1 = min(p[1] for p in corners), max(p[1] for p in corners)
    return turned(Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), sheet.around, sheet.turn)


def _bounds(sheet: _Sheet, item: Any, matrix: _Matrix) -> Box | None:
    edges = [ctypes.c_float() for _ in range(4)]
    if not c.FPDFPageObj_GetBounds(item, *edges):
        return None
    return _placed(sheet, matrix, *(edge.value for edge in edges))


def _path(sheet: _Sheet, item: Any, matrix: _Matrix) -> None:
    """The rulings that one path draws."""
    segments = c.FPDFPath_CountSegments(item)
    if not 2 <= segments <= _SEGMENTS:
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not c.FPDFPath_GetDrawMode(item, fill, stroke) or not (fill.value or stroke.value):
        return
    box = _bounds(sheet, item, matrix)
    if box is None:
        return
    if segments <= 5 and min(box.width, box.height) <= _THIN:
        if not _white(item, bool(stroke.value)):
            _add(sheet.page, box)
    elif (stroke.value or segments > 5) and not _white(item, bool(stroke.value)):
        for piece in _pieces(sheet, item, matrix, segments, bool(stroke.value)):
            _add(sheet.page, piece)


def _add(page: Page, box: Box) -> None:
    if box.height <= _THIN and box.width >= _SHORT and box.width > box.height:
        page.level.append(Ruling((box.y0 + box.y1) / 2, box.x0, box.x1))
    elif box.width <= _THIN and box.height >= _SHORT:
        page.upright.append(Ruling((box.x0 + box.x1) / 2, box.y0, box.y1))


def _pieces(sheet: _Sheet, item: Any, matrix: _Matrix, segments: int, stroked: bool) -> Iterator[Box]:
    """The strokes of a path one by one; of a filled one, each closed part as a whole."""
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    part: list[tuple[float, float]] = []
    for number in range(segments):
        segment = c.FPDFPath_GetPathSegment(item, number)
        kind = c.FPDFPathSegment_GetType(segment)
        c.FPDFPathSegment_GetPoint(segment, x, y)
        here = (x.value, y.value)
        if kind == c.FPDF_SEGMENT_MOVETO:
            if not stroked and part:
                yield _around(sheet, matrix, part)
            start, part = here, [here]
        else:
            part.append(here)
            if stroked and kind == c.FPDF_SEGMENT_LINETO:
                yield _placed(sheet, matrix, *last, *here)
            if stroked and c.FPDFPathSegment_GetClose(segment) and here != start:
                yield _placed(sheet, matrix, *here, *start)
        last = here
    if not stroked and part:
        yield _around(sheet, matrix, part)


def _around(sheet: _Sheet, matrix: _Matrix, part: list[tuple[float, float]]) -> Box:
    xs, ys = [p[0] for p in part], [p[1] for p in part]
    return _placed(sheet, matrix, min(xs), min(ys), max(xs), max(ys))


def _white(item: Any, stroked: bool) -> bool:
    """Whether it is drawn in the colour of paper: nobody sees it."""
    parts = [ctypes.c_uint() for _ in range(4)]
    ask = c.FPDFPageObj_GetStrokeColor if stroked else c.FPDFPageObj_GetFillColor
    return bool(ask(item, *parts)) and (parts[3].value == 0 or all(part.value >= _WHITE for part in parts[:3]))
