"""Numbers are looked for by their first digit: nothing is passed over that the whole pattern finds."""

from __future__ import annotations

import random
import re

from qmslint.law.number import NUMBER
from qmslint.law.number_search import find_numbers

_PIECES = (
    "1", "12", "123", "2015", "1999", "/", "-", "–", "NĐ", "CP", "QĐ", "TTg", "UBND", "a", "Đ", "đ", " ", "  ", ".",
    ".5", "\n", "BTC", "TT", "QH14", "(", "năm", "Ban hành", "02", "VBHN", "/QĐ-", "A", "X",
)  # fmt: skip


def test_the_first_number_is_that_of_the_whole_pattern() -> None:
    """In texts made of what numbers consist of, glued and apart."""
    dice = random.Random(9001)
    found = 0
    for _ in range(20_000):
        text = "".join(dice.choice(_PIECES) for _ in range(dice.randrange(1, 14)))
        first, whole = next(find_numbers(text), None), re.compile(NUMBER).search(text)
        assert (first is None) == (whole is None), text
        if first is not None and whole is not None:
            assert first.start() == whole.start(), text
            found += 1
    assert found > 300
