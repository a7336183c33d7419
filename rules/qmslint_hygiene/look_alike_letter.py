"""Chữ trong văn bản dùng nhầm ký tự trông giống: “Ð” (chữ eth, U+00D0) thay cho “Đ”, “Ƣ” thay cho “Ư”, hoặc chữ cái
Kirin, Hy Lạp lẫn trong từ tiếng Việt. Thường do chuyển mã hoặc chép từ PDF. Số hiệu “QÐ-TTg” ghi như vậy thì tra không
ra văn bản. Sửa: thay bằng đúng chữ tiếng Việt. Im lặng với chữ Hy Lạp đứng một mình (α, β, Δ trong công thức).

A word holds a letter that only looks right: “Ð” (eth) for “Đ”, “Ƣ” for “Ư”, a Cyrillic or Greek letter inside a
Vietnamese word; mostly from converters and PDF files. Searching such a number finds nothing. Mend: put the right
letter. Silent on Greek letters that stand alone. Reported once a document, with the number and the first word.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Fix, Level, QualityDocument, Text, document_rule
from qmslint_hygiene._wording import code_points


@document_rule(
    "look-alike-letter",
    title=Text("Dùng nhầm chữ trông giống nhau", "Letters that only look right"),
    clauses=("7.5.2",),
    basis=("72/2002/QĐ-TTg",),
    level=Level.WARNING,
    since="0.1",
)
def look_alike_letter(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document: how many words, and the first."""
    for defect in document.encoding:
        if defect.defect != "look-alike":
            continue
        wrong = "".join(c for c in defect.text if c not in defect.shown)
        signs = code_points(wrong)
        yield context.finding(
            Text(
                f"{defect.total} chữ dùng nhầm ký tự trông giống chữ tiếng Việt, chữ đầu tiên là “{defect.text}” "
                f"({signs}); đúng là “{defect.shown}”.",
                f"{defect.total} word(s) hold letters that only look Vietnamese, the first is “{defect.text}” "
                f"({signs}); it should be “{defect.shown}”.",
            ),
            mend=Text(
                f"Thay “{''.join(dict.fromkeys(wrong))}” bằng đúng chữ tiếng Việt trong toàn văn bản.",
                f"Replace “{''.join(dict.fromkeys(wrong))}” by the right letter in the whole text.",
            ),
            at=defect.at,
            evidence=defect.text,
            fix=Fix(defect.text, defect.shown),
        )
