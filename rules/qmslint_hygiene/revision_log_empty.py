"""Tài liệu ghi lần ban hành thứ n (n > 1) nhưng bảng theo dõi sửa đổi có ít hơn n − 1 dòng được ghi: không truy được
đã sửa gì, theo căn cứ nào (khoản 7.5.3.2 c). Cách sửa: ghi đủ các lần sửa đổi; nếu thực ra là lần 1 thì sửa lại số.
Dòng “ban hành lần đầu” không phải là sửa đổi. Im lặng với lần ban hành 1 có bảng trống (đúng). Không thấy bảng theo dõi
sửa đổi thì chỉ báo là chưa xét được.

The document claims edition n > 1 and its revision table has fewer than n − 1 filled rows (7.5.3.2 c). Enter the
changes, or correct the edition if it really is the first. Silent on edition 1 with an empty table, which is right. An
edition claimed by a single footer counts; a row "first issue" is no change. Without a revision table the rule says that
it cannot judge.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    WHOLE,
    Confidence,
    Context,
    ControlBlock,
    Finding,
    Level,
    Location,
    NoOptions,
    QualityDocument,
    Text,
    document_rule,
    kinds,
)
from qmslint_hygiene._blocks import Said, own_blocks, place_of, related, said
from qmslint_hygiene._control_words import has
from qmslint_hygiene._editions import edition_number, revision_number


@document_rule(
    "revision-log-empty",
    title=Text("Bảng theo dõi sửa đổi không ghi các lần sửa đổi", "The revision table lacks its changes"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.3.2",),
    level=Level.ERROR,
    since="0.1",
)
def revision_log_empty(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """The most changes that any block claims against the rows that are filled."""
    claims = said(own_blocks(document, context.settings), _changes)
    most = max(claims, key=lambda s: s.value, default=None)
    if most is None or most.value < 1:
        return
    if document.revision_at is None:
        context.cannot_judge(
            Text(
                f"Tài liệu ghi “{most.text}” nhưng không thấy bảng theo dõi sửa đổi.",
                f"The document says “{most.text}”, but no revision table was found.",
            )
        )
        return
    rows = sum(1 for row in document.revisions if row.filled and not has(row.content, "first-issue"))
    if rows >= most.value:
        return
    claim = _claim(most)
    count = Text("không ghi lần sửa đổi nào", "records no change") if rows == 0 else Text(
        f"chỉ ghi {rows} lần sửa đổi", f"records only {rows} change{'s' if rows > 1 else ''}"
    )
    yield context.finding(
        Text(
            f"{place_of(most.block).vi.capitalize()} ghi {claim.vi} nhưng bảng theo dõi sửa đổi {count.vi}.",
            f"{place_of(most.block).en.capitalize()} says {claim.en}, but the revision table {count.en}.",
        ),
        mend=Text(
            "Ghi vào bảng từng lần sửa đổi: nội dung, căn cứ, lần, ngày; nếu thực ra chưa sửa lần nào thì ghi lại cho "
            "đúng số lần ban hành.",
            "Enter every change: what, why, number, date; if nothing was changed yet, correct the edition.",
        ),
        at=document.revision_at or WHOLE,
        evidence=most.text,
        confidence=Confidence.HIGH if rows == 0 else Confidence.MEDIUM,
        related=related(document.path, [most]),
    )


def _changes(block: ControlBlock) -> tuple[int, str, Location] | None:
    """How many changes a block claims: edition n means n − 1, revision n means n."""
    found: list[tuple[int, str, Location]] = []
    if block.edition:
        edition, behind = edition_number(block.edition.text), revision_number(block.edition.text)
        if edition is not None:
            found.append((max(edition - 1, behind or 0), block.edition.text, block.edition.at))
    if block.revision:
        number = edition_number(block.revision.text)
        if number is not None:
            found.append((number, block.revision.text, block.revision.at))
    return max(found, key=lambda item: item[0], default=None)


def _claim(said: Said[int]) -> Text:
    revision = said.block.revision
    if revision and revision.text == said.text and revision.at == said.at:
        return Text(f"lần sửa đổi “{said.text}”", f"revision “{said.text}”")
    return Text(f"lần ban hành “{said.text}”", f"edition “{said.text}”")
