"""Văn bản yêu cầu hoặc nhắc đến giấy tờ không còn giá trị: sổ hộ khẩu, sổ tạm trú (từ 01/01/2023), chứng minh nhân dân
(từ 01/01/2025). Đòi giấy tờ đã bỏ là làm phiền người dân và trái Nghị định 104/2022/NĐ-CP. Sửa: dùng thông tin cư trú
từ cơ sở dữ liệu, thẻ căn cước. Im lặng với tên văn bản được viện dẫn (tên Nghị định 104/2022/NĐ-CP có "sổ hộ khẩu"),
lời trích, biểu mẫu in kèm, câu nói rằng không yêu cầu giấy tờ đó, và văn bản ban hành trước ngày giấy tờ hết giá trị.

The document asks for or names a paper that is valid no more: the household book (since 01/01/2023), the old identity
card (since 01/01/2025). Mend: use residence data of the database, the identity card. Silent on titles of cited
documents, quotations, attached forms, sentences saying that the paper is not asked for, and documents dated before.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, Text, document_rule
from qmslint_currency._terms_found import places, said, sureness, used


@document_rule(
    "abolished-paper",
    title=Text("Giấy tờ không còn giá trị", "A paper that is valid no more"),
    clauses=("8.2.2", "7.5.3"),
    basis=("104/2022/NĐ-CP", "26/2023/QH15"),
    level=Level.WARNING,
    since="0.1",
)
def abolished_paper(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """Each paper that was gone when the document was last revised."""
    for use in used(document, "paper", context):
        term, times = use.term, places(use.times)
        yield context.finding(
            Text(
                f"Văn bản nhắc đến “{use.words}”{times.vi}, giấy tờ không còn giá trị từ {said(term.since)} "
                f"({term.source}).",
                f"The document names “{use.words}”{times.en}, a paper not valid since {said(term.since)} "
                f"({term.basis}).",
            ),
            mend=Text(f"Thay bằng {term.instead.vi}.", f"Ask for {term.instead.en} instead."),
            at=use.at,
            evidence=use.words,
            confidence=sureness(term),
            basis=(term.basis,),
        )
