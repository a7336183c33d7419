"""Bước trong bảng quy trình không ghi ai thực hiện. Không có tên vị trí thì không giao được việc và không truy được
trách nhiệm. Sửa: ghi vị trí hoặc bộ phận thực hiện ở từng bước; ô gộp thì tính cho mọi dòng của nó. Im lặng với dòng
tiêu đề nhóm, dòng "Tổng cộng", và khi bảng không có cột trách nhiệm (quy tắc process-table-missing đã nói).

A step of the process names nobody who does it. Mend: name the position or unit at every step; a merged cell counts
for all its rows. Silent on headings of groups, rows of totals, charts and lists, and where the table has no such
column at all (process-table-missing says so).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, Text, document_rule, kinds
from qmslint_vn_admin._steps import label, steps_of


@document_rule(
    "step-without-responsible",
    title=Text("Bước không ghi người thực hiện", "A step without a person responsible"),
    kinds=(kinds.TTHC_PROCEDURE,),
    clauses=("5.3", "8.5.1"),
    level=Level.WARNING,
    since="0.1",
)
def step_without_responsible(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """Every step whose cell is empty."""
    procedure = document.procedure
    if procedure is None or procedure.process_form not in ("", "table"):
        return
    steps = steps_of(procedure)
    if "responsible" not in procedure.columns and not any(step.responsible.strip() for step in steps):
        return
    for step in steps:
        if not step.responsible.strip(" -–—._…"):
            yield context.finding(
                Text(
                    f"Bước “{label(step)}” không ghi ai thực hiện.", f"Step “{label(step)}” does not say who does it."
                ),
                mend=Text(
                    "Ghi vị trí việc làm hoặc bộ phận thực hiện bước này.",
                    "Name the position or unit that does this step.",
                ),
                at=step.at,
                evidence=label(step),
            )
