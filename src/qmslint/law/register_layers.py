"""One register over another: rows that mean the same document become one, the upper row's facts first.

A day that somebody read in an authoritative source does not change: an upper row that says another one, or that
contradicts itself, does not win over it, and this is said at the row. Status and expiry do change: there the upper row
wins, unless it ends a law before the day on which that was verified to be in force.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from qmslint.law.number import parse_number
from qmslint.law.period import say
from qmslint.law.register_keys import differ, is_local, key_of, place_of, whose
from qmslint.law.register_nouns import STATE_WORDS, RegisterProblem
from qmslint.model.legal import Certainty, LegalDocument, Relation, RelationKind, less_sure
from qmslint.model.text import Text

_FACTS = tuple(
    name for name in LegalDocument._fields
    if name not in ("number", "normative", "relations", "certainty", "file", "row", "sheet")
)
_FIXED = ("signed", "in_force", "parts")
_DATED = (*_FIXED, "expires", "status")
_Ends = dict[str, list[date | None]]
_ORDER = (Certainty.SECONDARY, Certainty.USER, Certainty.VERIFIED)


def layer(
    lower: Iterable[LegalDocument], upper: Iterable[LegalDocument]
) -> tuple[list[LegalDocument], list[RegisterProblem]]:
    """The rows of both, those of `upper` over those of `lower`, and what an upper row says wrongly.

    First the lower's order, then what is new.
    """
    lower, upper = tuple(lower), tuple(upper)
    if not lower:
        return list(upper), []
    problems: list[RegisterProblem] = []
    over: dict[str, list[LegalDocument]] = {}
    ends: _Ends = {}
    for row in upper:
        over.setdefault(key_of(row.number), []).append(row)
        for relation in row.relations:
            if relation.kind in (RelationKind.REPLACES, RelationKind.REPEALS) and not relation.part:
                ends.setdefault(key_of(relation.target), []).append(relation.since or row.in_force)
    merged = []
    for row in lower:
        rows = over.get(key_of(row.number), [])
        match = next((one for one in rows if same_document(row, one)), None)
        if match is not None:
            rows.remove(match)
            days = ends.get(key_of(row.number), ())
            names = overruled_facts(row, match, days)
            if not days or _contradicts_itself(match) or set(names) & set(_FIXED):
                problems += _overruled(row, match, names)  # else the rows that end it are told to contradict it
            row = merge(row, match, names)
        merged.append(row)
    left = {id(row) for rows in over.values() for row in rows}
    return merged + [row for row in upper if id(row) in left], problems


def _overruled(lower: LegalDocument, upper: LegalDocument, names: tuple[str, ...]) -> Iterator[RegisterProblem]:
    if not names:
        return
    said, true = ([(f"{_WORDS[name].vi} {shown.vi}", f"{_WORDS[name].en} {shown.en}", shown) for name in names
                   if (shown := _shown(getattr(row, name))).vi] for row in (upper, lower))
    source = lower.source or lower.file
    known = Text(f"; theo {source} là {', '.join(one[2].vi for one in true)}",
                 f"; by {source} it is {', '.join(one[2].en for one in true)}") if true else Text("", "")
    mend = Text("Đối chiếu bản gốc rồi sửa dòng này.", "Compare with the original and correct the row.")
    if _contradicts_itself(upper):
        why = Text("Dòng này tự mâu thuẫn (năm trong số, ngày ký, ngày hiệu lực) nên không được dùng.",
                   "The row contradicts itself (year of the number, date of signing, date of effect); it is not used.")
    elif "status" in names or "expires" in names:
        day = f" {say(lower.checked_on)}" if lower.checked_on else ""
        why = Text(f"Ngày kiểm tra{day} văn bản còn hiệu lực nên vẫn coi là còn hiệu lực.",
                   f"It was in force when checked{day and ' on'}{day}, and still counts as in force.")
        mend = Text("Nếu văn bản hết hiệu lực sau ngày đó, ghi ngày hết hiệu lực và văn bản thay thế; nếu không, sửa "
                    "lại tình trạng.", "If it ended later, give the day and what replaced it; else correct the status.")
    else:
        why = Text("Ngày đã kiểm chứng được dùng.", "The verified day is used.")
    yield RegisterProblem(
        "contradicts-known",
        Text(f"{upper.number} ghi {', '.join(one[0] for one in said)}{known.vi}. {why.vi}",
             f"{upper.number}: {', '.join(one[1] for one in said)}{known.en}. {why.en}"),
        mend, upper.number, upper.file, upper.row, upper.sheet,
    )


_WORDS = {
    "signed": Text("ngày ký", "signed on"),
    "in_force": Text("ngày hiệu lực", "in force from"),
    "parts": Text("ngày hiệu lực từng phần", "parts in force from"),
    "expires": Text("ngày hết hiệu lực", "expires on"),
    "status": Text("tình trạng", "status"),
}


def _shown(value: Any) -> Text:
    if isinstance(value, str):
        return STATE_WORDS.get(value, Text(value, value)) if value else Text("", "")
    days = "" if value is None else say(value) if isinstance(value, date) else ", ".join(
        f"{part.part} {say(part.in_force)}".strip() for part in value)
    return Text(days, days)


def same_document(first: LegalDocument, second: LegalDocument) -> bool:
    """Whether two rows of one number mean one document.

    Provinces count for themselves, and numbers without a year begin anew every year.
    """
    if is_local(first.number) and differ(whose(first), whose(second)):
        return False
    yearless = first.number.count("/") < 2
    return not (yearless and first.signed and second.signed and first.signed != second.signed)


def merge(lower: LegalDocument, upper: LegalDocument, overruled: tuple[str, ...] = ()) -> LegalDocument:
    """The upper row, with the lower's facts where it is silent or overruled.

    The certainty of the lower row holds only as long as every dated fact is its own; what the upper row leaves to the
    lower one is no surer than that.
    """
    facts: dict[str, Any] = {}
    own = True
    for name in _FACTS:
        below, above = getattr(lower, name), getattr(upper, name)
        facts[name] = below if name in overruled else above or below
        own = own and (name not in _DATED or facts[name] == below)
    relations = _relations(lower, upper)
    left = len(relations) > len(upper.relations) or any(
        getattr(lower, name) and not getattr(upper, name) for name in _DATED)
    if left:
        certainty = lower.certainty if own else less_sure(lower.certainty, upper.certainty)
    else:
        certainty = max(lower.certainty, upper.certainty, key=_ORDER.index) if own else upper.certainty
    return upper._replace(**facts, relations=relations, certainty=certainty)


def overruled_facts(
    lower: LegalDocument, upper: LegalDocument, ends: Iterable[date | None] = ()
) -> tuple[str, ...]:
    """The dated facts of the upper row that are not taken over: all it says when it contradicts itself.

    `ends`: the days on which other rows beside the upper one end the law.
    """
    wrong = _contradicts_itself(upper)
    if not wrong and lower.certainty is not Certainty.VERIFIED:
        return ()
    found = tuple(
        name for name in (_DATED if wrong else _FIXED)
        if getattr(upper, name) and getattr(lower, name) != getattr(upper, name) and (wrong or getattr(lower, name))
    )
    if not wrong and _ends_early(lower, upper, ends):
        found += tuple(name for name in ("status", "expires") if getattr(upper, name))
    return found


def _ends_early(lower: LegalDocument, upper: LegalDocument, ends: Iterable[date | None]) -> bool:
    """Whether the upper row ends a law by a day on which it was verified to be in force."""
    checked = lower.checked_on
    if lower.status != "in-force" or not (upper.status == "expired" or upper.expires):
        return False
    day = upper.expires or upper.checked_on
    if checked is None or day is None or day <= checked:
        return not any(end is None or checked is None or end > checked for end in ends)
    return False


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
