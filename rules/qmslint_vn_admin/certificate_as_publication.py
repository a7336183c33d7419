"""Hồ sơ có giấy chứng nhận ISO 9001 của tổ chức chứng nhận nhưng không có quyết định công bố của cơ quan. Theo Quyết
định 19/2014/QĐ-TTg, cơ quan tự công bố, không thuê tổ chức chứng nhận độc lập. Sửa: ban hành quyết định công bố. Im
lặng khi đã có quyết định công bố (giấy chứng nhận lưu thêm không sao).

The records hold a certificate of a certification body and no publication by the agency itself. The agency publishes
its system itself and hires no certification body. Mend: issue the publication. Silent where the publication exists:
a certificate beside it does no harm.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    Context,
    Extra,
    Extractor,
    Finding,
    Level,
    Reading,
    Text,
    Workspace,
    kinds,
    workspace_rule,
)
from qmslint_vn_admin._data import has, words
from qmslint_vn_admin._publications import CERTIFICATE, is_certificate, publications


def certificate(reading: Reading) -> tuple[Extra, ...]:
    """Whether the first lines are those of a certificate about ISO 9001."""
    head = reading.head[:25]
    line = next((line for line in head if line.folded.startswith(words("certificate")) and len(line.text) < 80), None)
    if line is None or not any(has(other.text, "standard") for other in head):
        return ()
    return (Extra(CERTIFICATE, (("words", line.text),), line.at),)


CERTIFICATES = Extractor(
    CERTIFICATE,
    certificate,
    needs=("stated", "kind"),
    kinds=(kinds.PUBLICATION_DECISION, kinds.ADMINISTRATIVE_DOCUMENT, kinds.UNCLASSIFIED),
)


@workspace_rule(
    "certificate-as-publication",
    title=Text("Lấy giấy chứng nhận thay công bố", "A certificate in place of the publication"),
    clauses=("4.3",),
    basis=("19/2014/QĐ-TTg Điều 4",),
    level=Level.WARNING,
    since="0.1",
)
def certificate_as_publication(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """The first certificate, where nothing else publishes the system."""
    if publications(workspace):
        return
    document = next((d for d in workspace.documents if is_certificate(d)), None)
    if document is None:
        return
    extra = next(iter(document.extras(CERTIFICATE)), None)
    yield context.finding(
        Text(
            "Hồ sơ có giấy chứng nhận ISO 9001 nhưng không có quyết định công bố của cơ quan.",
            "The records hold an ISO 9001 certificate and no publication by the agency itself.",
        ),
        mend=Text(
            "Người đứng đầu ban hành quyết định công bố theo mẫu Phụ lục I Quyết định 19/2014/QĐ-TTg.",
            "The head of the agency issues the publication on the form of Annex I of 19/2014/QĐ-TTg.",
        ),
        at=extra.at if extra else document.identity.at,
        evidence=extra.get("words") if extra else document.identity.title,
        document=document,
    )
