"""What a text names only as what was: "thay thế Nghị định …", "… (hết hiệu lực)", "chuyển từ ISO 9001:2008 sang …"."""

from __future__ import annotations

import re
from functools import cache

from qmslint.api import Extra, Location, QualityDocument, Reading, fold, parse_citations

FACT = "currency:set-aside"
_HINTS = (
    "thay thế", "thay cho", "bãi bỏ", "hủy bỏ", "huỷ bỏ", "trước đây", "hết hiệu lực", "(cũ)", "không còn",
    "chuyển đổi", "chuyển từ", "phiên bản", "dự kiến", "lộ trình", "theo dõi", "chuẩn bị", "sẽ áp dụng", "nâng cấp",
    "transition", "replac", "chuyển tiếp", "trước ngày", "khi có", "khi được", "chuyển sang", "giai đoạn",
    *(f"năm {year}" for year in range(1999, 2019)),
)  # fmt: skip
_BEFORE = (
    r"(?:thay thế(?: cho)?|thay cho|thay|bãi bỏ|h(?:ủ|u)[ỷy] bỏ|trước đây|chuyển(?: đổi)?(?: \w+){0,6}"
    r"|dự kiến(?: \w+){0,6}"
    r"|lộ trình(?: \w+){0,8}|theo dõi(?: \w+){0,8}|chuẩn bị(?: \w+){0,8}|sẽ áp dụng(?: \w+){0,3}|nâng cấp(?: \w+){0,6}"
    r"|transition(?: \w+){0,4}|chuyển tiếp(?: \w+){0,6}|replac\w+(?: \w+){0,2})[\s:(]*$"
)
_AFTER = (
    r"^[^.;]{0,60}?(?:hết hiệu lực|\(cũ\)|được thay|đã thay|bị thay|không còn|bị bãi bỏ|được bãi bỏ|sang (?:phiên bản"
    r"|tcvn|iso|tiêu chuẩn)|khi (?:có|được) (?:hướng dẫn|công bố|ban hành)|trở về trước)"
)
_THEN = r"(?:(?:trong )?năm|giai đoạn|từ) (?:19[0-9]{2}|200[0-9]|201[0-8])(?![0-9])[^.;]{0,60}$"
"""A sentence about one of the years in which the older editions held."""

_MOVED = (
    r"^.{0,60}?[,;.] (?:từ |đến |sau đó )?(?:năm [0-9]{4},? )?(?:\w+ ){0,4}?"
    r"(?:chuyển(?: đổi)?|nâng cấp)(?: \w+){0,3} (?:sang|lên) "
)
"""How a text goes on that tells of the edition before: "…; năm 2018 chuyển đổi sang phiên bản …"."""


def set_aside(reading: Reading) -> tuple[Extra, ...]:
    """Each citation that stands in such a phrase: its number or name, and the place."""
    found: list[Extra] = []
    citing = {citation.at.order for citation in reading.facts.get("citations", ())}
    for line in reading.lines_with(_HINTS) if citing else ():
        if line.at.order not in citing:
            continue
        position = 0
        for citation in parse_citations(line.text):
            start = line.text.find(citation.text, position)
            if citation.host >= 0 or start < 0:
                continue
            position = end = start + len(citation.text)
            before, after = fold(line.text[max(0, start - 80) : start]), fold(line.text[end : end + 90])
            if _compiled(_BEFORE).search(before) or _compiled(_AFTER).search(after) or (
                citation.type == "standard" and (_compiled(_THEN).search(before) or _compiled(_MOVED).search(after))
            ):
                found.append(Extra(FACT, (("number", citation.number or citation.name),), line.at))
    return tuple(found)


def aside(document: QualityDocument) -> frozenset[tuple[str, int]]:
    """Number (or name) and reading order of every place where the document only tells what was."""
    return frozenset((extra.get("number"), extra.at.order) for extra in document.extras(FACT))


def places_in_use(number: str, places: tuple[Location, ...], document: QualityDocument) -> tuple[Location, ...]:
    """Those of the places where the document does rest on it."""
    told = aside(document)
    return tuple(at for at in places if (number, at.order) not in told) if told else places


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)
