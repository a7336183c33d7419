"""Whether the body of a document names certain things: one search over its lines for all groups of words."""

from __future__ import annotations

import re
from functools import cache

from qmslint.api import Extra, Reading
from qmslint_vn_admin._data import words


@cache
def _pattern(groups: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<g{n}>{'|'.join(map(re.escape, words(g)))})" for n, g in enumerate(groups)))


def mentions(reading: Reading, groups: tuple[str, ...]) -> tuple[Extra, ...]:
    """The first place where each group is named, as `vn_admin:<group>`."""
    found: dict[str, Extra] = {}
    pattern = _pattern(groups)
    for line in reading.lines:
        for match in pattern.finditer(line.folded):
            group = groups[int((match.lastgroup or "g0")[1:])]
            if group not in found:
                found[group] = Extra(f"vn_admin:{group}", (("words", match[0]),), line.at)
        if len(found) == len(groups):
            break
    return tuple(found.values())
