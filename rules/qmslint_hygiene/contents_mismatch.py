"""Mục lục gõ tay không khớp với các đề mục trong văn bản: hai mục dính làm một, số mục lệch (mục lục ghi 4, trong bài
là 5), mục có trong bài mà mục lục không có hoặc ngược lại. Người đọc theo mục lục sẽ tìm không ra. Sửa: gõ lại mục lục,
hoặc dùng mục lục tự động của Word. Mỗi văn bản báo một lần, kể hết các chỗ lệch. Im lặng khi chỉ khác cách gọi tên
(“Định nghĩa/viết tắt” và “Định nghĩa và viết tắt”, “Hồ sơ cần lưu” và “Hồ sơ lưu trữ”) hay khác số trang.

The typed table of contents does not agree with the headings: two entries run together, numbers differ, a heading is
missing on one side. Mend: type it again or let Word make it. One finding a document lists all differences. Silent on
other wordings of the same heading and on page numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    ContentsEntry,
    Context,
    Finding,
    Level,
    Location,
    QualityDocument,
    Section,
    Text,
    document_rule,
    fold,
    kinds,
)
from qmslint_hygiene._alignment import align
from qmslint_hygiene._outline import named
from qmslint_hygiene.section_number_skipped import FACT as GAPS

_BESIDE = ("phụ lục", "mục lục", "trang bìa", "bìa", "phê duyệt", "annex", "danh sách")


@document_rule(
    "contents-mismatch",
    title=Text("Mục lục không khớp đề mục", "Contents do not agree with the headings"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.2",),
    level=Level.WARNING,
    since="0.1",
)
def contents_mismatch(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document."""
    entries = document.contents
    deep = any("." in entry.number for entry in entries)
    headings = [s for s in document.sections if s.level == 1 or (deep and "." in s.number)]
    if len(entries) < 3 or len(headings) < 3:
        return
    pairs = align(tuple([entry.title for entry in entries]), tuple([heading.title for heading in headings]))
    if sum(1 for pair in pairs if pair.headings) * 2 < len(entries):
        context.cannot_judge(
            Text("không so được mục lục với các đề mục", "contents and headings could not be compared")
        )
        return
    gaps = {number for gap in document.extras(GAPS) for number in gap.get("missing").split(", ")}
    problems = list(_problems(entries, headings, [pair.headings for pair in pairs], gaps))
    if problems:
        yield context.finding(
            Text(
                f"Mục lục không khớp với đề mục trong văn bản: {'; '.join(p.vi for p, _ in problems)}.",
                f"The contents do not agree with the headings: {'; '.join(p.en for p, _ in problems)}.",
            ),
            mend=Text(
                "Gõ lại mục lục theo đúng số và tên đề mục, hoặc dùng mục lục tự động của Word.",
                "Type the contents again with the numbers and names of the headings, or let Word make them.",
            ),
            at=problems[0][1],
            evidence=" / ".join(_shown(entry) for entry in entries),
        )


def _problems(
    entries: tuple[ContentsEntry, ...], headings: list[Section], pairs: list[tuple[int, ...]], gaps: set[str]
) -> Iterator[tuple[Text, Location]]:
    # Where no heading has the number and lines begin with it, the section stands there unrecognised.
    numbers = {heading.number for heading in headings if heading.level == 1} | gaps
    for entry, taken in zip(entries, pairs, strict=True):
        shown = _shown(entry)
        if len(taken) > 1:
            first, second = named(headings[taken[0]]), named(headings[taken[1]])
            yield Text(
                f"“{shown}” gộp hai mục “{first}” và “{second}” làm một",
                f"“{shown}” runs “{first}” and “{second}” together",
            ), entry.at
        elif taken and entry.number and headings[taken[0]].number and not _same_number(entry, headings[taken[0]]):
            number = headings[taken[0]].number
            yield Text(
                f"“{shown}” trong bài là mục {number}", f"“{shown}” is section {number} in the text"
            ), entry.at
        elif not taken and entry.number in numbers and not fold(entry.title).startswith(_BESIDE):
            yield Text(f"trong bài không có mục “{shown}”", f"the text has no section “{shown}”"), entry.at
    listed = {index for taken in pairs for index in taken}
    numbered = any(entry.number for entry in entries)
    for index, heading in enumerate(headings):
        if index not in listed and heading.number and heading.level == 1 and numbered:
            yield Text(
                f"mục lục thiếu “{named(heading)}”", f"the contents lack “{named(heading)}”"
            ), entries[-1].at


def _same_number(entry: ContentsEntry, heading: Section) -> bool:
    one, other = entry.number.strip(". )"), heading.number.strip(". )")
    return one.lstrip("0").lower() == other.lstrip("0").lower()


def _shown(entry: ContentsEntry) -> str:
    return f"{entry.number}. {entry.title}" if entry.number else entry.title
