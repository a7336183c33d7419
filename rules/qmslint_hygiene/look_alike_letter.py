"""Chữ trong văn bản dùng nhầm ký tự trông giống: “Ð” (chữ eth, U+00D0) thay cho “Đ”, “Ƣ” thay cho “Ư”, hoặc chữ cái
Kirin, Hy Lạp lẫn trong từ tiếng Việt. Thường do chuyển mã hoặc chép từ PDF. Số hiệu “QÐ-TTg” ghi như vậy thì tra không
ra văn bản. Sửa: xóa chữ ấy rồi gõ lại. Im lặng với chữ Hy Lạp đứng một mình (α, β, Δ trong công thức).

A word holds a letter that only looks right: “Ð” (eth) for “Đ”, “Ƣ” for “Ư”, a Cyrillic or Greek letter inside a
Vietnamese word; mostly from converters and PDF files. Searching such a number finds nothing. Mend: put the right
letter. Silent on Greek letters that stand alone. Reported once a document, with the number and the first word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Fix, Level, QualityDocument, Text, document_rule
from qmslint_hygiene._wording import listed

_ETH = "chữ eth", "the letter eth"
_GHA = "chữ gha", "the letter gha"
_NAMES = {"Ð": _ETH, "ð": _ETH, "Ɖ": ("chữ D châu Phi", "the African D"), "Ƣ": _GHA, "ƣ": _GHA}


@document_rule(
    "look-alike-letter",
    title=Text("Dùng nhầm chữ trông giống nhau", "Letters that only look right"),
    clauses=("7.5.2",),
    basis=("72/2002/QĐ-TTg",),
    level=Level.WARNING,
    since="0.1",
)
def look_alike_letter(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document: how many words, and the first."""
    for defect in document.encoding:
        if defect.defect != "look-alike":
            continue
        composed = unicodedata.normalize("NFC", defect.text)
        pairs = list(dict.fromkeys((w, r) for w, r in zip(composed, defect.shown, strict=False) if w != r))
        named = [_named(wrong, right) for wrong, right in pairs]
        yield context.finding(
            Text(
                f"{defect.total} chữ dùng nhầm ký tự trông giống chữ tiếng Việt. Chữ đầu tiên là “{defect.text}”: "
                f"{listed([one.vi for one in named]).vi}.",
                f"{defect.total} word(s) hold letters that only look Vietnamese. The first is “{defect.text}”: "
                f"{listed([one.en for one in named]).en}.",
            ),
            mend=_mend(pairs),
            at=defect.at,
            evidence=defect.text,
            fix=Fix(defect.text, defect.shown),
        )


def _named(wrong: str, right: str) -> Text:
    """The letter, whose it is, and the one it stands for: the two look the same."""
    vi, en = _NAMES.get(wrong) or (
        ("chữ cái Hy Lạp", "a Greek letter") if unicodedata.name(wrong, "").startswith("GREEK")
        else ("chữ cái Kirin", "a Cyrillic letter")
    )
    code = f"U+{ord(wrong):04X}"
    return Text(f"“{wrong}” là {vi} ({code}), đúng phải là “{right}”",
                f"“{wrong}” is {en} ({code}) and should be “{right}”")


def _mend(pairs: list[tuple[str, str]]) -> Text:
    """Type it anew: looking does not help. Word finds a character by its number."""
    sought = [f"^u{ord(wrong)}" for wrong, _ in pairs]
    rights = [f"“{right}”" for _, right in pairs]
    steps = listed([f"{find} → {right}" for find, right in zip(sought, rights, strict=True)])
    return Text(
        "Xóa chữ này rồi gõ lại bằng bộ gõ tiếng Việt. Muốn thay hết một lần trong Word: Tìm và thay thế (Ctrl+H), "
        f"ô Tìm → ô Thay bằng: {steps.vi}.",
        "Delete the word and type it anew. To replace all at once in Word: Find and replace (Ctrl+H), "
        f"find → replace by: {steps.en}.",
    )
