"""Bảng theo dõi sửa đổi không theo thứ tự: số lần sửa đổi nhảy cóc hoặc lùi, ngày sau sớm hơn ngày trước, dòng cuối
không ứng với lần ban hành ghi ở trang bìa (khoản 7.5.3.2 c, 8.5.6). Cách sửa: sắp lại, bổ sung dòng thiếu, ghi cùng
một số ở bảng và ở trang bìa. Im lặng khi nhiều dòng thuộc cùng một lần sửa đổi, khi bảng ghi mới nhất trước, khi lần
sửa đổi bằng lần ban hành hoặc ít hơn một (hai cách đếm đều dùng).

The revision table is out of order: numbers jump or fall, a later date stands before an earlier one, or its last row
does not fit the edition of the control block (7.5.3.2 c, 8.5.6). Silent on several rows of one revision, on tables that
list the newest first, and on both ways of counting (revision n = edition n, or edition n + 1).
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
    Revision,
    Text,
    document_rule,
    kinds,
)
from qmslint_hygiene._blocks import own_blocks, related, said
from qmslint_hygiene._claims import stated_editions, stated_revisions
from qmslint_hygiene._editions import edition_number

MEND = Text(
    "Sắp lại bảng theo thứ tự thời gian, bổ sung lần sửa đổi còn thiếu, ghi đúng số và ngày của từng lần.",
    "Put the rows in order of time, add what is missing, give every row its right number and date.",
)


@document_rule(
    "revision-log-disordered",
    title=Text("Bảng theo dõi sửa đổi không theo thứ tự", "The revision table is out of order"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.3.2", "8.5.6"),
    level=Level.ERROR,
    since="0.1",
)
def revision_log_disordered(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """Numbers, dates, then the last row against the control block."""
    rows = [row for row in document.revisions if row.filled]
    if len(rows) > 1 and _newest_first(rows):
        rows = rows[::-1]
    yield from _numbers(rows, context)
    yield from _dates(rows, context)
    yield from _last(rows, document, context)


def _newest_first(rows: list[Revision]) -> bool:
    numbers = [n for row in rows if (n := edition_number(row.number)) is not None]
    dates = [row.date.value for row in rows if row.date and row.date.value]
    days = [day.toordinal() for day in dates]
    falling = [seq[0] > seq[-1] and seq == sorted(seq, reverse=True) for seq in (numbers, days) if len(seq) > 1]
    return bool(falling) and all(falling)


def _numbers(rows: list[Revision], context: Context[NoOptions]) -> Iterator[Finding]:
    before: tuple[int, Revision] | None = None
    all_numbers = {edition_number(row.number) for row in rows}
    for row in rows:
        number = edition_number(row.number)
        if number is None:
            continue
        if before is not None and number < before[0]:
            yield context.finding(
                Text(
                    f"Lần sửa đổi “{row.number}” đứng sau lần “{before[1].number}” trong bảng theo dõi sửa đổi.",
                    f"Revision “{row.number}” stands after “{before[1].number}” in the revision table.",
                ),
                mend=MEND, at=row.at, evidence=row.number,
            )
        elif before is not None and any(n not in all_numbers for n in range(before[0] + 1, number)):
            yield context.finding(
                Text(
                    f"Bảng theo dõi sửa đổi nhảy từ lần “{before[1].number}” sang lần “{row.number}”, thiếu lần giữa.",
                    f"The revision table jumps from “{before[1].number}” to “{row.number}”.",
                ),
                mend=MEND, at=row.at, evidence=row.number, confidence=Confidence.MEDIUM,
            )
        before = (number, row)


def _dates(rows: list[Revision], context: Context[NoOptions]) -> Iterator[Finding]:
    before = None
    for row in rows:
        if row.date is None or row.date.value is None:
            continue
        if before is not None and before.value is not None and row.date.value < before.value:
            yield context.finding(
                Text(
                    f"Ngày sửa đổi “{row.date.text}” sớm hơn ngày “{before.text}” của dòng trước.",
                    f"The date “{row.date.text}” is before “{before.text}” of the row above.",
                ),
                mend=MEND, at=row.date.at, evidence=row.date.text,
            )
        before = row.date


def _last(rows: list[Revision], document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """The newest number in the table against what the blocks say."""
    numbers = [(n, row) for row in rows if (n := edition_number(row.number)) is not None]
    if not numbers:
        return
    last, row = max(numbers, key=lambda item: item[0])
    blocks = own_blocks(document, context.settings)
    revisions, editions = said(blocks, stated_revisions), said(blocks, stated_editions)
    claims = revisions or editions
    fits = {s.value for s in revisions} or {n for s in editions for n in (s.value, s.value - 1)}
    if not claims or last in fits or (revisions and last in {s.value for s in editions}):
        return
    if last < max(fits) and len(rows) < max(fits):
        return  # changes are missing: revision-log-empty says so
    what = Text("lần sửa đổi", "revision") if revisions else Text("lần ban hành", "edition")
    yield context.finding(
        Text(
            f"Bảng theo dõi sửa đổi ghi đến lần “{row.number}” nhưng tài liệu ghi {what.vi} “{claims[0].text}”.",
            f"The revision table goes up to “{row.number}”, but the document says {what.en} “{claims[0].text}”.",
        ),
        mend=Text(
            "Sửa số ở trang bìa, chân trang hoặc trong bảng cho khớp nhau.",
            "Correct the number in the control blocks or in the table.",
        ),
        at=row.at,
        evidence=row.number,
        confidence=Confidence.MEDIUM,
        related=related(document.path, claims),
    )
