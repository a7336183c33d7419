"""How the number of a list item is written: 1, 01, I, i, A, a … (ISO/IEC 29500-1, 17.18.59, ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)
BINARY_CODES = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal", 8: "hex",
    9: "chicago", 14: "decimalFullWidth", 18: "decimalEnclosedCircle", 22: "decimalZero", 23: "bullet",
    26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen", 56: "vietnameseCounting", 57: "numberInDash",
    255: "none",
}
"""The same formats by the codes of binary files ([MS-OSHARED] 2.2.1.3, MSONFC)."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SYMBOL_FONTS = frozenset(("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings"))
_CHICAGO = "*†‡§"


def in_format(number: int, name: str) -> str:
    """`number` in the format of this name ("zeros:3": at least three digits); an unknown name writes digits."""
    written = _FORMATS.get(name)
    if written is not None:
        return written(number)
    return str(number).zfill(min(int(name[6:]), 20)) if name.startswith("zeros:") else str(number)


def bullet(text: str, font: str = "") -> str:
    """What a bullet looks like; letters of symbol fonts and what is no letter are shown as •."""
    if not text or 0xE000 <= ord(text[0]) <= 0xF8FF or text[0] < " ":
        return "•" if text else ""
    return "•" if font.lower() in _SYMBOL_FONTS and text[0] != "-" else text.strip()


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    letters = []
    for value, letter in _ROMAN:
        times, number = divmod(number, value)
        letters.append(letter * times)
    return "".join(letters)


def _letters(number: int) -> str:
    # 27 prints AA, 28 BB: the letter is repeated, it is no number in base 26.
    if number < 1:
        return str(number)
    times, place = divmod(number - 1, 26)
    return chr(65 + place) * min(times + 1, 64)


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _vietnamese(number: int) -> str:
    if not 0 < number < 100:
        return str(number)
    tens, units = divmod(number, 10)
    if not tens:
        return _DIGITS[units]
    start = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    last = {0: "", 1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(units, _DIGITS[units])
    return f"{start} {last}".rstrip()


def _chicago(number: int) -> str:
    times, place = divmod(number - 1, 4)
    return _CHICAGO[place] * (times + 1) if 0 < number < 100 else str(number)


def _enclosed(first: int) -> Callable[[int], str]:
    return lambda number: chr(first + number - 1) if 0 < number <= 20 else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str, "upperRoman": _roman, "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters, "lowerLetter": lambda number: _letters(number).lower(),
    "decimalZero": lambda number: f"{number:02}", "none": lambda _: "", "bullet": lambda _: "", "ordinal": _ordinal,
    "hex": lambda number: f"{number:X}", "chicago": _chicago, "vietnameseCounting": _vietnamese,
    "numberInDash": lambda number: f"- {number} -", "decimalEnclosedCircle": _enclosed(0x2460),
    "decimalEnclosedParen": _enclosed(0x2474), "decimalEnclosedFullstop": _enclosed(0x2488),
    "decimalFullWidth": lambda number: "".join(chr(0xFEE0 + ord(digit)) for digit in str(number)),
}
