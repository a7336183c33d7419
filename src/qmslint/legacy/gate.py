"""The gate: whether a text holds any sign that Vietnamese in Unicode has no use for. Most documents end here."""

from __future__ import annotations

import re
from functools import cache

# What the old fonts print as letters and Vietnamese in Unicode never writes inside a word; and the symbol area, where
# some programs keep the letters of such fonts.
_SIGNS = (
    "\xa1-\xbf\xc4-\xc7\xcb\xce-\xd1\xd6-\xd8\xdb\xdc\xde\xdf"
    "\xe4-\xe7\xeb\xee-\xf1\xf6-\xf8\xfb\xfc\xfe\uf080-\uf0ff"
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"[{_SIGNS}]")


def suspect(text: str) -> bool:
    """Whether `text` may hold letters of an old font."""
    return not text.isascii() and _pattern().search(text) is not None
