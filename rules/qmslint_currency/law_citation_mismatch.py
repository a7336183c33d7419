"""Số, ngày, cơ quan ban hành hoặc tên của văn bản được viện dẫn mâu thuẫn với nhau hoặc với sổ văn bản: năm trong số
khác năm ban hành, ngày khác sổ, số viết sai dạng. Người đọc sẽ tra không ra hoặc tra nhầm. Sửa: đối chiếu bản gốc.
Im lặng khi tên chỉ bị cắt ngắn, khi sổ không có văn bản đó, với biểu mẫu in kèm; mỗi văn bản được viện dẫn báo một
lần.

Number, date, issuer or title of a cited law contradict each other or the register: the year in the number is not
that of the date, the date is not that of the register, the number is not well formed. Mend: compare with the
original. Silent on titles merely cut short, on laws the register does not know, and on attached forms; once for
each cited law.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from qmslint.api import (
    Certainty,
    Citation,
    Confidence,
    Context,
    Finding,
    LegalDocument,
    NamedTuple,
    Related,
    Text,
    Workspace,
    fold,
    kinds,
    law_of,
    row_of,
    same,
    workspace_rule,
)
from qmslint_currency._say import said

_NOT_READ = (kinds.FORM, kinds.UNCLASSIFIED, kinds.LEGAL_LIST)
_SHAPES = {
    "year": Text("năm trong số không thành năm", "the year in the number is no year"),
    "doubled-year": Text("số có hai năm", "the number has two years"),
    "assembly": Text("khóa Quốc hội không khớp với năm", "the term of the National Assembly does not fit the year"),
    "type": Text("loại văn bản ghi trước số không khớp với ký hiệu", "the type before the number is not its sign's"),
}  # fmt: skip
_LOCAL = ("HĐND", "UBND")


class Mismatch(NamedTuple):
    """What does not agree, and how to mend it."""

    what: Text
    mend: Text
    confidence: Confidence = Confidence.HIGH


@workspace_rule(
    "law-citation-mismatch",
    title=Text("Số, ngày hoặc tên văn bản viện dẫn không khớp", "Number, date or title of a citation does not agree"),
    clauses=("7.5.3",),
    basis=("30/2020/NĐ-CP Phụ lục I",),
    since="0.1",
)
def law_citation_mismatch(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding for each cited law whose particulars contradict something."""
    for document in workspace.documents:
        if document.draft or document.kind in _NOT_READ:
            continue
        wrong: dict[tuple[str, str], tuple[Citation, Mismatch, list[Related]]] = {}
        for citation in document.citations:
            if citation.type == "standard" or citation.section == "attachment" or not citation.number:
                continue
            mismatch = _mismatch(citation, context)
            if mismatch is None:
                continue
            key = (citation.number, mismatch.what.en)
            if key in wrong:
                wrong[key][2].append(Related(document.path, citation.at, Text("cũng ở đây", "here too")))
            else:
                wrong[key] = (citation, mismatch, [])
        for citation, mismatch, others in wrong.values():
            yield context.finding(
                Text(f"“{_short(citation)}”: {mismatch.what.vi}.", f"“{_short(citation)}”: {mismatch.what.en}."),
                mend=mismatch.mend,
                at=citation.at,
                related=others[:5],
                evidence=_short(citation),
                document=document,
                confidence=mismatch.confidence,
            )


def _short(citation: Citation) -> str:
    words = citation.text.split(citation.title)[0] if citation.title else citation.text
    return " ".join(words.split())[:120].rstrip(" ,;")


def _mismatch(citation: Citation, context: Context[Any]) -> Mismatch | None:
    """The first thing that does not agree."""
    if citation.malformed in _SHAPES:
        shape = _SHAPES[citation.malformed]
        return Mismatch(shape, Text("Đối chiếu bản gốc và ghi lại số hiệu.", "Compare with the original number."))
    day = citation.date.value if citation.date else None
    row = row_of(citation, context.register)
    if day is not None and citation.year and citation.year != day.year and not citation.name:
        return _year(citation, row)
    if row is None or row.certainty is Certainty.SECONDARY or _another(citation, day, row):
        return None
    if day is not None and row.signed is not None and day != row.signed and day != row.in_force:
        return Mismatch(
            Text(f"ghi ngày {said(day)}, theo sổ văn bản là {said(row.signed)}",
                 f"dated {said(day)}, the register says {said(row.signed)}"),
            Text(f"Ghi ngày {said(row.signed)}, hoặc sửa sổ nếu sổ sai.",
                 f"Write {said(row.signed)}, or correct the register if it is wrong."),
        )
    return _issuer(citation, row) or _title(citation, row)


def _another(citation: Citation, day: date | None, row: LegalDocument) -> bool:
    """Whether the row may be another document of that number: they are counted anew in each place, some each year."""
    local = any(sign in citation.number for sign in _LOCAL)
    if local and not law_of(citation.number, citation.issuer).place and row.certainty is not Certainty.USER:
        return True
    return not citation.year and day is not None and row.signed is not None and day.year != row.signed.year


def _year(citation: Citation, row: LegalDocument | None) -> Mismatch:
    day = said(citation.date.value if citation.date else None)
    right = Text(f" (theo sổ văn bản: {said(row.signed)})", f" (the register: {said(row.signed)})") if (
        row is not None and row.signed and row.certainty is not Certainty.SECONDARY) else Text("", "")
    return Mismatch(
        Text(f"năm trong số là {citation.year} nhưng ghi ngày {day}{right.vi}",
             f"the year in the number is {citation.year} but the date is {day}{right.en}"),
        Text("Đối chiếu bản gốc: sửa số hoặc sửa ngày.", "Compare with the original: correct number or date."),
    )


def _issuer(citation: Citation, row: LegalDocument) -> Mismatch | None:
    """Only full names of central bodies are compared: local ones have many spellings and merged territories."""
    if not citation.issuer or not row.issuer or citation.issuer == row.issuer:
        return None
    if any(sign in citation.number for sign in _LOCAL):
        return None
    if _abbreviated(citation.issuer) or _abbreviated(row.issuer):
        return None
    one, other = (_body(name) for name in (citation.issuer, row.issuer))
    if one in other or other in one or same(citation.issuer, row.issuer) or not (" " in one and " " in other):
        return None
    return Mismatch(
        Text(f"ghi cơ quan ban hành là {citation.issuer}, theo sổ văn bản là {row.issuer}",
             f"names {citation.issuer} as issuer, the register {row.issuer}"),
        Text(f"Ghi {row.issuer}, hoặc sửa sổ nếu sổ sai.", f"Write {row.issuer}, or correct the register."),
        Confidence.MEDIUM,
    )


def _abbreviated(name: str) -> bool:
    """Whether a name is not written in full: "Bộ KH&CN", "Bộ Nông nghiệp và PTNT"."""
    return "&" in name or (not name.isupper() and any(len(word) > 1 and word.isupper() for word in name.split()))


def _body(name: str) -> str:
    return fold(name).replace("bộ trưởng ", "").replace("thủ tướng chính phủ", "thủ tướng").strip()


@lru_cache(maxsize=4096)
def _words(title: str) -> frozenset[str]:
    return frozenset(fold(title).split())


def _title(citation: Citation, row: LegalDocument) -> Mismatch | None:
    """Titles that have next to nothing in common; a title cut short or abbreviated is no mismatch."""
    if row.certainty is not Certainty.USER:
        return None
    cited, known = _words(citation.title), _words(row.title)
    if len(cited) < 6 or len(known) < 6 or len(cited & known) >= 0.3 * min(len(cited), len(known)):
        return None
    return Mismatch(
        Text(f"tên được ghi không phải tên trong sổ văn bản (“{row.title[:100]}”)",
             f"the title is not that of the register (“{row.title[:100]}”)"),
        Text("Đối chiếu bản gốc: sửa số hiệu hoặc tên.", "Compare with the original: correct number or title."),
        Confidence.MEDIUM,
    )
