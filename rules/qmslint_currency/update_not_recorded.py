"""Văn bản viện dẫn một luật mới hơn lần ban hành đầu, tức đã được cập nhật, nhưng bảng theo dõi sửa đổi không ghi lần
cập nhật đó. Người dùng không biết lần sửa nào đã thay đổi gì và vì sao. Sửa: ghi vào bảng lần sửa đổi, ngày, nội
dung và căn cứ là luật đó. Im lặng khi bảng sửa đổi để trống (quy tắc khác nói), khi không biết ngày ban hành lần
đầu, khi luật có trước lần ban hành đầu, và khi một dòng sau ngày ký luật nói chung về cập nhật pháp luật.

The document cites a law newer than its first issue, so it was updated, but the revision table does not record it.
Mend: log the revision with its date, content and that law as its basis. Silent where the table is empty (another
rule tells), where the first issue is not known, where the law is older than it, and where a later row speaks of
laws in general.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from qmslint.api import (
    Certainty,
    Context,
    Finding,
    Level,
    QualityDocument,
    Text,
    Workspace,
    fold,
    kinds,
    law_of_row,
    starts_a_clock,
    workspace_rule,
)
from qmslint_currency._say import said
from qmslint_currency._view import Judged, judged, register_missing

_IN_GENERAL = ("pháp luật", "pháp lý", "văn bản mới", "quy định mới", "căn cứ", "vbqppl")


@workspace_rule(
    "update-not-recorded",
    title=Text("Cập nhật không được ghi vào bảng sửa đổi", "An update is not in the revision table"),
    kinds=(kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE),
    clauses=("7.5.3",),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 4 điểm a",),
    level=Level.WARNING,
    since="0.1",
)
def update_not_recorded(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding for each document, naming the laws that no row records."""
    if register_missing(workspace, context):
        return
    for one in judged(workspace, context):
        first = _first(one.document)
        if first is None or one.document.kind == kinds.LEGAL_LIST:
            continue
        laws = [
            cited
            for cited in one.subject.cited
            if (row := cited.document) is not None
            and starts_a_clock(row)
            and row.certainty is not Certainty.SECONDARY
            and row.signed is not None
            and row.signed > first
            and not _recorded(one, law_of_row(row), row.signed)
            and not _with_its_kin(one, row.number)
        ]
        if laws:
            names = ", ".join(cited.number for cited in laws)
            yield context.finding(
                Text(
                    f"Tài liệu ban hành lần đầu ngày {said(first)}, nay viện dẫn {names}, nhưng bảng theo dõi sửa đổi "
                    "không ghi lần cập nhật này.",
                    f"First issued on {said(first)}, the document now cites {names}, but the revision table does not "
                    "record that update.",
                ),
                mend=Text(
                    "Ghi vào bảng: lần sửa đổi, ngày, nội dung sửa và căn cứ pháp lý.",
                    "Log it: revision, date, what was changed and the law that asked for it.",
                ),
                at=one.document.revision_at or laws[0].places[0],
                evidence=names,
                document=one.document,
            )


def _first(document: QualityDocument) -> date | None:
    """The first known day of issue, where the revision table has dated rows before the present issue."""
    issued = document.identity.issued or document.identity.effective
    rows = [row.date.value for row in document.revisions if row.filled and row.date and row.date.value]
    return min(rows) if rows and issued is not None and min(rows) <= issued else None


def _with_its_kin(one: Judged, number: str) -> bool:
    """Whether a row names another change of the same cited law: the update was logged, if not by every number."""
    through = {base for update in one.updates if update.law.number == number for base in update.through}
    kin = [law_of_row(u.law) for u in one.updates if u.law.number != number and through & set(u.through) - {number}]
    return any(law.like(named) for law in kin for entry in one.subject.entries for named in entry.laws)


def _recorded(one: Judged, law: Any, signed: date) -> bool:
    """Whether a row names the law, or a row since its signing speaks of laws in general or gives no content."""
    for entry, row in zip(one.subject.entries, (row for row in one.document.revisions if row.filled), strict=True):
        if any(law.like(named) for named in entry.laws):
            return True
        if entry.day is None or entry.day >= signed:
            words = fold(f"{row.content} {row.reason}")
            if not entry.laws and (not words.strip() or any(word in words for word in _IN_GENERAL)):
                return True
    return False
