"""Chưa nhận ra tệp thuộc loại tài liệu nào (quy trình, mục tiêu, biên bản đánh giá …): các quy tắc theo loại không xét
tệp này, nên không thể coi là đạt (khoản 7.5.2: nhận biết). Cách sửa: khai loại ở mục “kinds” của qmslint.yaml, ghi rõ
tên loại ở tiêu đề, hoặc loại trừ tệp nếu không thuộc hệ thống.

The kind of the document (procedure, objectives, audit minutes …) was not recognised, so the rules of its kind did not
judge it and it must not look clean (7.5.2: identification). Name its kind under "kinds" in qmslint.yaml or in its
title, or exclude the file if it does not belong to the system.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Context, Finding, Level, NoOptions, Text, Workspace, kinds, workspace_rule


@workspace_rule(
    "document-unclassified",
    title=Text("Chưa nhận ra loại tài liệu", "The kind of a document is not recognised"),
    clauses=("7.5.2",),
    level=Level.INFO,
    since="0.1",
)
def document_unclassified(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """Every document that was read and is of no known kind."""
    for document in workspace.of_kind(kinds.UNCLASSIFIED):
        title = document.identity.title
        yield context.finding(
            Text(
                "Chưa nhận ra loại của tài liệu này" + (f" (“{title}”)" if title else "")
                + "; chỉ các quy tắc chung đã xét nó.",
                "The kind of this document is not recognised" + (f" (“{title}”)" if title else "")
                + "; only the general rules judged it.",
            ),
            mend=Text(
                "Khai loại ở mục “kinds” của qmslint.yaml, hoặc thêm vào “exclude” nếu tệp không thuộc hệ thống.",
                "Name its kind under “kinds” in qmslint.yaml, or add it to “exclude” if it is no part of the system.",
            ),
            at=document.identity.at,
            evidence=title,
            document=document,
        )
