"""Bước trong bảng quy trình không ghi thời gian. Thiếu thời gian thì không cộng được thành tổng và không biết bước nào
làm trễ. Sửa: ghi số ngày, số giờ hoặc "ngay trong ngày"; ô gộp thì tính cho mọi dòng của nó. Im lặng với bước của người
nộp hồ sơ, dòng tiêu đề nhóm, dòng "Tổng cộng", bước có thời gian ở một cột (trường hợp) khác, và ô gạch ngang.

A step of the process has no time. Then nothing can be added up, and nobody knows which step is late. Mend: give days,
hours or "ngay trong ngày"; a merged cell counts for all its rows. Silent on steps of the applicant, headings, totals,
steps with a time in another column (scenario), a dash in the cell, and where the table has no times at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, Step, Text, document_rule, kinds
from qmslint_vn_admin._steps import label, of_applicant, steps_of


@document_rule(
    "step-without-time",
    title=Text("Bước không ghi thời gian", "A step without a time"),
    kinds=(kinds.TTHC_PROCEDURE,),
    clauses=("8.5.1",),
    level=Level.WARNING,
    since="0.1",
)
def step_without_time(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """Every step of the agency whose cells of time are all empty."""
    procedure = document.procedure
    if procedure is None or procedure.process_form not in ("", "table"):
        return
    steps = steps_of(procedure)
    if not any(_has_time(step) for step in steps):
        return
    for step in steps:
        if not _has_time(step) and not of_applicant(step):
            yield context.finding(
                Text(f"Bước “{label(step)}” không ghi thời gian.", f"Step “{label(step)}” has no time."),
                mend=Text(
                    "Ghi thời gian của bước (½ ngày, 4 giờ, ngay trong ngày…) rồi cộng lại cho khớp tổng.",
                    "Give the time of the step (½ day, 4 hours, within the day …) and check the total.",
                ),
                at=step.at,
                evidence=label(step),
            )


def _has_time(step: Step) -> bool:
    return any(time.text.strip() or time.duration is not None for time in step.times)
