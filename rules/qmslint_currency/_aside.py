"""What a text names only as what was: "thay thế Nghị định …", "… (hết hiệu lực)", "chuyển từ ISO 9001:2008 sang …"."""

from __future__ import annotations

import re
from functools import cache

from qmslint.api import (
    Citation,
    Extra,
    LegalRegister,
    Location,
    QualityDocument,
    Reading,
    fold,
    row_of,
)

FACT = "currency:set-aside"
_HINTS = (
    "thay thế", "thay cho", "bãi bỏ", "hủy bỏ", "huỷ bỏ", "trước đây", "hết hiệu lực", "(cũ)", "không còn",
    "chuyển đổi", "chuyển từ", "phiên bản", "dự kiến", "lộ trình", "theo dõi", "chuẩn bị", "sẽ áp dụng", "nâng cấp",
    "transition", "replac", "loại bỏ", "không áp dụng", "không sử dụng", "không viện dẫn", "không dẫn chiếu",
    "không căn cứ", "trước thời điểm", "chuyển tiếp", "trước ngày", "khi có", "khi được", "chuyển sang", "giai đoạn",
)  # fmt: skip
_BEFORE = (
    r"(?:thay thế(?: cho)?|thay cho|thay|bãi bỏ|h(?:ủ|u)[ỷy] bỏ|trước đây|chuyển(?: đổi)?(?: \w+){0,6}"
    r"|dự kiến(?: \w+){0,6}"
    r"|lộ trình(?: \w+){0,8}|theo dõi(?: \w+){0,8}|chuẩn bị(?: \w+){0,8}|sẽ áp dụng(?: \w+){0,3}|nâng cấp(?: \w+){0,6}"
    r"|loại bỏ(?: \w+){0,6}|không (?:áp dụng|sử dụng|viện dẫn|dẫn chiếu|căn cứ)(?: \w+){0,3}"
    r"|hết hiệu lực(?: thi hành)?[,:(\s]*(?:ví dụ|như|gồm|là|cụ thể)"
    r"|trước (?:ngày|thời điểm) (?:[0-9]{1,2}[/.-][0-9]{1,2}[/.-]|[0-9]{1,2} tháng [0-9]{1,2} năm )[0-9]{4}[^.;]{0,70}"
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

_GLUE = r"[\s,]*(?:và|hoặc)?\s*"
"""What stands between two of a list of which the same is told."""


def set_aside(reading: Reading) -> tuple[Extra, ...]:
    """Each citation that stands in such a phrase: its number or name, and the place."""
    found: list[Extra] = []
    cited: dict[int, list[Citation]] = {}
    for citation in reading.facts.get("citations", ()):
        cited.setdefault(citation.at.order, []).append(citation)
    cites = [line for line in reading.lines if line.paragraph.at.order in cited] if cited else []
    lines = [line for line in cites if any(hint in line.folded for hint in _HINTS)]
    # What is told of past years has no word of its own: the lines with older editions are looked at all.
    standards = (one for one in reading.facts.get("citations", ()) if one.type == "standard")
    older = {one.at.order for one in standards if 0 < one.year < 2018}
    lines += [line for line in cites if line.at.order in older and line not in lines] if older else []
    for line in lines:
        position, told = 0, False
        for citation in cited[line.at.order]:
            start = line.text.find(citation.text, position)
            if citation.host >= 0 or start < 0:
                continue
            glued = told and _compiled(_GLUE).fullmatch(line.text, position, start) is not None
            position = end = start + len(citation.text)
            before, after = fold(line.text[max(0, start - 120) : start]), fold(line.text[end : end + 90])
            told = glued or _told(citation, before, after)
            if told:
                found.append(Extra(FACT, (("number", _named(citation)),), line.at))
    return tuple(found)


def _told(citation: Citation, before: str, after: str) -> bool:
    """Whether the words around a citation say that it is no longer, or not yet, used."""
    if _compiled(_BEFORE).search(before) or _compiled(_AFTER).search(after):
        return True
    standard = citation.type == "standard"
    return standard and bool(_compiled(_THEN).search(before) or _compiled(_MOVED).search(after))


def _named(citation: Citation) -> str:
    """The number, else the name with its year: two laws of one name stand side by side."""
    return citation.number or f"{citation.name} {citation.year}"


def aside(document: QualityDocument) -> frozenset[tuple[str, int]]:
    """Number (or name and year) and reading order of every place where the document only tells what was."""
    return frozenset((extra.get("number"), extra.at.order) for extra in document.extras(FACT))


def places_in_use(
    number: str, places: tuple[Location, ...], document: QualityDocument, register: LegalRegister | None = None
) -> tuple[Location, ...]:
    """Those of the places where the document does rest on it; with a register also where it names it by its name."""
    told = aside(document)
    if not told:
        return places
    orders = {order for name, order in told if name == number}
    for citation in document.citations:
        if register is not None and not citation.number and (_named(citation), citation.at.order) in told:
            row = row_of(citation, register)
            if row is not None and row.number == number:
                orders.add(citation.at.order)
    return tuple(at for at in places if at.order not in orders)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)
