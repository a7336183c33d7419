"""Phát hiện đánh giá thiếu chuẩn mực: điểm không phù hợp hay điểm lưu ý phải nói trái với điều khoản nào (của TCVN ISO
9001, của quy trình hoặc của pháp luật), thuộc loại gì; điểm không phù hợp phải có bằng chứng (khoản 9.2.2). Cách sửa:
ghi điều khoản, loại, bằng chứng. Im lặng với điểm mạnh, khuyến nghị, khi câu văn đã nêu điều khoản; báo cáo tổng hợp
không phải chép lại bằng chứng đã có trong biên bản.

An audit finding without its criterion: a nonconformity or observation must say which clause (of the standard, a
procedure or a law) it departs from and of what type it is; a nonconformity needs evidence (9.2.2). Mend it by adding
them. Silent on strengths and recommendations, and where the sentence itself names the clause; a report
need not repeat the evidence that the minutes hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    AuditFinding,
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Text,
    document_rule,
    fold,
    kinds,
    shorten,
)
from qmslint_iso9001._words import CLAUSE


@document_rule(
    "finding-without-clause",
    title=Text("Phát hiện đánh giá không nêu điều khoản", "Audit finding without a clause"),
    kinds=(kinds.AUDIT_MINUTES, kinds.AUDIT_REPORT),
    clauses=("9.2.2",),
    level=Level.WARNING,
    since="0.1",
)
def finding_without_clause(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding for each audit finding that lacks clause, type or evidence."""
    for found in document.audit.findings if document.audit else ():
        lacking = missing(found, document.kind)
        if not lacking or not found.text.strip():
            continue
        vi, en = ", ".join(item.vi for item in lacking), ", ".join(item.en for item in lacking)
        words = shorten(found.text, 90)
        yield context.finding(
            Text(f"Phát hiện “{words}” chưa ghi: {vi}.", f"The finding “{words}” does not state: {en}."),
            mend=Text("Ghi điều khoản bị trái (ví dụ 7.5.3), loại (không phù hợp hay lưu ý) và bằng chứng đã thấy.",
                      "State the clause (e.g. 7.5.3), the type (nonconformity or observation) and the evidence seen."),
            at=found.at, evidence=found.text,
        )


def missing(found: AuditFinding, kind: str) -> list[Text]:
    """What one audit finding lacks. Evidence stands in the minutes; a report sums them up."""
    if found.type in ("strength", "recommendation"):
        return []
    lacking = []
    if not found.clause.strip() and not CLAUSE.search(fold(f"{found.text} {found.evidence}")):
        lacking.append(Text("điều khoản làm chuẩn mực", "the clause it departs from"))
    if not found.type and lacking:  # alone it is seldom in doubt: the list's heading says it
        lacking.append(Text("loại phát hiện", "its type"))
    # A sentence with a number or a name in it is its own evidence; only bare ones need more.
    bare = not found.evidence.strip() and not any(c.isdigit() for c in found.text)
    if kind == kinds.AUDIT_MINUTES and found.type == "nonconformity" and bare:
        lacking.append(Text("bằng chứng khách quan", "objective evidence"))
    return lacking
