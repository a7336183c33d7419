"""Mục phí, lệ phí ghi số tiền mà không nêu văn bản quy định mức thu. Thu tiền của dân phải có căn cứ. Sửa: ghi số,
ngày và tên văn bản (thông tư, nghị quyết của HĐND) ngay sau mức thu. Im lặng khi mục ghi "Không", khi chính mục ấy
nêu văn bản, hoặc phần căn cứ pháp lý có văn bản về phí, lệ phí, có thông tư của Bộ Tài chính hay nghị quyết của HĐND
ghi không kèm tên (có thể chính là căn cứ). Các mức khác nhau theo địa bàn là bình thường.

The item on fees gives an amount and names no document that sets it. Mend: name the circular or resolution beside the
amount. Silent where there is no fee, where the item names a document, where the legal basis holds one about fees, or
a circular of the Ministry of Finance or a resolution of a People's Council without its title, which may be the one.
Different amounts for different territories are normal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from qmslint.api import Citation, Context, Finding, Level, QualityDocument, Text, document_rule, fold, kinds

_AMOUNT = re.compile(r"\b\d[\d.,]*\s*(?:đồng|đ|vnđ|vnd|ngàn|nghìn|triệu)\b")
_DOCUMENT = re.compile(r"\d+/[\w/]*[a-zđ]{1,6}-?[a-zđ]*|theo quy định (?:tại|của) (?:luật|nghị|thông|quyết)")
_FEE = re.compile(r"(?:phí(?<!\wphí)|mức thu(?<!\wmức thu))\b")  # "lệ phí" and "mức phí" too
_SETS_FEES = re.compile(r"(?:tt|ttlt)-btc(?:-|$)|nq-hđnd|-btc$")


@document_rule(
    "fee-without-basis",
    title=Text("Mức thu không có căn cứ", "A fee without legal basis"),
    kinds=(kinds.TTHC_PROCEDURE,),
    clauses=("8.2.2",),
    basis=("63/2010/NĐ-CP Điều 8",),
    level=Level.WARNING,
    since="0.1",
)
def fee_without_basis(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """Every item on fees that names an amount."""
    if document.procedure is None:
        return
    for item in document.procedure.items:
        if item.key != "fee":
            continue
        text = fold(item.text)
        amount = _AMOUNT.search(text)
        if amount is None or _DOCUMENT.search(text):
            continue
        if any(_may_set_it(citation) for citation in document.citations):
            continue
        yield context.finding(
            Text(
                f"Mục “{item.title}” ghi mức thu ({amount[0]}) nhưng quy trình không nêu văn bản quy định mức này.",
                f"The item “{item.title}” gives a fee ({amount[0]}); no document that sets it is named.",
            ),
            mend=Text(
                "Ghi số, ngày, tên văn bản quy định mức thu (thông tư của Bộ Tài chính, nghị quyết của HĐND).",
                "Name the document that sets the fee: number, date, title.",
            ),
            at=item.at,
            evidence=item.text,
        )


def _may_set_it(citation: Citation) -> bool:
    """Whether the document cited speaks of fees, or hides its title and comes from those who set them."""
    if _FEE.search(fold(f"{citation.title} {citation.name} {citation.text}")):
        return True
    return not citation.title and _SETS_FEES.search(fold(citation.number)) is not None
