"""How the number of a list item is written: 1, 01, I, i, A, a … (ISO/IEC 29500-1, 17.18.59, ST_NumberFormat)."""

from __future__ import annotations

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)
BINARY_CODES = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal", 22: "decimalZero",
    23: "bullet", 255: "none",
}
"""The same formats by the codes of binary files ([MS-OSHARED] 2.2.1.3, MSONFC)."""


def in_format(number: int, name: str) -> str:
    """`number` in the format of this name; an unknown name writes digits."""
    if name == "upperRoman":
        return _roman(number)
    if name == "lowerRoman":
        return _roman(number).lower()
    if name == "upperLetter":
        return _letters(number)
    if name == "lowerLetter":
        return _letters(number).lower()
    if name == "decimalZero":
        return f"{number:02}"
    return "" if name in ("none", "bullet") else str(number)


def bullet(text: str) -> str:
    """What a bullet looks like; symbol fonts keep theirs in the private use area."""
    return "•" if text and 0xE000 <= ord(text[0]) <= 0xF8FF else text.strip()


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
