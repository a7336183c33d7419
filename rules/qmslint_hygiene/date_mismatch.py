"""Ngày ban hành hoặc ngày hiệu lực ghi ở trang bìa, đầu trang, chân trang không giống nhau, hoặc ngày hiệu lực sớm hơn
ngày ban hành (khoản 7.5.2). Thường do chân trang của phần (section) cuối còn giữ ngày cũ. Cách sửa: sửa ngày ở từng
phần trong Word. Im lặng khi chỉ khác cách viết (07/7/2025 và ngày 07 tháng 7 năm 2025), khi ngày hiệu lực sau ngày ban
hành, với bản dự thảo, với chân trang mang mã hiệu riêng của biểu mẫu in kèm.

The issue or effective date differs between cover, page headers and page footers, or it takes effect before it is
issued (7.5.2); mostly the last Word section kept an old date. Mend every section. One finding names all places. Silent
on spelling, on an effective date after the issue date, on drafts, on margins with the code of a printed form.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from qmslint.api import (
    Confidence,
    Context,
    ControlBlock,
    Finding,
    Level,
    Location,
    NoOptions,
    QualityDocument,
    Text,
    WrittenDate,
    document_rule,
    kinds,
)
from qmslint_hygiene._blocks import Said, own_blocks, place_of, related, said, told

ISSUED, EFFECTIVE = Text("ngày ban hành", "the issue date"), Text("ngày hiệu lực", "the effective date")


@document_rule(
    "date-mismatch",
    title=Text("Ngày ban hành, ngày hiệu lực ghi không thống nhất", "Issue or effective dates differ"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.2", "7.5.3.2"),
    level=Level.ERROR,
    reads_drafts=False,
    since="0.1",
)
def date_mismatch(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding for all that the dates of the blocks contradict."""
    blocks = own_blocks(document, context.settings)
    issued, effective = said(blocks, _issued), said(blocks, _effective)
    first = issued[0].value if issued else None
    early = [s for s in effective if first is not None and s.value < first]
    parts: list[Text] = []
    odd: list[Said[date]] = []
    if len({s.value for s in issued}) > 1:
        parts.append(_differ(ISSUED, issued))
        odd += [s for s in issued if s.value != first]
    if len({s.value for s in effective}) > 1:
        parts.append(_differ(EFFECTIVE, effective))
        odd += early or [s for s in effective if s.value != effective[0].value]
    if early:
        parts.append(_before(early, issued[0], not parts))
        odd += early
    if not parts:
        return
    everything = [*issued, *effective]
    yield context.finding(
        Text(_sentence([p.vi for p in parts]), _sentence([p.en for p in parts])),
        mend=Text(
            f"Xác định ngày đúng rồi sửa mọi nơi cho giống nhau, bắt đầu từ {place_of(odd[0].block).vi}; mỗi phần "
            "(section) của Word có đầu trang, chân trang riêng.",
            f"Decide which date is right and make all places the same, beginning with {place_of(odd[0].block).en}; "
            "every section of Word has headers and footers of its own.",
        ),
        at=odd[0].at,
        evidence=" / ".join(s.text for s in everything),
        confidence=Confidence.MEDIUM if len(parts) == 1 and early else Confidence.HIGH,
        related=related(document.path, [s for s in everything if s is not odd[0]]),
    )


def _differ(name: Text, found: list[Said[date]]) -> Text:
    where = told(found)
    return Text(f"{name.vi} ghi không thống nhất: {where.vi}", f"{name.en} differs: {where.en}")


def _before(early: list[Said[date]], issued: Said[date], alone: bool) -> Text:
    where = told(early)
    value = where if alone else Text(f"“{early[0].text}”", f"“{early[0].text}”")
    return Text(
        f"ngày hiệu lực {value.vi} sớm hơn ngày ban hành “{issued.text}” ở {place_of(issued.block).vi}",
        f"the effective date {value.en} is before the issue date “{issued.text}” on {place_of(issued.block).en}",
    )


def _sentence(parts: list[str]) -> str:
    return ". ".join(part[0].upper() + part[1:] for part in parts) + "."


def _issued(block: ControlBlock) -> tuple[date, str, Location] | None:
    return _whole(block.issued)


def _effective(block: ControlBlock) -> tuple[date, str, Location] | None:
    return _whole(block.effective)


def _whole(written: WrittenDate | None) -> tuple[date, str, Location] | None:
    return (written.value, written.text, written.at) if written and written.value else None
