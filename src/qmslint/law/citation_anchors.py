"""Anchors: where a text names a legal document or standard, before one knows how the citations hang together.

Four kinds: a number ("123/2015/NĐ-CP", with or without the type before it), a short or broken number after its type
("NĐ 61/2018"), a law by name ("Luật Hộ tịch năm 2014"), a standard ("TCVN ISO 9001:2015").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from qmslint.law.citation_words import CODES, LAWS, NAMED_TYPES, OWN_SIGNS, SHORT_TYPES, TYPE_WORDS, any_of
from qmslint.law.number import LegalNumber, of_match, parse_number
from qmslint.law.number_search import find_numbers
from qmslint.law.patterns import compiled
from qmslint.model.tuples import NamedTuple

_BACK = 140
"""How far before a number its type and name may begin, in characters."""



def _types() -> str:
    """The words of types. Each begins with its first letter: one search for letters, then what stands around it."""
    words = sorted((word.replace(" ", "[ \\n]{1,2}") for word in TYPE_WORDS), key=len, reverse=True)
    either = {letter: f"{letter}{letter.upper()}" for letter in dict.fromkeys(word[0] for word in words)}
    begins = "".join(either.values())
    rest = [f"(?<=[{either[first]}])(?:{_rests(words, first)})" for first in either]
    short = dict.fromkeys(word[0] for word in SHORT_TYPES)
    rest += [f"(?-i:(?<={first})(?:{_rests(SHORT_TYPES, first)}))" for first in short]
    before = rf"(?<!\w[{begins}])(?<!pháp [{begins}])(?<!quyền [{begins}])"
    return rf"(?P<type>(?-i:[{begins}]){before}(?:{'|'.join(rest)}))(?!\w)"


def _rests(words: Iterable[str], first: str) -> str:
    return "|".join(word[1:] for word in words if word[0] == first)


_TYPE = _types()
_BETWEEN = r"(?P<words>(?:[ \n]{1,2}(?!số\b)[^\s\d;:.()“”\"]{1,20}){0,14})[ \n]{0,2}(?:số)?[ \n]{0,2}[:.]?[ \n]{0,2}"
_AMENDING = re.compile(
    r"Luật sửa đổi(?:, bổ sung)? (?:một số điều của )?(?:các )?(?=Luật|Bộ luật)".replace(" ", r"[ \n]{1,2}")
)
_CODE_BEFORE = re.compile(r"(?<![\wÀ-ỹ])[A-ZĐ]{2,5}[ .\-–]{1,2}$")
_CONNECTED = re.compile(r"[ \n,]*(?:và)?[ \n]*(?:số)?[ \n]*")
_ASSEMBLY = re.compile("QH[0-9]|UBTVQH[0-9]")
_LOOSE_KINDS = ("quy-dinh", "quy-che", "ke-hoach", "de-an", "chuong-trinh", "huong-dan")
"""Types that a decision promulgates and whose words are plain words too: "theo quy định 61/2018/NĐ-CP"."""

_OF_THE_PARTY = re.compile("[A-ZĐa-z]{1,4}[-/][ ]?(?:TW|TU|HU|ThU|ĐU|BCĐTW|UBKTTW|BTCTW)")
_JOINT = re.compile("TT[-/ ]{1,2}L[BT]")
_LIST = r"(?:[ \n]{0,2}(?:,|và|đến)[ \n]{0,2}(?:%s[ \n]{1,2})?%s){0,8}"
_ARTICLE = (
    r"(?:(?:các[ \n]{1,2})?(?:điểm|tiết)[ \n]{1,2}[a-zđ0-9.]{1,4}"
    + _LIST % ("(?:điểm|tiết)", r"[a-zđ](?!\w)") + r"[ \n,]{1,3})?"
    r"(?:(?:các[ \n]{1,2})?khoản[ \n]{1,2}[0-9]{1,2}[a-zđ]?" + _LIST % ("khoản", "[0-9]{1,2}[a-zđ]?") + r"[ \n,]{1,3})?"
    r"(?:các[ \n]{1,2})?(?:điều|mục|chương|phụ lục)[ \n]{1,2}(?:[0-9]{1,3}[a-zđ]?|[IVX]{1,5})"
    + _LIST % ("điều", "[0-9]{1,3}[a-zđ]?") + r"[ \n]{1,2}(?:của[ \n]{1,2})?(?:các[ \n]{1,2})?$"
)  # fmt: skip
_ARTICLE_BEGINS = r"(?-i:[CĐTKMPcđtkmp])(?:ác|iểm|iết|hoản|iều|ục|hương|hụ)"
_TYPE_BEFORE = _TYPE + r"[ \n]{1,2}(?:số[ \n]{0,2}:?[ \n]{0,2})?\Z"
_TYPE_BACK = 40
"""How far before a short or broken number its type may begin, in characters."""

_A_DATE = re.compile(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}\b")
_LOOSE_TOKEN = re.compile(r"[0-9][0-9A-Za-zĐđÀ-ỹ./_\-–]{2,40}")
_SHORT_NUMBER = re.compile(r"(?P<serial>[0-9]{1,4})/(?P<year>(?:19|20)[0-9]{2})(?![0-9/])")
_NAMED = (
    r"(?P<type>[HBLP](?<!\w[HBLP])(?:(?<=H)iến pháp|(?<=B)ộ [Ll]uật|(?<=L)uật|(?<=P)háp lệnh))"
    r"(?P<name>(?:[ \n]{1,2}(?!này\b|năm\b|số\b|có\b|được\b|của\b|và\b"
    r"|quy\b|Luật\b|Bộ\b|Pháp\b|Nghị\b|Thông\b|Quyết\b)[^\s\d;:.()“”\"]{1,20}"
    r"(?:[ \n]{1,2}(?!năm\b|số\b|này\b|Luật\b|Bộ\b|Pháp\b|Nghị\b|Thông\b|Quyết\b)[^\s\d;:.()“”\"]{1,20}){0,16})?)"
    r"[ \n]{0,2},?[ \n]{0,2}(?:năm[ \n]{1,2})?(?P<year>(?:19|20)[0-9]{2})(?![0-9/])"
)
_STANDARD = (
    r"(?P<body>[TIQ](?<![\w/][TIQ])(?:(?<=T)CVN(?:[ \-]?ISO)?(?:/(?:TS|IEC|TR|PAS))?"
    r"|(?<=I)(?:SO|EC)(?:/(?:TS|IEC|TR|PAS))*|(?<=Q)CVN|(?<=T)CCS))"
    r"[ \n]{0,2}(?P<serial>[0-9]{1,5}(?:-[0-9]{1,2}(?![0-9]))?)"
    r"(?:(?:[ ]?[:\-–][ ]?|/|[ ]\(?phiên bản(?:[ ]năm)?[ ])(?P<year>(?:19|20)[0-9]{2})(?![0-9]))?(?![\w])"
)


class Anchor(NamedTuple):
    """One place where something is named. `start` counts type and article in; date and issuer may follow `end`."""

    start: int
    end: int
    type: str
    number: str = ""
    year: int = 0
    issuer: str = ""
    name: str = ""
    article: str = ""
    normative: bool = True
    malformed: str = ""


def find_anchors(text: str) -> list[Anchor]:
    """Every anchor of a cleaned text, in its order, none overlapping another."""
    found = _numbers(text) if "/" in text or "-" in text else []
    found += _typed(text, found)
    if "uật" in text or "háp" in text:
        found += _free(_named(text), found)
    if "ISO" in text or "TCVN" in text or "QCVN" in text or "IEC" in text or "TCCS" in text:
        found += _free(_standards(text), found)
    return sorted(found)


def _free(anchors: list[Anchor], taken: list[Anchor]) -> list[Anchor]:
    """Those that overlap nothing taken before. Linear: both lists are in order."""
    free, spans, position = [], sorted((one.start, one.end) for one in taken), 0
    for anchor in anchors:
        while position < len(spans) and spans[position][1] <= anchor.start:
            position += 1
        if position == len(spans) or spans[position][0] >= anchor.end:
            free.append(anchor)
    return free


def _numbers(text: str) -> list[Anchor]:
    anchors: list[Anchor] = []
    for match in find_numbers(text):
        floor = max(anchors[-1].end if anchors else 0, match.start() - _BACK)
        kind, name, issuer, start = _before(text, floor, match.start())
        symbol = match["symbol"].replace("/", "-").replace("–", "-").partition("-")[0].strip()
        if kind and OWN_SIGNS.get(symbol) == "van-ban-hop-nhat":
            kind = ""
        if not kind and anchors and _CONNECTED.fullmatch(text, anchors[-1].end, match.start()):
            kind = "" if symbol in OWN_SIGNS else anchors[-1].type
        if kind in _LOOSE_KINDS and OWN_SIGNS.get(symbol, kind) != kind and not _OF_THE_PARTY.match(match["symbol"]):
            kind = ""
        number = of_match(match, kind)
        if not kind and (not number.type or ("-" not in number.symbol and not _ASSEMBLY.match(number.symbol))):
            continue
        if not kind and _CODE_BEFORE.search(text[floor : match.start()]):
            continue
        wrong = number.malformed or ("type" if _wrong_type(kind, symbol, number.symbol) else "")
        article, start = _article(text, floor, start)
        anchors.append(_anchor(number, start, match.end(), name, issuer, article, wrong))
    return anchors


def _wrong_type(kind: str, sign: str, symbol: str) -> bool:
    """Whether the type before a number is not that of its sign."""
    if not kind or OWN_SIGNS.get(sign, kind) == kind or kind in _LOOSE_KINDS:
        return False
    # "217-CT" is a decision of the chairman of the Council of Ministers, "20/TT-LB" a joint circular of old.
    return "-" in symbol and not (kind == "thong-tu-lien-tich" and _JOINT.match(symbol) is not None)


def _anchor(
    number: LegalNumber, start: int, end: int, name: str = "", issuer: str = "", article: str = "", wrong: str = ""
) -> Anchor:
    issuer = issuer or ("" if number.issuer.isupper() else number.issuer)
    return Anchor(start, end, number.type, number.number, number.year, issuer, name, article, number.normative, wrong)


def _before(text: str, floor: int, end: int) -> tuple[str, str, str, int]:
    """Type, name and issuer that stand before a number, and where they begin."""
    before = text[floor:end]
    for match in reversed(list(compiled(_TYPE, re.IGNORECASE).finditer(before))):
        rest = compiled(_BETWEEN).fullmatch(before, match.end())
        if rest is None:
            continue
        kind = _kind(match["type"])
        words = " ".join(rest["words"].split())
        issuer = words.removeprefix("của ") if words.startswith("của ") else ""
        if words and not issuer and kind not in NAMED_TYPES and len(words.split()) > 5:
            continue
        amending = _AMENDING.search(before, 0, match.end()) if kind in NAMED_TYPES else None
        if amending is not None and not re.search("[0-9;]", before[amending.end() :]):
            name = " ".join(before[amending.start() : rest.end("words")].split())
            return "luat", name, "", floor + amending.start()
        name = f"{match['type']} {words}" if words and not issuer and kind in NAMED_TYPES else ""
        return kind, name, issuer, floor + match.start()
    number_sign = re.search(r"(?<!\w)số[ \n]{0,2}:?[ \n]{0,2}$", before, re.IGNORECASE)
    return "", "", "", floor + number_sign.start() if number_sign else end


def _kind(word: str) -> str:
    return SHORT_TYPES.get(word) or TYPE_WORDS[" ".join(word.lower().split())]


def _article(text: str, floor: int, start: int) -> tuple[str, int]:
    """The article before the document ("điểm a khoản 4 Điều 4 của") and where the citation begins with it."""
    window = text[max(floor, start - _BACK) : start]
    if "iều" not in window and "hụ lục" not in window and "ục" not in window and "hương" not in window:
        return "", start
    article = compiled(_ARTICLE, re.IGNORECASE)
    starts = compiled(_ARTICLE_BEGINS, re.IGNORECASE).finditer(window)
    match = next((found for begin in starts if (found := article.match(window, begin.start()))), None)
    if match is None:
        return "", start
    words = re.sub(r"\s*(?:của)?\s*(?:các)?\s*$", "", " ".join(match[0].split()))
    return words, start - len(match[0])


def _typed(text: str, taken: list[Anchor]) -> list[Anchor]:
    """Short numbers ("NĐ 61/2018") and broken ones, which only the type before them makes citations."""
    anchors, position = [], 0
    for token in _LOOSE_TOKEN.finditer(text) if "/" in text else ():
        start = token.start()
        while position < len(taken) and taken[position].end <= start:
            position += 1
        if position < len(taken) and taken[position].start <= start:
            continue
        if "/" not in token[0] or _A_DATE.match(token[0]) or (start and text[start - 1] not in " \n:ốỐ"):
            continue
        match = compiled(_TYPE_BEFORE, re.IGNORECASE).search(text, max(0, start - _TYPE_BACK), start)
        anchor = _of_token(text, token, match) if match is not None else None
        if anchor is not None:
            anchors.append(anchor)
    return [_with_article(text, anchor) for anchor in _free(anchors, taken)]


def _of_token(text: str, token: re.Match[str], before: re.Match[str]) -> Anchor | None:
    """The anchor that a token makes with the type before it."""
    kind, start = _kind(before["type"]), before.start()
    short = _SHORT_NUMBER.match(text, token.start())
    if short is not None and short.end() >= token.end() - 1:
        decree = kind == "nghi-dinh"
        number, issuer = short[0] + ("/NĐ-CP" if decree else ""), "Chính phủ" if decree else ""
        return Anchor(start, short.end(), kind, number, int(short["year"]), issuer, malformed="short")
    if not re.search("[A-Za-zĐđ]", token[0]) or "số" not in before[0].lower():
        return None
    written = token[0].rstrip(".-–_/")
    known = parse_number(written.upper() if written.islower() else written, kind)
    end = token.start() + len(written)
    if known is not None:
        return _anchor(known, start, end, wrong=known.malformed or "symbol")
    return Anchor(start, end, kind, written, malformed="symbol")


def _with_article(text: str, anchor: Anchor) -> Anchor:
    article, start = _article(text, max(0, anchor.start - _BACK), anchor.start)
    return anchor._replace(start=start, article=article) if article else anchor


@cache
def _known_names() -> re.Pattern[str]:
    laws, codes = any_of(LAWS), any_of(CODES)
    law, code = rf"(?<=L)uật[ \n]{{1,2}}(?i:{laws})", rf"(?<=B)ộ [Ll]uật[ \n]{{1,2}}(?i:{codes})"
    return re.compile(rf"[LB](?<!\w[LB])(?:{law}|{code})(?!\w)")  # it begins with a letter, soon found


def _named(text: str) -> list[Anchor]:
    dated = []
    for match in compiled(_NAMED).finditer(text):
        name = " ".join(f"{match['type']}{match['name'] or ''}".split()).rstrip(",")
        if match["name"] or match["type"] == "Hiến pháp":
            kind = TYPE_WORDS[match["type"].lower()]
            dated.append(Anchor(match.start(), match.end(), kind, year=int(match["year"]), name=name))
    amending = [(match.start(), match.end()) for match in _AMENDING.finditer(text)]
    known = [
        Anchor(match.start(), match.end(), "luat" if match[0][0] == "L" else "bo-luat", name=" ".join(match[0].split()))
        for match in _known_names().finditer(text)
    ]
    found = sorted(dated + _free(known, dated))
    if amending:
        found = _joined([_amended(one, amending, text) for one in found], text)
    return [_with_article(text, anchor) for anchor in found]


def _amended(anchor: Anchor, amending: list[tuple[int, int]], text: str) -> Anchor:
    """The law that amends the one named, where its words stand right before it."""
    for start, end in amending:
        if end == anchor.start:
            return anchor._replace(start=start, name=" ".join(text[start:end].split()) + " " + anchor.name)
    return anchor


def _joined(anchors: list[Anchor], text: str) -> list[Anchor]:
    """The same, the laws that one law amends together being one: "Luật sửa đổi … của Luật A và Luật B năm 2019"."""
    kept: list[Anchor] = []
    for anchor in anchors:
        last = kept[-1] if kept else None
        if last is not None and not last.year and last.name.startswith("Luật sửa đổi"):
            gap = text[last.end : anchor.start]
            if re.fullmatch(r"[ \n]*(?:,|và|,[ \n]*và)[ \n]*", gap):
                name = f"{last.name}{gap}{anchor.name}"
                kept[-1] = last._replace(end=anchor.end, year=anchor.year, name=" ".join(name.split()))
                continue
        kept.append(anchor)
    return kept


def _standards(text: str) -> list[Anchor]:
    anchors = []
    for match in compiled(_STANDARD).finditer(text):
        body = match["body"].replace("TCVN-", "TCVN ").replace("TCVNISO", "TCVN ISO")
        number = f"{body} {match['serial']}" + (f":{match['year']}" if match["year"] else "")
        year = int(match["year"] or 0)
        anchors.append(Anchor(match.start(), match.end(), "standard", number, year, normative=False))
    return anchors
