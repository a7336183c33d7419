"""Quyết định công bố thiếu điều phải có: tiêu chuẩn áp dụng (TCVN ISO 9001:2015), phạm vi, ngày, người ký. Thiếu
những điều này thì không biết hệ thống nào được công bố, cho việc gì. Sửa: bổ sung theo mẫu Phụ lục I rồi ban hành
lại. Im lặng với bản dự thảo; khi không đọc được nội dung thì chỉ báo là chưa xét được.

The publication lacks what it must say: the standard, the scope, the date, who signed. Mend: complete it on the form
of Annex I and issue it anew. Silent on drafts; says that it cannot judge where the content could not be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, Signature, Text, document_rule, kinds
from qmslint_vn_admin._publications import is_certificate, made_on


@document_rule(
    "publication-incomplete",
    title=Text("Quyết định công bố thiếu nội dung", "The publication is incomplete"),
    kinds=(kinds.PUBLICATION_DECISION,),
    clauses=("4.3",),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 3",),
    level=Level.ERROR,
    reads_drafts=False,
    since="0.1",
)
def publication_incomplete(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding with all that is missing."""
    publication = document.publication
    if is_certificate(document):
        return
    if publication is None:
        context.cannot_judge(
            Text("Không đọc được nội dung công bố.", "The content of the publication could not be read.")
        )
        return
    missing: list[Text] = []
    standards = [publication.standard, *(c.number for c in document.citations if c.type == "standard")]
    if not any("9001" in standard for standard in standards):
        missing.append(Text("tiêu chuẩn áp dụng (TCVN ISO 9001:2015)", "the standard applied (TCVN ISO 9001:2015)"))
    if publication.scope is None and not publication.tthc_count:
        missing.append(Text("phạm vi áp dụng", "the scope"))
    if made_on(document) is None:
        missing.append(Text("ngày ban hành", "the date"))
    signed = any(a.name or a.signature is not Signature.NONE for a in document.approvals)
    if publication.signatory is None and not signed:
        missing.append(Text("người ký", "who signed"))
    if missing:
        yield context.finding(
            Text(
                f"Quyết định công bố không nêu: {'; '.join(m.vi for m in missing)}.",
                f"The publication does not state: {'; '.join(m.en for m in missing)}.",
            ),
            mend=Text(
                "Bổ sung theo mẫu Phụ lục I Quyết định 19/2014/QĐ-TTg, người đứng đầu ký rồi ban hành lại.",
                "Complete it on the form of Annex I of 19/2014/QĐ-TTg, signed by the head, and issue it anew.",
            ),
            at=document.identity.at,
            evidence=document.identity.title,
        )
