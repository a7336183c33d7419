"""Hành động khắc phục quá hạn: thời hạn ghi trên phiếu đã qua mà phiếu chưa đóng, chưa có kết quả kiểm tra lại (khoản
10.2.1). Cách sửa: kiểm tra kết quả và đóng phiếu; nếu cần thêm thời gian thì ghi thời hạn mới và người đồng ý. Im
lặng khi thời hạn không ghi đủ ngày tháng năm, khi phiếu đã đóng, và khi là bản dự thảo.

A corrective action is overdue: the deadline on the form is past, yet it is neither closed nor verified (10.2.1). Mend
it by verifying and closing it, or by agreeing a new deadline. Silent where the deadline is no full date, where the
form is closed, and on drafts.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Context, Finding, Level, NoOptions, QualityDocument, Text, document_rule, kinds


@document_rule(
    "corrective-action-overdue",
    title=Text("Hành động khắc phục quá hạn", "Corrective action is overdue"),
    kinds=(kinds.CORRECTIVE_ACTION,),
    clauses=("10.2.1",),
    level=Level.WARNING,
    reads_drafts=False,
    since="0.1",
)
def corrective_action_overdue(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding for each open form whose deadline lies before the date of judgement."""
    for action in document.corrective_actions:
        due = action.due
        done = action.closed or action.verified_on is not None or action.verification.strip()
        if done or due is None or due.value is None or due.value >= context.as_of:
            continue
        days = (context.as_of - due.value).days
        name = f" {action.number}" if action.number else ""
        yield context.finding(
            Text(f"Phiếu{name} hẹn xong “{due.text}”, đã quá {days} ngày mà chưa có kết quả kiểm tra lại.",
                 f"The form{name} was due on “{due.text}”, {days} days ago, and shows no verification."),
            mend=Text("Kiểm tra lại kết quả và đóng phiếu; nếu gia hạn thì ghi thời hạn mới và người phê duyệt.",
                      "Verify and close it; if it needs longer, state the new deadline and who approved it."),
            at=due.at, evidence=due.text,
        )
