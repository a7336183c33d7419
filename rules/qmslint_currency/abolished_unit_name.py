"""Văn bản dùng tên đơn vị hành chính không còn từ 01/07/2025: thị trấn, tỉnh đã hợp nhất vào tỉnh khác. Sửa: dùng tên
mới, hoặc ghi rõ "(cũ)" khi nói về địa bàn trước đây. Im lặng với tên văn bản được viện dẫn (nghị quyết của tỉnh cũ còn
áp dụng trên địa bàn cũ), địa chỉ, lời trích, biểu mẫu in kèm, câu nói về chính việc sắp xếp, văn bản ban hành trước đó.

The document uses the name of an administrative unit that is gone since 01/07/2025: a township, a province merged into
another. Mend: use the new name, or write "(cũ)" where the former territory is meant. Silent on titles of cited
documents (resolutions of former provinces live on), addresses, quotations, attached forms, and documents dated before.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, Text, document_rule
from qmslint_currency._terms_found import places, said, sureness, used


@document_rule(
    "abolished-unit-name",
    title=Text("Tên đơn vị hành chính không còn", "The name of a unit that no longer exists"),
    clauses=("7.5.3",),
    basis=("202/2025/QH15", "72/2025/QH15"),
    level=Level.WARNING,
    since="0.1",
)
def abolished_unit_name(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """Each name that was gone when the document was last revised."""
    for use in used(document, "unit", context):
        term, times = use.term, places(use.times)
        yield context.finding(
            Text(
                f"Văn bản dùng tên “{use.words}”{times.vi}; từ {said(term.since)} không còn tên này ({term.source}).",
                f"The document says “{use.words}”{times.en}; since {said(term.since)} this name is gone "
                f"({term.source}).",
            ),
            mend=Text(
                f"Dùng tên hiện nay: {term.instead.vi}; nếu nói về địa bàn trước đây thì ghi thêm “(cũ)”.",
                f"Use the present name: {term.instead.en}; where the former territory is meant, add “(cũ)”.",
            ),
            at=use.at,
            evidence=use.words,
            confidence=sureness(term),
        )
