"""Trong chữ có ký tự vô hình (dấu hướng chữ U+200E, khoảng trắng rỗng U+200B, gạch nối mềm U+00AD …), thường do chép
từ trang web hoặc tệp PDF. Người đọc không thấy, nhưng tìm “quản lý” không ra, đối chiếu với danh mục bị lệch. Sửa:
xóa các ký tự này (tìm và thay bằng rỗng). Mỗi văn bản báo một lần, kèm số chỗ và chữ đầu tiên. Im lặng với khoảng
trắng không ngắt dòng, vốn dùng đúng chỗ.

Words hold characters that nobody sees (U+200E, U+200B, U+00AD …), mostly copied from web pages or PDF files. Searching
and comparing fail on them. Mend: replace them by nothing. Reported once a document with their number and the first
word. Silent on no-break spaces, which have their use.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import INVISIBLE, Context, Finding, Fix, Level, QualityDocument, Text, document_rule
from qmslint_hygiene._wording import code_points


@document_rule(
    "invisible-character",
    title=Text("Ký tự vô hình trong chữ", "Invisible characters in the text"),
    clauses=("7.5.2",),
    level=Level.WARNING,
    since="0.1",
)
def invisible_character(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document: how many words, and the first."""
    for defect in document.encoding:
        if defect.defect != "invisible":
            continue
        signs = code_points("".join(character for character in defect.text if character in INVISIBLE))
        yield context.finding(
            Text(
                f"{defect.total} chữ có ký tự vô hình, chữ đầu tiên là “{defect.shown}” (chứa {signs}); người đọc "
                "không thấy nhưng tìm kiếm và đối chiếu chữ này sẽ không ra.",
                f"{defect.total} word(s) hold invisible characters, the first is “{defect.shown}” (with {signs}); "
                "nobody sees them, but searching and comparing these words fail.",
            ),
            mend=Text(
                "Xóa các ký tự vô hình (trong Word: Tìm và thay thế, thay bằng rỗng).",
                "Delete the invisible characters (in Word: find and replace by nothing).",
            ),
            at=defect.at,
            evidence=defect.text,
            fix=Fix(defect.text, defect.shown),
        )
