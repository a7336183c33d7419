"""Một người vừa soạn thảo vừa phê duyệt tài liệu: việc phê duyệt không còn là sự kiểm tra của người khác (khoản
7.5.2 c: xem xét và phê duyệt sự thích hợp). Cách sửa: để người khác phê duyệt, thường là người đứng đầu hoặc cấp phó.
Im lặng khi trùng chức vụ nhưng khác tên, khi bảng không ghi tên. Người soạn thảo tự xem xét chỉ là lưu ý.

One person both drafted and approved the document, so that nobody else checked it (7.5.2 c). Let somebody else approve.
Silent on equal positions with different names, and where no names are given. A drafter who reviews his own draft is
only noted.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Approval,
    Confidence,
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Related,
    Role,
    Text,
    document_rule,
    kinds,
)
from qmslint_hygiene._roles import person


@document_rule(
    "approver-is-drafter",
    title=Text("Người soạn thảo cũng là người phê duyệt", "The drafter is also the approver"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.2",),
    level=Level.WARNING,
    since="0.1",
)
def approver_is_drafter(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """The drafter's name under the approval, or else under the review."""
    drafters = {person(a.name): a for a in document.approvals if a.role is Role.DRAFTER and len(a.name.split()) > 1}
    for role, vi, en, level in (
        (Role.APPROVER, "phê duyệt", "approved", None),
        (Role.REVIEWER, "xem xét", "reviewed", Level.INFO),
    ):
        approval = next((a for a in document.approvals if a.role is role and person(a.name) in drafters), None)
        if approval is None:
            continue
        yield context.finding(
            Text(f"{approval.name} vừa soạn thảo vừa {vi} tài liệu.", f"{approval.name} both drafted and {en} this."),
            mend=Text(f"Để người khác {vi}.", f"Let somebody else have it {en}."),
            at=approval.at,
            evidence=approval.name,
            level=level,
            confidence=Confidence.MEDIUM if level else Confidence.HIGH,
            related=[_place(document, drafters[person(approval.name)])],
        )
        return


def _place(document: QualityDocument, approval: Approval) -> Related:
    return Related(document.path, approval.at, Text("soạn thảo", "drafted"))
