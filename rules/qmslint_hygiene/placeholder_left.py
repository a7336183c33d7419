"""Văn bản còn chỗ chưa điền: dấu chấm “……”, ngày tháng bỏ trống, chữ nhắc “[ghi rõ …]”, câu mẫu của phần mềm. Văn bản
đã ban hành mà còn chỗ trống thì không ai biết quy định là gì. Sửa: điền nội dung hoặc bỏ câu. Mỗi loại chỗ trống báo
một lần một văn bản, đặt ở chỗ đầu tiên, các chỗ khác ghi kèm. Im lặng với biểu mẫu (chỗ trống là để điền), kể cả mẫu
in kèm sau văn bản, với bản dự thảo, và với dấu “…” kết thúc một liệt kê.

The document still holds blanks: dots, dates without day and month, “[ghi rõ …]”, template sentences. Mend: fill them in
or take them out. One finding for each sort of blank, at the first place, the others beside it. Silent on forms, the
printed ones behind a document too, on drafts, and on “…” at the end of a list.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, Placeholder, QualityDocument, Text, document_rule, kinds
from qmslint_hygiene._wording import named_elsewhere

_SORTS = {
    "dots": Text("dấu chấm chưa điền", "dots to fill in"),
    "blank-date": Text("ngày tháng bỏ trống", "a date left blank"),
    "bracket": Text("chữ nhắc trong ngoặc chưa thay", "a prompt in brackets"),
    "template": Text("câu mẫu của phần mềm", "a sentence of the template"),
    "highlight": Text("chữ tô màu chờ xử lý", "highlighted words"),
}


@document_rule(
    "placeholder-left",
    title=Text("Còn chỗ chưa điền", "Blank left in the text"),
    clauses=("7.5.2",),
    level=Level.WARNING,
    since="0.1",
    reads_drafts=False,
)
def placeholder_left(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding for each sort of blank."""
    if document.kind in (kinds.FORM, kinds.SURVEY, kinds.AUDIT_CHECKLIST):
        return
    sorts: dict[str, list[Placeholder]] = {}
    for placeholder in document.placeholders:
        sorts.setdefault(placeholder.reason, []).append(placeholder)
    for reason, found in sorts.items():
        sort = _SORTS.get(reason, Text("chỗ chưa điền", "a blank"))
        more = Text(f" và {len(found) - 1} chỗ khác", f" and {len(found) - 1} more") if len(found) > 1 else Text("", "")
        words = found[0].text.lstrip(" -+*•–")
        yield context.finding(
            Text(
                f"Còn {sort.vi}: “{words}”{more.vi}.",
                f"Left in the text, {sort.en}: “{words}”{more.en}.",
            ),
            mend=Text(
                "Điền nội dung vào chỗ trống, hoặc bỏ câu nếu không cần; bản chưa xong thì ghi rõ “Dự thảo”.",
                "Fill in the blank or take the sentence out; mark an unfinished document as “Dự thảo”.",
            ),
            at=found[0].at,
            evidence=found[0].text,
            related=named_elsewhere(document.path, [(placeholder.at, placeholder.text) for placeholder in found[1:]]),
        )
