"""The number of a legal document: its parts, its normal form, what kind of document and whose it says it is.

Forms: domain usage of Nghị định 30/2020/NĐ-CP Phụ lục I, III and older ones; whatever is written wrongly is still
recognised, and `malformed` says how.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qmslint.law.clean import clean
from qmslint.law.patterns import compiled
from qmslint.model.tuples import NamedTuple

_S = r"[ \t\n]{0,2}"
NEXT = r"[0-9]{0,4}(?:\.[0-9]{1,2})?[A-Za-z]?/(?:19|20)[0-9]{2}(?![0-9])"
"""How a number goes on that is glued to the one before."""

_PART = (
    r"[A-ZĐƯƠÔÊÂĂ][A-Za-zĐđƯƠÔÊÂĂươôêâă&]{0,17}"
    rf"(?:(?<=QH)[0-9]{{1,2}}|(?<!QH)[0-9]{{1,2}}(?!{NEXT})|)"
)
BARE = (
    rf"(?P<serial>(?:[0-9]{{1,3}}\.[0-9]{{1,2}}(?=/)|[0-9]{{1,5}}[A-ZĐa-z]?))(?P<years>(?:{_S}/{_S}[0-9]{{4,5}}(?![0-9])){{0,2}})"
    rf"{_S}[/\-]{_S}(?P<symbol>{_PART}(?:{_S}[\-–/]{_S}(?:(?:19|20)[0-9]{{2}}-)?{_PART}|_{_PART}){{0,5}})"
    rf"(?P<tail>\([A-Z][0-9]{{1,3}}\))?(?!(?<![0-9])[A-Za-zĐđ]|[0-9](?!{NEXT}))"
)
_GLUED = (
    r"(?<=[a-zđ])", r"(?<=[A-ZĐÀ-Ỹ]{3})", r"(?<=[ (](?:19|20)[0-9]{2})", r"(?<=[^\W\d_]\.)", r"(?<=(?:19|20)[0-9]{2}\.)"
)
"""What a number may be glued to: a word, capitals, a year, the full stop of a sentence."""

BEGINS = (
    rf"[0-9](?:(?<![0-9A-Za-zĐđ/.\-][0-9])|{'|'.join(glued[:-1] + '[0-9])' for glued in _GLUED)})"
    rf"(?=[0-9]{{0,4}}(?:\.[0-9]{{1,2}})?[A-ZĐa-z]?{_S}[/\-])"
)
"""The first digit of what may be a number: found at a tenth of the cost of searching the number itself."""

NUMBER = (
    rf"(?=[0-9])(?:(?<![0-9A-Za-zĐđ/.\-])|(?:{'|'.join(_GLUED)})"
    rf"(?={NEXT}|[0-9]{{1,5}}/(?:QĐ|NQ|KH|CT|TB|VBHN)-))" + BARE
)
"""A number as written, spaces and wrong years included. Every part is bounded: linear on any input."""

_LOOSE = (
    rf"(?P<serial>[0-9]{{1,5}}(?:\.[0-9]{{1,2}})?[A-ZĐa-z]?(?:/[A-Z](?=NQ))?)(?P<early>[A-ZĐ][A-Za-zĐđ]{{0,6}})?"
    rf"(?P<years>(?:{_S}[/\-]{_S}[0-9]{{4,5}}(?![0-9])){{0,2}}){_S}[/\-._]?{_S}"
    rf"(?P<symbol>{_PART}(?:{_S}[\-–/_]{_S}(?:{_PART}|[0-9]{{4}}|L\.?[0-9]{{1,3}})){{0,4}}|)"
    r"(?P<tail> ?\([A-Z]?[0-9]{1,3}\))?\.?"
)
"""The same for a text that is known to be a number: older and careless forms too ("01NQ-UBTVQH9", "49L/CTN")."""

_LEAD = r"^số(?:[ ,]{0,2}k[ýí] hiệu|[ ]hiệu)?[ ]{0,2}:?[ ]{0,2}(?=[0-9])"

TYPES = {
    "QH": "luat", "L": "luat", "LCT": "luat", "PL": "phap-lenh", "UBTVQH": "phap-lenh", "NQ": "nghi-quyet",
    "NĐ": "nghi-dinh", "CP": "nghi-dinh", "HĐBT": "nghi-dinh", "QĐ": "quyet-dinh", "TTg": "quyet-dinh", "CT": "chi-thi",
    "TT": "thong-tu", "TTLT": "thong-tu-lien-tich", "TTLB": "thong-tu-lien-tich", "TTLN": "thong-tu-lien-tich",
    "NQLT": "nghi-quyet-lien-tich", "VBHN": "van-ban-hop-nhat", "KH": "ke-hoach", "CV": "cong-van", "TB": "thong-bao",
    "BC": "bao-cao", "HD": "huong-dan", "CTr": "chuong-trinh", "TTr": "to-trinh", "SL": "sac-lenh", "CĐ": "cong-dien",
    "ĐA": "de-an", "QC": "quy-che", "QyĐ": "quy-dinh", "KL": "ket-luan", "LPQT": "dieu-uoc", "ĐU": "dieu-uoc",
}
"""The first sign of a symbol → type of document."""

_MEANT = {"NĐCP": "NĐ-CP", "NDCP": "NĐ-CP", "QĐTTg": "QĐ-TTg", "QDTTg": "QĐ-TTg", "ND-": "NĐ-", "QD-": "QĐ-"}
"""Symbols, or how they begin, as they are written in a hurry."""

_HYPHENS = 2005
"""Since then a slash inside the symbol ("QĐ/BTC") is a slip; before, ministries wrote it so themselves."""

_NORMATIVE = frozenset(
    ("luat", "bo-luat", "hien-phap", "phap-lenh", "nghi-quyet", "nghi-dinh", "quyet-dinh", "thong-tu",
     "thong-tu-lien-tich", "nghi-quyet-lien-tich", "chi-thi")
)
_ISSUERS = {
    "CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "CTN": "Chủ tịch nước", "HĐBT": "Hội đồng Bộ trưởng",
    "HĐND": "Hội đồng nhân dân", "HĐNN": "Hội đồng Nhà nước", "HĐTP": "Hội đồng Thẩm phán",
    "UBND": "Ủy ban nhân dân", "UB": "Ủy ban nhân dân",
}


class LegalNumber(NamedTuple):
    """A number taken apart. `number` is the normal form: no spaces, one year, Đ for Ð."""

    number: str
    serial: str
    year: int
    type: str
    issuer: str  # the issuer's name where the symbol alone says it, else the symbol itself
    symbol: str
    normative: bool
    malformed: str = ""  # "year", "doubled-year", "assembly", "separator", …


@lru_cache(maxsize=8192)
def parse_number(text: str, kind: str = "") -> LegalNumber | None:
    """The legal number that `text` is (nothing but a number), None when it is none.

    `kind` is the type that the words before it say ("nghi-quyet"); without it the symbol decides.
    """
    cleaned = compiled(_LEAD, re.IGNORECASE).sub("", clean(text).text.strip())
    if cleaned.islower():
        cleaned = cleaned.upper()
    match = compiled(NUMBER).fullmatch(cleaned)
    if match is not None:
        found = of_match(match, kind)
        return found if found.type or len(found.symbol) > 1 else None
    match = compiled(_LOOSE).fullmatch(cleaned)
    if match is None or not (match["symbol"] or match["early"]):
        return None
    found = of_match(match, kind, match["early"] or "")
    return found if found.type or found.issuer else None


def of_match(match: re.Match[str], kind: str = "", early: str = "") -> LegalNumber:
    """The number that a match of NUMBER spells. `early`: a sign that stands glued to the serial number."""
    serial = match["serial"]
    years = re.findall("[0-9]+", match["years"]) if match["years"] else []
    symbol = "".join(match["symbol"].split()).replace("–", "-").replace("_", "-")
    symbol = f"{early}-{symbol}".strip("-") if early else symbol
    symbol = f"{symbol[:-1]}g" if symbol.endswith("TTG") else symbol
    symbol = _MEANT.get(symbol) or _MEANT.get(symbol[:3], symbol[:3]) + symbol[3:]
    malformed = ""
    year = int(years[0]) if years else 0
    if len(years) > 1:
        malformed = "doubled-year"
    if year and not 1900 <= year <= 2100:
        malformed, year = "year", _likely_year(years[0])
    parts = symbol.replace("/", "-").split("-")
    inside = [part for part in parts if part[:2] in ("19", "20") and len(part) == 4 and part.isdecimal()]
    if inside:  # "02/NQ-1997-QH10"
        parts.remove(inside[0])
    kind = kind or _type(parts)
    if kind in ("luat", "bo-luat", "phap-lenh", "nghi-quyet") and _assembly_wrong(parts, year):
        malformed = malformed or "assembly"
    if "/" in symbol and years and kind and parts[0] in TYPES:
        if year >= _HYPHENS and parts[0] not in ("NQLT", "TTLT"):
            malformed = malformed or "separator"
        symbol = "-".join(parts)
    sign = "-" if match[0][len(serial) :].lstrip(" \t").startswith("-") else "/"
    number = f"{serial}/{year}/{symbol}" if year else f"{serial}{sign}{symbol}"
    year = year or int(inside[0] if inside else 0)
    normative = bool(year and kind in _NORMATIVE) or (not years and kind in ("luat", "nghi-dinh"))
    return LegalNumber(number, serial, year, kind, _issuer(parts), symbol, normative, malformed)


def _issuer(parts: list[str]) -> str:
    """Whose it is: the last sign of the symbol, or the only one where that is a body and no type."""
    for part in reversed(parts):
        bare = part if part.isalpha() and part[-1] != "X" else re.sub("(?:[0-9]+X?|(?<=QH)X)$", "", part)
        if bare in ("QH", "Q"):
            return "Quốc hội"
        if "TVQH" in bare:
            return "Ủy ban thường vụ Quốc hội"
        if bare in _ISSUERS:
            return _ISSUERS[bare]
        if bare and (bare not in TYPES or (len(parts) > 1 and part is parts[-1])):
            return bare
    return "Hội đồng Nhà nước" if parts == ["LCT"] else ""


def _type(parts: list[str]) -> str:
    return TYPES.get(parts[0].rstrip("0123456789"), "")


def _likely_year(digits: str) -> int:
    """20004 was meant to be 2004: drop the doubled zero; 0 when nothing sensible comes out."""
    for i in range(len(digits)):
        shorter = digits[:i] + digits[i + 1 :]
        if len(shorter) == 4 and 1945 <= int(shorter) <= 2100:
            return int(shorter)
    return 0


def _assembly_wrong(parts: list[str], year: int) -> bool:
    """Whether the National Assembly's term does not sit in that year: the 15th sat 2021 to 2026 …"""
    match = re.fullmatch("(?:QH|UBTVQH)([0-9]{1,2})", parts[-1])
    if match is None or not year:
        return False
    term = int(match[1])
    begins = {9: 1992, 10: 1997, 11: 2002, 12: 2007, 13: 2011, 14: 2016, 15: 2021, 16: 2026}
    if term not in begins:
        return year >= 1997
    ends = begins.get(term + 1, begins[term] + 5)
    return not begins[term] <= year <= ends
