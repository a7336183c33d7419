"""Số đề mục nhảy cóc khi in ra (4 rồi 6; h rồi k): hoặc thiếu một mục, hoặc đánh nhầm số; người đọc tưởng mất trang.
Thứ tự chữ cái tính theo lệ tiếng Việt: a b c d đ e g h i k l m n o p q r s t u v x y. Sửa: bổ sung mục thiếu hoặc đánh
lại số. Im lặng khi mục thiếu vẫn có trong văn bản ở dạng khác (trong bảng, không in đậm), khi đề mục ở giữa không đánh
số, và khi danh sách dùng bảng chữ cái Latinh đủ (có f, j, w, z).

Numbers of headings jump in print (4, then 6; h, then k): a section is missing or misnumbered. Letters count as in
Vietnamese: a b c d đ e g h i k … Mend: add the section or number again. Silent where the missing one stands there in
another shape (in a table, not bold), where a heading between has no number, and for lists in the English alphabet.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    Context,
    Extra,
    Extractor,
    Finding,
    Level,
    QualityDocument,
    Reading,
    Section,
    Text,
    document_rule,
    kinds,
)
from qmslint_hygiene._outline import Run, named, number_at, runs
from qmslint_hygiene._wording import listed

FACT = "hygiene:section-gaps"


def section_gaps(reading: Reading) -> tuple[Extra, ...]:
    """Each gap that no line of the text fills: the missing numbers, the headings before and behind."""
    sections: tuple[Section, ...] = tuple(reading.facts.get("sections", ()))
    found: list[Extra] = []
    for run in runs(sections):
        for index in range(1, len(run.sections)):
            before, after = run.sections[index - 1], run.sections[index]
            low, high = run.ordinals[index - 1], run.ordinals[index]
            if not low or high - low < 2 or high - low > 3 or _unnumbered_between(sections, before, after):
                continue
            missing = [number_at(place, run) for place in range(low + 1, high)]
            if not _is_there(reading, missing, before, after, run):
                values = (("missing", ", ".join(missing)), ("before", named(before)), ("after", named(after)))
                found.append(Extra(FACT, values, after.at))
    return tuple(found)


def _unnumbered_between(sections: tuple[Section, ...], before: Section, after: Section) -> bool:
    return any(
        before.at.order < s.at.order < after.at.order and s.level == before.level and not s.number for s in sections
    )


def _is_there(reading: Reading, missing: list[str], before: Section, after: Section, run: Run) -> bool:
    """Whether a line between the two begins with a missing number, however it looks."""
    for line in reading.lines:
        if before.at.order < line.at.order < after.at.order:
            for number in missing:
                rest = line.folded[len(number) :]
                if line.folded.startswith(number.lower()) and not rest[:1].isalnum():
                    return True
    return any(section.number in missing for section in run.sections)


GAPS = Extractor(FACT, section_gaps, needs=("sections", "kind"), kinds=kinds.CONTROLLED)


@document_rule(
    "section-number-skipped",
    title=Text("Số đề mục nhảy cóc", "A number of a heading is skipped"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.2",),
    level=Level.INFO,
    since="0.1",
)
def section_number_skipped(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding a gap."""
    for gap in document.extras(FACT):
        missing = listed(gap.get("missing").split(", "))
        yield context.finding(
            Text(
                f"Sau “{gap.get('before')}” là “{gap.get('after')}”: thiếu mục {missing.vi}.",
                f"“{gap.get('before')}” is followed by “{gap.get('after')}”: {missing.en} is missing.",
            ),
            mend=Text(
                "Bổ sung mục còn thiếu, hoặc đánh lại số cho liên tục và sửa các chỗ viện dẫn.",
                "Add the missing section, or number again and correct the references.",
            ),
            at=gap.at,
            evidence=f"{gap.get('before')} / {gap.get('after')}",
        )
