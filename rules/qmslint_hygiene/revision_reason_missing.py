"""Dòng của bảng theo dõi sửa đổi có nội dung nhưng không ghi căn cứ pháp lý hoặc lý do: không biết vì sao sửa, và
không chứng minh được đã cập nhật theo văn bản nào (khoản 8.5.6). Cách sửa: ghi số, ngày của văn bản hoặc lý do. Im
lặng với dòng “ban hành lần đầu”, dòng trống, dòng đã nêu văn bản hay lý do ngay trong nội dung (“theo Nghị định …”).

A filled row of the revision table gives neither legal basis nor reason, so nobody knows why it was changed (8.5.6).
Enter the document or the reason. Silent on "first issue", on empty rows and where the content itself gives the reason.
Where no row gives one, a single finding speaks for the whole table.
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
    Revision,
    Text,
    document_rule,
    kinds,
    parse_citations,
    shorten,
)
from qmslint_hygiene._control_words import has

MEND = Text(
    "Ghi căn cứ (số, ngày của văn bản) hoặc lý do của lần sửa đổi.", "Enter the legal basis (number, date) or reason."
)


@document_rule(
    "revision-reason-missing",
    title=Text("Lần sửa đổi không ghi căn cứ", "A change without its reason"),
    kinds=kinds.CONTROLLED,
    clauses=("8.5.6",),
    level=Level.WARNING,
    since="0.1",
)
def revision_reason_missing(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """Each row without a reason; all of them together when no row has one."""
    rows = [row for row in document.revisions if row.content.strip() and not has(row.content, "first-issue")]
    lacking = [row for row in rows if not _reasoned(row)]
    if not lacking:
        return
    if len(lacking) == len(rows) and len(rows) > 1:
        yield context.finding(
            Text(
                f"Bảng theo dõi sửa đổi không ghi căn cứ hoặc lý do của lần sửa đổi nào ({len(rows)} dòng).",
                f"The revision table gives no reason for any of its {len(rows)} changes.",
            ),
            mend=Text(
                "Thêm cột căn cứ và ghi văn bản hoặc lý do của từng lần sửa đổi.",
                "Add a column and give the legal basis or reason of every change.",
            ),
            at=lacking[0].at,
            evidence=rows[0].content,
            confidence=Confidence.MEDIUM,
        )
        return
    for row in lacking:
        yield context.finding(
            Text(
                f"Lần sửa đổi “{shorten(row.content, 80)}” không ghi căn cứ hoặc lý do.",
                f"The change “{shorten(row.content, 80)}” gives neither legal basis nor reason.",
            ),
            mend=MEND, at=row.at, evidence=row.content,
        )


def _reasoned(row: Revision) -> bool:
    if any(character.isalnum() for character in row.reason):
        return True
    return has(row.content, "reason-words") or bool(parse_citations(row.content))
