"""Một chữ viết tắt được giải thích hai lần trong cùng văn bản. Nếu hai nghĩa khác nhau thì người đọc không biết theo
nghĩa nào (cảnh báo); nếu cùng nghĩa thì chỉ là thừa (thông tin). Sửa: giữ một lần giải thích; hai khái niệm thì dùng
hai chữ viết tắt khác nhau. Im lặng khi hai chỗ giải thích chỉ khác hoa thường, dấu câu.

One abbreviation is explained twice. Two different meanings leave the reader in doubt (warning); the same one is merely
superfluous (information). Mend: keep one; use two abbreviations for two things. Case and punctuation make no
difference of meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Abbreviation, Context, Finding, Level, QualityDocument, Text, document_rule, fold, kinds
from qmslint_hygiene._wording import named_elsewhere


@document_rule(
    "abbreviation-defined-twice",
    title=Text("Chữ viết tắt giải thích hai lần", "Abbreviation explained twice"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.2",),
    level=Level.INFO,
    since="0.1",
)
def abbreviation_defined_twice(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding for each abbreviation."""
    entries: dict[str, list[Abbreviation]] = {}
    for entry in document.abbreviations:
        entries.setdefault(fold(entry.short).replace(" ", ""), []).append(entry)
    for found in entries.values():
        if len(found) < 2:
            continue
        first, second = found[0], next((e for e in found[1:] if _plain(e) != _plain(found[0])), found[1])
        if _plain(first) == _plain(second):
            message = Text(
                f"“{first.short}” được giải thích {len(found)} lần, cùng một nghĩa.",
                f"“{first.short}” is explained {len(found)} times, with the same meaning.",
            )
            mend = Text("Giữ một lần giải thích.", "Keep one explanation.")
            level = Level.INFO
        else:
            message = Text(
                f"“{first.short}” được giải thích theo hai nghĩa: “{first.meaning}” và “{second.meaning}”.",
                f"“{first.short}” is explained in two ways: “{first.meaning}” and “{second.meaning}”.",
            )
            mend = Text(
                "Giữ một nghĩa cho mỗi chữ viết tắt; khái niệm thứ hai thì đặt chữ viết tắt khác.",
                "Keep one meaning for each abbreviation; give the second thing another one.",
            )
            level = Level.WARNING
        yield context.finding(
            message,
            mend=mend,
            at=found[1].at,
            evidence=f"{first.short}: {first.meaning} / {second.meaning}",
            level=level,
            related=named_elsewhere(document.path, [(first.at, first.meaning)]),
        )


def _plain(entry: Abbreviation) -> str:
    return "".join(character for character in fold(entry.meaning) if character.isalnum())
