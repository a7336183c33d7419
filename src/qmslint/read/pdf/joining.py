"""What goes on over the end of a page: tables whose columns agree, paragraphs whose last line is full."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from qmslint.read.pdf.grids import Field, Grid
from qmslint.read.pdf.layout import plain_text
from qmslint.read.pdf.paragraphs import Drawn, fits
from qmslint.read.pdf.signing import signed_on

_AGREE = 4.0  # points
_HEADING_ROWS = 4
_ENDS = (".", ";", ":")


def join_pages(pages: Sequence[tuple[list[Drawn | Grid], float, float]]) -> list[Drawn | Grid]:
    """The blocks of all pages; each page with the left and right edge of its text."""
    found: list[Drawn | Grid] = []
    for blocks, left, right in pages:
        signed = signed_on(found[-1] if found else None, blocks)
        for index, block in enumerate(blocks[signed:], signed):
            last = found[-1] if found else None
            if index == 0 and isinstance(block, Grid) and isinstance(last, Grid) and _joined(last, block):
                continue
            if index == 0 and isinstance(block, Drawn) and isinstance(last, Drawn) and _goes_on(
                last, block, left, right
            ):
                last.lines += block.lines
                continue
            found.append(block)
    return found


def _goes_on(last: Drawn, block: Drawn, left: float, right: float) -> bool:
    if not last.lines or not block.lines or block.page_break:
        return False
    return last.alignment == "" and fits(last.lines, block.lines[0], left, right)


def _joined(one: Grid, two: Grid) -> bool:
    """Put the rows of `two` under those of `one` where the columns agree."""
    if abs(one.xs[0] - two.xs[0]) > _AGREE or abs(one.xs[-1] - two.xs[-1]) > _AGREE:
        return False
    if len(one.ys) < 3 and len(one.xs) < 3:
        return False  # boxes, no tables
    if not _inside(two.xs, one.xs) and not _inside(one.xs, two.xs):
        return False
    every = one.xs if len(one.xs) >= len(two.xs) else two.xs
    _spread(one, every)
    _spread(two, every)
    rows = two.places[_repeated(one, two) :]
    if rows and (_row_goes_on(one.places[-1], rows[0]) or _is_rest(one.places, rows)):
        for above, below in zip(one.places[-1], rows[0], strict=True):
            _add(above, below)
        swap = {id(b): a for a, b in zip(one.places[-1], rows[0], strict=True)}
        rows = [[swap.get(id(field), field) for field in row] for row in rows[1:]]
    elif rows:
        swap = {}
        for column, below in enumerate(rows[0]):
            above = one.places[-1][column]
            if _same_cell(above, below, rows, column) or _always_filled(one.places, rows, column):
                swap[id(below)] = above
        rows = [[swap.get(id(field), field) for field in row] for row in rows]
    one.places += rows
    return True


def _inside(some: Sequence[float], every: Sequence[float]) -> bool:
    return all(any(abs(x - other) <= _AGREE for other in every) for x in some)


def _spread(grid: Grid, xs: list[float]) -> None:
    """Give every row of `grid` a place for each column of `xs`."""
    if len(grid.xs) == len(xs):
        return
    columns = [
        max(i for i in range(len(grid.xs) - 1) if i == 0 or grid.xs[i] <= (a + b) / 2)
        for a, b in itertools.pairwise(xs)
    ]
    grid.places = [[row[column] for column in columns] for row in grid.places]
    grid.xs = xs


def _repeated(one: Grid, two: Grid) -> int:
    """How many rows at the start of `two` are the headings of `one` again."""
    for count in range(min(_HEADING_ROWS, len(one.places), len(two.places) - 1), 0, -1):
        if all(_row_words(one.places[i]) == _row_words(two.places[i]) for i in range(count)) and any(
            word for i in range(count) for word in _row_words(one.places[i])
        ):
            return count
    return 0


def _row_words(row: Sequence[Field]) -> list[str]:
    return [_words(field) for field in row]


def _words(field: Field) -> str:
    return " ".join("\n".join(plain_text(one) for one in field.content).split())


def _row_goes_on(above: Sequence[Field], below: Sequence[Field]) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before."""
    if [above.index(one) for one in above] != [below.index(one) for one in below]:
        return False
    words, more = _row_words(above), _row_words(below)
    if not any(more):
        return True
    if more[0] or not words[0] or len(set(map(id, below))) < 2:
        return False
    both = [(a, b) for a, b in zip(words, more, strict=True) if a and b]
    if any(b[:1].islower() and not a.endswith(_ENDS) for a, b in both):
        return True
    if any(b and not a for a, b in zip(words, more, strict=True)):
        return len(both) == 1  # what stands in the middle of a tall cell is printed on one of its pages
    return any(b[:1].islower() or not a.endswith(_ENDS) for a, b in both)


def _is_rest(before: Sequence[Sequence[Field]], rows: Sequence[Sequence[Field]]) -> bool:
    """Whether the first row of a page holds but more of one cell, without the number that every other row has."""
    words, more = _row_words(before[-1]), _row_words(rows[0])
    filled = [number for number, word in enumerate(more) if word]
    return len(set(map(id, rows[0]))) == len(set(map(id, before[-1]))) > 2 and len(filled) == 1 and filled[0] > 0 and (
        bool(words[filled[0]]) and all(_words(row[0]) for row in (*before, *rows[1:]))
    )


def _same_cell(above: Field, below: Field, rows: Sequence[Sequence[Field]], column: int) -> bool:
    """Whether an empty field over several rows goes on with the one at the end of the page before."""
    if below.content or above.columns != below.columns or rows[0].index(below) != column:
        return False
    tall = len(rows) > 1 and rows[1][column] is below
    return bool(above.content) and tall and above.rows > 1


def _always_filled(before: Sequence[Sequence[Field]], rows: Sequence[Sequence[Field]], column: int) -> bool:
    """Whether only the first field of a page is empty in its column: one cell goes on there, as far as can be seen."""
    first, above = rows[0], before[-1]
    if first[column].content or column == 0 or first[column].columns != above[column].columns:
        return False
    beside = [field for number, field in enumerate(first) if number != column]
    return bool(beside) and all(field.content for field in beside) and all(
        row[column].content for row in (*before, *rows[1:])
    )


def _add(above: Field, below: Field) -> None:
    """The content of a cell goes on: its paragraph too, when it was not at its end."""
    if above is below or not below.content:
        return
    last, first = (above.content[-1] if above.content else None), below.content[0]
    if (
        isinstance(last, Drawn) and isinstance(first, Drawn) and last.lines and first.lines
        and fits(last.lines, first.lines[0], above.box.x0 + 5, above.box.x1 - 5, True)
    ):
        last.lines += first.lines
        above.content += below.content[1:]
    else:
        above.content += below.content
    below.content = []
