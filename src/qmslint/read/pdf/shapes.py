"""What stands on a page, in points, the origin at its lower left corner, text upright: words, rulings, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field

from qmslint.api import NamedTuple


class Font(NamedTuple):
    """How the letters of a group look."""

    name: str = ""
    bold: bool = False
    italic: bool = False


class Box(NamedTuple):
    """A rectangle."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """How high it is."""
        return self.y1 - self.y0

    def joined(self, other: Box) -> Box:
        """The smallest rectangle around both."""
        return Box(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))


class Group(NamedTuple):
    """Letters that stand side by side without a gap, of one font, without the blanks at its ends.

    `edges` holds left and right of every character of `text`; `before` and `after` say whether a written blank stood
    at that end.
    """

    text: str
    x0: float
    x1: float
    y: float  # the baseline
    size: float
    font: Font
    edges: tuple[tuple[float, float], ...] = ()
    before: bool = False
    after: bool = False


class Ruling(NamedTuple):
    """A straight line: at `at` (x of an upright one, y of a level one), from `start` to `end`."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    """One page, its text upright."""

    number: int
    width: float
    height: float
    groups: list[Group] = field(default_factory=list)
    sideways: list[tuple[str, Box]] = field(default_factory=list)  # text in other directions, a run each
    level: list[Ruling] = field(default_factory=list)
    upright: list[Ruling] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    turn: int = 0  # quarter turns in which its text ran
    drawn: int = 0  # objects on it
    seals: list[tuple[str, Box]] = field(default_factory=list)  # digital signatures, as they are to be read


def turned(box: Box, around: Box, turn: int) -> Box:
    """`box` seen after the page was turned so that text which runs in direction `turn` stands upright."""
    if turn == 0:
        return Box(box.x0 - around.x0, box.y0 - around.y0, box.x1 - around.x0, box.y1 - around.y0)
    if turn == 1:
        return Box(box.y0 - around.y0, around.x1 - box.x1, box.y1 - around.y0, around.x1 - box.x0)
    if turn == 2:
        return Box(around.x1 - box.x1, around.y1 - box.y1, around.x1 - box.x0, around.y1 - box.y0)
    return Box(around.y1 - box.y1, box.x0 - around.x0, around.y1 - box.y0, box.x1 - around.x0)
