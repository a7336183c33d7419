"""Paragraphs of a story as they stand in the file: text, place in tables, modifiers; runs by look; fields resolved."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from qmslint.api import NamedTuple, Run
from qmslint.read.doc import sprm
from qmslint.read.doc.looks import Look, Looks
from qmslint.read.doc.pages import Formats
from qmslint.read.doc.styles import Style
from qmslint.read.doc.text import Characters

_MARKS = re.compile("[\r\x07\x0c]")
_ODD = re.compile("[\x00-\x08\x0b-\x1f\xad]")
_BEGIN, _SEPARATOR, _END = "\x13", "\x14", "\x15"


class Format(NamedTuple):
    """What paragraph modifiers say."""

    style: int = 0
    depth: int = 0  # 0 outside tables
    row_end: bool = False
    cell_end: bool = False  # of a nested table; outermost cells end with their own mark
    level: int = 0
    list: int = 0
    alignment: str = ""
    page_break: bool = False
    outline: int = 0
    row: bytes = b""  # modifiers of the row, at its end


class RawParagraph(NamedTuple):
    """One paragraph of the file. `mark` is the character that ends it."""

    start: int
    end: int
    mark: str
    format: Format


class Inked(NamedTuple):
    """What a paragraph shows."""

    text: str
    runs: tuple[Run, ...]
    pictures: int
    anchors: tuple[int, ...]  # positions of floating shapes
    original: str | None
    changes: int


class Story:
    """Reads paragraphs of one file; keeps what is shared between stories."""

    def __init__(
        self, characters: Characters, runs: Formats, paragraphs: Formats, styles: list[Style], looks: Looks, data: bytes
    ) -> None:
        self.characters = characters
        self._runs = runs
        self._paragraphs = paragraphs
        self.styles = styles
        self._looks = looks
        self._data = data
        self._formats: dict[bytes, Format] = {}
        # Damaged tables can name the same text over and over: each character is read a few times at the most.
        self._budget = 4 * len(characters.text) + 1000
        self._field: list[bool] = []  # open fields: True while in the instruction

    def paragraphs(self, start: int, end: int) -> Iterator[RawParagraph]:
        """The paragraphs between two character positions."""
        self._field.clear()
        text = self.characters.text
        end = min(end, len(text))
        self._budget -= max(0, end - start)
        if self._budget < 0:
            raise ValueError("stories overlap")
        while start < end:
            found = _MARKS.search(text, start, end)
            stop = found.start() if found else end
            mark = text[stop] if found else ""
            format_ = self._format(self._paragraphs.at(self.characters.offset(stop if found else end - 1)))
            yield RawParagraph(start, stop, mark, format_)
            start = stop + 1

    def _format(self, modifiers: bytes) -> Format:
        known = self._formats.get(modifiers)
        if known is None:
            known = self._formats[modifiers] = self._read_format(modifiers)
        return known

    def _read_format(self, modifiers: bytes) -> Format:
        style = int.from_bytes(modifiers[:2], "little")
        inherited = self.styles[style].paragraph if style < len(self.styles) else b""
        values: dict[str, object] = {"style": style}
        in_table = False
        row = b""
        own = modifiers[2:]
        for opcode, operand in sprm.prls(own):
            if opcode in (sprm.P_HUGE, sprm.P_HUGE_OLD):
                at = sprm.number(operand)
                length = int.from_bytes(self._data[at : at + 2], "little")
                own += self._data[at + 2 : at + 2 + length]
        for opcode, operand in (*sprm.prls(inherited), *sprm.prls(own)):
            if opcode == sprm.P_IN_TABLE:
                in_table = bool(operand[0])
            elif opcode == sprm.P_DEPTH:
                values["depth"] = sprm.number(operand)
            elif opcode in (sprm.P_ROW_END, sprm.P_INNER_ROW_END):
                values["row_end"] = bool(operand[0])
            elif opcode == sprm.P_INNER_CELL:
                values["cell_end"] = bool(operand[0])
            elif opcode == sprm.P_LEVEL:
                values["level"] = operand[0]
            elif opcode == sprm.P_LIST:
                values["list"] = sprm.number(operand)
            elif opcode in (sprm.P_ALIGN, sprm.P_ALIGN_OLD):
                values["alignment"] = {1: "center", 2: "right", 3: "both", 4: "both"}.get(operand[0], "")
            elif opcode == sprm.P_PAGE_BREAK:
                values["page_break"] = bool(operand[0])
            elif opcode == sprm.P_OUTLINE:
                values["outline"] = operand[0] + 1 if operand[0] < 9 else 0
            elif opcode in (sprm.T_DEFINITION, sprm.T_VERTICAL_MERGE):
                row = own
        if in_table and not values.get("depth"):
            values["depth"] = 1
        return Format(**values, row=row)  # type: ignore[arg-type]

    def ink(self, raw: RawParagraph) -> Inked:
        """What the paragraph shows: accepted changes, results of fields, no hidden text."""
        runs: list[Run] = []
        original: list[str] = []
        anchors: list[int] = []
        pictures = changes = 0
        for start, end, look in self._stretches(raw):
            text = self.characters.text[start:end]
            if self._field or _ODD.search(text):
                text, found = self._odd(text, start, look, anchors)
                pictures += found
            if not text or look.hidden:
                continue
            if look.deleted or look.inserted:
                changes += 1
            if not look.inserted:
                original.append(text)
            if not look.deleted:
                _append(runs, text, look)
        shown = "".join(run.text for run in runs)
        before = "".join(original)
        return Inked(shown, tuple(runs), pictures, tuple(anchors), before if before != shown else None, changes)

    def _stretches(self, raw: RawParagraph) -> Iterator[tuple[int, int, Look]]:
        """Stretches of one look, in order."""
        characters, runs, style = self.characters, self._runs, raw.format.style
        position = raw.start
        piece_index = max(0, bisect_right(characters.starts, position) - 1)
        while position < raw.end:
            piece = characters.pieces[piece_index]
            offset = piece.offset + (position - piece.start) * piece.width
            index = bisect_right(runs.starts, offset) - 1
            inside = index >= 0 and offset < runs.ends[index]
            if inside:
                limit = runs.ends[index]
            else:
                limit = runs.starts[index + 1] if index + 1 < len(runs.starts) else offset + (1 << 30)
            stop = min(raw.end, piece.end, piece.start + max(1, -(-(limit - piece.offset) // piece.width)))
            stop = max(stop, position + 1)
            yield position, stop, self._looks.look(style, runs.modifiers[index] if inside else b"")
            position = stop
            if position >= piece.end and piece_index + 1 < len(characters.pieces):
                piece_index += 1

    def _odd(self, text: str, start: int, look: Look, anchors: list[int]) -> tuple[str, int]:
        """Text with control characters: fields, pictures, breaks. Returns what shows and how many pictures."""
        shown: list[str] = []
        pictures = 0
        for index, letter in enumerate(text):
            if letter == _BEGIN and look.special:
                self._field.append(True)
            elif letter == _SEPARATOR and self._field:
                self._field[-1] = False
            elif letter == _END and self._field:
                self._field.pop()
            elif any(self._field):
                continue
            elif letter == "\x01":
                pictures += look.picture
            elif letter == "\x08":
                anchors.append(start + index)
            elif letter == "(" and look.symbol:
                shown.append(look.symbol)
            else:
                shown.append(_SHOWN.get(letter, letter if letter >= " " or letter == "\t" else ""))
        return "".join(shown), pictures


_SHOWN = {"\x0b": "\n", "\x0e": "\n", "\x1e": "\u2011", "\x1f": "\u00ad", "\x0c": ""}


def _append(runs: list[Run], text: str, look: Look) -> None:
    if look.symbol and text == "(":
        text = look.symbol
    if runs:
        last = runs[-1]
        if (last.bold, last.italic, last.caps, last.size, last.font) == look[:5]:
            runs[-1] = last._replace(text=last.text + text)
            return
    runs.append(Run(text, look.bold, look.italic, look.caps, look.size, look.font))
