"""Văn bản đã ban hành mà tệp còn ghi chú (Comment) ở lề: lời trao đổi khi soạn thảo không phải là nội dung đã được
phê duyệt, và có thể lộ ra ngoài khi đăng tải. Sửa: xử lý rồi xóa hết ghi chú. Im lặng với văn bản ghi “dự thảo”.

An issued document still holds Word comments: talk of the drafting that nobody approved and that goes out with the
file. Mend: settle and delete them. Silent on documents marked as drafts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, Text, document_rule


@document_rule(
    "comment-left",
    title=Text("Còn ghi chú của Word", "Word comments left"),
    clauses=("7.5.2", "7.5.3"),
    level=Level.WARNING,
    since="0.1",
    reads_drafts=False,
)
def comment_left(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document."""
    if document.comments:
        number = document.comments
        yield context.finding(
            Text(
                f"Tệp còn {number} ghi chú (Comment) của người soạn thảo hoặc góp ý.",
                f"The file still holds {number} comment(s) of those who drafted or reviewed it.",
            ),
            mend=Text(
                "Xử lý nội dung góp ý rồi xóa hết ghi chú trước khi ban hành.",
                "Settle the remarks and delete all comments before the document is issued.",
            ),
        )
