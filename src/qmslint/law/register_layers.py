"""One register over another: rows that mean the same document become one, the upper row's facts first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qmslint.law.register_keys import differ, is_local, key_of
from qmslint.model.legal import Certainty, LegalDocument, Relation

_FACTS = tuple(
    name for name in LegalDocument._fields
    if name not in ("number", "normative", "relations", "certainty", "file", "row", "sheet")
)
_ORDER = (Certainty.SECONDARY, Certainty.USER, Certainty.VERIFIED)


def layer(lower: Iterable[LegalDocument], upper: Iterable[LegalDocument]) -> list[LegalDocument]:
    """The rows of both, those of `upper` over those of `lower`; first the lower's order, then what is new."""
    upper = tuple(upper)
    over: dict[str, list[LegalDocument]] = {}
    for row in upper:
        over.setdefault(key_of(row.number), []).append(row)
    merged = []
    for row in lower:
        rows = over.get(key_of(row.number), [])
        match = next((one for one in rows if same_document(row, one)), None)
        if match is not None:
            rows.remove(match)
            row = merge(row, match)
        merged.append(row)
    left = {id(row) for rows in over.values() for row in rows}
    return merged + [row for row in upper if id(row) in left]


def same_document(first: LegalDocument, second: LegalDocument) -> bool:
    """Whether two rows of one number mean one document.

    Provinces count for themselves, and numbers without a year begin anew every year.
    """
    if is_local(first.number) and differ(first.issuer or first.territory, second.issuer or second.territory):
        return False
    yearless = first.number.count("/") < 2
    return not (yearless and first.signed and second.signed and first.signed != second.signed)


def merge(lower: LegalDocument, upper: LegalDocument) -> LegalDocument:
    """The upper row, with the lower's facts where it is silent."""
    facts: dict[str, Any] = {}
    contradicted = False
    for name in _FACTS:
        below, above = getattr(lower, name), getattr(upper, name)
        facts[name] = above or below
        contradicted = contradicted or bool(
            above and below and above != below and name in ("signed", "in_force", "expires", "parts", "status")
        )
    best = max(lower.certainty, upper.certainty, key=_ORDER.index)
    return upper._replace(
        **facts,
        relations=_relations(lower.relations, upper.relations),
        certainty=upper.certainty if contradicted else best,
    )


def _relations(lower: Iterable[Relation], upper: Iterable[Relation]) -> tuple[Relation, ...]:
    found = {(one.kind, key_of(one.target), one.part): one for one in lower}
    for one in upper:
        key = (one.kind, key_of(one.target), one.part)
        known = found.get(key)
        found[key] = one._replace(since=known.since) if known is not None and one.since is None else one
    return tuple(found.values())
