"""Văn bản giao việc cho, hoặc nhắc đến, một cơ quan không còn nữa: UBND cấp huyện (từ 01/07/2025), các bộ đã hợp nhất
(từ 01/03/2025). Người dân và cán bộ sẽ tìm một cơ quan không có. Sửa: dùng tên cơ quan đang nhận nhiệm vụ, theo văn bản
phân định thẩm quyền. Là lỗi khi một bước của quy trình do cơ quan đó thực hiện. Im lặng với tên nằm trong tên văn bản
được viện dẫn, nơi ban hành của văn bản cũ, lời trích trong ngoặc kép, chỗ ghi "(cũ)", "nay là", địa chỉ, biểu mẫu in
kèm, câu nói về chính việc sắp xếp, và văn bản ban hành trước khi cơ quan đó kết thúc.

The document gives work to, or names, a body that no longer exists: districts (since 01/07/2025), merged ministries
(since 01/03/2025). Mend: name the body that has the power now. An error where a step of the process lies in its hands.
Silent on titles and issuers of cited documents, quotations, "(cũ)", addresses, the forms attached, sentences about
the change itself, and documents dated before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Certainty, Context, Finding, Level, QualityDocument, Text, document_rule
from qmslint_currency._terms_found import places, said, sureness, used


@document_rule(
    "abolished-body",
    title=Text("Cơ quan không còn tồn tại", "A body that no longer exists"),
    clauses=("5.3", "7.5.3"),
    basis=("203/2025/QH15", "72/2025/QH15", "176/2025/QH15"),
    level=Level.WARNING,
    since="0.1",
)
def abolished_body(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """Each body that was gone when the document was last revised."""
    for use in used(document, "body", context):
        term, times = use.term, places(use.times)
        role = Text(" giao một bước của quy trình cho", " gives a step of the process to") if use.acts else Text(
            " nhắc đến", " names")
        grave = use.acts and term.certainty is not Certainty.SECONDARY
        yield context.finding(
            Text(
                f"Văn bản{role.vi} “{use.words}”{times.vi}, nhưng từ {said(term.since)} không còn "
                f"{'chính quyền ' if term.name == 'cấp huyện' else ''}{term.name} ({term.source}).",
                f"The document{role.en} “{use.words}”{times.en}, but since {said(term.since)} there is no "
                f"{term.name} any more ({term.source}).",
            ),
            mend=Text(f"Thay bằng {term.instead.vi}.", f"Name {term.instead.en}."),
            at=use.at,
            evidence=use.words,
            level=Level.ERROR if grave else Level.WARNING,
            confidence=sureness(term),
            basis=tuple(part.strip() for part in term.source.split(";")),
        )
