"""Automatic numbers as Word prints them.

Source: ISO/IEC 29500-1, 17.9 (numbering): abstractNum, num, lvlOverride, lvlRestart, isLgl, numStyleLink.
"""

from __future__ import annotations

from typing import Any

from qmslint.api import NamedTuple
from qmslint.read.docx.inline import chosen
from qmslint.read.docx.names import MC, W, number, on, val
from qmslint.read.number_formats import bullet, in_format

# Made once: a name put together at each comparison costs more than the comparison.
(
    _ABSTRACT_NUM, _ABSTRACT_NUM_ID, _STYLE_LINK, _NUM, _NUM_ID, _LVL, _ILVL, _LVL_OVERRIDE, _START_OVERRIDE,
    _NUM_STYLE_LINK, _START, _LVL_TEXT, _LVL_PIC_BULLET_ID, _IS_LGL, _LVL_RESTART, _P_STYLE, _NUM_FMT, _FORMAT,
    _R_PR, _VANISH, _R_FONTS,
) = (W + name for name in (
    "abstractNum", "abstractNumId", "styleLink", "num", "numId", "lvl", "ilvl", "lvlOverride", "startOverride",
    "numStyleLink", "start", "lvlText", "lvlPicBulletId", "isLgl", "lvlRestart", "pStyle", "numFmt", "format",
    "rPr", "vanish", "rFonts",
))


class Level(NamedTuple):
    """One level of a list definition."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int = -1  # -1: after any higher level; 0: never; n: after level n or higher
    style: str = ""
    hidden: bool = False
    font: str = ""  # of a bullet


class Numbering:
    """The list definitions of a document, and the counters of one pass through it."""

    def __init__(self, root: Any) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._unread: dict[str, Any] = {}
        self._nums: dict[str, Any] = {}
        self._lists: dict[str, tuple[str, dict[int, tuple[int | None, Level | None]]]] = {}
        self._style_lists: dict[str, str] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        self._styled: dict[tuple[str, str], int] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Any) -> None:
        for element in root:
            if element.tag == _ABSTRACT_NUM:
                self._unread[element.get(_ABSTRACT_NUM_ID, "")] = element
                link = element.find(_STYLE_LINK)
                if link is not None:
                    self._style_lists[val(link)] = element.get(_ABSTRACT_NUM_ID, "")
            elif element.tag == _NUM:
                self._nums[element.get(_NUM_ID, "")] = element

    def _levels(self, identifier: str) -> dict[int, Level]:
        """The levels of one definition, read when a paragraph first uses it."""
        known = self._abstract.get(identifier)
        if known is None:
            known = self._abstract[identifier] = {}
            for child in self._unread.get(identifier, ()):
                if child.tag == _LVL:
                    index = number(child.get(_ILVL))
                    known[index] = level = _level(child)
                    if level.style:
                        self._styled[identifier, level.style] = index
        return known

    def _list(self, num: str) -> tuple[str, dict[int, tuple[int | None, Level | None]]]:
        """The definition that list `num` uses, and what it changes; ("", {}) for an unknown list."""
        known = self._lists.get(num)
        if known is None:
            element = self._nums.get(num)
            known = self._lists[num] = ("", {}) if element is None else self._read_num(element)
        return known

    def _read_num(self, element: Any) -> tuple[str, dict[int, tuple[int | None, Level | None]]]:
        abstract = element.find(_ABSTRACT_NUM_ID)
        changes: dict[int, tuple[int | None, Level | None]] = {}
        for override in element.findall(_LVL_OVERRIDE):
            start, level = override.find(_START_OVERRIDE), override.find(_LVL)
            changes[number(override.get(_ILVL))] = (
                number(val(start), 1) if start is not None else None,
                _level(level) if level is not None else None,
            )
        return self._definition(val(abstract) if abstract is not None else ""), changes

    def level_of_style(self, num: str, style: str) -> int | None:
        """The level that a list ties to a paragraph style, if it does."""
        abstract = self._list(num)[0]
        self._levels(abstract)
        return self._styled.get((abstract, style))

    def of(self, direct: tuple[str, int] | None, styled: tuple[str, int] | None, style: str, shown: bool) -> str:
        """The number of a paragraph as printed: (list, level) of its own, of its style; "" where none is shown."""
        identifier, level = direct if direct is not None else ("", -1)
        if styled is not None and (not identifier or (level < 0 and identifier == styled[0])):
            identifier = identifier or styled[0]
            tied = self.level_of_style(identifier, style)
            level = level if level >= 0 else (tied if tied is not None else styled[1])
        if not identifier or identifier == "0":
            return ""
        return self.printed(identifier, max(level, 0)) if shown else ""

    def printed(self, num: str, level: int) -> str:
        """The number that the next paragraph of list `num` at `level` (from 0) prints; "" for none."""
        abstract, changes = self._list(num)
        levels = self._levels(abstract)
        if not levels or not 0 <= level < 9:
            return ""
        own = changes.get(level, (None, None))
        definition = own[1] or levels.get(level)
        if definition is None:
            return ""
        counters = self._counters.setdefault(abstract, [None] * 9)
        self._count(counters, num, level, definition, own[0], levels)
        if definition.hidden:
            return ""
        if definition.format == "bullet":
            return bullet(definition.text, definition.font)
        if definition.format == "none" and "%" not in definition.text:
            return definition.text.strip()
        return _text(definition, levels, changes, counters, level)

    def _definition(self, abstract: str) -> str:
        link = next((c for c in self._unread.get(abstract, ()) if c.tag == _NUM_STYLE_LINK), None)
        return self._style_lists.get(val(link), abstract) if link is not None else abstract

    def _count(
        self, counters: list[int | None], num: str, level: int, definition: Level, override: int | None,
        levels: dict[int, Level],
    ) -> None:
        before = counters[level]
        if override is not None and (num, level) not in self._started:
            counters[level] = override
        else:
            counters[level] = definition.start if before is None else before + 1
        self._started.add((num, level))
        for upper in range(level):
            if counters[upper] is None:
                counters[upper] = levels[upper].start if upper in levels else 1
        for lower in range(level + 1, 9):
            restart = levels[lower].restart if lower in levels else -1
            if restart < 0 or (restart > 0 and level < restart):
                counters[lower] = None


def _text(
    definition: Level, levels: dict[int, Level], changes: dict[int, tuple[int | None, Level | None]],
    counters: list[int | None], level: int,
) -> str:
    parts = definition.text.split("%")
    shown = [parts[0]]
    for part in parts[1:]:
        place = number(part[:1], 0)
        if not 1 <= place <= 9:
            shown.append("%" + part)
            continue
        own = changes.get(place - 1, (None, None))[1] or levels.get(place - 1, Level())
        form = "decimal" if definition.legal and place - 1 != level else own.format
        if definition.legal:
            form = "decimal" if form != "decimalZero" else form
        shown.append(in_format(counters[place - 1] or 0, form) + part[1:])
    return "".join(shown).strip()


def _level(element: Any) -> Level:
    parts = {child.tag: child for child in reversed(element)}  # the first of each name; finding them one by one is dear
    start, text, picture = parts.get(_START), parts.get(_LVL_TEXT), parts.get(_LVL_PIC_BULLET_ID)
    legal, restart, style = parts.get(_IS_LGL), parts.get(_LVL_RESTART), parts.get(_P_STYLE)
    form, look = _format(parts), {child.tag: child for child in reversed(parts.get(_R_PR, ()))}
    hidden, fonts = look.get(_VANISH), look.get(_R_FONTS)
    if form == "bullet" and picture is not None:
        shown = "\uf0b7"  # a picture stands there: shown as any other bullet
    else:
        shown = val(text) if text is not None else ""
    return Level(
        number(val(start), 0) if start is not None else 0,
        form,
        shown,
        legal is not None and on(legal),
        number(val(restart), -1) if restart is not None else -1,
        val(style) if style is not None else "",
        hidden is not None and on(hidden),
        (fonts.get(W + "hAnsi") or fonts.get(W + "ascii") or "") if fonts is not None else "",
    )


def _format(parts: dict[Any, Any]) -> str:
    """The number format of a level; one of its own ("001, 002, 003, …") becomes "zeros:3": that many digits."""
    form = parts.get(_NUM_FMT)
    if form is None:
        inner = parts.get(MC + "AlternateContent")
        form = next((f for f in chosen(inner) if f.tag == _NUM_FMT), None) if inner is not None else None
    if form is None:
        return "decimal"
    if val(form) == "custom":
        first = (form.get(_FORMAT) or "").partition(",")[0].strip()
        return f"zeros:{len(first)}" if first.isascii() and first.isdigit() else "decimal"
    return val(form)
