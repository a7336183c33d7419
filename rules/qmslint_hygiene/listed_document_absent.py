"""Danh mục tài liệu nội bộ ghi một tài liệu mà trong thư mục không có: danh mục sai, hoặc tài liệu bị thất lạc (khoản
7.5.3). Cách sửa: bổ sung tệp, hoặc bỏ dòng đó. Im lặng với biểu mẫu, với dòng ghi “hết hiệu lực”, khi có tệp mang mã
hiệu hoặc tên đó (kể cả tệp chưa đọc được). Nếu quá nửa danh mục không có tệp thì có lẽ chỉ đang xét một phần thư mục:
chỉ báo là chưa xét được.

The list names a document that is not in the folder: the list is wrong or the document lost (7.5.3). Silent on forms, on
rows marked as withdrawn, and where any file bears that code or title, unreadable ones too. Where more than half of the
rows have no file, only a part of the folder is being checked, and the rule says that it cannot judge.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Context, Finding, Level, NoOptions, Text, Workspace, workspace_rule
from qmslint_hygiene._lists import listing, without_list
from qmslint_hygiene._rows import entry_name, expected, present


@workspace_rule(
    "listed-document-absent",
    title=Text("Tài liệu trong danh mục không có trong thư mục", "A listed document is not there"),
    clauses=("7.5.3",),
    level=Level.ERROR,
    since="0.1",
)
def listed_document_absent(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """Each row that no file answers to."""
    listed = listing(workspace, context.settings)
    if listed is None:
        without_list(workspace, context)
        return
    there = present(workspace)
    rows = [row for row in listed.rows if expected(row.entry)]
    absent = [row for row in rows if not there.has(row.entry)]
    if absent and 2 * len(absent) > len(rows):
        context.cannot_judge(
            Text(
                f"{len(absent)}/{len(rows)} tài liệu của danh mục không có trong phần thư mục được xét, nên chưa xét "
                "tài liệu nào bị thiếu.",
                f"{len(absent)} of {len(rows)} listed documents are not in what was checked, so absence is not judged.",
            )
        )
        return
    for row in absent:
        name = entry_name(row.entry)
        yield context.finding(
            Text(
                f"Danh mục ghi {name} nhưng trong thư mục không có tài liệu này.",
                f"The list names {name}, but there is no such document in the folder.",
            ),
            mend=Text(
                "Đưa tài liệu vào thư mục, hoặc bỏ dòng này (ghi “hết hiệu lực” nếu đã thu hồi).",
                "Put the document into the folder, or delete the row (mark it if the document was withdrawn).",
            ),
            at=row.entry.at,
            evidence=row.entry.code or row.entry.title,
            document=row.source,
        )
