"""One register over another: rows that mean the same document become one, the upper row's facts first.

A day that somebody read in an authoritative source does not change: an upper row that says another one, or that
contradicts itself, does not win over it, and this is said at the row. (Status and expiry do change: there the upper
row wins.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from qmslint.law.number import parse_number
from qmslint.law.period import say
from qmslint.law.register_keys import differ, is_local, key_of
from qmslint.law.register_nouns import RegisterProblem
from qmslint.model.legal import Certainty, LegalDocument, Relation
from qmslint.model.text import Text

_FACTS = tuple(
    name for name in LegalDocument._fields
    if name not in ("number", "normative", "relations", "certainty", "file", "row", "sheet")
)
_FIXED = ("signed", "in_force", "parts")
_ORDER = (Certainty.SECONDARY, Certainty.USER, Certainty.VERIFIED)


def layer(
    lower: Iterable[LegalDocument], upper: Iterable[LegalDocument]
) -> tuple[list[LegalDocument], list[RegisterProblem]]:
    """The rows of both, those of `upper` over those of `lower`, and what an upper row says wrongly.

    First the lower's order, then what is new.
    """
    upper = tuple(upper)
    problems: list[RegisterProblem] = []
    over: dict[str, list[LegalDocument]] = {}
    for row in upper:
        over.setdefault(key_of(row.number), []).append(row)
    merged = []
    for row in lower:
        rows = over.get(key_of(row.number), [])
        match = next((one for one in rows if same_document(row, one)), None)
        if match is not None:
            rows.remove(match)
            problems += _overruled(row, match)
            row = merge(row, match)
        merged.append(row)
    left = {id(row) for rows in over.values() for row in rows}
    return merged + [row for row in upper if id(row) in left], problems


def _overruled(lower: LegalDocument, upper: LegalDocument) -> Iterator[RegisterProblem]:
    names = overruled_facts(lower, upper)
    if not names:
        return
    said = [f"{_WORDS[name].vi} {_shown(getattr(upper, name))}" for name in names]
    true = [_shown(getattr(lower, name)) for name in names]
    said_en = [f"{_WORDS[name].en} {_shown(getattr(upper, name))}" for name in names]
    source = lower.source or lower.file
    yield RegisterProblem(
        "contradicts-known",
        Text(
            f"{upper.number} ghi {', '.join(said)}; theo {source} là {', '.join(true)}. Ngày đã kiểm chứng được dùng.",
            f"{upper.number}: {', '.join(said_en)}; by {source} it is {', '.join(true)}. The verified day is used.",
        ),
        Text("Đối chiếu bản gốc rồi sửa dòng này.", "Compare with the original and correct the row."),
        upper.number, upper.file, upper.row, upper.sheet,
    )


_WORDS = {
    "signed": Text("ngày ký", "signed on"),
    "in_force": Text("ngày hiệu lực", "in force from"),
    "parts": Text("ngày hiệu lực từng phần", "parts in force from"),
}


def _shown(value: Any) -> str:
    return say(value) if isinstance(value, date) else ", ".join(say(part.in_force) for part in value)


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
    overruled = overruled_facts(lower, upper)
    for name in _FACTS:
        below, above = getattr(lower, name), getattr(upper, name)
        facts[name] = below if name in overruled else above or below
        if name in overruled:
            continue
        contradicted = contradicted or bool(
            above and below and above != below and name in ("signed", "in_force", "expires", "parts", "status")
        )
    best = max(lower.certainty, upper.certainty, key=_ORDER.index)
    return upper._replace(
        **facts,
        relations=_relations(lower.relations, upper.relations),
        certainty=upper.certainty if contradicted else best,
    )


def overruled_facts(lower: LegalDocument, upper: LegalDocument) -> tuple[str, ...]:
    """The days of the upper row that do not stand against those of the lower one."""
    if lower.certainty is not Certainty.VERIFIED and not _contradicts_itself(upper):
        return ()
    return tuple(
        name for name in _FIXED
        if getattr(lower, name) and getattr(upper, name) and getattr(lower, name) != getattr(upper, name)
    )


def _contradicts_itself(row: LegalDocument) -> bool:
    if row.signed is None:
        return False
    number = parse_number(row.number)
    year = number.year if number is not None else 0
    return bool(year and year != row.signed.year) or (row.in_force is not None and row.in_force < row.signed)


def _relations(lower: Iterable[Relation], upper: Iterable[Relation]) -> tuple[Relation, ...]:
    found = {(one.kind, key_of(one.target), one.part): one for one in lower}
    for one in upper:
        key = (one.kind, key_of(one.target), one.part)
        known = found.get(key)
        found[key] = one._replace(since=known.since) if known is not None and one.since is None else one
    return tuple(found.values())
