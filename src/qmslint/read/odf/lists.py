"""Numbers of list items and headings as they print (ODF 1.3, part 3, 5.3 lists, 16.30-16.34 list styles)."""

from __future__ import annotations

import re
from typing import Any

from qmslint.api import NamedTuple
from qmslint.read.number_formats import bullet, in_format
from qmslint.read.odf.names import LOEXT, STYLE, TEXT, XML_ID, count
from qmslint.read.odf.styles import Styles

_LEVELS = 10
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_PLACE = re.compile(r"%(\d{1,2})%")


class Level(NamedTuple):
    """How one level of a list is numbered."""

    bullet: str | None = None  # None: a number
    format: str = "none"
    prefix: str = ""
    suffix: str = ""
    shown: int = 1  # how many levels the number shows
    start: int = 1
    pattern: str = ""  # "%1%.%2%." where LibreOffice says it outright


class Lists:
    """The lists of one text, and where each one's counting stands."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, Level]] = {}
        self._named: dict[str, list[int | None]] = {}
        self._last: dict[str, list[int | None]] = {}
        self._outline: list[int | None] = [None] * _LEVELS

    def open(self, element: Any, style: str) -> list[int | None]:
        """The counters of a list of the text: its own, or those of the list that it continues."""
        earlier = self._named.get(element.get(TEXT + "continue-list", ""))
        if earlier is None and element.get(TEXT + "continue-numbering") == "true":
            earlier = self._last.get(style)
        fresh: list[int | None] = [None] * _LEVELS
        counters = earlier if earlier is not None else fresh
        name = element.get(XML_ID)
        if name:
            self._named[name] = counters
        self._last[style] = counters
        return counters

    def printed(self, style: str, level: int, counters: list[int | None], start: int | None) -> str:
        """The number of the next item at `level` (from 0). `start`: the item begins anew with this number."""
        levels = self._levels.get(style)
        if levels is None:
            levels = self._levels[style] = _read(self._styles.lists.get(style))
        return _next(levels, level, counters, start)

    def heading(self, level: int) -> str:
        """The number of the next heading outside lists, by the outline of the document."""
        levels = self._levels.get("\0outline")
        if levels is None:
            levels = self._levels["\0outline"] = _read(self._styles.outline)
        return _next(levels, level, self._outline, None) if levels else ""


def _next(levels: dict[int, Level], level: int, counters: list[int | None], start: int | None) -> str:
    own = levels.get(level)
    if own is None or not 0 <= level < _LEVELS:
        return ""
    before = counters[level]
    counters[level] = start if start is not None else own.start if before is None else before + 1
    for lower in range(level + 1, _LEVELS):
        counters[lower] = None
    for upper in range(level):
        if counters[upper] is None:
            counters[upper] = levels[upper].start if upper in levels else 1
    if own.bullet is not None:
        return bullet(own.bullet)
    if own.pattern:
        return _PLACE.sub(lambda m: _one(levels, int(m[1]) - 1, counters), own.pattern).strip()
    if own.format == "none":
        return (own.prefix + own.suffix).strip()
    numbers = [_one(levels, at, counters) for at in range(max(0, level + 1 - own.shown), level + 1)]
    return (own.prefix + ".".join(number for number in numbers if number) + own.suffix).strip()


def _one(levels: dict[int, Level], level: int, counters: list[int | None]) -> str:
    if not 0 <= level < _LEVELS or level not in levels:
        return ""
    return in_format(counters[level] or 0, levels[level].format)


def _read(element: Any) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for child in element if element is not None else ():
        level = count(child.get(TEXT + "level"), 0) - 1
        if not 0 <= level < _LEVELS:
            continue
        prefix, suffix = child.get(STYLE + "num-prefix", ""), child.get(STYLE + "num-suffix", "")
        if child.tag == TEXT + "list-level-style-bullet":
            levels[level] = Level(bullet=child.get(TEXT + "bullet-char", ""))
        elif child.tag in (TEXT + "list-level-style-number", TEXT + "outline-level-style"):
            written = child.get(STYLE + "num-format", "")
            levels[level] = Level(
                None, "decimalZero" if written.startswith("01") else _FORMATS.get(written, "decimal"), prefix, suffix,
                min(count(child.get(TEXT + "display-levels")), _LEVELS), count(child.get(TEXT + "start-value")),
                child.get(LOEXT + "num-list-format", "")[:200] if written else "",
            )
        elif child.tag == TEXT + "list-level-style-image":
            levels[level] = Level(bullet="•")
    return levels
