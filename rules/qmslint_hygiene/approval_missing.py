"""Bảng phê duyệt không ghi đủ người soạn thảo, người xem xét, người phê duyệt (khoản 7.5.2 c; hồ sơ phải được xem xét,
phê duyệt trước khi áp dụng). Cách sửa: ghi họ tên, chức vụ từng người. Im lặng với bản dự thảo và khi chữ ký là ảnh
nằm ở cột của người đó dù ô họ tên trống; với quy trình ban hành kèm theo quyết định (quyết định là văn bản phê duyệt).
Không thấy bảng phê duyệt thì báo với độ tin cậy vừa.

The approval table does not name a drafter, a reviewer or an approver (7.5.2 c). Enter name and position of each.
Silent on drafts, where a signature stands in the person's column although no name was typed, and on a procedure issued
together with a decision, which approves it. A document without any approval table is one finding of medium confidence.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Role,
    Signature,
    Text,
    document_rule,
    kinds,
)
from qmslint_hygiene._issuing import issued_by_decision
from qmslint_hygiene._roles import listed


@document_rule(
    "approval-missing",
    title=Text("Thiếu người soạn thảo, xem xét hoặc phê duyệt", "A drafter, reviewer or approver is missing"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.2",),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 2",),
    level=Level.ERROR,
    reads_drafts=False,
    since="0.1",
)
def approval_missing(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """The roles for which nobody is named."""
    if document.approval_at is None and not document.approvals:
        if issued_by_decision(document):
            return
        yield context.finding(
            Text(
                "Không thấy bảng ghi người soạn thảo, xem xét, phê duyệt tài liệu.",
                "No table of drafter, reviewer and approver was found.",
            ),
            mend=Text(
                "Thêm bảng soạn thảo – xem xét – phê duyệt có họ tên, chức vụ, chữ ký.",
                "Add a table with name, position and signature of drafter, reviewer and approver.",
            ),
            at=document.identity.at,
            confidence=Confidence.MEDIUM,
        )
        return
    named = {a.role for a in document.approvals if _known(a.name) or a.signature is not Signature.NONE}
    lacking = [role for role in Role if role not in named]
    if not lacking:
        return
    roles = listed(lacking)
    yield context.finding(
        Text(f"Bảng phê duyệt không ghi tên {roles.vi}.", f"The approval table does not name the {roles.en}."),
        mend=Text(f"Ghi họ tên, chức vụ của {roles.vi}.", f"Enter name and position of the {roles.en}."),
        at=next((a.at for a in document.approvals if a.role in lacking), document.approval_at or document.identity.at),
    )


def _known(name: str) -> bool:
    return any(character.isalpha() for character in name)
