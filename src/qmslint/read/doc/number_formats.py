"""How a number is written in a list: 1, 01, I, i, A, a, a … ([MS-OSHARED] 2.2.1.3, MSONFC)."""

from __future__ import annotations

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)


def written(number: int, format_: int) -> str:
    """`number` in the format with this code; an unknown code writes digits."""
    if format_ == 1:
        return _roman(number)
    if format_ == 2:
        return _roman(number).lower()
    if format_ == 3:
        return _letters(number)
    if format_ == 4:
        return _letters(number).lower()
    if format_ == 22:
        return f"{number:02}"
    if format_ == 255:
        return ""
    return str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    letters = []
    for value, letter in _ROMAN:
        times, number = divmod(number, value)
        letters.append(letter * times)
    return "".join(letters)


def _letters(number: int) -> str:
    # 27 prints AA, 28 BB: the letter is repeated, it is not a number in base 26.
    if number < 1:
        return str(number)
    times, place = divmod(number - 1, 26)
    return chr(65 + place) * min(times + 1, 64)
