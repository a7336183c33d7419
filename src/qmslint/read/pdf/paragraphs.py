"""Lines → paragraphs. A line that had room for the next word was ended on purpose; marks, indents and gaps tell too."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median_low
from typing import TypeVar

from qmslint.api import Run
from qmslint.read.pdf.lines import Line
from qmslint.read.pdf.shapes import Box

T = TypeVar("T")  # what else may stand between lines: tables

_MARKED = re.compile(
    r"(?:[-–+*•\uf000-\uf0ff]|\(?\d{1,3}(?:\.\d{1,3})*[.)/]|\(?[a-zđ][.)]|[IVX]{1,5}[.)])(?=[\s\"“(]|[^\W\d])"
)
_BULLET = re.compile(r"([•\uf000-\uf0ff])\s*")
_TORN_DATE = re.compile(r"\d{1,2}/\d{1,2}/(?=(?:\d\n?){4}$)\d*\n\d*")
_CODE = re.compile(r"(?:[^\W\d_]{1,6}\.){1,3}")
_ENDS = (".", ";", ":", "!", "?", "…")
_ROOMY = 1.3  # of the usual distance between lines
_INDENT = 4.0  # points


@dataclass(eq=False, slots=True)
class Drawn:
    """A paragraph as printed: its lines, the pictures in its place, and whether the page breaks before it."""

    lines: list[Line] = field(default_factory=list)
    pictures: int = 0
    page: int = 0
    y: float = 0.0  # its top
    alignment: str = ""
    page_break: bool = False
    words: str = ""  # what the reader has to say in this place
    x0: float = 0.0  # of what is no lines: its edges
    x1: float = 0.0

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.y

    def text(self) -> tuple[str, str, tuple[Run, ...]]:
        """Its number (a bullet only), text and runs; lines are joined by the blank that was broken there."""
        if self.words:
            return "", self.words, (Run(self.words),)
        runs: list[Run] = []
        blanks = sum(line.blank for line in self.lines[:-1]) * 2 >= len(self.lines) - 1
        for number, line in enumerate(self.lines):
            own = list(line.runs)
            if number and own:
                own[0] = own[0]._replace(text=_joint(self.lines[number - 1], line, blanks) + own[0].text)
            for run in own:
                if runs and runs[-1][1:] == run[1:]:
                    runs[-1] = runs[-1]._replace(text=runs[-1].text + run.text)
                else:
                    runs.append(run)
        bullet = _BULLET.match(runs[0].text) if runs else None
        mark = ""
        if bullet:
            mark = "•"
            rest = runs[0].text[bullet.end() :]
            runs = [runs[0]._replace(text=rest), *runs[1:]] if rest else runs[1:]
            if runs:
                runs[0] = runs[0]._replace(text=runs[0].text.lstrip())
        return mark, "".join([run.text for run in runs]), tuple(runs)


def _joint(last: Line, line: Line, blanks: bool) -> str:
    """What stood where the line was broken: a blank, or nothing behind the hyphen of "NĐ-CP" and inside a word."""
    if _TORN_DATE.fullmatch(f"{last.text}\n{line.text}") or (
        len(last.text) < 4 and len(line.text) == 1 and (last.text + line.text).isalpha() and last.text.isupper()
    ):
        return ""  # too long for its column: "ST|T", "15/9/202|6"
    if _CODE.fullmatch(last.text) and line.text[:1].isdigit():
        return ""  # "QT.HT.|01"
    if last.blank or not (last.text[-1:] in "-/–" and last.text[-2:-1].isalnum() and line.text[:1].isalnum()):
        return " "
    return "" if blanks or last.text[-1:] == "-" else " "


def in_order(items: Iterable[Line | Drawn | T], left: float, right: float) -> list[Drawn | T]:
    """Lines that follow one another put together as paragraphs; what stands between them stays between."""
    found: list[Drawn | T] = []
    lines: list[Line] = []
    for item in items:
        if isinstance(item, Line):
            lines.append(item)
            continue
        found += (*paragraphs_of(lines, left, right), item)
        lines = []
    return [*found, *paragraphs_of(lines, left, right)]


def paragraphs_of(lines: Sequence[Line], left: float, right: float) -> list[Drawn]:
    """The paragraphs of one column between `left` and `right`, its lines from the top."""
    found: list[Drawn] = []
    usual = _usual(lines, left, right)
    for line in lines:
        if found and _continues(found[-1].lines, line, left, right, usual):
            found[-1].lines.append(line)
        else:
            found.append(Drawn([line], 0, line.page, line.top))
    for one in found:
        one.alignment = _alignment(one.lines, left, right)
    return found


def _usual(lines: Sequence[Line], left: float, right: float) -> float:
    """The distance of lines in a paragraph, in sizes of the letter; 0 = not known."""
    pitches = [
        (one.y - two.y) / max(one.size, two.size)
        for one, two in itertools.pairwise(lines)
        if _full(one, two, left, right) and abs(one.size - two.size) < 1
    ]
    return median_low(pitches) if len(pitches) > 1 else 0.0  # one pair cannot be told from itself


def _full(last: Line, line: Line, left: float, right: float) -> bool:
    """Whether the first word of `line` found no room behind `last`."""
    need = 0.25 * last.size + line.word
    if _centred(last, left, right):
        return last.x1 - last.x0 + need > right - left - 1
    return last.x1 + need > right - 1


def _centred(line: Line, left: float, right: float) -> bool:
    before, after = line.x0 - left, right - line.x1
    return before > 12 and abs(before - after) < 5


def _in_the_middle(lines: Sequence[Line], left: float, right: float) -> bool:
    """Whether all lines share the middle of their column, and not because they fill it."""
    middle = left + right
    return all(abs(line.x0 + line.x1 - middle) < 3 for line in lines) and any(line.x0 > left + 3 for line in lines)


def fits(lines: Sequence[Line], line: Line, left: float, right: float, cell: bool = False) -> bool:
    """Whether `line`, the first of the next page, may go on with the paragraph of `lines` (`cell`: in a table)."""
    last = lines[-1]
    ended = last.text.endswith(_ENDS) and not (cell and line.text[:1].islower())
    marked = _MARKED.match(line.text) and (not cell or _MARKED.match(lines[0].text))
    if not _full(last, line, left, right) or ended or marked:
        return False
    alike = last.bold == line.bold and abs(last.size - line.size) < 1
    return alike and (cell or not line.text[:1].isupper())


def _continues(lines: list[Line], line: Line, left: float, right: float, usual: float) -> bool:
    last, first = lines[-1], lines[0]
    if last.leader or (_to_the_right(last, left, right) and not _to_the_right(line, left, right)):
        return False
    if abs(last.size - line.size) > max(1.0, 0.12 * last.size) or not _full(last, line, left, right):
        return False
    pitch = (last.y - line.y) / max(last.size, line.size)
    if pitch > (_ROOMY * usual if usual else 2.4) + 0.02 or pitch <= 0:
        return False
    if _centred(line, left, right):
        return first.bold == line.bold
    if first.bold == line.bold and _in_the_middle((*lines, line), left, right):
        return True
    ended = last.text.endswith(_ENDS)
    if ended and not usual and pitch > _ROOMY and line.text[:1].isupper():
        return False  # set apart, as far as one can see
    if _MARKED.match(line.text) and (ended or (_MARKED.match(first.text) and abs(line.x0 - first.x0) < 2)):
        return False
    if len(lines) > 1:
        indent = line.x0 - lines[1].x0
        if abs(indent) > _INDENT and (ended or not line.text[:1].islower()):
            return False
    elif line.x0 > first.x0 + _INDENT and not _MARKED.match(first.text) and (ended or line.text[:1].isupper()):
        return False
    return first.bold == line.bold or not (first.bold and last.bold and (ended or not line.text[:1].islower()))


def _to_the_right(line: Line, left: float, right: float) -> bool:
    return right - line.x1 < 3 and line.x0 - left > 0.35 * (right - left)


def _alignment(lines: Sequence[Line], left: float, right: float) -> str:
    if all(_centred(line, left, right) for line in lines) and not _MARKED.match(lines[0].text):
        return "center"
    if all(_to_the_right(line, left, right) for line in lines):
        return "right"
    return ""


def cell_edges(box: Box, lines: Sequence[Line]) -> tuple[float, float]:
    """Between which edges text stands in a cell: its padding is as wide at the right as at the left."""
    padding = 5.4
    if lines:
        nearest = min(min(line.x0 for line in lines) - box.x0, box.x1 - max(line.x1 for line in lines))
        padding = min(max(nearest, 0.5), 5.8)
    return box.x0 + padding, box.x1 - padding
