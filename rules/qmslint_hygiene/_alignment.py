"""Lines of a table of contents set beside the headings of the body, in order, by their words."""

from __future__ import annotations

import re
from functools import lru_cache

from qmslint.api import NamedTuple, fold

_WORD = re.compile(r"\w+")
_STOP = frozenset(("và", "các", "của", "về", "the", "and", "of"))
_ENOUGH = 0.5


class Pair(NamedTuple):
    """One line and the headings it stands for: none, one, or two that are run together."""

    line: int
    headings: tuple[int, ...]


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """The words that tell one heading from another."""
    found = frozenset(_WORD.findall(fold(text)))
    return found - _STOP or found


def likeness(first: str, second: str) -> float:
    """0 to 1: how many words of the shorter one stand in the other; 0 below one half."""
    one, other = words(first), words(second)
    if not one or not other:
        return 0.0
    share = len(one & other) / min(len(one), len(other))
    return share + 0.1 * len(one & other) / len(one | other) if share >= _ENOUGH else 0.0


def _both(line: str, first: str, second: str) -> float:
    """How well one line is two headings run together."""
    all_words, one, other = words(line), words(first), words(second)
    if len(one & all_words) < 0.6 * len(one) or len(other & all_words) < 0.6 * len(other):
        return 0.0
    together = (one | other) & all_words
    better = len(together) > max(len(one & all_words), len(other & all_words))
    return 1.5 if better and len(together) >= 0.8 * len(all_words) else 0.0


@lru_cache(maxsize=512)
def align(lines: tuple[str, ...], headings: tuple[str, ...]) -> tuple[Pair, ...]:
    """The best pairing that keeps the order of both. Kept: sister documents have the same contents."""
    n, m = len(lines), len(headings)
    best = [[(0.0, 0)] * (m + 1) for _ in range(n + 1)]  # (score, headings taken by this line; -1: heading left out)
    for i in range(n - 1, -1, -1):
        for j in range(m, -1, -1):
            choices = [(best[i + 1][j][0], 0)]
            if j < m:
                choices.append((best[i][j + 1][0], -1))
                like = likeness(lines[i], headings[j])
                if like:
                    choices.append((like + best[i + 1][j + 1][0], 1))
            if j + 1 < m:
                both = _both(lines[i], headings[j], headings[j + 1])
                if both:
                    choices.append((both + best[i + 1][j + 2][0], 2))
            best[i][j] = max(choices)
    pairs: list[Pair] = []
    i = j = 0
    while i < n:
        taken = best[i][j][1]
        if taken < 0:
            j += 1
            continue
        pairs.append(Pair(i, tuple(range(j, j + taken))))
        i, j = i + 1, j + taken
    return tuple(pairs)
