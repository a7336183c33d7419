"""Tên cơ quan ở trang bìa hoặc đầu trang khác với tên khai trong qmslint.yaml, hoặc khác với tên mà phần lớn tài liệu
của bộ ghi: thường còn sót tên cũ sau sắp xếp, hoặc sao chép từ cơ quan khác (khoản 7.5.2). Cách sửa: ghi đúng tên hiện
nay. Im lặng khi chỉ khác chữ hoa, viết tắt (UBND), có thêm tên cơ quan cấp trên; với tên đơn vị trực thuộc đã khai.

The agency named on the cover or in a header is not the one in qmslint.yaml, or not the one that most documents of the
set name (7.5.2). Silent on capitals, on abbreviations (UBND), on the superior agency named beside it and on units that
the settings name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

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
    Workspace,
    fold,
    workspace_rule,
)
from qmslint_hygiene._blocks import own_blocks, place_of, said
from qmslint_hygiene._control_words import abbreviations
from qmslint_hygiene._lists import current

_FEW = 4  # with fewer documents there is no majority to speak of


@workspace_rule(
    "agency-name-mismatch",
    title=Text("Tên cơ quan không thống nhất", "The agency's name differs"),
    clauses=("7.5.2",),
    level=Level.WARNING,
    since="0.1",
)
def agency_name_mismatch(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """Each document whose blocks name another agency; one finding a document."""
    documents = [d for d in current(workspace) if d.identity.agency]
    right = context.settings.agency.name
    by_settings = bool(right)
    if not right:
        right = _usual(documents)
    if not right:
        return
    units = [plain(unit) for unit in context.settings.agency.units]
    for document in documents:
        for statement in said(own_blocks(document, context.settings), _agency):
            if _same(plain(right), statement.value) or any(_same(unit, statement.value) for unit in units):
                continue
            whose = Text("tên khai trong qmslint.yaml", "the name in qmslint.yaml") if by_settings else Text(
                "tên ở phần lớn tài liệu", "the name in most documents"
            )
            place = place_of(statement.block)
            yield context.finding(
                Text(
                    f"{place.vi.capitalize()} ghi tên cơ quan “{statement.text}”; {whose.vi} là “{right}”.",
                    f"{place.en.capitalize()} names the agency “{statement.text}”; {whose.en} is “{right}”.",
                ),
                mend=Text(
                    "Ghi đúng tên cơ quan hiện nay ở mọi phần của tài liệu.",
                    "Write the present name of the agency in every part.",
                ),
                at=statement.at,
                evidence=statement.text,
                document=document,
                confidence=Confidence.HIGH if by_settings else Confidence.MEDIUM,
            )
            break


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A name as it is compared: abbreviations written out, no signs."""
    text = fold(name)
    for short, long in abbreviations().items():
        text = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", long, text)
    return " ".join(re.findall(r"\w+", text))


def _same(right: str, other: str) -> bool:
    """Whether one name holds the other: a superior agency or a unit may stand beside it."""
    return right in other or other in right


def _usual(documents: list[QualityDocument]) -> str:
    """The name that three quarters of the documents carry, "" when there is none."""
    if len(documents) < _FEW:
        return ""
    counted = Counter(plain(d.identity.agency) for d in documents)
    name, count = counted.most_common(1)[0]
    if 4 * count < 3 * len(documents):
        return ""
    return next(d.identity.agency for d in documents if plain(d.identity.agency) == name)


def _agency(block: ControlBlock) -> tuple[str, str, Location] | None:
    return (plain(block.agency.text), block.agency.text, block.agency.at) if block.agency else None
