"""Ngày không có thật (“31/02/2025”, “01.01.20218”) ở trang bìa, đầu trang, chân trang, bảng sửa đổi, bảng phê duyệt
hoặc danh mục (khoản 7.5.2). Cách sửa: ghi lại ngày đúng. Im lặng với ngày để trống hoặc ghi dở dang, với ngày của văn
bản được viện dẫn trong nội dung.

A date that does not exist ("31/02/2025", "01.01.20218") in a control block, the revision or approval table or a list
(7.5.2). Write the right one. Silent on blank or half dates, and on the dates of documents cited in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Related,
    Text,
    WrittenDate,
    document_rule,
    same,
)
from qmslint_hygiene._blocks import own_blocks


@document_rule(
    "impossible-date",
    title=Text("Ngày không có thật", "A date that does not exist"),
    clauses=("7.5.2",),
    level=Level.ERROR,
    since="0.1",
)
def impossible_date(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """Each impossible date once, whatever its places."""
    found = [date for date in _dates(document, context) if date is not None and date.problem == "impossible"]
    done: list[str] = []
    for date in found:
        if any(same(date.text, text) for text in done):
            continue
        done.append(date.text)
        yield context.finding(
            Text(f"Ngày “{date.text}” không có trong lịch.", f"There is no such day as “{date.text}”."),
            mend=Text("Kiểm tra và ghi lại ngày đúng.", "Check, and write the right date."),
            at=date.at,
            evidence=date.text,
            related=[Related(document.path, d.at) for d in found if d is not date and same(d.text, date.text)],
        )


def _dates(document: QualityDocument, context: Context[NoOptions]) -> Iterator[WrittenDate | None]:
    for block in own_blocks(document, context.settings):
        yield block.issued
        yield block.effective
    for row in document.revisions:
        yield row.date
    for approval in document.approvals:
        yield approval.signed_on
    for listed in document.listed_documents:
        yield listed.issued
        yield listed.effective
