"""Văn bản dùng chữ viết tắt mà bảng chữ viết tắt (mục 4) không giải thích, chỗ dùng đầu tiên cũng không viết đầy đủ.
Người mới hoặc người dân đọc không hiểu, hoặc hiểu theo hai cách. Sửa: thêm vào bảng chữ viết tắt hoặc viết đầy đủ ở
lần dùng đầu. Mỗi văn bản báo một lần, gồm tất cả chữ chưa giải thích, đặt ở chữ xuất hiện trước nhất. Im lặng với chữ
ai cũng biết (TCVN, CCCD, TT …), ký hiệu trong số hiệu văn bản, chữ in hoa của đề mục và phần hướng dẫn trong biểu mẫu.

The document uses abbreviations that its list does not explain and that are not spelt out where they stand first. Mend:
add them to the list or spell them out. One finding a document names them all, at the place of the first. Silent on what
everybody knows (TCVN, CCCD …), symbols in document numbers, headings in capitals, and notes in printed forms.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    AbbreviationUse,
    Confidence,
    Context,
    Finding,
    Level,
    QualityDocument,
    Text,
    document_rule,
    fold,
    kinds,
)
from qmslint_hygiene._wording import listed, named_elsewhere

_CUT = 36  # characters beside an abbreviation from which the facts may have cut a word


@document_rule(
    "abbreviation-undefined",
    title=Text("Chữ viết tắt chưa được giải thích", "Abbreviation that is not explained"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.2",),
    level=Level.WARNING,
    since="0.1",
)
def abbreviation_undefined(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document."""
    explained = {fold(entry.short).replace(" ", "") for entry in document.abbreviations}
    missing = [
        use
        for use in document.abbreviation_uses
        if not use.expanded and fold(use.short).replace(" ", "") not in explained
    ]
    if not missing:
        return
    first = missing[0]
    names = listed([f"{use.short} ({use.uses} lần)" if use.uses > 1 else use.short for use in missing])
    names_en = listed([f"{use.short} ({use.uses} times)" if use.uses > 1 else use.short for use in missing])
    context_words = _whole_words(first)
    known = Text("bảng chữ viết tắt không có", "the list of abbreviations does not hold them")
    if not document.abbreviations:
        known = Text("văn bản không có bảng chữ viết tắt", "there is no list of abbreviations")
    yield context.finding(
        Text(
            f"Chữ viết tắt chưa được giải thích: {names.vi}; {known.vi} và chỗ dùng đầu không viết đầy đủ "
            f"(“…{context_words}…”).",
            f"Abbreviations that nobody explains: {names_en.en}; {known.en}, nor are they spelt out at first use "
            f"(“…{context_words}…”).",
        ),
        mend=Text(
            f"Thêm {listed([use.short for use in missing]).vi} vào mục định nghĩa/viết tắt, hoặc viết đầy đủ ở lần "
            "dùng đầu.",
            f"Add {listed([use.short for use in missing]).en} to the list of abbreviations, or spell them out.",
        ),
        at=first.at,
        evidence=", ".join(use.short for use in missing),
        confidence=Confidence.HIGH if document.abbreviations else Confidence.MEDIUM,
        related=named_elsewhere(document.path, [(use.at, use.short) for use in missing[1:]]),
    )


def _whole_words(use: AbbreviationUse) -> str:
    """The words around the first use without those that were cut at the ends."""
    before, short, after = use.context.partition(use.short)
    if len(before) >= _CUT:
        before = before.partition(" ")[2]
    if len(after) >= _CUT:
        after = after.rpartition(" ")[0]
    return (before + short + after).strip(" -+*•–.;,")
