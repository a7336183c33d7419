"""Groups of letters → lines: what stands on one baseline, with the blanks that the gaps between the glyphs mean.

A blank that was written but shows no gap ("quả n lý" where one word is printed) is none; a gap without one is a blank.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from statistics import median

from qmslint.api import NamedTuple, Run
from qmslint.read.pdf.shapes import Font, Group

_SAME_LINE = 0.45  # of the size: how far apart baselines on one line are (raised figures)
_GAP, _WRITTEN_GAP = 0.09, 0.07  # of the size: what shows as a blank; where one was written too
_TAB = 1.5  # of the size: wider than any blank of justified text
_LEADER = re.compile(r"(?<=\w)[\s)”\"]*[.…\s]*(?:\.{6}|…{3})[.…\s]*(?=\d{1,3}\s*$)")
_MARK = re.compile(r"[-–+*•\uf000-\uf0ff]|\(?\d{1,3}(?:\.\d{1,3})*[.)/]?|\(?[A-Za-zđĐ]{1,2}[.)/]|[IVXivx]{1,5}[.)/]")


class Line(NamedTuple):
    """One printed line, or the part of it in one column."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    runs: tuple[Run, ...]
    page: int
    word: float  # width of its first word
    blank: bool  # a blank was written at its end
    groups: tuple[Group, ...] = ()
    leader: bool = False  # an entry of a table of contents: dots lead to its page

    @property
    def top(self) -> float:
        """The upper edge of its letters, about."""
        return self.y + 0.8 * self.size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(run.bold for run in self.runs if run.text.strip())


def is_mark(text: str) -> bool:
    """Whether `text` is nothing but the number or sign that opens an item."""
    return bool(_MARK.fullmatch(text))


def lines_of(groups: Sequence[Group], page: int) -> list[Line]:
    """The lines, from the top of the page."""
    rows: list[list[Group]] = []
    reference = size = 0.0
    for group in sorted(groups, key=lambda g: (-g.y, g.x0)):
        if rows and reference - group.y <= _SAME_LINE * max(size, group.size):
            rows[-1].append(group)
            if group.size > size * 1.2:
                reference, size = group.y, group.size
        else:
            rows.append([group])
            reference, size = group.y, group.size
    return [line_of(row, page) for row in rows]


def line_of(groups: Sequence[Group], page: int) -> Line:
    """The line that these groups make."""
    ordered = sorted(groups, key=lambda g: g.x0)
    least = _spread(ordered)
    pieces: list[tuple[str, Group]] = []
    end = word_end = -1e9
    whole = False  # the first word has ended
    last: Group | None = None
    for group in ordered:
        if last is not None and group.text == last.text and abs(group.x0 - last.x0) < 0.15 * group.size:
            continue  # printed twice to look bold
        glue = "" if last is None else _glue(last, group, group.x0 - end, least, len(pieces) == 1)
        text = group.text
        pieces.append((glue + text, group))
        if not whole:
            cut = next((i for i, letter in enumerate(text) if letter in " \u00a0\t"), -1)
            whole = bool(glue) or cut >= 0
            if not glue:
                word_end = group.x1 if cut < 0 else group.edges[cut][0]
        end, last = max(end, group.x1), group
    main = max(ordered, key=lambda g: len(g.text))
    text = "".join([piece for piece, _ in pieces])
    leader = _LEADER.search(text)
    if leader:
        pieces = _without(pieces, leader.start(), leader.end())
        text = "".join([piece for piece, _ in pieces])
    return Line(
        text, ordered[0].x0, end, main.y, main.size, _runs(pieces), page, word_end - ordered[0].x0,
        ordered[-1].after, tuple(ordered), leader is not None,
    )


def _without(pieces: Sequence[tuple[str, Group]], start: int, end: int) -> list[tuple[str, Group]]:
    """The pieces of a line with a tab for the dots between two places."""
    found: list[tuple[str, Group]] = []
    place = 0
    for text, group in pieces:
        low, high = start - place, end - place
        place += len(text)
        kept = text[: max(low, 0)] + "\t" * (0 <= low < len(text)) + text[max(high, 0) :] if high > 0 else text
        if kept:
            found.append((kept, group))
    return found


def _glue(last: Group, group: Group, gap: float, least: float, second: bool) -> str:
    size = min(last.size, group.size)
    if gap >= _TAB * size:
        return " " if second and is_mark(last.text) else "\t"
    written = last.after or group.before
    return " " if gap >= (_WRITTEN_GAP * size if written else max(_GAP * size, least)) else ""


def _spread(ordered: Sequence[Group]) -> float:
    """The least gap that is a blank where letters are set apart one by one ("Q U Y"); 0 for other text."""
    if len(ordered) < 6 or sum(len(g.text) == 1 for g in ordered) < 0.8 * len(ordered):
        return 0.0
    gaps = [b.x0 - a.x1 for a, b in itertools.pairwise(ordered)]
    middle = median(gaps)
    return 1.7 * middle if middle > 0.1 * ordered[0].size else 0.0


def _runs(pieces: Sequence[tuple[str, Group]]) -> tuple[Run, ...]:
    runs: list[Run] = []
    kept: list[str] = []
    look: tuple[Font, float] | None = None
    for text, group in pieces:
        if look is not None and (group.font, group.size) != look and not _alike(look, group):
            runs.append(_run("".join(kept), *look))
            kept = []
            look = None
        look = look or (group.font, group.size)
        kept.append(text)
    if look is not None:
        runs.append(_run("".join(kept), *look))
    return tuple(runs)


def _alike(look: tuple[Font, float], group: Group) -> bool:
    """A letter lent by another font looks like those beside it."""
    font, size = look
    return (font.bold, font.italic, size) == (group.font.bold, group.font.italic, group.size) and len(group.text) < 3


def _run(text: str, font: Font, size: float) -> Run:
    return Run(text, font.bold, font.italic, False, round(size, 1), font.name)
