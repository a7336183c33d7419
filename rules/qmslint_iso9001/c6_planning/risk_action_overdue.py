"""Biện pháp xử lý rủi ro đã quá thời hạn mà chưa đánh giá hiệu lực (điểm b khoản 6.1.2). Cách sửa: ghi kết quả, hiệu
lực của biện pháp, hoặc thời hạn mới kèm lý do. Im lặng khi thời hạn không phải một ngày đầy đủ ("thường xuyên", "quý
IV", "12/2026"), khi ghi một khoảng ngày mà ngày cuối chưa qua, và khi đã ghi hiệu lực.

The deadline of an action on a risk is past and its effectiveness is not evaluated (6.1.2b). Mend it by stating the
result, or a new deadline and why. Silent where the deadline is no full date ("always", "4th quarter"), where the last
day of a span is yet to come, and where the effectiveness is stated.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Text,
    document_rule,
    find_dates,
    shorten,
)


@document_rule(
    "risk-action-overdue",
    title=Text("Biện pháp xử lý rủi ro quá hạn", "Action on a risk is overdue"),
    clauses=("6.1.2b",),
    level=Level.WARNING,
    reads_drafts=False,
    since="0.1",
)
def risk_action_overdue(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding for each row whose last date is past and whose effectiveness is empty."""
    for risk in document.risks:
        dates = [written.value for _, _, written in find_dates(risk.due)] if risk.due.strip() else []
        known = [day for day in dates if day is not None]
        if risk.effectiveness.strip() or not known or len(known) < len(dates) or max(known) >= context.as_of:
            continue
        words = shorten(risk.text, 80)
        yield context.finding(
            Text(f"Biện pháp cho “{words}” có thời hạn “{risk.due}” đã qua mà chưa đánh giá hiệu lực.",
                 f"The action on “{words}” was due “{risk.due}”; its effectiveness is not evaluated."),
            mend=Text("Ghi kết quả và hiệu lực của biện pháp, hoặc thời hạn mới kèm lý do.",
                      "State the result and effectiveness, or a new deadline and why."),
            at=risk.at, evidence=risk.due,
        )
