"""Lần ban hành (hoặc lần sửa đổi) ghi ở trang bìa, đầu trang, chân trang không giống nhau. Người dùng không biết đang
cầm bản nào (khoản 7.5.2, 7.5.3.2). Thường do sao chép tệp cũ mà chân trang của phần (section) cuối không được sửa.
Cách sửa: mở từng phần trong Word, sửa cho cùng một số. Im lặng khi chỉ khác cách viết (“01” và “1”, “Lần 1”), với
chân trang mang mã hiệu riêng của biểu mẫu in kèm. Sai khác với danh mục do list-entry-mismatch báo, với bảng theo dõi
sửa đổi do revision-log-empty và revision-log-disordered báo.

The edition (or revision) on the cover, in page headers and page footers differs, so nobody knows which edition it is
(7.5.2, 7.5.3.2); mostly a footer of the last Word section that was copied and never changed. Mend every section. One
finding names all places. Silent on mere spelling ("01", "1") and on margins with the code of a printed form.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
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
from qmslint_hygiene._blocks import own_blocks, place_of, related, said, told
from qmslint_hygiene._editions import comparable


@document_rule(
    "edition-mismatch",
    title=Text("Lần ban hành ghi không thống nhất", "The edition differs inside the document"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.2", "7.5.3.2"),
    level=Level.ERROR,
    since="0.1",
)
def edition_mismatch(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding when the blocks disagree on the edition, one when they disagree on the revision."""
    blocks = own_blocks(document, context.settings)
    readings = ((Text("Lần ban hành", "The edition"), _edition), (Text("Lần sửa đổi", "The revision"), _revision))
    for name, read in readings:
        found = said(blocks, read)
        odd = next((s for s in found if s.value != found[0].value), None)
        if odd is None:
            continue
        where = told(found)
        yield context.finding(
            Text(f"{name.vi} ghi không thống nhất: {where.vi}.", f"{name.en} differs: {where.en}."),
            mend=Text(
                f"Xác định số đúng rồi sửa mọi nơi cho giống nhau, bắt đầu từ {place_of(odd.block).vi}; mỗi phần "
                "(section) của Word có đầu trang, chân trang riêng.",
                f"Decide which is right and make all places the same, beginning with {place_of(odd.block).en}; every "
                "section of Word has headers and footers of its own.",
            ),
            at=odd.at,
            evidence=" / ".join(s.text for s in found),
            related=related(document.path, [s for s in found if s is not odd]),
        )


def _edition(block: ControlBlock) -> tuple[str, str, Location] | None:
    return (comparable(block.edition.text), block.edition.text, block.edition.at) if block.edition else None


def _revision(block: ControlBlock) -> tuple[str, str, Location] | None:
    return (comparable(block.revision.text), block.revision.text, block.revision.at) if block.revision else None
