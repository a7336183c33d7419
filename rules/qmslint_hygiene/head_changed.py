"""Người phê duyệt tài liệu nay không còn giữ chức vụ (theo nhiệm kỳ khai ở agency.head, agency.deputies của
qmslint.yaml), hoặc đã thôi giữ chức vụ trước ngày ban hành (khoản 5.3, 7.5.2 c). Thay người đứng đầu không làm tài liệu
hết hiệu lực, nhưng nên rà soát trách nhiệm, chữ ký, mẫu. Mỗi người chỉ báo một lần cho cả bộ. Im lặng với người không
khai trong qmslint.yaml; chưa khai người đứng đầu thì chỉ báo là chưa xét được.

Who approved the documents is no longer in office (by the terms in agency.head and agency.deputies of qmslint.yaml), or
had left it before the issue date (5.3, 7.5.2 c). A change of head does not end a document, but roles and forms deserve
a review. One finding a person for the whole set. Silent on persons whom the settings do not name.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Related,
    Role,
    Text,
    Workspace,
    workspace_rule,
)
from qmslint_hygiene._lists import current, named
from qmslint_hygiene._roles import person


@workspace_rule(
    "head-changed",
    title=Text("Người phê duyệt không còn giữ chức vụ", "The approver is no longer in office"),
    clauses=("5.3", "7.5.2"),
    level=Level.WARNING,
    since="0.1",
)
def head_changed(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """The documents of each approver who left office."""
    approved: dict[str, list[QualityDocument]] = {}
    for document in current(workspace):
        for approval in document.approvals:
            if approval.role is Role.APPROVER and len(approval.name.split()) > 1:
                approved.setdefault(person(approval.name), []).append(document)
    officers = (*context.settings.agency.head, *context.settings.agency.deputies)
    if approved and not officers:
        context.cannot_judge(
            Text(
                "qmslint.yaml không khai người đứng đầu và cấp phó (agency.head, agency.deputies).",
                "qmslint.yaml names neither head nor deputies (agency.head, agency.deputies).",
            )
        )
        return
    for name, documents in approved.items():
        left = _left([o for o in officers if person(o.name) == name], context.as_of)
        if left is None:
            continue
        late = [d for d in documents if d.identity.issued and d.identity.issued > left]
        if late:
            yield _finding(late, left, context, late=True)
        rest = [d for d in documents if d not in late]
        if rest:
            yield _finding(rest, left, context, late=False)


def _left(terms: list[Any], as_of: date) -> date | None:
    """The last day in office; None for somebody unknown or still in office."""
    ends = [term.until for term in terms]
    if not ends or any(end is None or end >= as_of for end in ends):
        return None
    last: date = max(ends)
    return last


def _finding(documents: list[QualityDocument], day: date, context: Context[NoOptions], late: bool) -> Finding:
    first = documents[0]
    approval = next(a for a in first.approvals if a.role is Role.APPROVER)
    which = Text(
        named(first) if len(documents) == 1 else f"{len(documents)} tài liệu",
        named(first) if len(documents) == 1 else f"{len(documents)} documents",
    )
    message = Text(
        f"{approval.name} phê duyệt {which.vi} sau khi đã thôi giữ chức vụ ngày {day:%d/%m/%Y}.",
        f"{approval.name} approved {which.en} after leaving office on {day:%d/%m/%Y}.",
    ) if late else Text(
        f"{approval.name}, người phê duyệt {which.vi}, đã thôi giữ chức vụ từ ngày {day:%d/%m/%Y}.",
        f"{approval.name}, who approved {which.en}, left office on {day:%d/%m/%Y}.",
    )
    return context.finding(
        message,
        mend=Text(
            "Kiểm tra lại người ký và ngày ban hành, phê duyệt lại.", "Check signatory and date, and approve again."
        ) if late else Text(
            "Tài liệu vẫn có hiệu lực; rà soát trách nhiệm, người ký ghi trong tài liệu, phê duyệt lại khi sửa.",
            "The documents still hold; review the roles and signatories they name, approve again at the next change.",
        ),
        at=approval.at,
        evidence=approval.name,
        document=first,
        confidence=Confidence.HIGH if late else Confidence.MEDIUM,
        related=[Related(d.path, d.identity.at, Text(named(d), named(d))) for d in documents[1:]],
    )
