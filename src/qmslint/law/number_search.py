"""Numbers in running text, also where a space is missing: "NĐ-CPngày", "TT-BCANhập cảnh", "QH1451/2019/QH14"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qmslint.law.number import BARE, BEGINS, NEXT, NUMBER
from qmslint.law.patterns import compiled
from qmslint.model.text import fold

_SIGNS = frozenset(
    (
        "CP", "TTg", "CTN", "VPCP", "VPQH", "TTCP", "NHNN", "KTNN", "UBDT", "UBND", "HĐND", "HĐTP", "BHXH", "TANDTC",
        "VKSNDTC", "BCA", "BCT", "BCN", "BDTTG", "BGDĐT", "BGTVT", "BKHCN", "BKHĐT", "BLĐTBXH", "BNG", "BNN", "BNNMT",
        "BNNPTNT", "BNV", "BQP", "BTC", "BTM", "BTNMT", "BTP", "BTS", "BTTTT", "BVHTT", "BVHTTDL", "BXD", "BYT", "TCHQ",
        "TCTK", "TLĐ",
    )
)
"""Signs of issuers, by which one knows where a symbol ends when the next word is glued to it."""

_SMALL = ("TTg", "Ttg", "TTr", "CTr", "QyĐ", "QyC")
"""Signs that hold small letters."""

_TITLES = ("quy ", "sửa ", "ban hành", "về ", "hướng dẫn", "thông tư", "nghị ", "quyết ", "luật", "bãi bỏ", "bộ luật")


def find_numbers(text: str) -> Iterator[re.Match[str]]:
    """Every number of a cleaned text, in its order. Each match ends where the symbol ends."""
    position = 0
    while (match := _first(text, position)) is not None:
        while match is not None:
            match = _unglued(text, match)
            yield match
            position = match.end()
            match = compiled(BARE).match(text, position) if _begins(text, position) else None


def _first(text: str, position: int) -> re.Match[str] | None:
    """The first number from `position` on."""
    while (digit := compiled(BEGINS).search(text, position)) is not None:
        match = compiled(NUMBER).match(text, digit.start())
        if match is not None:
            return match
        position = digit.end()
    return None


def _begins(text: str, position: int) -> bool:
    """Whether another number stands right behind one, glued to it."""
    return compiled(rf"[0-9]{NEXT}").match(text, position) is not None


def _unglued(text: str, match: re.Match[str]) -> re.Match[str]:
    """The same number without the word that is glued to its end, or follows it behind a dash."""
    start = max(match["symbol"].rfind(sign) for sign in "-–/_") + 1
    last = match["symbol"][start:].lstrip()
    begin = match.end("symbol") - len(last)
    length = _length(last, text[match.end("symbol") : match.end("symbol") + 1].isalpha())
    if length == len(last):
        length = _before_title(text[begin : begin + len(last) + 12], len(last))
    if length == len(last):
        return match
    if length == 0 and start:
        kept = match.start("symbol") + len(match["symbol"][: start - 1].rstrip())
        shorter = compiled(BARE).match(text, match.start(), kept)
        return match if shorter is None else _unglued(text, shorter)
    return compiled(BARE).match(text, match.start(), begin + length) or match


def _before_title(text: str, length: int) -> int:
    """The same where a title in capitals is glued to a sign: "BTCQUY ĐỊNH MỨC THU"."""
    for size in range(min(length - 1, 7), 1, -1):
        if text[:size] in _SIGNS and fold(text[size:]).startswith(_TITLES):
            return size
    return length


def _length(part: str, more: bool) -> int:
    """How many letters of the last part belong to the symbol: none of a plain word. `more`: a letter follows it."""
    known = next((len(sign) for sign in _SMALL if part.startswith(sign)), 0)
    small = next((i for i in range(known, len(part)) if part[i].islower()), -1)
    if small < 0:
        return len(part) - 1 if more and len(part) > 2 and part[:-1] in _SIGNS else len(part)
    if small == 1 and (more or len(part) > 2):
        return 0
    if small < 2 or (len(part) - small < 2 and not more):
        return len(part)
    if part[:small] in _SIGNS or small == known:
        return small
    return small - 1
