"""What a paragraph shows: its runs by look in the accepted view, fields by their results, pictures, breaks.

Source: [MS-DOC] 2.8.25 (Plcfld), 2.9.89 (Fld), 2.9.78 (FFData), 2.6.1 (character modifiers).
"""

from __future__ import annotations

import re
from bisect import bisect_right

from qmslint.api import NamedTuple, Run
from qmslint.read.doc.forms import drawn_form
from qmslint.read.doc.looks import Look, Looks
from qmslint.read.doc.pages import Formats
from qmslint.read.doc.text import Characters
from qmslint.read.field_results import FieldNumbers
from qmslint.read.symbols import unmasked

_ODD = re.compile("[\x00-\x08\x0b-\x1f\xad]")
_BEGIN, _SEPARATOR, _END, _PAGE = "\x13", "\x14", "\x15", "\x0c"
_SHOWN = {"\x0b": "\n", "\x0e": "\n", "\x1e": "\u2011", "\x1f": "\u00ad", "\x00": "", _PAGE: ""}


class Inked(NamedTuple):
    """What a paragraph shows."""

    text: str
    runs: tuple[Run, ...]
    pictures: int = 0
    anchors: tuple[int, ...] = ()  # positions of floating shapes
    original: str | None = None
    changes: int = 0
    mark: Look | None = None  # how the paragraph mark looks: a deleted or hidden one joins two paragraphs
    broken: int = -1  # how many letters stand before a page break, -1 = there is none


class _Field:
    __slots__ = ("form", "instructing", "instruction", "result")

    def __init__(self) -> None:
        self.instructing = True
        self.instruction: list[str] = []
        self.result = False
        self.form = -1  # where the data of a form field stand


class Ink:
    """Reads the runs of one file; a field may begin in one paragraph and end in another."""

    def __init__(self, characters: Characters, runs: Formats, looks: Looks, data: bytes) -> None:
        self._characters = characters
        self._runs = runs
        self._looks = looks
        self._data = data
        self._fields: list[_Field] = []
        self._numbers = FieldNumbers()
        self._paired = True
        self._empty: dict[Look, Inked] = {}
        self._start()

    def _start(self) -> None:
        self._made: list[Run] = []
        self._original: list[str] = []
        self._anchors: list[int] = []
        self._pictures = self._changes = self._shown = 0
        self._broken = -1

    def enter(self, start: int, end: int) -> None:
        """A new story begins: no field runs from one into another."""
        text = self._characters.text
        self._fields.clear()
        self._paired = text.count(_BEGIN, start, end) == text.count(_END, start, end)

    def read(self, start: int, end: int, style: int) -> Inked:
        """What stands between two positions shows; the mark of the paragraph stands at `end`."""
        if not self._paired:
            self._fields.clear()  # ends are missing: a field holds back one paragraph at the most
        text, pieces = self._characters.text, self._characters.pieces
        starts, ends, modifiers = self._runs
        known = self._looks.known
        piece_index = max(0, bisect_right(self._characters.starts, start) - 1)
        last = min(end + 1, len(text))
        position = start
        look = None
        self._start()
        while position < last:
            piece = pieces[piece_index]
            offset = piece.offset + (position - piece.start) * piece.width
            index = bisect_right(starts, offset) - 1
            inside = index >= 0 and offset < ends[index]
            if inside:
                limit = ends[index]
            else:
                limit = starts[index + 1] if index + 1 < len(starts) else offset + (1 << 30)
            stop = min(last, piece.end, piece.start - (piece.offset - limit) // piece.width)
            if stop <= position:
                stop = position + 1
            own = (modifiers[index] if inside else b"") + piece.modifiers
            look = known.get((style, own)) or self._looks.look(style, own)
            if stop > end and position == start and not self._fields:  # of one look, its mark included
                alone = self._alone(text[start:end], look)
                if alone is not None:
                    return alone
            if position < end:
                self._take(text[position : stop if stop <= end else end], position, look)
            position = stop
            if position >= piece.end and piece_index + 1 < len(pieces):
                piece_index += 1
        return self._finished(look)

    def _alone(self, text: str, look: Look) -> Inked | None:
        """A paragraph of one look that holds nothing but plain letters, as most do; None for any other."""
        if not text:
            empty = self._empty.get(look)
            if empty is None:
                empty = self._empty[look] = Inked("", (), mark=look)
            return empty
        if look.plain and not _ODD.search(text):
            return Inked(text, (Run(text, *look[:5]),), mark=look)
        return None

    def _take(self, text: str, start: int, look: Look) -> None:
        if self._fields or look.symbol or _ODD.search(text):
            text = self._odd(text, start, look)
        if not text or look.hidden:
            return
        if look.symbolic:
            text = unmasked(text, look.font)
        if look.deleted or look.inserted:
            self._changes += 1
        if not look.inserted:
            self._original.append(text)
        if look.deleted:
            return
        self._shown += len(text)
        runs = self._made
        if runs and runs[-1][1:] == look[:5]:
            runs[-1] = Run(runs[-1][0] + text, *look[:5])
        else:
            runs.append(Run(text, *look[:5]))

    def _finished(self, mark: Look | None) -> Inked:
        runs = self._made
        text = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
        before = None
        if self._changes:
            before = "".join(self._original)
            before = before if before != text else None
        return Inked(
            text, tuple(runs), self._pictures, tuple(self._anchors), before, self._changes, mark, self._broken
        )

    def _odd(self, text: str, start: int, look: Look) -> str:
        """Text with control characters: fields, pictures, breaks. Returns what shows."""
        shown: list[str] = []
        fields = self._fields
        for index, letter in enumerate(text):
            if letter == _BEGIN and look.special:
                fields.append(_Field())
            elif letter == _SEPARATOR and fields:
                fields[-1].instructing = False
            elif letter == _END and fields:
                field = fields.pop()
                if not any(outer.instructing for outer in fields):
                    shown.append(self._drawn(field))
            elif fields and any(field.instructing for field in fields):
                if letter == "\x01" and look.location >= 0:
                    fields[-1].form = look.location
                elif fields[-1].instructing:
                    fields[-1].instruction.append(letter)
            elif letter == "\x01":
                self._pictures += look.picture and not look.deleted
            elif letter == "\x08":
                self._anchors.append(start + index)
            else:
                if letter == _PAGE:
                    self._broken = self._shown + sum(map(len, shown))
                shown.append(self._letter(letter, look))
                if fields:
                    fields[-1].result = True
        return "".join(shown)

    def _letter(self, letter: str, look: Look) -> str:
        if look.symbol and letter == "(":
            return look.symbol
        return _SHOWN.get(letter, letter if letter >= " " or letter == "\t" else "")

    def _drawn(self, field: _Field) -> str:
        """What Word draws itself where a field ends."""
        instruction = "".join(field.instruction)
        if field.form >= 0:
            return drawn_form(instruction, self._data, field.form, field.result)
        return "" if field.result else self._numbers.shown(instruction)
