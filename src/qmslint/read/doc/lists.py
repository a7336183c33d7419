"""Automatic numbering: the list definitions of the file, and the number each paragraph prints.

Source: [MS-DOC] 2.9.131 (LST, LSTF), 2.9.150 (LVL, LVLF), 2.9.188 (PlfLfo, LFO, LFOLVL).
"""

from __future__ import annotations

from collections.abc import Sequence
from struct import unpack_from

from qmslint.api import NamedTuple
from qmslint.read.doc.sprm import C_FONT, C_HIDDEN, number, prls
from qmslint.read.number_formats import BINARY_CODES, bullet, in_format


class Level(NamedTuple):
    """One level of a list: first number, format, the text in which characters 0…8 stand for the numbers of levels."""

    start: int = 1
    format: int = 0
    text: str = ""
    legal: bool = False
    restart_after: int = -1  # -1: after every higher level; otherwise only after levels above this one
    hidden: bool = False
    font: int = -1  # of a bullet, by its index


class Lists:
    """The definitions, and the counters of one pass through a story."""

    def __init__(
        self, plf_lst: bytes, plf_lfo: bytes, table: bytes, lists_end: int, fonts: Sequence[str] = ()
    ) -> None:
        self._fonts = fonts
        self._levels = _definitions(plf_lst, table, lists_end)
        self._styles = {
            unpack_from("<I", plf_lst, at)[0]: unpack_from("<9H", plf_lst, at + 8)
            for at in range(2, len(plf_lst) - 27, 28)
        }
        self._overrides = _overrides(plf_lfo)
        self._counters: dict[int, list[int | None]] = {}
        self._started: set[tuple[int, int]] = set()

    def level_of_style(self, override: int, style: int) -> int:
        """The level that list `override` ties to a paragraph style, 0 where it ties none."""
        if not 0 < override <= len(self._overrides):
            return 0
        tied = self._styles.get(self._overrides[override - 1][0], ())
        return tied.index(style) if style in tied else 0

    def number(self, override: int, level: int) -> str:
        """The number that the next paragraph of list `override` (from 1) at `level` (from 0) prints."""
        if not 0 < override <= len(self._overrides) or not 0 <= level < 9:
            return ""
        lsid, changes = self._overrides[override - 1]
        levels = self._levels.get(lsid)
        if not levels:
            return ""
        definition = changes.get(level, (None, None))[1] or levels[min(level, len(levels) - 1)]
        counters = self._counters.setdefault(lsid, [None] * 9)
        self._count(counters, (override, level), level, definition, changes.get(level, (None, None))[0], levels)
        return self._printed(definition, levels, counters, level)

    def _count(
        self, counters: list[int | None], key: tuple[int, int], level: int, definition: Level,
        start: int | None, levels: list[Level],
    ) -> None:
        if start is not None and key not in self._started:
            counters[level] = start
        else:
            before = counters[level]
            counters[level] = definition.start if before is None else before + 1
        self._started.add(key)
        for upper in range(level):
            if counters[upper] is None:
                counters[upper] = levels[upper].start if upper < len(levels) else 1
        for lower in range(level + 1, 9):
            after = levels[lower].restart_after if lower < len(levels) else -1
            if after < 0 or level < after:
                counters[lower] = None

    def _printed(self, definition: Level, levels: list[Level], counters: list[int | None], level: int) -> str:
        if definition.hidden:
            return ""
        if definition.format in (23, 255):
            font = self._fonts[definition.font] if 0 <= definition.font < len(self._fonts) else ""
            return bullet(definition.text, font) if definition.format == 23 or definition.text >= " " else ""
        parts = []
        for letter in definition.text:
            place = ord(letter)
            if place < 9:
                own = definition if place == level else (levels[place] if place < len(levels) else Level())
                code = 0 if definition.legal and place != level else own.format
                parts.append(in_format(counters[place] or 0, BINARY_CODES.get(code, "decimal")))
            else:
                parts.append(letter)
        return "".join(parts).strip()


def _definitions(plf: bytes, table: bytes, end: int) -> dict[int, list[Level]]:
    if len(plf) < 2:
        return {}
    count = unpack_from("<H", plf)[0]
    heads = []
    for i in range(count):
        if 2 + 28 * (i + 1) > len(plf):
            break
        heads.append((unpack_from("<I", plf, 2 + 28 * i)[0], bool(plf[2 + 28 * i + 26] & 1)))
    lists: dict[int, list[Level]] = {}
    at = end  # the levels follow the structure itself
    for lsid, simple in heads:
        levels = []
        for _ in range(1 if simple else 9):
            level, at = _level(table, at)
            if level is None:
                return lists
            levels.append(level)
        lists[lsid] = levels
    return lists


def _level(data: bytes, at: int) -> tuple[Level | None, int]:
    if at + 28 > len(data):
        return None, at
    start, fmt, flags = unpack_from("<iBB", data, at)
    characters, paragraphs, restart = data[at + 24], data[at + 25], data[at + 26]
    text_at = at + 28 + characters + paragraphs
    if text_at + 2 > len(data):
        return None, at
    length = unpack_from("<H", data, text_at)[0]
    text = data[text_at + 2 : text_at + 2 + 2 * length].decode("utf-16-le", "replace")
    after = restart if flags & 0x08 else -1
    hidden, font = False, -1
    for opcode, operand in prls(data[text_at - characters : text_at]):
        if opcode == C_HIDDEN:
            hidden = operand[0] == 1
        elif opcode == C_FONT:
            font = number(operand)
    return Level(start, fmt, text, bool(flags & 0x04), after, hidden, font), text_at + 2 + 2 * length


def _overrides(plf: bytes) -> list[tuple[int, dict[int, tuple[int | None, Level | None]]]]:
    if len(plf) < 4:
        return []
    count = unpack_from("<I", plf)[0]
    heads = []
    for i in range(min(count, 65535)):
        at = 4 + 16 * i
        if at + 16 > len(plf):
            break
        heads.append((unpack_from("<I", plf, at)[0], plf[at + 12]))
    at = 4 + 16 * len(heads)
    overrides = []
    for lsid, levels in heads:
        at += 4  # LFOData.cp
        changes: dict[int, tuple[int | None, Level | None]] = {}
        for _ in range(levels):
            if at + 8 > len(plf):
                break
            start, flags = unpack_from("<iI", plf, at)
            at += 8
            level: Level | None = None
            if flags & 0x20:
                level, at = _level(plf, at)
            given = (level.start if level else start) if flags & 0x10 else None
            changes[flags & 0x0F] = (given, level)
        overrides.append((lsid, changes))
    return overrides
