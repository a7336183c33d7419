"""Biên bản xem xét của lãnh đạo chưa có chữ ký: biên bản kết thúc bằng chữ ký của thư ký và chủ tọa, kèm thành phần
dự họp (Mẫu 1.9 Nghị định 30/2020/NĐ-CP; khoản 9.3.3). Cách sửa: ký và lưu bản đã ký, hoặc ghi "(đã ký)" trên bản điện
tử. Im lặng với bản dự thảo và khi ô ký có hình, chữ "đã ký" hay chữ ký số.

The minutes of a management review are not signed: they end with the signatures of secretary and chair and name who
attended (form 1.9 of Decree 30/2020; 9.3.3). Mend it by signing and keeping the signed copy, or by writing
"(signed)". Silent on drafts and where the place holds a picture, the word or a digital signature.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    WHOLE,
    Confidence,
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Signature,
    Text,
    document_rule,
    kinds,
)
from qmslint_iso9001._reading import is_read, review_understood
from qmslint_iso9001._reviews import named


@document_rule(
    "review-unsigned",
    title=Text("Biên bản xem xét chưa ký", "Review minutes are not signed"),
    kinds=(kinds.MANAGEMENT_REVIEW,),
    clauses=("9.3.3",),
    basis=("30/2020/NĐ-CP Phụ lục III Mẫu 1.9",),
    level=Level.WARNING,
    reads_drafts=False,
    since="0.1",
)
def review_unsigned(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """What is missing at the end of the minutes: places to sign, signatures, who attended."""
    review = document.review
    if review is None:
        return
    if is_read(document) and not review_understood(review):
        context.cannot_judge(Text("bố cục lạ, chỉ nhận ra được ít mục của biên bản",
                                  "an unknown layout: too few parts of the minutes were recognised"))
        return
    places = review.signatures or document.approvals
    if not places:
        lacking = [Text("phần ký của thư ký và chủ tọa", "the signatures of secretary and chair")]
    else:
        lacking = [
            Text(f"chữ ký của {place.name or place.position or 'người ký'}",
                 f"the signature of {place.name or place.position or 'the signatory'}")
            for place in places if place.signature is Signature.NONE
        ]
    if not review.attendees:
        lacking.append(Text("thành phần dự họp", "who attended"))
    if not lacking:
        return
    names = named(lacking)
    yield context.finding(
        Text(f"Biên bản xem xét của lãnh đạo không thấy: {names.vi}.", f"The minutes do not show: {names.en}."),
        mend=Text("Ký và lưu bản đã ký; trên bản điện tử ghi “(đã ký)” hoặc dùng chữ ký số; nêu người dự họp.",
                  "Sign and keep the signed copy, or write “(signed)”; name who attended."),
        at=places[0].at if places else WHOLE,
        evidence=names.vi,
        confidence=Confidence.MEDIUM,
    )
