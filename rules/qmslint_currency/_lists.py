"""Rows of the agency's lists of legal documents, and what is wrong with one: shared by the rules on them."""

from __future__ import annotations

from datetime import date

from qmslint.api import (
    LegalDocument,
    LegalRegister,
    ListedLaw,
    QualityDocument,
    Text,
    Workspace,
    WrittenDate,
    kinds,
    law_of,
    parse_number,
)
from qmslint_currency._say import said


def legal_lists(workspace: Workspace) -> tuple[QualityDocument, ...]:
    """The lists of legal documents, drafts left out."""
    return tuple(document for document in workspace.of_kind(kinds.LEGAL_LIST) if not document.draft)


def day(written: WrittenDate | None) -> date | None:
    """The day a cell gives, None where it gives none."""
    return written.value if written is not None else None


def name(row: ListedLaw) -> str:
    """What a row is called in a message."""
    return " ".join((row.number or row.title).split())[:90]


def row_wrong(row: ListedLaw) -> Text | None:
    """The first thing in a row that cannot be right; None = nothing."""
    issued, effective, expires = day(row.issued), day(row.effective), day(row.expires)
    for written in (row.issued, row.effective, row.expires):
        if written is not None and written.problem == "impossible":
            return Text(f"ghi ngày không có thật: {written.text}", f"gives an impossible date: {written.text}")
    if not row.number.strip() and not row.title.strip():
        return Text("không ghi số, cũng không ghi tên văn bản", "gives neither number nor title")
    if issued is not None and effective is not None and effective < issued:
        return Text(f"ghi có hiệu lực ngày {said(effective)}, trước ngày ban hành {said(issued)}",
                    f"is in force on {said(effective)}, before its issue on {said(issued)}")
    if effective is not None and expires is not None and expires < effective:
        return Text(f"ghi hết hiệu lực ngày {said(expires)}, trước ngày có hiệu lực {said(effective)}",
                    f"ends on {said(expires)}, before it is in force on {said(effective)}")
    number = parse_number(row.number) if row.number.strip() else None
    if number is None:
        return None
    if number.malformed in ("year", "doubled-year", "assembly"):
        return Text("có số hiệu viết sai dạng", "has a malformed number")
    if issued is not None and number.year and number.year != issued.year:
        return Text(f"có năm trong số là {number.year} nhưng ngày ban hành là {said(issued)}",
                    f"has the year {number.year} in its number but was issued on {said(issued)}")
    return None


def dates_wrong(row: ListedLaw, known: LegalDocument) -> Text | None:
    """What is wrong with the dates of a row against what the register says."""
    issued, effective = day(row.issued), day(row.effective)
    number = parse_number(row.number)
    if issued is not None and (
        (effective is not None and effective < issued) or (number is not None and number.year not in (0, issued.year))
    ):
        return None  # it contradicts itself: legal-list-row-invalid says so
    if issued is not None and known.signed is not None and issued != known.signed and issued != known.in_force:
        return Text(f"ghi ngày ban hành {said(issued)}, theo sổ văn bản là {said(known.signed)}",
                    f"gives {said(issued)} as date of issue, the register {said(known.signed)}")
    days = {known.in_force, *(part.in_force for part in known.parts)}
    if effective is not None and known.in_force is not None and effective not in days:
        return Text(f"ghi ngày hiệu lực {said(effective)}, theo sổ văn bản là {said(known.in_force)}",
                    f"gives {said(effective)} as date of effect, the register {said(known.in_force)}")
    return None


def told_of(document: QualityDocument, number: str, register: LegalRegister) -> bool:
    """Whether the rules on lists say something of the row of that number."""
    for row in document.listed_laws:
        if row.number and law_of(row.number).key == law_of(number).key:
            known = register.get(row.number, row.issuer)
            if row_wrong(row) is not None or (known is not None and dates_wrong(row, known) is not None):
                return True
    return False
