"""Hai đề mục ngang cấp mang cùng một số khi in ra, ví dụ “6. BIỂU MẪU” rồi “6. HỒ SƠ LƯU”: viện dẫn “mục 6” không còn
biết là mục nào. Thường do một số gõ tay, một số để Word đánh tự động. Sửa: đánh lại số, tốt nhất dùng đánh số tự động
cho mọi đề mục. Xét cả số tự động mà trong tệp không thấy. Im lặng khi một danh sách a, b, c bắt đầu lại dưới tiểu mục
khác, và với biểu mẫu in kèm phía sau.

Two sister headings carry the same number in print, as “6. BIỂU MẪU” and “6. HỒ SƠ LƯU”: “mục 6” can mean either.
Mostly one number is typed and one is Word's. Mend: number again, best automatically. Automatic numbers count as
printed. Silent where a list a, b, c begins again, and on the printed forms behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, Section, Text, document_rule, kinds
from qmslint_hygiene._outline import named, runs
from qmslint_hygiene._wording import named_elsewhere, quoted


@document_rule(
    "section-number-duplicated",
    title=Text("Hai đề mục cùng số", "Two headings with one number"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.2",),
    level=Level.INFO,
    since="0.1",
)
def section_number_duplicated(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding for each number that several sister headings carry."""
    for run in runs(document.sections):
        same: dict[int, list[Section]] = {}
        for place, section in zip(run.ordinals, run.sections, strict=True):
            if place:
                same.setdefault(place, []).append(section)
        for found in same.values():
            if len(found) < 2:
                continue
            names = quoted([named(section) for section in found], 4)
            mixed = len({section.automatic for section in found}) > 1
            why = Text("", "")
            if mixed:
                why = Text(" (một số gõ tay, một số do Word đánh tự động)", " (one is typed, one is Word's)")
            yield context.finding(
                Text(
                    f"{len(found)} đề mục cùng mang số {found[0].number} khi in ra: {names.vi}{why.vi}.",
                    f"{len(found)} headings are printed with the number {found[0].number}: {names.en}{why.en}.",
                ),
                mend=Text(
                    "Đánh lại số đề mục cho liên tục và sửa các chỗ viện dẫn “mục …” theo số mới.",
                    "Number the headings again and correct the references to them.",
                ),
                at=found[1].at,
                evidence=" / ".join(named(section) for section in found),
                related=named_elsewhere(document.path, [(s.at, named(s)) for s in (found[0], *found[2:])]),
            )
