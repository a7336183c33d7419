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
from qmslint.law.register_keys import differ, is_local, key_of, place_of, whose
from qmslint.law.register_nouns import RegisterProblem
from qmslint.model.legal import Certainty, LegalDocument, Relation
from qmslint.model.text import Text

_FACTS = tuple(
    name for name in LegalDocument._fields
    if name not in ("number", "normative", "relations", "certainty", "file", "row", "sheet")
)
_FIXED = ("signed", "in_force", "parts")
_DATED = (*_FIXED, "expires", "status")
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
    said = ", ".join(f"{_WORDS[name].vi} {_shown(getattr(upper, name))}" for name in names)
    said_en = ", ".join(f"{_WORDS[name].en} {_shown(getattr(upper, name))}" for name in names)
    true = ", ".join(_shown(getattr(lower, name)) for name in names if getattr(lower, name))
    source = lower.source or lower.file
    if _contradicts_itself(upper):
        why = Text("Dòng này tự mâu thuẫn (năm trong số, ngày ký, ngày hiệu lực) nên không được dùng.",
                   "The row contradicts itself (year of the number, date of signing, date of effect); it is not used.")
    else:
        why = Text("Ngày đã kiểm chứng được dùng.", "The verified day is used.")
    known = Text(f"; theo {source} là {true}", f"; by {source} it is {true}") if true else Text("", "")
    yield RegisterProblem(
        "contradicts-known",
        Text(f"{upper.number} ghi {said}{known.vi}. {why.vi}", f"{upper.number}: {said_en}{known.en}. {why.en}"),
        Text("Đối chiếu bản gốc rồi sửa dòng này.", "Compare with the original and correct the row."),
        upper.number, upper.file, upper.row, upper.sheet,
    )


_WORDS = {
    "signed": Text("ngày ký", "signed on"),
    "in_force": Text("ngày hiệu lực", "in force from"),
    "parts": Text("ngày hiệu lực từng phần", "parts in force from"),
    "expires": Text("ngày hết hiệu lực", "expires on"),
    "status": Text("tình trạng", "status"),
}


def _shown(value: Any) -> str:
    if isinstance(value, date):
        return say(value)
    return value if isinstance(value, str) else ", ".join(say(part.in_force) for part in value)


def same_document(first: LegalDocument, second: LegalDocument) -> bool:
    """Whether two rows of one number mean one document.

    Provinces count for themselves, and numbers without a year begin anew every year.
    """
    if is_local(first.number) and differ(whose(first), whose(second)):
        return False
    yearless = first.number.count("/") < 2
    return not (yearless and first.signed and second.signed and first.signed != second.signed)


def merge(lower: LegalDocument, upper: LegalDocument) -> LegalDocument:
    """The upper row, with the lower's facts where it is silent or overruled.

    The certainty of the lower row holds only as long as every dated fact is its own.
    """
    overruled = overruled_facts(lower, upper)
    facts: dict[str, Any] = {}
    own = True
    for name in _FACTS:
        below, above = getattr(lower, name), getattr(upper, name)
        facts[name] = below if name in overruled else above or below
        own = own and (name not in _DATED or facts[name] == below)
    best = max(lower.certainty, upper.certainty, key=_ORDER.index)
    return upper._replace(
        **facts, relations=_relations(lower, upper), certainty=best if own else upper.certainty,
    )


def overruled_facts(lower: LegalDocument, upper: LegalDocument) -> tuple[str, ...]:
    """The dated facts of the upper row that are not taken over: all it says when it contradicts itself."""
    wrong = _contradicts_itself(upper)
    if not wrong and lower.certainty is not Certainty.VERIFIED:
        return ()
    return tuple(
        name for name in (_DATED if wrong else _FIXED)
        if getattr(upper, name) and getattr(lower, name) != getattr(upper, name) and (wrong or getattr(lower, name))
    )


def _contradicts_itself(row: LegalDocument) -> bool:
    if row.signed is None:
        return False
    number = parse_number(row.number)
    year = number.year if number is not None else 0
    return bool(year and year != row.signed.year) or (row.in_force is not None and row.in_force < row.signed)


def _relations(lower: LegalDocument, upper: LegalDocument) -> tuple[Relation, ...]:
    """The relations of both; a verified day on which an effect begins is not moved by another row."""
    verified = lower.certainty is Certainty.VERIFIED
    found = {(one.kind, key_of(one.target), one.part, place_of(one.issuer)): one for one in lower.relations}
    for one in upper.relations:
        key = (one.kind, key_of(one.target), one.part, place_of(one.issuer))
        known = found.get(key)
        if known is not None and (one.since is None or (verified and known.since is not None)):
            one = one._replace(since=known.since)
        found[key] = one
    return tuple(found.values())
