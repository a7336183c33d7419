"""What a title or a remark says that one document does to another: "sửa đổi …", "được thay thế bởi … từ ngày …"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from qmslint.law.citation import parse_citations
from qmslint.law.dates import date_at
from qmslint.law.register_keys import is_local, place_of
from qmslint.law.register_words import words
from qmslint.model.facts import Citation
from qmslint.model.legal import RelationKind
from qmslint.model.text import fold
from qmslint.model.tuples import NamedTuple


class Effect(NamedTuple):
    """`passive`: the other document acts on this one; else this one acts on the other."""

    kind: RelationKind
    other: str
    passive: bool = False
    part: str = ""
    since: date | None = None
    issuer: str = ""  # of the other, where the words say it


def effects_of_title(kind: str, number: str, title: str) -> list[Effect]:
    """What the document's own title says that it does to others."""
    if "/" not in title or not kind:
        return []
    name = _TYPE_NAMES.get(kind, "Văn bản")
    bare = title[len(name) :] if fold(title).startswith(fold(name)) else title
    citations = parse_citations(f"{name} số {number} {bare.strip()}")
    effects = []
    for citation in citations[1:]:
        if citation.host != 0 or citation.relation not in _KINDS or not citation.number or citation.malformed:
            continue
        relation = RelationKind(citation.relation)
        part = _part(relation, title, citation)
        effects.append(Effect(relation, citation.number, False, part, issuer=_whose(citation)))
    return effects


def effects_of_note(text: str) -> list[Effect]:
    """What a remark about a document says: of what it does, and of what was done to it."""
    if "/" not in text:
        return []
    effects: list[Effect] = []
    position, current = 0, None
    for citation in parse_citations(text):
        start = text.find(citation.text, position)
        if start < 0 or not citation.number or citation.malformed or citation.host >= 0:
            continue
        gap = fold(text[position:start])
        position = start + len(citation.text)
        verb = _last_verb(gap)
        if verb is not None:
            current = verb[0], _is_passive(gap, verb[1], verb[2])
        elif re.search(r"[^\s,;và.]", gap):
            current = None
        if current is not None:
            kind, passive = current
            part = _part(kind, gap, citation)
            effects.append(Effect(kind, citation.number, passive, part, since_in(text), _whose(citation)))
    return effects


def since_in(text: str) -> date | None:
    """The one day "from" which something holds, in a remark; None when it names none, or several."""
    days = set()
    for match in _since().finditer(text):
        found = date_at(text, match.end(), len(text))
        if found is not None and found[1].value is not None:
            days.add(found[1].value)
    return days.pop() if len(days) == 1 else None


_KINDS = frozenset(kind.value for kind in RelationKind)
_ENDS = (RelationKind.REPLACES, RelationKind.REPEALS)
_TYPE_NAMES = {
    "luat": "Luật", "bo-luat": "Bộ luật", "phap-lenh": "Pháp lệnh", "nghi-quyet": "Nghị quyết",
    "nghi-dinh": "Nghị định", "quyet-dinh": "Quyết định", "thong-tu": "Thông tư", "chi-thi": "Chỉ thị",
    "thong-tu-lien-tich": "Thông tư liên tịch", "van-ban-hop-nhat": "Văn bản hợp nhất",
}


def _part(kind: RelationKind, before: str, citation: Citation) -> str:
    """Of an end that touches a part only, the words that say so."""
    if kind not in _ENDS:
        return ""
    if citation.article:
        return citation.article
    place = fold(before).rfind(fold(citation.number))
    match = _partial().search(fold(before)[: place if place >= 0 else None])
    return match[0] if match else ""


def _whose(citation: Citation) -> str:
    """Whose law is meant, where that is not said by its number."""
    return citation.issuer if is_local(citation.number) and place_of(citation.issuer) else ""


def _last_verb(gap: str) -> tuple[RelationKind, int, int] | None:
    found = [(match.start(), match.end(), kind) for kind, pattern in _verbs() for match in pattern.finditer(gap)]
    if not found:
        return None
    start, end, kind = max(found)
    if kind is RelationKind.AMENDS:  # "được sửa đổi, bổ sung": the first of the two words says who acts
        start = min(one[0] for one in found if one[2] is kind)
    return kind, start, end


def _is_passive(gap: str, start: int, end: int) -> bool:
    before, after = gap[:start].split(), gap[end:].split()
    return bool(set(after) & set(words()["passive"])) or bool(
        before and before[-1] in words()["passive_before"]
    )


@cache
def _verbs() -> list[tuple[RelationKind, re.Pattern[str]]]:
    return [
        (RelationKind(kind), re.compile("|".join(rf"(?<!\w){re.escape(fold(verb))}(?!\w)" for verb in verbs)))
        for kind, verbs in words()["verbs"].items()
    ]


@cache
def _partial() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words()["partial"]))


@cache
def _since() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:kể[ ]+)?từ(?=[ ]+(?:ngày[ ]*)?[0-9])", re.IGNORECASE)
