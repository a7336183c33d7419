"""Biên bản, báo cáo đánh giá nội bộ thiếu nội dung: phải thấy đánh giá ngày nào, ở đâu, đoàn gồm ai, đơn vị nào được
đánh giá, phát hiện gì, kết luận ra sao và ai ký (bằng chứng theo điểm f khoản 9.2.2). Cách sửa: bổ sung mục còn
thiếu; không có điểm không phù hợp thì ghi rõ câu đó. Im lặng về chữ ký khi là bản dự thảo; với báo cáo tổng hợp thì về
địa điểm, và về đoàn khi trưởng đoàn ký. Không kết luận khi bố cục lạ, ít mục nhận ra được.

Minutes or report of an internal audit lack something: when, where, who audited, which units, what was found, what is
concluded, who signed (evidence under 9.2.2f). Mend it by adding what is missing; where nothing was found, say so in
words. Silent on signatures of drafts, in a report on the place, and on the team where its leader signs.
No verdict on an unknown layout of which too few parts were recognised.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Audit,
    Confidence,
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Text,
    document_rule,
    fold,
    kinds,
)
from qmslint_iso9001._reading import audit_understood, is_read


@document_rule(
    "audit-minutes-incomplete",
    title=Text("Biên bản đánh giá nội bộ thiếu nội dung", "Internal audit minutes are incomplete"),
    kinds=(kinds.AUDIT_MINUTES, kinds.AUDIT_REPORT),
    clauses=("9.2.2f",),
    level=Level.WARNING,
    since="0.1",
)
def audit_minutes_incomplete(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding that names all that is missing."""
    if document.audit is None:
        context.cannot_judge(Text("không đọc được nội dung đánh giá", "the audit could not be read"))
        return
    if is_read(document) and not audit_understood(document.audit):
        context.cannot_judge(
            Text("bố cục lạ, chỉ nhận ra được ít mục nên không kết luận là thiếu",
                 "an unknown layout: too few parts were recognised to say what is missing")
        )
        return
    lacking = missing(document, document.audit)
    if not lacking:
        return
    vi, en = "; ".join(item.vi for item in lacking), "; ".join(item.en for item in lacking)
    report = document.kind == kinds.AUDIT_REPORT
    yield context.finding(
        Text(f"{'Báo cáo' if report else 'Biên bản'} đánh giá nội bộ không thấy: {vi}.",
             f"The {'report' if report else 'minutes'} of the internal audit do not state: {en}."),
        mend=Text("Bổ sung các mục còn thiếu; nếu không có điểm không phù hợp thì ghi rõ “không có điểm không phù "
                  "hợp”.",
                  "Add what is missing; where nothing was found, write “no nonconformity found”."),
        evidence=vi,
        # Where half of it was not recognised, the rest may only be told in other words.
        confidence=Confidence.MEDIUM if is_read(document) and not audit_understood(document.audit, 3) else None,
    )


def missing(document: QualityDocument, audit: Audit) -> list[Text]:
    """What the minutes do not say, in the order of a form."""
    report = document.kind == kinds.AUDIT_REPORT
    signed_by_team = any("đoàn" in fold(place.position) for place in audit.signatures)
    checks = (
        (audit.date, Text("ngày đánh giá", "the date")),
        (audit.place or report, Text("địa điểm", "the place")),
        (audit.team or (report and signed_by_team), Text("đoàn đánh giá", "the audit team")),
        (audit.units or audit.scope, Text("đơn vị hoặc phạm vi được đánh giá", "the units or scope audited")),
        (audit.findings or audit.no_findings_stated, Text("phát hiện đánh giá", "the findings")),
        (audit.conclusion, Text("kết luận", "the conclusion")),
        (audit.signatures or document.approvals or document.draft, Text("chữ ký", "signatures")),
    )
    return [name for present, name in checks if not present]
