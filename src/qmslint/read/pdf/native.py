"""The compiled library's side: opens a PDF, and takes from each page its letters with their places.

The text of the page as the library guesses it (with the blanks and breaks that it makes up) is not used.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_left
from collections import Counter
from typing import Any

import pypdfium2.raw as c

from qmslint.api import Limits
from qmslint.read.guard import over
from qmslint.read.pdf.drawing import add_drawing
from qmslint.read.pdf.shapes import Box, Font, Group, Page, turned

_HYPHENS = ("\x02", "\ufffe")  # what the library makes of a hyphen at the end of a line
_BLANKS = frozenset(" \t\r\n\u00a0\u2002\u2003\u2009\u202f")
_HORNED = frozenset("ƠơƯưỜờỚớỞởỠỡỢợỪừỨứỬửỮữỰự")
_Letter = tuple[str, float, float, float, float]  # text, left, bottom, right, top
_HEAVY = ("bold", "black", "heavy", "demi")
_SLANTED = ("italic", "oblique")


class Fonts:
    """The fonts of one document, each asked once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, bool], Font] = {}
        self._buffer = ctypes.create_string_buffer(256)

    def of(self, item: Any) -> Font:
        """The font of a text object."""
        font = c.FPDFTextObj_GetFont(item)
        painted = c.FPDFTextObj_GetTextRenderMode(item) == c.FPDF_TEXTRENDERMODE_FILL_STROKE
        key = (_address(font), painted)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._ask(font, painted) if key[0] else Font()
        return known

    def _ask(self, font: Any, painted: bool) -> Font:
        length = c.FPDFFont_GetBaseFontName(font, self._buffer, len(self._buffer))
        name = self._buffer.raw[: max(0, min(length, len(self._buffer)) - 1)].decode("utf-8", "replace")
        if name[6:7] == "+":
            name = name[7:]
        folded = name.lower()
        bold = painted or any(word in folded for word in _HEAVY) or c.FPDFFont_GetWeight(font) >= 600
        slope = ctypes.c_int()
        slanted = bool(c.FPDFFont_GetItalicAngle(font, slope)) and slope.value != 0
        return Font(name, bold, slanted or any(word in folded for word in _SLANTED))


def read_page(document: Any, index: int, fonts: Fonts, limits: Limits) -> Page | None:
    """Page `index` (from 0) with its text upright; None when it cannot be loaded."""
    raw = c.FPDF_LoadPage(document, index)
    if not raw:
        return None
    try:
        text = c.FPDFText_LoadPage(raw)
        try:
            runs = _runs(text, fonts, limits) if text else []
        finally:
            if text:
                c.FPDFText_ClosePage(text)
        bounds = c.FS_RECTF()
        c.FPDF_GetPageBoundingBox(raw, bounds)
        around = Box(bounds.left, bounds.bottom, bounds.right, bounds.top)
        turn = _turn_of(runs) if runs else c.FPDFPage_GetRotation(raw) % 4
        page = Page(index + 1, *((around.width, around.height) if turn % 2 == 0 else (around.height, around.width)))
        page.turn = turn
        _add_text(page, runs, around, turn)
        add_drawing(page, raw, around, turn, limits)
        return page
    finally:
        c.FPDF_ClosePage(raw)


class _Run:
    """Letters of one text object that touch each other."""

    def __init__(self, letters: list[_Letter], item: Any) -> None:
        self.letters = letters
        self.item = item
        self.turn = 0
        self.x = self.y = self.size = 0.0
        self.font = Font()


def _runs(text: Any, fonts: Fonts, limits: Limits) -> list[_Run]:
    """All letters in the order in which they were drawn, cut where they do not touch."""
    count = c.FPDFText_CountChars(text)
    if count > limits.text_characters:
        raise over("text_characters")
    written = _characters(text, count)
    box = c.FS_RECTF()
    place = ctypes.byref(box)
    ask = c.FPDFText_GetLooseCharBox
    pieces: list[tuple[int, list[_Letter]]] = []
    letters: list[_Letter] = []
    ends: list[tuple[float, float]] = []
    right, bottom, top = -1e9, 0.0, 0.0
    for number, letter in enumerate(written):
        if letter in ("\r", "\n", "\x00", "\ufffe"):
            continue
        ask(text, number, place)
        x0, x1 = box.left, box.right
        if x0 == x1 and letter == " ":
            ends.append((x0, box.bottom))  # made up by the library, where the letter before ends
            continue
        y0, y1 = box.bottom, box.top
        if not (-0.8 < x0 - right < 0.8 and y0 < top and y1 > bottom):
            if letters and x0 == letters[-1][1] and x1 == right and y0 == bottom:
                letters[-1] = (letters[-1][0] + letter, *letters[-1][1:])  # one glyph that stands for two letters
                continue
            letters = []
            pieces.append((number, letters))
        letters.append((letter, x0, y0, x1, y1))
        right = x1
        if letter not in _BLANKS:
            bottom, top = y0, y1
    _without_horns(pieces, ends)
    return _described(text, pieces, fonts)


def _without_horns(pieces: list[tuple[int, list[_Letter]]], ends: list[tuple[float, float]]) -> None:
    """The horn of Ư reaches beyond its place, over the blank behind: such a letter ends where the library says."""
    ends.sort()
    for _, letters in pieces:
        text, x0, y0, x1, y1 = letters[-1]
        if text not in _HORNED:
            continue
        for x, y in ends[bisect_left(ends, (x0 + (x1 - x0) / 2, 0.0)) :]:
            if x >= x1:
                break
            if y0 - 1 <= y < y1:
                letters[-1] = (text, x0, y0, x, y1)
                break


def _characters(text: Any, count: int) -> list[str]:
    buffer = ctypes.create_string_buffer(2 * count + 4)
    got = c.FPDFText_GetText(text, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    written = buffer.raw[: 2 * max(0, got - 1)].decode("utf-16-le", "replace")
    if len(written) != count:
        written = "".join(_character(c.FPDFText_GetUnicode(text, number)) for number in range(count))
    letters = list(written)
    if any(hyphen in written for hyphen in _HYPHENS):
        for number, letter in enumerate(letters):
            if letter in _HYPHENS and c.FPDFText_IsHyphen(text, number) == 1:
                letters[number] = "-"
    return letters


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffe"


def _described(text: Any, pieces: list[tuple[int, list[_Letter]]], fonts: Fonts) -> list[_Run]:
    """Each piece with its direction, baseline, size and font; cut again where the font changes inside of it."""
    runs: list[_Run] = []
    matrix, x, y = c.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    known: dict[int, tuple[int, float, Font]] = {}
    for start, letters in pieces:
        first, last = c.FPDFText_GetTextObject(text, start), c.FPDFText_GetTextObject(text, start + len(letters) - 1)
        parts = [(start, letters, first)]
        if _address(first) != _address(last):
            parts = _by_object(text, start, letters)
        for number, part, item in parts:
            address = _address(item)
            if not address:
                continue
            if address not in known:
                c.FPDFText_GetMatrix(text, number, matrix)
                size = c.FPDFText_GetFontSize(text, number) * (matrix.c**2 + matrix.d**2) ** 0.5
                known[address] = _quarter(matrix.a, matrix.b), abs(size) or 1.0, fonts.of(item)
            run = _Run(part, item)
            run.turn, run.size, run.font = known[address]
            c.FPDFText_GetCharOrigin(text, number, x, y)
            run.x, run.y = x.value, y.value
            runs.append(run)
    return runs


def _by_object(text: Any, start: int, letters: list[_Letter]) -> list[tuple[int, list[_Letter], Any]]:
    parts: list[tuple[int, list[_Letter], Any]] = []
    last = -1
    for offset, letter in enumerate(letters):
        item = c.FPDFText_GetTextObject(text, start + offset)
        if _address(item) != last:
            last = _address(item)
            parts.append((start + offset, [], item))
        parts[-1][1].append(letter)
    return parts


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0 if pointer else 0


def _quarter(a: float, b: float) -> int:
    """In which direction text runs, in quarter turns against the clock."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


def _turn_of(runs: list[_Run]) -> int:
    counted: Counter[int] = Counter()
    for run in runs:
        counted[run.turn] += len(run.letters)
    return counted.most_common(1)[0][0]


def _add_text(page: Page, runs: list[_Run], around: Box, turn: int) -> None:
    for run in runs:
        letters = run.letters
        if run.turn != turn:
            whole = Box(min(b[1] for b in letters), min(b[2] for b in letters), max(b[3] for b in letters),
                        max(b[4] for b in letters))
            page.sideways.append(("".join(b[0] for b in letters), turned(whole, around, turn)))
            continue
        if turn:
            letters = [(b[0], *turned(Box(*b[1:]), around, turn)) for b in letters]
        first, last = 0, len(letters)
        while first < last and letters[first][0] in _BLANKS:
            first += 1
        while last > first and letters[last - 1][0] in _BLANKS:
            last -= 1
        if first == last:
            continue
        own = letters[first:last]
        base = turned(Box(run.x, run.y, run.x, run.y), around, turn).y0
        page.groups.append(Group(
            "".join([b[0] for b in own]), own[0][1], own[-1][3], base, run.size, run.font,
            tuple([(b[1], b[3]) for b in own]), first > 0, last < len(letters),
        ))
