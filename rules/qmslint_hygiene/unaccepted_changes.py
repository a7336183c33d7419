"""Văn bản đã ban hành mà tệp còn các sửa đổi đang theo dõi (Track Changes) chưa chấp nhận hay từ chối: người mở tệp
có thể thấy bản cũ, bản mới hoặc cả hai, không ai chắc bản nào có hiệu lực. Sửa: chấp nhận hoặc từ chối hết rồi tắt
theo dõi. Im lặng với văn bản ghi “dự thảo”, vì khi đó đang lấy ý kiến.

An issued document still holds tracked changes that nobody accepted or rejected: who opens it may see the old words,
the new ones or both. Mend: accept or reject all and switch tracking off. Silent on documents marked as drafts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, Text, document_rule


@document_rule(
    "unaccepted-changes",
    title=Text("Còn sửa đổi chưa chấp nhận", "Tracked changes left"),
    clauses=("7.5.2", "7.5.3"),
    level=Level.WARNING,
    since="0.1",
    reads_drafts=False,
)
def unaccepted_changes(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document."""
    if document.tracked_changes:
        number = document.tracked_changes
        yield context.finding(
            Text(
                f"Tệp còn {number} sửa đổi đang theo dõi (Track Changes) chưa được chấp nhận hay từ chối.",
                f"The file holds {number} tracked change(s) that nobody has accepted or rejected.",
            ),
            mend=Text(
                "Chấp nhận hoặc từ chối từng sửa đổi, tắt theo dõi rồi lưu lại; bản dự thảo thì ghi rõ “Dự thảo”.",
                "Accept or reject each change, switch tracking off and save; mark a draft as “Dự thảo”.",
            ),
        )
