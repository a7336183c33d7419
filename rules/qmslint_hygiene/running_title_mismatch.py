"""Đầu trang hoặc chân trang ghi tên (hoặc mã hiệu) của tài liệu khác: phần còn sót khi sao chép từ quy trình tương tự,
người đọc không biết trang đang xem thuộc quy trình nào (khoản 7.5.2, 7.5.3.1). Cách sửa: sửa đầu trang của phần
(section) đó. Im lặng khi chỉ khác cách viết: xuống dòng, chữ hoa, “Quy trình”, gạch dưới, phần trong ngoặc đơn, tên bị
cắt cuối; khi đầu trang không ghi tên, ghi tên hệ thống hay tên biểu mẫu in kèm.

A page header or footer carries the title or code of another document: copied from a sister procedure and never
changed (7.5.2, 7.5.3.1). Mend the header of that section. Silent on line breaks, capitals, "Quy trình" before it,
underscores, bracketed parts, cut-off ends, on headers without a title and on those of printed forms. A shorter title
counts only where the set knows a document of that name, or the other headers carry the full one.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Confidence,
    Context,
    ControlBlock,
    Finding,
    Level,
    Location,
    NamedTuple,
    NoOptions,
    QualityDocument,
    Text,
    Workspace,
    kinds,
    workspace_rule,
)
from qmslint_hygiene import _titles
from qmslint_hygiene._blocks import Said, own_blocks, place_of, places, plain_code, related, said, told


class _Known(NamedTuple):
    title: str
    path: str
    code: str


@workspace_rule(
    "running-title-mismatch",
    title=Text("Đầu trang, chân trang ghi tên tài liệu khác", "A running header names another document"),
    clauses=("7.5.2", "7.5.3.1"),
    level=Level.ERROR,
    since="0.1",
)
def running_title_mismatch(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding a document for titles, one for codes."""
    documents = workspace.of_kind(*kinds.CONTROLLED)
    known: dict[tuple[str, ...], list[_Known]] = {}
    if documents:
        for title, document in _titles.known_titles(workspace):
            known.setdefault(_titles.core(title), []).append(_Known(title, document.path, document.identity.code))
    for document in documents:
        blocks = own_blocks(document, context.settings)
        yield from _titles_of(document, blocks, known, context)
        yield from _codes_of(document, blocks, context)


def _titles_of(
    document: QualityDocument,
    blocks: tuple[ControlBlock, ...],
    known: dict[tuple[str, ...], list[_Known]],
    context: Context[NoOptions],
) -> Iterator[Finding]:
    own = document.identity.title
    running = [s for s in said(blocks, _title) if s.block.place in ("header", "footer")]
    whole = [s for s in running if _titles.relation(own, s.value) == _titles.SAME]
    odd: list[tuple[Said[str], Confidence]] = []
    for statement in running:
        confidence = _judge(document, own, statement.value, bool(whole), known)
        if confidence is not None:
            odd.append((statement, confidence))
    if not own or not odd:
        return
    first = odd[0][0]
    where = _whose(document, first.value, known)
    yield context.finding(
        _message([s for s, _ in odd], own, where),
        mend=Text(
            f"Sửa tên ở {place_of(first.block).vi}; bỏ “Liên kết với phần trước” nếu cần, và xem lại cả trang có bị "
            "sao chép từ quy trình khác không.",
            f"Correct the title on {place_of(first.block).en}, and check whether these pages were copied from another "
            "procedure.",
        ),
        at=first.at,
        evidence=first.text,
        document=document,
        confidence=odd[0][1],
        related=related(document.path, [*(s for s, _ in odd[1:]), *_cover(blocks)]),
    )


def _message(odd: list[Said[str]], own: str, where: Text) -> Text:
    if len({s.text for s in odd}) == 1:
        place = places(odd)
        return Text(
            f"{place.vi[0].upper()}{place.vi[1:]} ghi tên của tài liệu khác: “{odd[0].text}”{where.vi}; tài liệu này "
            f"là “{own}”.",
            f"{place.en[0].upper()}{place.en[1:]} names another document: “{odd[0].text}”{where.en}; this one is "
            f"“{own}”.",
        )
    found = told(odd)
    return Text(
        f"Đầu trang, chân trang ghi tên của tài liệu khác: {found.vi}; tài liệu này là “{own}”.",
        f"Running headers name other documents: {found.en}; this one is “{own}”.",
    )


def _judge(
    document: QualityDocument, own: str, title: str, others_whole: bool, known: dict[tuple[str, ...], list[_Known]]
) -> Confidence | None:
    """How sure it is that `title` is another document's; None = it is not."""
    if not own or not _titles.names_a_document(title):
        return None
    relation = _titles.relation(own, title)
    if relation == _titles.SAME:
        return None
    if _elsewhere(document, title, known):
        return Confidence.HIGH
    if relation == _titles.OTHER:
        return None if document.kind == kinds.QUALITY_MANUAL else Confidence.MEDIUM
    return Confidence.MEDIUM if others_whole and _titles.share(own, title) < _titles.SHORT else None


def _elsewhere(
    document: QualityDocument, title: str, known: dict[tuple[str, ...], list[_Known]]
) -> tuple[_Known, ...]:
    """Documents or rows of lists that bear exactly this title."""
    code = plain_code(document.identity.code)
    return tuple(
        k for k in known.get(_titles.core(title), ())
        if k.path != document.path and not (code and plain_code(k.code) == code)
    )


def _whose(document: QualityDocument, title: str, known: dict[tuple[str, ...], list[_Known]]) -> Text:
    found = next((k for k in _elsewhere(document, title, known) if k.code), None)
    if found is None:
        return Text("", "")
    return Text(f" (là tên của {found.code})", f" (the title of {found.code})")


def _codes_of(
    document: QualityDocument, blocks: tuple[ControlBlock, ...], context: Context[NoOptions]
) -> Iterator[Finding]:
    found = said(blocks, _code)
    odd = [s for s in found if s.value != found[0].value]
    if not odd:
        return
    where = told(found)
    yield context.finding(
        Text(f"Mã hiệu ghi không thống nhất: {where.vi}.", f"The code differs: {where.en}."),
        mend=Text(
            f"Xác định mã hiệu đúng rồi sửa mọi nơi cho giống nhau, bắt đầu từ {place_of(odd[0].block).vi}.",
            f"Decide which code is right and make all places the same, beginning with {place_of(odd[0].block).en}.",
        ),
        at=odd[0].at,
        evidence=odd[0].text,
        document=document,
        related=related(document.path, [s for s in found if s is not odd[0]]),
    )


def _cover(blocks: tuple[ControlBlock, ...]) -> list[Said[str]]:
    return [s for s in said(blocks, _title) if s.block.place not in ("header", "footer")]


def _title(block: ControlBlock) -> tuple[str, str, Location] | None:
    return (block.title.text, block.title.text, block.title.at) if block.title else None


def _code(block: ControlBlock) -> tuple[str, str, Location] | None:
    return (plain_code(block.code.text), block.code.text, block.code.at) if block.code else None
