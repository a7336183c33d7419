"""Phiếu hành động khắc phục không rõ phát sinh từ đâu: bộ hồ sơ có cuộc đánh giá nội bộ nhưng nội dung phiếu không khớp
điểm không phù hợp nào và cũng không nói nguồn khác (khoản 10.2.1). Cách sửa: ghi nguồn (đánh giá nội bộ ngày nào, phản
ánh, kiểm tra…). Im lặng khi phiếu nêu nguồn khác, khi phiếu chưa ghi nội dung, khi bộ hồ sơ không có đánh giá cùng năm.

A corrective action whose origin is unclear: the set holds internal audits, but the form answers none of their
nonconformities and names no other origin (10.2.1). Mend it by naming where it comes from. Silent where another origin
is named, where the form is empty, or where the set holds no audit of that year.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    Level,
    NoOptions,
    Text,
    Workspace,
    fold,
    kinds,
    shorten,
    workspace_rule,
)
from qmslint_iso9001._audits import AUDITS, match
from qmslint_iso9001._words import OTHER_SOURCE


@workspace_rule(
    "action-without-finding",
    title=Text("Phiếu khắc phục không rõ phát sinh từ đâu", "Corrective action of unclear origin"),
    kinds=(kinds.CORRECTIVE_ACTION, kinds.AUDIT_MINUTES, kinds.AUDIT_REPORT),
    clauses=("10.2.1",),
    level=Level.WARNING,
    confidence=Confidence.MEDIUM,
    since="0.1",
)
def action_without_finding(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding for each form that answers no nonconformity of an audit of its year."""
    years = {
        d.audit.date.value.year
        for d in workspace.of_kind(*AUDITS)
        if d.audit and d.audit.date and d.audit.date.value and (d.audit.findings or d.audit.no_findings_stated)
    }
    for document, action in match(workspace).unasked:
        raised = action.raised_on.value if action.raised_on else None
        told = fold(f"{action.nonconformity} {action.cause}")
        if not action.nonconformity.strip() or raised is None or raised.year not in years or OTHER_SOURCE.search(told):
            continue
        words, number = shorten(action.nonconformity, 90), f" {action.number}" if action.number else ""
        yield context.finding(
            Text(f"Phiếu khắc phục{number} “{words}” không khớp điểm không phù hợp nào của đánh giá nội bộ năm "
                 f"{raised.year} và không ghi nguồn khác.",
                 f"The form{number} “{words}” answers no nonconformity of the internal audit of {raised.year} and "
                 "names no other origin."),
            mend=Text("Ghi rõ phiếu phát sinh từ đâu: biên bản đánh giá ngày nào, phản ánh của ai, cuộc kiểm tra nào.",
                      "Say where it comes from: the minutes of which day, whose complaint, which inspection."),
            at=action.at, evidence=action.nonconformity, document=document,
        )
