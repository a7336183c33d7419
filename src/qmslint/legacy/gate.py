"""The gate: whether a text holds any sign that Vietnamese in Unicode has no use for. Most documents end here."""

from __future__ import annotations

import re
from functools import cache

# All but what the old fonts print as letters and Vietnamese in Unicode never writes, and the symbol area, where some
# programs keep the letters of such fonts. To run through what is allowed costs half of looking for what is not.
_ORDINARY = "\x00-\xa0À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãèéêìíò-õùúý\u0100-\uf07f\uf100-\U0010ffff"


@cache
def _ordinary() -> re.Pattern[str]:
    return re.compile(f"[{_ORDINARY}]*")


def suspect(text: str) -> bool:
    """Whether `text` may hold letters of an old font, or marks typed behind their letters (a^, o^)."""
    if "^" in text:
        return True
    if text.isascii():
        return False
    match = _ordinary().match(text)
    start = match.end() if match is not None else 0
    return start < len(text) and _word().search(text, max(0, start - 1)) is not None


@cache
def _word() -> re.Pattern[str]:
    """Two such letters, or one beside a letter: signs as in "½ ngày", "5 × 3", "m²", "25 °C" are no words."""
    odd = f"[^{_ORDINARY}°²³½]"
    letter = "[A-Za-zÀ-ỹ]"
    return re.compile(f"{letter}{odd}|{odd}{letter}|{odd}{odd}")
