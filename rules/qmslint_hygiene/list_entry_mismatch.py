"""Dòng của danh mục tài liệu nội bộ khác với tài liệu: tên, mã hiệu, lần ban hành hoặc ngày (khoản 7.5.3). Cách sửa:
cập nhật danh mục hoặc tài liệu. Im lặng khi chỉ khác cách viết (“01” và “1”, “Quy trình” trước tên, tên rút gọn), khi ô
của danh mục trống, khi một bản khác của cùng mã hiệu khớp với danh mục.

A row of the list of internal documents differs from the document in title, code, edition or date (7.5.3). Silent on
spelling, on empty cells of the list, on shortened titles, and where another copy of the same code fits the row. One
finding a row names all differences.
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
    Workspace,
    workspace_rule,
)
from qmslint_hygiene._lists import Row, current, listing, named, withdrawn, without_list
from qmslint_hygiene._rows import Difference, differences_of, present, told


@workspace_rule(
    "list-entry-mismatch",
    title=Text("Danh mục khác với tài liệu", "The list differs from the document"),
    clauses=("7.5.3",),
    level=Level.ERROR,
    since="0.1",
)
def list_entry_mismatch(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """Each row against the document it speaks of."""
    listed = listing(workspace, context.settings)
    if listed is None:
        without_list(workspace, context)
        return
    there = present(workspace)
    answers: dict[tuple[str, tuple[object, ...]], tuple[Row, list[QualityDocument]]] = {}
    for document in current(workspace):
        for row in listed.of(document):
            answers.setdefault((row.source.path, tuple(row.entry.at)), (row, []))[1].append(document)
    for row, documents in answers.values():
        if withdrawn(row.entry):
            continue
        compared = [(differences_of(row.entry, document, listed, there), document) for document in documents]
        if any(not differences for differences, _ in compared):
            continue
        differences, document = min(compared, key=lambda item: len(item[0]))
        yield _finding(row, document, differences, context)


def _finding(
    row: Row, document: QualityDocument, differences: list[Difference], context: Context[NoOptions]
) -> Finding:
    what = told(differences, Text("danh mục", "the list"))
    return context.finding(
        Text(
            f"Danh mục và tài liệu {named(document)} ghi khác nhau: {what.vi}.",
            f"The list and {named(document)} differ: {what.en}.",
        ),
        mend=Text(
            "Cập nhật danh mục theo tài liệu đang có hiệu lực, hoặc sửa tài liệu nếu danh mục đúng.",
            "Bring the list up to the document in force, or mend the document if the list is right.",
        ),
        at=row.entry.at,
        evidence="; ".join(mine for _, mine, _ in differences),
        document=row.source,
        related=[Related(document.path, document.identity.at)],
    )
