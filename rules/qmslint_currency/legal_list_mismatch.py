"""Dòng trong danh mục văn bản pháp lý trái với sổ văn bản: ghi còn hiệu lực trong khi đã hết hiệu lực, ngày ban hành
hoặc ngày hiệu lực khác. Danh mục sai kéo theo mọi quy trình dựa vào nó. Sửa: đối chiếu bản gốc, sửa dòng đó và rà
soát các quy trình viện dẫn. Im lặng với dòng ghi đúng tình trạng, với văn bản sổ không có, và khi danh mục lập
trước ngày văn bản hết hiệu lực mà chưa quá ba tháng.

A row of the list of legal documents contradicts the register: in force although it has ended, another date of issue
or effect. Mend: compare with the original, correct the row and review the procedures that cite it. Silent on rows
that say the right thing, on laws the register does not know, and within three months of the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    Certainty,
    Confidence,
    Context,
    Finding,
    LegalDocument,
    Level,
    ListedLaw,
    Text,
    Workspace,
    fold,
    kinds,
    update_deadline,
    workspace_rule,
)
from qmslint_currency._lists import dates_wrong, day, legal_lists, name
from qmslint_currency._say import mended, said

_ENDED = ("hết", "thay thế", "bãi bỏ", "hủy", "huỷ", "không còn", "expired", "repealed", "cũ")


@workspace_rule(
    "legal-list-mismatch",
    title=Text("Danh mục văn bản pháp lý sai so với sổ văn bản", "The list of laws contradicts the register"),
    kinds=(kinds.LEGAL_LIST,),
    clauses=("7.5.3",),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 4 điểm a",),
    level=Level.ERROR,
    since="0.1",
)
def legal_list_mismatch(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding for each row that says something else than the register."""
    lists = legal_lists(workspace)
    if lists and not context.register.documents:
        context.cannot_judge(Text(
            "Không có sổ văn bản pháp luật nào để đối chiếu danh mục.",
            "There is no register of legal documents to compare the list with.",
        ))
        return
    for document in lists:
        for row in document.listed_laws:
            known = context.register.get(row.number, row.issuer) if row.number else None
            if known is None:
                continue
            # A row of the agency's own register that contradicts a verified day does not win over it: it is told here.
            said_wrong = _ended(row, known, context) or dates_wrong(row, known)
            if said_wrong is not None:
                low = _low(known, context)
                yield context.finding(
                    Text(f"Dòng “{name(row)}” {said_wrong.vi}.", f"The row “{name(row)}” {said_wrong.en}."),
                    mend=mended(Text(
                        "Đối chiếu bản gốc và sửa dòng này; rà soát các quy trình viện dẫn văn bản đó.",
                        "Compare with the original and correct the row; review the procedures that cite it.",
                    ), low),
                    at=row.at,
                    evidence=name(row),
                    document=document,
                    level=Level.WARNING if low else Level.ERROR,
                    confidence=Confidence.LOW if low else Confidence.HIGH,
                )


def _low(known: LegalDocument, context: Context[Any]) -> bool:
    """Whether a secondary source stands behind what the register says of the law."""
    standing = context.register.standing(known.number, context.as_of, known.issuer or known.territory)
    return Certainty.SECONDARY in (known.certainty, standing.certainty if standing else None)


def _ended(row: ListedLaw, known: LegalDocument, context: Context[Any]) -> Text | None:
    """What is wrong with the status: listed as in force although it has ended for over three months."""
    standing = context.register.standing(known.number, context.as_of, known.issuer or known.territory)
    if standing is None or standing.state != "expired" or standing.since is None:
        return None
    words = fold(f"{row.status} {row.note}")
    expires = day(row.expires)
    if any(word in words for word in _ENDED) or (expires is not None and expires <= context.as_of):
        return None
    if context.as_of <= update_deadline(standing.since, context.calendar).rolled:
        return None
    by = ", ".join(law.number for law in standing.by)
    cause = Text(f" do {by}", f", by {by}") if by else Text("", "")
    claim = Text(f"ghi “{row.status.strip()}”", f"says “{row.status.strip()}”") if row.status.strip() else Text(
        "không ghi tình trạng", "gives no status")
    return Text(f"{claim.vi}, nhưng văn bản đã hết hiệu lực từ {said(standing.since)}{cause.vi}",
                f"{claim.en}, but the law ended on {said(standing.since)}{cause.en}")

