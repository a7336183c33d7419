"""Patterns compiled when first used: most runs find every document in the cache and use none of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Any, cast


class _Late:
    def __init__(self, source: str | Callable[[], str], flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        source = self._source if isinstance(self._source, str) else self._source()
        compiled = re.compile(source, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "pattern"):
            setattr(self, method, getattr(compiled, method))  # from now on found without coming here
        return getattr(compiled, name)


def late(source: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """A pattern like `re.compile(source, flags)`; a function is asked for its source, where words are in it."""
    return cast("re.Pattern[str]", _Late(source, flags))


def lines_where(lines: Sequence[str], pattern: re.Pattern[str], words: Iterable[str] = ()) -> list[int]:
    """The indices of the lines in which the pattern, or any of the words, is found. A match may span no line break."""
    text = "\n".join(lines)
    starts = [0, *accumulate(len(line) + 1 for line in lines)]  # one more than lines: where the next would begin
    found: set[int] = set()
    match = pattern.search(text)
    while match is not None:
        index = bisect_right(starts, match.start())
        found.add(index - 1)
        match = pattern.search(text, starts[index]) if index < len(lines) else None
    for word in words:
        at = text.find(word)
        while at >= 0:
            index = bisect_right(starts, at)
            found.add(index - 1)
            at = text.find(word, starts[index]) if index < len(lines) else -1
    return sorted(found)
