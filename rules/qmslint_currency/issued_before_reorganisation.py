"""Quy trình ban hành trước ngày 01/07/2025 và chưa sửa lại lần nào từ khi bỏ cấp huyện, sắp xếp tỉnh và xã. Thẩm quyền,
nơi nộp, tên cơ quan hầu như chắc chắn đã đổi; thời hạn cập nhật ba tháng hết ngày 01/10/2025 (Quyết định 19/2014/QĐ-TTg
Điều 4). Sửa: rà soát thẩm quyền từng bước và ban hành lại, kể cả khi không phải đổi gì thì ghi lần rà soát. Im lặng
trước 02/10/2025, với bản dự thảo, và khi bảng sửa đổi có dòng ghi ngày từ 01/07/2025.

The document was issued before 01/07/2025 and not revised since districts ended and provinces and communes were merged.
Powers, places and names have almost certainly changed; the three months ended on 01/10/2025. Mend: review who does each
step and issue it again. Silent before 02/10/2025, on drafts, and where the revision table has a row dated since.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, Text, document_rule, kinds, update_deadline
from qmslint_currency._dated import last_revised
from qmslint_currency._say import said

_DAY = date(2025, 7, 1)


@document_rule(
    "issued-before-reorganisation",
    title=Text("Ban hành trước khi sắp xếp, chưa sửa lại", "Issued before the reorganisation, not revised since"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.2", "8.2.4"),
    basis=("202/2025/QH15", "203/2025/QH15", "19/2014/QĐ-TTg Điều 4 khoản 4 điểm a"),
    level=Level.WARNING,
    since="0.1",
    reads_drafts=False,
)
def issued_before_reorganisation(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """A controlled document whose latest date lies before the reorganisation."""
    revised = last_revised(document)
    end = update_deadline(_DAY, context.calendar).rolled
    if revised is None or revised >= _DAY or context.as_of <= end:
        return
    yield context.finding(
        Text(
            f"Tài liệu ghi ngày {said(revised)}, chưa sửa lại từ khi bỏ cấp huyện và sắp xếp tỉnh, xã ({said(_DAY)}); "
            f"hạn cập nhật là {said(end)}.",
            f"The document is dated {said(revised)} and was not revised since districts ended and units were merged "
            f"({said(_DAY)}); it was due by {said(end)}.",
        ),
        mend=Text(
            "Rà soát thẩm quyền, nơi nộp, tên cơ quan ở từng bước và ban hành lại.",
            "Review powers, places and names at each step and issue it again.",
        ),
        at=document.identity.at,
        evidence=said(revised),
    )
