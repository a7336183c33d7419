"""Tài liệu đã ban hành nhưng ô chữ ký trong bảng phê duyệt trống: không có chữ, ảnh chữ ký hay chữ ký số (khoản
7.5.2 c). Cách sửa: ký, hoặc thay bằng bản đã ký. Im lặng với ảnh chữ ký trong ô (trong Word là ảnh, ô không có chữ),
“(đã ký)”, bản dự thảo, tài liệu chưa ghi ngày ban hành. Nếu không ai ký (bản ký có thể lưu riêng) thì độ tin cậy vừa;
tệp Markdown không mang được ảnh chữ ký nên chỉ báo là chưa xét được.

An issued document whose signature cells hold neither words nor a picture nor a digital signature (7.5.2 c). Silent on
pictures, on "(đã ký)", on drafts and on documents without an issue date. Where nobody signed, the signed copy may be
kept elsewhere: medium confidence. Markdown cannot hold a signature, so the rule says that it cannot judge.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Related,
    Signature,
    Text,
    document_rule,
    kinds,
)
from qmslint_hygiene._roles import NAMES


@document_rule(
    "signature-missing",
    title=Text("Thiếu chữ ký trong bảng phê duyệt", "A signature is missing in the approval table"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.2",),
    level=Level.WARNING,
    reads_drafts=False,
    since="0.1",
)
def signature_missing(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """Who is named and did not sign."""
    if not (document.identity.issued or document.identity.effective):
        return
    unsigned = [a for a in document.approvals if a.signature is Signature.NONE and (a.name or a.position)]
    if not unsigned:
        return
    if document.format == "markdown":
        context.cannot_judge(
            Text(
                "Tệp Markdown không mang được ảnh chữ ký, nên chưa xét được việc ký.",
                "Markdown cannot hold a signature, so signing is not judged.",
            )
        )
        return
    who = [
        Text(f"{NAMES[a.role].vi} {a.name}".strip(), f"{NAMES[a.role].en} {a.name}".strip()) for a in unsigned
    ]
    names = Text(", ".join(w.vi for w in who), ", ".join(w.en for w in who))
    everybody = len(unsigned) == len(document.approvals)
    yield context.finding(
        Text(
            f"Tài liệu đã ghi ngày ban hành nhưng chưa có chữ ký của {names.vi}.",
            f"The document is issued, but not signed by: {names.en}.",
        ),
        mend=Text(
            "Ký vào bảng phê duyệt hoặc thay bằng bản đã ký (chữ ký số, ảnh chữ ký hoặc “(đã ký)”); bản chưa ban hành "
            "thì ghi “Dự thảo”.",
            "Sign, or put the signed copy here (digital signature, picture or “(đã ký)”); mark a draft “Dự thảo”.",
        ),
        at=unsigned[0].at,
        evidence=", ".join(a.name or a.position for a in unsigned),
        confidence=Confidence.MEDIUM if everybody else Confidence.HIGH,
        related=[Related(document.path, a.at) for a in unsigned[1:]],
    )
