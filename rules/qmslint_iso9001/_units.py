"""Whether two names are of one unit: "Phòng VH-XH" is "Phòng Văn hóa - Xã hội"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qmslint.api import fold

_SMALL = frozenset(("và", "của", "các", "-"))


def same_unit(first: str, second: str) -> bool:
    """Whether one name holds the other, or both are the same words once abbreviations are spelt out."""
    mine, other = fold(first), fold(second)
    if not mine or not other:
        return False
    return mine in other or other in mine or _aligned(_words(mine), _words(other))


def _words(folded: str) -> list[str]:
    return [word for word in re.split(r"[^\w]+", folded) if word and word not in _SMALL]


def _aligned(mine: Sequence[str], other: Sequence[str]) -> bool:
    """Whether each word stands for the same word, or for the words whose first letters it is made of."""
    if not mine or not other:
        return not mine and not other
    if mine[0] == other[0]:
        return _aligned(mine[1:], other[1:])
    return _spelt_out(mine, other) or _spelt_out(other, mine)


def _spelt_out(short: Sequence[str], long: Sequence[str]) -> bool:
    size = len(short[0])
    if not 2 <= size <= len(long) or short[0] != "".join(word[0] for word in long[:size]):
        return False
    return _aligned(short[1:], long[size:])
