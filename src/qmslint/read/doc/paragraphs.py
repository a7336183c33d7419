"""Paragraphs of a story as they stand in the file: place in tables, list, style, alignment."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from qmslint.api import NamedTuple
from qmslint.read.doc import sprm
from qmslint.read.doc.inline import Ink
from qmslint.read.doc.looks import Looks
from qmslint.read.doc.pages import Formats
from qmslint.read.doc.styles import Styles
from qmslint.read.doc.text import Characters

_MARKS = re.compile("[\r\x07]")
_HUGE = re.compile(b"[\x45\x46]\x66")  # the modifiers stand in the Data stream
_MARKS_AND_SECTIONS = re.compile("[\r\x07\x0c]")


class Format(NamedTuple):
    """What paragraph modifiers say."""

    style: int = 0
    depth: int = 0  # 0 outside tables
    row_end: bool = False
    cell_end: bool = False  # of a nested table; outermost cells end with their own mark
    level: int = -1  # of the list, from 0; -1 = not said
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


class Story:
    """Reads paragraphs of one file; keeps what is shared between stories."""

    def __init__(
        self, characters: Characters, runs: Formats, paragraphs: Formats, styles: Styles, looks: Looks, data: bytes
    ) -> None:
        self.characters = characters
        self.ink = Ink(characters, runs, looks, data)
        self.styles = styles
        self._paragraphs = paragraphs
        self._data = data
        self._formats: dict[bytes, Format] = {}
        self._bases: dict[int, dict[str, object]] = {}
        # Damaged tables can name the same text over and over: each character is read a few times at the most.
        self._budget = 4 * len(characters.text) + 1000

    def paragraphs(self, start: int, end: int, section_ends: Container[int] = ()) -> list[RawParagraph]:
        """The paragraphs between two character positions. A form feed ends one only where a section ends."""
        characters, formats = self.characters, self._paragraphs
        text = characters.text
        end = min(end, len(text))
        self.ink.enter(start, end)
        self._budget -= max(0, end - start)
        if self._budget < 0:
            raise ValueError("stories overlap")
        found: list[RawParagraph] = []
        search = (_MARKS_AND_SECTIONS if section_ends else _MARKS).search
        at = start
        while start < end:
            mark = search(text, at, end)
            stop = mark.start() if mark else end
            at = stop + 1
            letter = text[stop] if mark else ""
            if letter == "\x0c" and at not in section_ends:
                continue
            place = stop if mark else end - 1
            modifiers = formats.at(characters.offset(place)) + characters.modifiers(place)
            form = self._formats.get(modifiers)
            if form is None:
                form = self._formats[modifiers] = self._read_format(modifiers)
            found.append(RawParagraph(start, stop, letter, form))
            start = at
        return found

    def _read_format(self, modifiers: bytes) -> Format:
        style = int.from_bytes(modifiers[:2], "little")
        own = modifiers[2:]
        for opcode, operand in sprm.prls(own) if _HUGE.search(own) else ():
            if opcode in (sprm.P_HUGE, sprm.P_HUGE_OLD):
                at = sprm.number(operand)
                length = int.from_bytes(self._data[at : at + 2], "little")
                own += self._data[at + 2 : at + 2 + length]
        base = self._bases.get(style)
        if base is None:
            base = self._bases[style] = {"style": style}
            self._apply(base, self.styles.paragraph(style), b"")
        values = dict(base)
        self._apply(values, sprm.prls(own), own)
        if values.pop("in_table", False) and not values.get("depth"):
            values["depth"] = 1
        return Format(**values)  # type: ignore[arg-type]

    def _apply(self, values: dict[str, object], modifiers: Iterable[tuple[int, bytes]], own: bytes) -> None:
        for opcode, operand in modifiers:
            if opcode not in _LOOKED_AT:
                continue
            if opcode in _NUMBERS:
                values[_NUMBERS[opcode]] = sprm.number(operand)
            elif opcode in _SWITCHES:
                values[_SWITCHES[opcode]] = bool(operand[0])
            elif opcode in (sprm.P_ALIGN, sprm.P_ALIGN_OLD):
                values["alignment"] = _ALIGNMENT.get(operand[0], "")
            elif opcode == sprm.P_OUTLINE:
                values["outline"] = operand[0] + 1 if operand[0] < 9 else 0
            elif opcode in (sprm.T_DEFINITION, sprm.T_VERTICAL_MERGE):
                values["row"] = own


_NUMBERS = {sprm.P_DEPTH: "depth", sprm.P_LEVEL: "level", sprm.P_LIST: "list"}
_SWITCHES = {
    sprm.P_IN_TABLE: "in_table", sprm.P_ROW_END: "row_end", sprm.P_INNER_ROW_END: "row_end",
    sprm.P_INNER_CELL: "cell_end", sprm.P_PAGE_BREAK: "page_break",
}
_LOOKED_AT = frozenset((
    *_NUMBERS, *_SWITCHES, sprm.P_ALIGN, sprm.P_ALIGN_OLD, sprm.P_OUTLINE, sprm.T_DEFINITION, sprm.T_VERTICAL_MERGE,
))
_ALIGNMENT = {1: "center", 2: "right", 3: "both", 4: "both"}
