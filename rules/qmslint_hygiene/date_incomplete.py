"""Ngày ban hành, ngày hiệu lực hoặc ngày sửa đổi ghi dở dang (“/07/2021”, “ngày … tháng 7 năm 2025”): không biết tài
liệu có hiệu lực từ ngày nào (khoản 7.5.2). Cách sửa: ghi đủ ngày, tháng, năm. Im lặng với bản dự thảo, với ngày để
trống trong biểu mẫu in kèm, với ngày không có thật (impossible-date báo).

An issue, effective or revision date is half filled in ("/07/2021"), so nobody knows from which day the document holds
(7.5.2). Write day, month and year. Silent on drafts, on blank dates of printed forms and on impossible dates.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Related,
    Text,
    WrittenDate,
    document_rule,
    kinds,
    same,
)
from qmslint_hygiene._blocks import own_blocks, place_of


@document_rule(
    "date-incomplete",
    title=Text("Ngày ghi dở dang", "A date is half filled in"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.2",),
    level=Level.ERROR,
    reads_drafts=False,
    since="0.1",
)
def date_incomplete(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding a half date; the same words in several blocks are one."""
    found: list[tuple[Text, Text, WrittenDate]] = []
    for block in own_blocks(document, context.settings):
        for name, written in (
            (Text("ngày ban hành", "the issue date"), block.issued),
            (Text("ngày hiệu lực", "the effective date"), block.effective),
        ):
            if written and written.problem == "incomplete":
                found.append((name, place_of(block), written))
    for row in document.revisions:
        if row.date and row.date.problem == "incomplete" and row.content.strip():
            name = Text("ngày sửa đổi", "the date of a revision")
            found.append((name, Text("bảng theo dõi sửa đổi", "the revision table"), row.date))
    done: list[tuple[str, str]] = []
    for name, place, written in found:
        if any(name.vi == known and same(written.text, text) for known, text in done):
            continue
        done.append((name.vi, written.text))
        again = [w for n, _, w in found if n == name and w is not written and same(w.text, written.text)]
        yield context.finding(
            Text(
                f"{name.vi.capitalize()} ở {place.vi} ghi dở dang: “{written.text}”.",
                f"On {place.en} {name.en} is half filled in: “{written.text}”.",
            ),
            mend=Text("Ghi đủ ngày, tháng, năm.", "Write day, month and year."),
            at=written.at,
            evidence=written.text,
            related=[Related(document.path, w.at) for w in again],
        )
