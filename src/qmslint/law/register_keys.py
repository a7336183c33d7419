"""Under what a legal document is filed: the key of its number, the key of its name, whose it is, its earliest day."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from qmslint.law.number import parse_number
from qmslint.law.patterns import compiled
from qmslint.model.legal import LegalDocument
from qmslint.model.text import fold

_PLAIN = r"[0-9]{1,5}/(?:(?:19|20)[0-9]{2}/)?[A-ZĐ][A-Za-zĐđ0-9]{0,11}(?:-[A-ZĐ][A-Za-zĐđ0-9]{0,11}){0,4}"
_NUMBER_BEHIND = r"[\s,]*(?:số [0-9].*|năm [0-9]{4}|[0-9]{4})$"
_LOCAL = tuple(sign + body for sign in "-/" for body in ("HĐND", "UBND", "HDND", "UB"))
_NAMED = {"luat": "luật", "bo-luat": "bộ luật", "phap-lenh": "pháp lệnh", "hien-phap": "hiến pháp"}
# As `fold` leaves the words: the tone on the last vowel ("uỷ ban").
_BODY = r"^(?:hội đồng nhân dân|uỷ ban nhân dân|hđnd|ubnd)?\s*(?:cấp\s+)?(?:tỉnh|thành phố|tp\.?)?\s*"

_FORMER = r"[ ,]*\(?(?:cũ|trước đây|trước (?:khi )?(?:hợp nhất|sáp nhập|sắp xếp)|nay là.*)\)?$"
_SHORT = {"hcm": "hồ chí minh", "hn": "hà nội", "br - vt": "bà rịa - vũng tàu", "brvt": "bà rịa - vũng tàu",
          "tt huế": "thừa thiên huế", "tt - huế": "thừa thiên huế", "thừa thiên - huế": "thừa thiên huế"}
"""Places as they are written in short."""
_DASH = r" *[-–] *"


@lru_cache(maxsize=65536)
def key_of(number: str) -> str:
    """The key of a number: its normal form, in capitals, without zeros before it; D and Đ are one."""
    if not compiled(_PLAIN).fullmatch(number):
        known = parse_number(number) if number.lstrip()[:1].isdigit() else None
        number = known.number if known is not None else "".join(fold(number).split())
    return number.lstrip("0").upper().replace("Đ", "D")


@lru_cache(maxsize=4096)
def name_key(name: str, kind: str = "") -> str:
    """The key of a law's name: folded, its type before it, without number and year behind it."""
    folded = compiled(_NUMBER_BEHIND).sub("", fold(name)).strip(" ,.;")
    word = _NAMED.get(kind, "")
    return folded if not word or folded.startswith(word) else f"{word} {folded}"


@lru_cache(maxsize=65536)
def is_local(number: str) -> bool:
    """Whether the number is one of a people's council or committee: every province counts its own."""
    return number.upper().endswith(_LOCAL)


def differ(first: str, second: str, number: str = "") -> bool:
    """Whether two issuers or territories are different ones; what is not known differs from nothing.

    With a `number` only where that number is local: others are counted once in the whole country.
    """
    if not first or not second or (number and not is_local(number)):
        return False
    one, other = place_of(first), place_of(second)
    return bool(one and other and one != other)


def whose(document: LegalDocument) -> str:
    """Whose law a row is: its issuer, else the place where it holds."""
    return document.issuer or document.territory


def alike(row: LegalDocument, issuer: str) -> bool:
    """Whether the place of a row may be that of an issuer written at length or in part."""
    one, other = place_of(whose(row)), place_of(issuer)
    return one in other or other in one


@lru_cache(maxsize=4096)
def place_of(issuer: str) -> str:
    """The place in the name of a local body: "HĐND thành phố Cần Thơ (cũ)" = "cần thơ"."""
    place = compiled(_FORMER).sub("", compiled(_BODY).sub("", fold(issuer)))
    place = compiled(_DASH).sub(" - ", place)
    return _SHORT.get(place, place)


def earliest(document: LegalDocument) -> date | None:
    """The first day on which the document can have been known: signed, else the year of its number."""
    if document.signed is not None:
        return document.signed
    year = compiled(r"[0-9A-ZĐa-z]{1,6}/((?:19|20)[0-9]{2})/").match(document.number)
    if year is not None:
        return date(int(year[1]), 1, 1)
    return document.in_force
