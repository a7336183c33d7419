"""Bảng chữ viết tắt giải thích những chữ mà cả văn bản không dùng lần nào: dấu hiệu bảng được chép nguyên từ quy trình
khác, người đọc phải tra những chữ không liên quan. Sửa: bỏ các chữ này khỏi bảng. Mỗi văn bản báo một lần, gồm tất cả
chữ không dùng. Im lặng khi chữ đó có dùng ở bất cứ đâu, kể cả trong bảng các bước và biểu mẫu in kèm.

The list of abbreviations explains some that the document never uses: a sign that the list was copied from another
procedure. Mend: take them out. One finding a document names them all. Silent where the abbreviation is used anywhere,
in the table of steps and the printed forms too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, Text, document_rule, fold, kinds
from qmslint_hygiene._wording import listed


@document_rule(
    "abbreviation-unused",
    title=Text("Chữ viết tắt không dùng đến", "Abbreviation that is never used"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.2",),
    level=Level.INFO,
    since="0.1",
)
def abbreviation_unused(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document."""
    used = {fold(use.short).replace(" ", "") for use in document.abbreviation_uses}
    unused = {
        entry.short: entry for entry in document.abbreviations if fold(entry.short).replace(" ", "") not in used
    }
    if not unused or not document.words:  # facts of a record without its text say nothing of what is used
        return
    names = listed(list(unused), 20)
    yield context.finding(
        Text(
            f"{len(unused)} chữ viết tắt được giải thích nhưng không dùng lần nào: {names.vi}.",
            f"{len(unused)} abbreviation(s) are explained and never used: {names.en}.",
        ),
        mend=Text(
            "Bỏ các chữ này khỏi bảng; bảng chỉ cần những chữ mà quy trình này dùng.",
            "Take them out; the list needs only what this document uses.",
        ),
        at=next(iter(unused.values())).at,
        evidence=", ".join(unused),
    )
