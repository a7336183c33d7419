"""Citations: what a text cites, in full: number, date, issuer, title, article, and which stands inside whose title.

"Thông tư số 02/2024/TT-BTP … sửa đổi Thông tư số 01/2020/TT-BTP … và Nghị định …" cites one document; the others
stand in its title and have it as their host. Time is linear in the text: every look around is bounded.
"""

from __future__ import annotations

import re

from qmslint.law.citation_anchors import Anchor, find_anchors
from qmslint.law.citation_words import ISSUER, RELATIONS, TITLE_WORDS
from qmslint.law.clean import Clean, clean
from qmslint.law.dates import date_at
from qmslint.law.patterns import compiled
from qmslint.model.facts import Citation, WrittenDate
from qmslint.model.location import WHOLE, Location
from qmslint.model.tuples import NamedTuple

_LONGEST = 600
"""The longest title that is kept, in characters."""

_DEEPEST = 6
"""How many titles may stand inside one another; what lies deeper is counted to the deepest."""

_BREAK = (  # it begins with one of a few signs: they are found soonest
    r"[;“”\".\n](?:(?<=[;“”\"])|(?<=\.)(?=[ \n]{1,3}[A-ZĐÀ-Ỹ\-])"
    r"|(?<=\n)[ \t]*(?=[\-+•–*]|[0-9]{1,2}[.)]|[a-zđ]\)))"
)
_TITLED = rf"(?:[ \n,:]{{0,3}}|[ ]?[\-–][ ]?)(?:{TITLE_WORDS})(?!\w)"
_BRACKET = re.compile(r"[()]")
_GLUE = re.compile(r"(?:[ \n]|,|;|và|hoặc|cùng|các|số|theo)*")
_ENDS_IN_GLUE = re.compile(r"(?:,|(?<!\w)và)[ \n]*(?:(?<!\w)của[ \n]*)?(?:(?<!\w)(?:các|một số điều của))?[ \n]*$")
_ISSUED_BY = (
    rf"[ \n,]{{0,3}}(?:do|của)[ \n]{{1,2}}(?P<issuer>(?:{ISSUER})(?!\w)(?:[ \n]{{1,2}}(?!(?:{TITLE_WORDS}|ngày|đã|được|"
    r"thông|năm|thì|là|để|tại|khi|và[ \n](?:nghị|thông|quyết|luật|bộ[ \n]luật))(?!\w))[^\s,;.()“”\":0-9]{1,20}"
    r"|,(?=[ \n][A-ZĐ][^\s,;]{1,12}[ \n][^\s,;]{1,12}[ \n]và[ \n])"
    r"|,(?=[ \n](?-i:Bộ|Chủ nhiệm|Tổng|Viện|Chánh án|T[òo][aà] án|Ngân hàng|Thống đốc|Văn phòng Chính phủ"
    r"|Thanh tra Chính phủ|[ỦU][yỷ] ban Dân tộc)(?!\w))){0,22})"
)
_REMARK = r"[ \n]{0,2}\((?:sau đây|gọi|viết|đã được|được|hết|có hiệu|ban hành)[^()]{0,160}\)"
_SOMEBODY_ACTS = (
    r"[ \n,]{1,3}(?!của|do|về|Chính phủ|Thủ tướng|Quốc hội|Bộ|Ủy ban Thường vụ)"
    r"(?:[A-ZĐÀ-Ỹ]|(?:đã|tại|các|cơ quan|đơn vị|phòng|chúng tôi)(?!\w))"
)
"""How a sentence goes on whose date is not that of the law before it: "… Nghị định …, ngày 15/8/2025 Sở đã …"."""

_YEAR = r"[ \n]{1,2}năm[ \n]{1,2}(?:19|20)[0-9]{2}"


class _Cited(NamedTuple):
    """An anchor with what follows it."""

    anchor: Anchor
    end: int  # where the title may begin
    date: WrittenDate | None
    issuer: str
    titled: bool  # whether a title follows


def parse_citations(text: str, at: Location = WHOLE) -> list[Citation]:
    """Every legal document and standard that `text` cites, in its order; hosts stand before what their titles name."""
    if len(text) < 5:
        return []
    whole = clean(text)
    anchors = find_anchors(whole.text)
    if not anchors:
        return []
    cited = [_follow(whole.text, anchors, index, at) for index in range(len(anchors))]
    hosts, relations = _hosts(whole.text, cited)
    return [_citation(whole, cited, hosts, relations, index, at) for index in range(len(cited))]


def _follow(text: str, anchors: list[Anchor], index: int, at: Location) -> _Cited:
    """Date and issuer after an anchor, in either order."""
    anchor = anchors[index]
    limit = anchors[index + 1].start if index + 1 < len(anchors) else len(text)
    end, date, issuer = anchor.end, None, ""
    for _ in range(5):
        dated = _dated(text, end, limit, at) if date is None and anchor.type != "standard" else None
        if dated is not None:
            end, date = dated
            continue
        issued = None if issuer or anchor.type == "standard" else _pattern(_ISSUED_BY).match(text, end, limit)
        if issued is not None:
            end, issuer = issued.end(), " ".join(issued["issuer"].split())
            continue
        remark = _pattern(_REMARK).match(text, end, limit) or (
            _pattern(_YEAR).match(text, end, limit) if not anchor.year else None
        )
        if remark is None:
            break
        end = remark.end()
    titled = _pattern(_TITLED).match(text, end) is not None
    return _Cited(anchor, end, date, issuer or anchor.issuer, titled)


def _dated(text: str, start: int, end: int, at: Location) -> tuple[int, WrittenDate] | None:
    """The date that stands at `start`, in brackets or not: where it ends, and it."""
    bracket = _pattern(r"[ \n]{0,2}\((?=ngày|[0-9]{1,2}[/.\-])").match(text, start, end)
    if bracket is None:
        dated = date_at(text, start, end, at)
        apart = dated is not None and text[start:end].lstrip().startswith(",")
        return None if apart and dated and compiled(_SOMEBODY_ACTS).match(text, dated[0]) else dated
    dated = date_at(text, bracket.end(), end, at)
    return (dated[0] + 1, dated[1]) if dated is not None and text.startswith(")", dated[0], end) else None


def _hosts(text: str, cited: list[_Cited]) -> tuple[list[int], list[str]]:
    """Of each citation the index of its host (-1 = none) and what the host does to it."""
    hosts, relations = [-1] * len(cited), [""] * len(cited)
    for index in range(1, len(cited)):
        before, here = cited[index - 1], cited[index]
        gap = text[before.end : here.anchor.start]
        if _separated(gap):
            continue
        host, like = _host(gap, cited, hosts, index)
        hosts[index] = host
        if like >= 0:
            relations[index] = relations[like]
        elif host >= 0:
            relations[index] = _relation(text[cited[host].end : here.anchor.start][:_LONGEST])
    return hosts, relations


def _host(gap: str, cited: list[_Cited], hosts: list[int], index: int) -> tuple[int, int]:
    """The host of a citation that follows another in one sentence, and the sibling whose relation it shares (or -1)."""
    last = index - 1
    if _GLUE.fullmatch(gap):
        return hosts[last], last
    if _ENDS_IN_GLUE.search(gap):
        member = last
        while member >= 0:
            if cited[member].anchor.type == cited[index].anchor.type and (hosts[member] >= 0 or member == last):
                return hosts[member], member
            member = hosts[member]
    if cited[last].titled and _depth(hosts, last) < _DEEPEST:
        return last, -1
    return hosts[last], -1


def _depth(hosts: list[int], member: int) -> int:
    depth = 0
    while hosts[member] >= 0:
        member, depth = hosts[member], depth + 1
    return depth


def _separated(gap: str) -> bool:
    match = _pattern(_BREAK).search(gap)
    broken = match is not None and (match.end() < len(gap) or match[0] != "“")  # a quotation may begin right behind
    return broken or gap.count(")") > gap.count("(")


def _relation(words: str) -> str:
    """What the title says it does to the document named next: the first such word."""
    said = " ".join(words.lower().split())
    places = [(at, name) for name, phrases in RELATIONS for phrase in phrases if (at := said.find(phrase)) >= 0]
    return min(places)[1] if places else ""


def _citation(
    whole: Clean, cited: list[_Cited], hosts: list[int], relations: list[str], index: int, at: Location
) -> Citation:
    here = cited[index]
    anchor = here.anchor
    end = _title_end(whole.text, cited, hosts, index) if here.titled else here.end
    title = " ".join(whole.text[here.end : end].strip(" ,.;:–-\n\t").split())
    written = whole.written(anchor.start, max(end, here.end)).strip()
    normative, section = anchor.normative and anchor.type != "standard", ""
    return Citation(  # in the order of its fields: to give fourteen by name costs four times as much
        anchor.type, anchor.number, anchor.year or _year_of(here), here.issuer, here.date, anchor.name,
        title, anchor.article, written, hosts[index], relations[index], normative, anchor.malformed, section, at,
    )


def _year_of(here: _Cited) -> int:
    """The year of a law cited by name and date."""
    return here.date.value.year if here.anchor.name and here.date and here.date.value else 0


def _title_end(text: str, cited: list[_Cited], hosts: list[int], index: int) -> int:
    """Where the title ends: at a separator, a bracket that closes, or where a citation begins that is not inside it."""
    start = cited[index].end
    limit = min(len(text), start + _LONGEST)
    depth = 0
    following = index + 1
    match = _pattern(_BREAK).search(text, start, limit)
    end = match.start() if match else _without_stop(text, start, limit)
    while following < len(cited) and cited[following].anchor.start < end and _inside(hosts, following, index):
        following += 1
    if following < len(cited) and cited[following].anchor.start < end:
        end = cited[following].anchor.start
        end = start + len(re.sub(r"(?:[ \n,]|(?<!\w)(?:và|các|của|số))*$", "", text[start:end]))
    for bracket in _BRACKET.finditer(text, start, end):
        depth += 1 if bracket[0] == "(" else -1
        if depth < 0:
            return bracket.start()
    return end


def _without_stop(text: str, start: int, end: int) -> int:
    """Where the white space at the end begins, and the full stop before it."""
    kept = text[start:end].rstrip()
    return start + len(kept) - kept.endswith(".")


def _inside(hosts: list[int], member: int, host: int) -> bool:
    while member > host:
        member = hosts[member]
    return member == host


def _pattern(source: str) -> re.Pattern[str]:
    return compiled(source, re.IGNORECASE if source != _BREAK else 0)
