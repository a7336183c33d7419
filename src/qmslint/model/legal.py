"""The rows of a legal register. law/register.py answers questions about them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from qmslint.model.tuples import NamedTuple


class Certainty(StrEnum):
    """How sure a fact of the register is."""

    VERIFIED = "V"  # read in an authoritative source
    SECONDARY = "V2"  # read in a secondary source: findings of low confidence
    USER = "U"  # stated by the agency's own register


_SURENESS = (Certainty.SECONDARY, Certainty.USER, Certainty.VERIFIED)


def less_sure(*found: Certainty) -> Certainty:
    """The weakest of several: what rests on all of them is no surer."""
    return min(found, key=_SURENESS.index)


class RelationKind(StrEnum):
    """What one legal document does to another."""

    AMENDS = "amends"
    REPLACES = "replaces"
    REPEALS = "repeals"
    DETAILS = "details"
    CONSOLIDATES = "consolidates"
    CORRECTS = "corrects"


class Relation(NamedTuple):
    """One document's effect on another, from a date (None = the day the first comes into force)."""

    kind: RelationKind
    target: str  # number in normal form
    part: str = ""  # "" = the whole; else "Điều 1 khoản 9"
    since: date | None = None
    issuer: str = ""  # whose law is meant, where places count their numbers alike; "" = not said


class PartInForce(NamedTuple):
    """A part with a date of effect of its own."""

    part: str
    in_force: date


class LegalDocument(NamedTuple):
    """One legal document of the register. None or "" = not known, never a guess."""

    number: str
    title: str = ""
    type: str = ""
    issuer: str = ""
    signed: date | None = None
    in_force: date | None = None
    parts: tuple[PartInForce, ...] = ()
    expires: date | None = None
    status: str = ""  # "in-force", "expired", "partly-expired", "not-yet", "unknown", "" = by the dates
    normative: bool = True
    territory: str = ""  # where it applies; "" = the whole country
    fields: tuple[str, ...] = ()  # lĩnh vực, for mapping to TTHC
    tthc: tuple[str, ...] = ()  # TTHC codes it bears on
    relations: tuple[Relation, ...] = ()
    transition: str = ""  # transitional clause that silences the clock, with its reason
    certainty: Certainty = Certainty.USER
    source: str = ""
    checked_on: date | None = None
    file: str = ""  # register file, row and sheet from which it came, for messages
    row: int = 0
    sheet: str = ""
