"""Khối nhận biết của tài liệu thiếu tên, mã hiệu, lần ban hành hoặc ngày: không phân biệt được tài liệu này với tài
liệu khác, bản này với bản khác (khoản 7.5.2 a). Cách sửa: ghi đủ ở trang bìa hoặc đầu trang. Im lặng khi mục đó có ở
bất kỳ trang bìa, đầu trang, chân trang nào; khi ghi ngày hiệu lực thay ngày ban hành, lần sửa đổi thay lần ban hành;
với bản dự thảo; với quy trình ban hành kèm theo quyết định (số, ngày là của quyết định); ngày ghi dở dang do
date-incomplete báo.

The document states no title, code, edition or date anywhere in its cover, page headers and page footers (7.5.2 a).
Silent when any of them carries it, when an effective date or a revision stands in for the issue date or edition, on
drafts, and on a procedure issued together with a decision, whose number and date it bears. A half date is reported by
date-incomplete. One finding names all that is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Confidence, Context, Finding, Level, NoOptions, QualityDocument, Text, document_rule, kinds
from qmslint_hygiene._blocks import own_blocks
from qmslint_hygiene._issuing import issued_by_decision

_NAMES = {
    "title": Text("tên", "a title"),
    "code": Text("mã hiệu", "a code"),
    "edition": Text("lần ban hành", "an edition"),
    "date": Text("ngày ban hành", "a date"),
}


@document_rule(
    "identification-missing",
    title=Text("Thiếu thông tin nhận biết tài liệu", "The document does not identify itself"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.2",),
    level=Level.ERROR,
    reads_drafts=False,
    since="0.1",
)
def identification_missing(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """What no block states."""
    blocks = own_blocks(document, context.settings)
    if not blocks and issued_by_decision(document):
        return
    identity = document.identity
    present = {
        "title": bool(identity.title),
        "code": bool(identity.code) or any(b.code for b in blocks),
        "edition": bool(identity.edition) or any(b.edition or b.revision for b in blocks),
        "date": bool(identity.issued or identity.effective) or any(b.issued or b.effective for b in blocks),
    }
    lacking = [name for key, name in _NAMES.items() if not present[key]]
    if not lacking:
        return
    names = Text(", ".join(n.vi for n in lacking), ", ".join(n.en for n in lacking))
    yield context.finding(
        Text(
            f"Trang bìa, đầu trang và chân trang không ghi {names.vi} của tài liệu.",
            f"Neither cover nor page headers and footers state {names.en}.",
        ),
        mend=Text(
            f"Ghi {names.vi} vào trang bìa hoặc đầu trang của mọi phần.",
            f"State {names.en} on the cover or in the header of every section.",
        ),
        at=blocks[0].at if blocks else identity.at,
        confidence=Confidence.HIGH if blocks else Confidence.MEDIUM,
    )
