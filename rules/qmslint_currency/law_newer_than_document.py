"""Văn bản viện dẫn một văn bản ký sau ngày ban hành của chính nó: hoặc ngày ban hành trên bìa chưa được sửa khi cập
nhật, hoặc số, ngày của văn bản được viện dẫn viết nhầm. Hồ sơ kiểm soát tài liệu vì thế không đáng tin. Sửa: ghi
đúng ngày ban hành của lần sửa đổi này, hoặc sửa số hiệu. Im lặng khi bất kỳ ngày nào của văn bản (ban hành, hiệu
lực, chân trang, bảng sửa đổi, ngày ký) không sớm hơn ngày ký của luật, với bản dự thảo và với biểu mẫu in kèm.

The document cites a text signed after its own date of issue: the date on the cover was not changed with the update,
or number or date of the cited text is wrong. Mend: give the date of this revision, or correct the number. Silent
where any date of the document (issue, effect, footers, revision table, signatures) is not earlier, on drafts and
attached forms.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from qmslint.api import (
    Certainty,
    Citation,
    Context,
    Finding,
    Level,
    QualityDocument,
    Text,
    Workspace,
    kinds,
    row_of,
    workspace_rule,
)
from qmslint_currency._say import said


@workspace_rule(
    "law-newer-than-document",
    title=Text("Văn bản viện dẫn ký sau ngày ban hành tài liệu", "Cites a text signed after its own date of issue"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.2", "7.5.3"),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 4 điểm a",),
    level=Level.ERROR,
    since="0.1",
)
def law_newer_than_document(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding for each cited law that did not exist on any day the document gives for itself."""
    for document in workspace.of_kind(*kinds.CONTROLLED):
        latest = None if document.draft else _latest(document)
        if latest is None:
            continue
        seen: set[str] = set()
        for citation in document.citations:
            newer = _signed(citation, latest, context)
            if citation.section != "attachment" and newer and citation.number not in seen:
                seen.add(citation.number)
                yield context.finding(
                    Text(
                        f"Tài liệu ghi ngày {said(latest)} nhưng viện dẫn {citation.number}, ký {newer.vi}.",
                        f"The document is dated {said(latest)} but cites {citation.number}, signed {newer.en}.",
                    ),
                    mend=Text(
                        "Ghi đúng ngày ban hành của lần sửa đổi này, hoặc sửa số, ngày của văn bản được viện dẫn.",
                        "Give the date of this revision, or correct number or date of the cited text.",
                    ),
                    at=citation.at,
                    evidence=citation.number,
                    document=document,
                )


def _latest(document: QualityDocument) -> date | None:
    """The latest day that the document gives for itself anywhere; None = it gives none for its issue."""
    if document.identity.issued is None and document.identity.effective is None:
        return None
    written = [when for block in document.control_blocks for when in (block.issued, block.effective)]
    written += [approval.signed_on for approval in document.approvals]
    written += [row.date for row in document.revisions]
    days = [when.value for when in written if when is not None and when.value is not None]
    own = (document.identity.issued, document.identity.effective)
    return max([*days, *(day for day in own if day is not None)])


def _signed(citation: Citation, latest: date, context: Context[Any]) -> Text | None:
    """When the cited text was signed, where that was after `latest`. The number's year must not contradict it."""
    if citation.type == "standard" or not citation.number:
        return None
    if citation.date is not None and citation.date.value is not None:
        day = citation.date.value
        if citation.year and citation.year != day.year:
            return None  # number and date contradict each other: law-citation-mismatch tells
        return Text(f"ngày {said(day)}", f"on {said(day)}") if day > latest else None
    if not citation.year:
        return None  # such numbers are counted anew each year
    row = row_of(citation, context.register)
    if row is not None and row.signed is not None and row.certainty is not Certainty.SECONDARY:
        return Text(f"ngày {said(row.signed)}", f"on {said(row.signed)}") if row.signed > latest else None
    if citation.year > latest.year and not citation.malformed:
        return Text(f"năm {citation.year}", f"in {citation.year}")
    return None
