"""The gate: whether a text holds any sign that Vietnamese in Unicode has no use for. Most documents end here."""

from __future__ import annotations

import re
from functools import cache

# All but what the old fonts print as letters and Vietnamese in Unicode never writes, and the symbol area, where some
# programs keep the letters of such fonts. To run through what is allowed costs half of looking for what is not.
_ORDINARY = "\x00-\xa0À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãèéêìíò-õùúý\u0100-\uf07f\uf100-\U0010ffff"


_SIGNS = "°²³½"  # signs as in "½ ngày", "5 × 3", "m²", "25 °C" are no words


@cache
def _ordinary() -> re.Pattern[str]:
    return re.compile(f"[{_ORDINARY}]*")


@cache
def _of_word() -> re.Pattern[str]:
    """A letter, or what stands for one in an old font."""
    return re.compile(f"[A-Za-zÀ-ỹ]|[^{_ORDINARY}{_SIGNS}]")


def suspect(text: str) -> bool:
    """Whether `text` may hold letters of an old font, or marks typed behind their letters (a^, o^).

    Letters of an old font stand beside another, or beside a letter of any kind.
    """
    if "^" in text:
        return True
    if text.isascii():
        return False
    rest, beside = _ordinary().match, _of_word().match
    at = _end(rest(text))
    while at < len(text):
        if text[at] not in _SIGNS and ((at and beside(text, at - 1)) or beside(text, at + 1)):
            return True
        at = _end(rest(text, at + 1))
    return False


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match is not None else 0
