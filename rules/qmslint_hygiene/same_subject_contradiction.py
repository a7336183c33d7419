"""Hai tài liệu của bộ quy định về cùng một thủ tục hành chính (cùng mã TTHC hoặc cùng tên) nhưng khác thời hạn giải
quyết hoặc khác mức phí, lệ phí: người dân và công chức không biết theo bản nào (khoản 8.2.2, 8.5.1). Cách sửa: giữ
một bản, sửa bản kia. Im lặng với bản cũ và bản mới của một quy trình, với tài liệu gộp nhiều TTHC, khi một bên không
ghi con số, khi khác trường hợp giải quyết.

Two documents of the set treat the same TTHC (same code, or same title) with different time limits or fees (8.2.2,
8.5.1). Keep one and mend the other. Silent on two editions of one procedure, on documents for several TTHC, where one
gives no number, and on different scenarios.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    Level,
    Location,
    NoOptions,
    Procedure,
    QualityDocument,
    Related,
    Text,
    TimeLimit,
    Workspace,
    fold,
    kinds,
    workspace_rule,
)
from qmslint_hygiene import _titles
from qmslint_hygiene._blocks import plain_code
from qmslint_hygiene._editions import comparable
from qmslint_hygiene._lists import current, named

_NATIONAL = re.compile(r"\d\.\d{6}")
_AMOUNT = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?=\s*(?:đồng|đ\b|vnđ))")


@workspace_rule(
    "same-subject-contradiction",
    title=Text("Hai tài liệu quy định khác nhau về một thủ tục", "Two documents contradict each other on one TTHC"),
    clauses=("8.2.2", "8.5.1"),
    level=Level.ERROR,
    since="0.1",
)
def same_subject_contradiction(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """Every pair of documents on one subject: limits, then fees."""
    subjects: dict[object, list[tuple[QualityDocument, tuple[object, ...]]]] = {}
    for document in current(workspace):
        if document.kind == kinds.TTHC_PROCEDURE and document.procedure is not None:
            keys = tuple(_subjects(document, document.procedure))
            for key in keys:
                subjects.setdefault(key, []).append((document, keys))
    for first, second in _pairs(subjects):
        if first.procedure is None or second.procedure is None or _editions(first, second):
            continue
        for what, mine, other, at, there in _contradictions(first.procedure, second.procedure):
            yield _finding(first, second, (what, mine, other), at, there, context)


def _pairs(
    subjects: dict[object, list[tuple[QualityDocument, tuple[object, ...]]]]
) -> Iterator[tuple[QualityDocument, QualityDocument]]:
    """Every two documents that share a subject, once, whatever else they share."""
    for key, documents in subjects.items():
        for (first, keys), (second, others) in combinations(documents, 2):
            if key == next(known for known in keys if known in others):
                yield first, second


def _finding(
    first: QualityDocument, second: QualityDocument, words: tuple[Text, str, str], at: Location, there: Location,
    context: Context[NoOptions],
) -> Finding:
    what, mine, other = words
    return context.finding(
        Text(
            f"Cùng một thủ tục nhưng {what.vi} ở đây là “{mine}”, ở {named(second)} ({second.path}) là “{other}”.",
            f"For one TTHC {what.en} is “{mine}” here and “{other}” in {named(second)} ({second.path}).",
        ),
        mend=Text(
            "Đối chiếu với quyết định công bố thủ tục, sửa tài liệu sai; chỉ giữ một quy trình cho một thủ tục.",
            "Compare with the decision that publishes the TTHC, mend the wrong one, keep one procedure for one TTHC.",
        ),
        at=at,
        evidence=mine,
        document=first,
        confidence=Confidence.MEDIUM,
        related=[Related(second.path, there)],
    )


def _subjects(document: QualityDocument, procedure: Procedure) -> Iterator[object]:
    """By what the subject is known; nothing for a document on several TTHC."""
    codes = {match[0] for phrase in procedure.tthc_codes if (match := _NATIONAL.search(phrase.text))}
    if len(codes) > 1:
        return
    yield from codes
    title = _titles.core(document.identity.title)
    if len(title) > 1:
        yield title


def _editions(first: QualityDocument, second: QualityDocument) -> bool:
    """Whether the two are editions of one document: superseded-copy-present speaks of those."""
    code = plain_code(first.identity.code)
    same_code = bool(code) and code == plain_code(second.identity.code)
    return same_code and (
        comparable(first.identity.edition) != comparable(second.identity.edition)
        or first.identity.issued != second.identity.issued
    )


def _contradictions(
    first: Procedure, second: Procedure
) -> Iterator[tuple[Text, str, str, Location, Location]]:
    mine, other = _limits(first), _limits(second)
    for scenario in sorted(mine.keys() & other.keys()):
        a, b = mine[scenario], other[scenario]
        if a.duration and b.duration and a.duration.unit == b.duration.unit and a.duration.amount != b.duration.amount:
            suffix = f" ({a.scenario})" if a.scenario else ""
            yield Text(f"thời hạn giải quyết{suffix}", f"the time limit{suffix}"), a.text, b.text, a.at, b.at
    fees = [_fee(procedure) for procedure in (first, second)]
    if fees[0] and fees[1] and fees[0][0] != fees[1][0]:
        amounts = [", ".join(f"{amount} đồng" for amount in sorted(fee[0])) for fee in fees if fee]
        yield Text("mức phí, lệ phí", "the fee"), amounts[0], amounts[1], fees[0][1], fees[1][1]


def _limits(procedure: Procedure) -> dict[str, TimeLimit]:
    """The limits by scenario, those that are stated once and with a number."""
    found: dict[str, list[TimeLimit]] = {}
    for limit in procedure.time_limits or procedure.time_columns:
        found.setdefault(fold(limit.scenario), []).append(limit)
    return {
        scenario: limits[0] for scenario, limits in sorted(found.items())
        if len(limits) == 1 and limits[0].duration is not None and not limits[0].duration.same_day
    }


def _fee(procedure: Procedure) -> tuple[frozenset[str], Location] | None:
    """The amounts that the item on fees names."""
    for item in procedure.items:
        amounts = frozenset(amount.replace(",", ".") for amount in _AMOUNT.findall(fold(item.text)))
        if item.key == "fee" and amounts:
            return amounts, item.at
    return None
