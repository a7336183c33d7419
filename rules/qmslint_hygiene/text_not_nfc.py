"""Chữ tiếng Việt trong văn bản ghi bằng dấu rời (chữ cái + dấu thanh tách riêng), không phải ký tự dựng sẵn. In ra
giống hệt nhau nhưng máy coi là chữ khác: tìm không thấy, sắp xếp sai, đối chiếu tên thủ tục với danh mục bị lệch.
Thông tư 07/2002/TT-BKHCN (Điều 4) quy định trao đổi bằng ký tự dựng sẵn. Sửa: chuyển toàn văn bản sang Unicode dựng
sẵn (NFC) bằng bộ gõ hoặc công cụ chuyển mã, một lần là xong. Mỗi văn bản báo một lần, kèm số chữ và chữ đầu tiên.

Letters are written as a letter and a loose mark instead of one precomposed character. They print alike, but searching,
sorting and comparing fail. Circular 07/2002/TT-BKHCN (Article 4) asks for precomposed characters. Mend: convert the
whole text to NFC once. Reported once a document, with the number of words and the first of them; silent on NFC text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Fix, Level, QualityDocument, Text, document_rule


@document_rule(
    "text-not-nfc",
    title=Text("Chữ không theo Unicode dựng sẵn", "Text is not in precomposed Unicode"),
    clauses=("7.5.2",),
    basis=("07/2002/TT-BKHCN Điều 4",),
    level=Level.WARNING,
    since="0.1",
)
def text_not_nfc(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document: how many words, and the first."""
    for defect in document.encoding:
        if defect.defect != "not-nfc":
            continue
        yield context.finding(
            Text(
                f"{defect.total} chữ ghi bằng dấu rời (không phải Unicode dựng sẵn), chữ đầu tiên là “{defect.shown}”; "
                "in ra vẫn đúng nhưng tìm kiếm, sắp xếp và đối chiếu sẽ sai.",
                f"{defect.total} word(s) are written with loose marks (not precomposed Unicode), the first is "
                f"“{defect.shown}”; they print right, but searching, sorting and comparing fail.",
            ),
            mend=Text(
                "Chuyển toàn văn bản sang Unicode dựng sẵn (NFC), không cần gõ lại: trong UniKey, Công cụ "
                "(Ctrl+Shift+F6), nguồn “Unicode tổ hợp”, đích “Unicode”. Khi gõ, chọn bảng mã “Unicode”.",
                "Convert the whole text to precomposed Unicode (NFC), nothing has to be typed again: in UniKey, the "
                "toolkit (Ctrl+Shift+F6), from “Unicode composite” to “Unicode”. To type, choose the table “Unicode”.",
            ),
            at=defect.at,
            evidence=defect.text,
            fix=Fix(defect.text, defect.shown),
        )
