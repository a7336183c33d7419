"""What a field shows for which the file stores no result: Word draws these by itself from the instruction.

Source: ISO/IEC 29500-1, 17.16.5 (field definitions): AUTONUM, AUTONUMLGL, AUTONUMOUT, EQ, LISTNUM, MACROBUTTON, SYMBOL.
"""

from __future__ import annotations

import re
from collections import Counter

from qmslint.read.number_formats import in_format
from qmslint.read.symbols import symbol

_FONT = re.compile(r'\\f\s+(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_LEVEL = re.compile(r"\\l\s+(\d)", re.IGNORECASE)
_START = re.compile(r"\\s\s+(\d{1,6})", re.IGNORECASE)
_SEPARATOR = re.compile(r'\\s\s+"?([^\s"]+)', re.IGNORECASE)
_FRACTION = re.compile(r"\\f\s*\(([^,;()]*)[,;]([^()]*)\)", re.IGNORECASE)
_NUMBERS = ("decimal", "lowerLetter", "lowerRoman")
_RUBY = re.compile(r"\\o[^(]*\(\\s\\up\s*\d+\s*\([^()]*\)\s*[,;]([^()]*)\)", re.IGNORECASE)
_LIST_NUMBERS = ("{})", "{})", "{})", "({})", "({})", "({})", "{}.", "{}.", "{}.")  # of the list "NumberDefault"


class FieldNumbers:
    """The counters of the fields that number by themselves, one pass through a document."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def shown(self, instruction: str) -> str:
        """What a field of this instruction shows without a stored result; "" for most kinds."""
        name, _, rest = instruction.strip().partition(" ")
        kind = name.upper()
        if kind == "MACROBUTTON":
            return rest.strip().partition(" ")[2].strip()
        if kind == "SYMBOL":
            return _symbol(rest)
        if kind in ("AUTONUM", "AUTONUMLGL", "AUTONUMOUT"):
            self._counts["autonum"] += 1
            separator = _SEPARATOR.search(rest)
            return f"{self._counts['autonum']}{separator[1] if separator else '.'}"
        if kind == "LISTNUM":
            return self._list_number(rest)
        if kind == "EQ":
            return _equation(rest)
        return ""

    def _list_number(self, rest: str) -> str:
        level, start = _LEVEL.search(rest), _START.search(rest)
        place = min(max(int(level[1]) if level else 1, 1), 9) - 1
        for deeper in range(place + 1, 9):
            del self._counts[str(deeper)]
        self._counts[str(place)] = int(start[1]) if start else self._counts[str(place)] + 1
        return _LIST_NUMBERS[place].format(in_format(self._counts[str(place)], _NUMBERS[place % 3]))


def _equation(rest: str) -> str:
    """A fraction on one line; of ruby, which old files write as an equation, the base."""
    ruby = _RUBY.search(rest)
    if ruby is not None:
        return ruby[1].strip()
    return _FRACTION.sub(r"\1/\2", rest).strip() if _FRACTION.search(rest) else ""


def _symbol(rest: str) -> str:
    code, font = rest.strip().partition(" ")[0].lower(), _FONT.search(rest)
    try:
        value = int(code, 16 if code.startswith("0x") else 10)
    except ValueError:
        return ""
    named = (font[1] or font[2]) if font else ""
    if not named and 0x80 <= value < 0x100:
        return bytes([value]).decode("cp1252", "ignore")
    return symbol(named, value)
