"""Subject: a document as the three-month clock sees it: what it cites, what it names, when it was issued and revised.

Also tells laws apart: each province counts its numbers anew, so a law is its number and, for those, its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from qmslint.law.citation import parse_citations
from qmslint.law.register import LegalRegister
from qmslint.law.register_keys import is_local, key_of, place_of, whose
from qmslint.model.facts import Citation, QualityDocument
from qmslint.model.legal import LegalDocument
from qmslint.model.location import Location
from qmslint.model.tuples import NamedTuple

_ELSEWHERE = ("attachment", "revisions", "header")
"""Parts of a document that repeat others: printed forms, the log of changes, page headers."""

_CONSOLIDATED = "van-ban-hop-nhat"
_NAMED = ("luat", "bo-luat", "phap-lenh", "hien-phap")


class Law(NamedTuple):
    """Which law: the key of its number, and the place whose it is where the number is local ("" = not said)."""

    key: str
    place: str = ""

    def like(self, other: Law) -> bool:
        """Whether both may be the same law."""
        return self.key == other.key and (not self.place or not other.place or self.place == other.place)


class Cited(NamedTuple):
    """One law that a document rests on, with every place where it says so."""

    law: Law
    number: str  # as cited, or of the register where cited by name
    issuer: str
    places: tuple[Location, ...]
    document: LegalDocument | None = None  # its row in the register


class Entry(NamedTuple):
    """One dated row of a log of changes, with the laws that it names."""

    day: date | None
    laws: tuple[Law, ...]


class Subject(NamedTuple):
    """What the clock needs to know of one document."""

    document: QualityDocument
    cited: tuple[Cited, ...] = ()
    named: Mapping[str, tuple[str, ...]] = {}  # key → places: everything that its text names
    entries: tuple[Entry, ...] = ()
    versions: tuple[date, ...] = ()  # days on which it is known to have been issued or revised, in order
    codes: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()

    def names(self, law: Law) -> bool:
        """Whether its text names the law."""
        places = self.named.get(law.key)
        return places is not None and (not law.place or "" in places or law.place in places)


@lru_cache(maxsize=65536)
def law_of(number: str, issuer: str = "") -> Law:
    """Which law a number names."""
    return Law(_key(number), place_of(issuer) if issuer and is_local(number) else "")


@lru_cache(maxsize=65536)
def _key(number: str) -> str:
    return key_of(number)


def law_of_row(document: LegalDocument) -> Law:
    """Which law a row of the register is."""
    return law_of(document.number, whose(document))


def starts_a_clock(document: LegalDocument) -> bool:
    """Whether it is a normative document; consolidated texts and individual decisions start no clock."""
    return document.normative and document.type != _CONSOLIDATED and "VBHN" not in document.number


def subject_of(document: QualityDocument, register: LegalRegister, fields: Iterable[str] = ()) -> Subject:
    """The document as the clock sees it. `fields`: its lĩnh vực, where the list of TTHC says so."""
    own = document.identity.issued or document.identity.effective
    entries = tuple(
        Entry(row.date.value if row.date else None, _laws_in(f"{row.content}\n{row.reason}", register))
        for row in document.revisions if row.filled
    )  # fmt: skip
    reviewed = [row.reviewed.value for row in document.listed_laws if row.reviewed and row.reviewed.value]
    days = {day for day in (own, *(entry.day for entry in entries), max(reviewed, default=None)) if day is not None}
    versions = tuple(sorted(days))
    named: dict[str, tuple[str, ...]] = {}
    for law in (*_named(document.citations, register), *(law_of(row.number, row.issuer) for row in
                                                        document.listed_laws if row.number)):
        if law.place not in named.get(law.key, ()):
            named[law.key] = (*named.get(law.key, ()), law.place)
    return Subject(
        document=document,
        cited=_cited(document, register),
        named=named,
        entries=entries,
        versions=versions,
        codes=tuple(phrase.text for phrase in document.procedure.tthc_codes) if document.procedure else (),
        fields=tuple(fields),
    )


def row_of(citation: Citation, register: LegalRegister) -> LegalDocument | None:
    """The row of the register that a citation means: by number, else by the law's name and year."""
    if citation.number:
        return register.get(citation.number, citation.issuer)
    if citation.name and citation.type in _NAMED:
        return register.named(citation.name, citation.year)
    return None


def _cited(document: QualityDocument, register: LegalRegister) -> tuple[Cited, ...]:
    found: dict[Law, Cited] = {}
    for citation in document.citations:
        if citation.host >= 0 or citation.type in ("standard", _CONSOLIDATED) or citation.section in _ELSEWHERE:
            continue
        _add(found, row_of(citation, register), citation.number, citation.issuer, citation.at)
    for row in document.listed_laws:
        if row.number:
            _add(found, register.get(row.number, row.issuer), row.number, row.issuer, row.at)
    return tuple(found.values())


def _add(found: dict[Law, Cited], row: LegalDocument | None, number: str, issuer: str, at: Location) -> None:
    number = row.number if row is not None else number
    if not number:
        return
    law = law_of_row(row) if row is not None else law_of(number, issuer)
    known = found.get(law)
    if known is not None:
        found[law] = known._replace(places=(*known.places, at))
    else:
        found[law] = Cited(law, number, issuer, (at,), row)


def _named(citations: Iterable[Citation], register: LegalRegister) -> Iterable[Law]:
    for citation in citations:
        if citation.type == "standard" or citation.section == "attachment":
            continue
        row = row_of(citation, register)
        if row is not None:
            yield law_of_row(row)
        elif citation.number:
            yield law_of(citation.number, citation.issuer)


@lru_cache(maxsize=4096)
def _laws_in(text: str, register: LegalRegister) -> tuple[Law, ...]:
    return tuple(_named(parse_citations(text), register)) if text.strip() else ()
