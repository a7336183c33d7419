"""Danh mục tài liệu nội bộ ghi một tài liệu mà trong thư mục không có: danh mục sai, hoặc tài liệu bị thất lạc (khoản
7.5.3). Cách sửa: bổ sung tệp, hoặc bỏ dòng đó. Im lặng với biểu mẫu, với dòng ghi “hết hiệu lực”, khi có tệp mang mã
hiệu hoặc tên đó (kể cả tệp chưa đọc được). Nếu quá nửa danh mục không có tệp thì có lẽ chỉ đang xét một phần thư mục:
chỉ báo là chưa xét được.

The list names a document that is not in the folder: the list is wrong or the document lost (7.5.3). Silent on forms, on
rows marked as withdrawn, and where any file bears that code or title, unreadable ones too. Where more than half of the
rows have no file, only a part of the folder is being checked, and the rule says that it cannot judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qmslint.api import Context, Finding, Level, ListedDocument, NoOptions, Text, Workspace, fold, workspace_rule
from qmslint_hygiene import _titles
from qmslint_hygiene._blocks import plain_code
from qmslint_hygiene._control_words import begins
from qmslint_hygiene._lists import Row, listing, withdrawn, without_list


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
    there = _There(workspace)
    rows = [row for row in listed.rows if _expected(row.entry)]
    absent = [row for row in rows if not there.has(row)]
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
        name = " ".join(filter(None, (row.entry.code, f"“{row.entry.title}”" if row.entry.title else "")))
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


def _expected(entry: ListedDocument) -> bool:
    """Whether a file of its own is expected: no forms, nothing withdrawn, nothing that names no document."""
    if withdrawn(entry) or not (entry.code or entry.title):
        return False
    return not (begins(entry.title, "form-codes") or re.match(r"(?:bm|mẫu|pl)\W*\d", fold(entry.code)))


class _There:
    """What the set holds, by code, by title and by file name."""

    def __init__(self, workspace: Workspace) -> None:
        documents = workspace.documents
        self.codes = {plain_code(d.identity.code) for d in documents if d.identity.code}
        self.codes |= {plain_code(form.code) for d in documents for form in d.forms if form.code}
        self.titles = {_titles.core(d.identity.title) for d in documents if d.identity.title}
        self.names = [plain_code(i.source.path.rsplit("/", 1)[-1]) for i in workspace.inspections]

    def has(self, row: Row) -> bool:
        code, title = plain_code(row.entry.code), _titles.core(row.entry.title)
        if (code and code in self.codes) or (title and title in self.titles):
            return True
        words = ("".join(title) if len(title) > 1 else "", code if len(code) > 3 else "")
        return any(word and word in name for word in words for name in self.names)
