"""Numbers written in Vietnamese words: "hai mươi lăm" is 25."""

from __future__ import annotations

from qmslint.api import fold

_UNITS = {
    "không": 0, "linh": 0, "lẻ": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_TENS = ("mươi", "mười", "chục")
_THOUSANDS = {"nghìn": 1000, "ngàn": 1000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
WORDS = frozenset((*_UNITS, *_TENS, *_THOUSANDS, "trăm"))


def number_in_words(text: str) -> int | None:
    """The number that the words say; None when other words are among them or they make no number."""
    words = fold(text).replace("-", " ").split()
    if not words or any(word not in WORDS for word in words):
        return None
    total, group, digit = 0, 0, -1  # digit: a figure that waits for its place
    for word in words:
        if word in _UNITS:
            if digit > 0 and word not in ("linh", "lẻ"):
                return None
            digit = _UNITS[word]
        elif word == "trăm":
            group, digit = group + max(digit, 1) * 100, -1
        elif word in _TENS:
            tens = 10 if word == "mười" or digit <= 0 else digit * 10
            if word == "mười" and digit > 0:
                return None
            group, digit = group + tens, -1
        else:
            group += max(digit, 0)
            if not group:
                return None
            total, group, digit = total + group * _THOUSANDS[word], 0, -1
    return total + group + max(digit, 0)
