"""Bearing: which legal documents bear on a subject, how, and from which day.

A law bears on a document that cites it; so does what amends, replaces, repeals or details a cited one, also through a
chain of replacements; and what the register ties to the document's TTHC code or field.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from qmslint.law.register import LegalRegister, Touch
from qmslint.law.register_keys import is_local, place_of, whose
from qmslint.law.subject import Subject, law_of, law_of_row, starts_a_clock
from qmslint.model.legal import Certainty, LegalDocument, RelationKind, less_sure
from qmslint.model.text import fold
from qmslint.model.tuples import NamedTuple

CITED, TTHC, FIELD = "cited", "tthc", "field"
"""How a law bears on a document, besides the values of RelationKind."""

_STRENGTH = {
    how: place for place, how in enumerate(("replaces", "repeals", "amends", CITED, TTHC, "details", FIELD))
}
_CHAIN = 8
"""How many replacements of replacements are followed."""


class Bearing(NamedTuple):
    """One law that bears on a subject, from one day. Through `through`, a cited law; "" = by TTHC code or field."""

    law: LegalDocument
    how: str
    through: str
    effective: date | None
    part: str = ""
    later: bool = False  # not the first of the law's dates of effect
    certainty: Certainty = Certainty.USER
    target: str = ""  # the law that it touches itself: the cited one, or what stands in its place
    touched: str = ""  # the part of that law that is touched, "" = the whole

    @property
    def strength(self) -> int:
        """0 for the strongest way to bear on a document."""
        return _STRENGTH.get(self.how, len(_STRENGTH))


def bearings(subject: Subject, register: LegalRegister, territories: tuple[str, ...] = ()) -> Iterator[Bearing]:
    """Every law that bears on the subject, once for each date of effect and each way."""
    for cited in subject.cited:
        row = cited.document
        if row is not None and starts_a_clock(row):
            for index, (day, part) in enumerate(register.clocks(row)):
                yield Bearing(row, CITED, row.number, day, part, index > 0, row.certainty)
        issuer = (whose(row) if row else "") or cited.issuer
        yield from _touching(cited.number, issuer, register, territories)
    for how, values in ((TTHC, subject.codes), (FIELD, subject.fields)):
        for value in values:
            yield from _mapped(how, value, register, territories)


@lru_cache(maxsize=4096)
def _mapped(how: str, value: str, register: LegalRegister, territories: tuple[str, ...]) -> tuple[Bearing, ...]:
    """What the register ties to a TTHC code or to a field. Kept: many documents of a set have the same field."""
    found: list[Bearing] = []
    for law in (_by_code if how == TTHC else _by_field)(register).get(fold(value), ()):
        if not law.territory or _holds_in(law, territories):
            for index, (day, part) in enumerate(register.clocks(law) or ((None, ""),)):
                found.append(Bearing(law, how, "", day, part, index > 0, law.certainty))
    return tuple(found)


@lru_cache(maxsize=4096)
def _touching(
    number: str, issuer: str, register: LegalRegister, territories: tuple[str, ...]
) -> tuple[Bearing, ...]:
    """What touches a cited law, and what touches the laws that stand in its place.

    A local law bears by detailing one of the whole country only in its own territory. Kept: the documents of a set
    cite the same laws.
    """
    found: list[Bearing] = []
    chain, seen = [(number, issuer, Certainty.VERIFIED)], {law_of(number, issuer)}
    for at, by, certainty in chain:
        for touch in register.touches(at, issuer=by):
            law, kind = touch.document, touch.relation.kind
            if not starts_a_clock(law) or kind in (RelationKind.CORRECTS, RelationKind.CONSOLIDATES):
                continue
            if is_local(law.number) and not is_local(at) and not _holds_in(law, territories):
                continue
            for day, part, later in _clocks(touch, register):
                sure = less_sure(touch.certainty, certainty)
                found.append(Bearing(law, str(kind), number, day, part, later, sure, at, touch.relation.part))
            follow = kind is RelationKind.REPLACES and not touch.relation.part
            if follow and law_of_row(law) not in seen and len(chain) < _CHAIN:
                seen.add(law_of_row(law))
                chain.append((law.number, whose(law), less_sure(touch.certainty, certainty)))
    return tuple(found)


def _holds_in(law: LegalDocument, territories: tuple[str, ...]) -> bool:
    """Whether a law of one place holds in one of these territories."""
    place = place_of(law.territory or law.issuer)
    return bool(place) and any(place in fold(one) for one in territories)


def _clocks(touch: Touch, register: LegalRegister) -> list[tuple[date | None, str, bool]]:
    """The days from which a touch is felt: its own, else every date of effect of the touching law."""
    clocks = register.clocks(touch.document)
    if touch.effective is not None and touch.effective != touch.document.in_force:
        part = next((name for day, name in clocks if day == touch.effective), "")
        return [(touch.effective, part, False)]
    if not clocks:
        return [(touch.effective, "", False)]
    return [(day, part, index > 0) for index, (day, part) in enumerate(clocks)]


@lru_cache(maxsize=4)
def _by_code(register: LegalRegister) -> dict[str, tuple[LegalDocument, ...]]:
    return _index(register, "tthc")


@lru_cache(maxsize=4)
def _by_field(register: LegalRegister) -> dict[str, tuple[LegalDocument, ...]]:
    return _index(register, "fields")


def _index(register: LegalRegister, attribute: str) -> dict[str, tuple[LegalDocument, ...]]:
    found: dict[str, list[LegalDocument]] = {}
    for document in register.documents:
        values: tuple[str, ...] = getattr(document, attribute)
        if values and starts_a_clock(document):
            for value in values:
                found.setdefault(fold(value), []).append(document)
    return {value: tuple(documents) for value, documents in found.items()}
