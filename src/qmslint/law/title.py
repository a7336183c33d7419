"""The head of a legal document as lists print it: "Nghị định số 118/2025/NĐ-CP", with whatever stands behind."""

from __future__ import annotations

import re

from qmslint.law.citation_words import TYPE_WORDS
from qmslint.law.clean import clean
from qmslint.law.number import NUMBER, LegalNumber, of_match, parse_number
from qmslint.law.patterns import compiled

_WORDS = "|".join(sorted((re.escape(word) for word in TYPE_WORDS), key=len, reverse=True))
_TYPE = rf"\s*(?P<type>{_WORDS})(?!\w)\s*"
_SIGN = r"(?:số(?:\s*,?\s*k[ýí] hiệu| hiệu)?\s{0,2}:?\s{0,2})?"


def parse_title(text: str) -> LegalNumber | None:
    """Type and number at the head of a text; None when it begins otherwise, or has no number ("Luật Không số")."""
    rest, kind = clean(text).text.strip(), ""
    while (match := compiled(_TYPE, re.IGNORECASE).match(rest)) is not None:
        kind = TYPE_WORDS[" ".join(match["type"].lower().split())]
        rest = rest[match.end() :]
    if not kind:
        return None
    whole = parse_number(rest, kind)
    if whole is not None:
        return whole
    sign = compiled(_SIGN, re.IGNORECASE).match(rest)
    head = compiled(NUMBER).match(rest, sign.end() if sign else 0)
    return of_match(head, kind) if head is not None else None
