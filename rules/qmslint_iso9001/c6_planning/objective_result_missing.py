"""Mục tiêu của năm đã qua chưa có kết quả: hết năm phải biết từng mục tiêu đạt hay không (khoản 6.2.1d, 9.1.3). Cách
sửa: ghi kết quả vào bảng kế hoạch hoặc lập báo cáo kết quả thực hiện mục tiêu. Im lặng với mục tiêu của năm hiện tại,
và khi bộ hồ sơ có báo cáo kết quả mục tiêu của năm đó.

Objectives of a past year without results: once the year is over it must be known of each whether it was reached
(6.2.1d, 9.1.3). Mend it by filling in the results or writing a report on them. Silent on objectives of the present
year, and where the set holds a report on the results of that year.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Context,
    Finding,
    Level,
    NoOptions,
    Objectives,
    QualityDocument,
    Text,
    Workspace,
    fold,
    kinds,
    shorten,
    workspace_rule,
)
from qmslint_iso9001._words import OBJECTIVE_RESULTS

MEND = Text(
    "Ghi kết quả của từng mục tiêu (con số, đạt hay chưa, vì sao), hoặc lập báo cáo kết quả thực hiện mục tiêu.",
    "State the result of each objective (figure, reached or not, why), or write a report on the results.",
)


@workspace_rule(
    "objective-result-missing",
    title=Text("Mục tiêu năm đã qua chưa có kết quả", "Objectives of a past year without results"),
    kinds=(kinds.QUALITY_OBJECTIVES,),
    clauses=("6.2.1d", "9.1.3"),
    level=Level.WARNING,
    since="0.1",
)
def objective_result_missing(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """No result at all for a past year, or a row without one among rows that have it."""
    for document in workspace.documents:
        objectives = document.objectives
        if not objectives or not 0 < objectives.year < context.as_of.year:
            continue
        if not objectives.objectives and not objectives.plan:
            continue
        rows = [row for row in objectives.plan if row.objective.strip() and not row.result.strip()]
        filled = any(row.result.strip() for row in objectives.plan)
        if filled:
            for row in rows:
                words = shorten(row.objective, 80)
                yield context.finding(
                    Text(f"Mục tiêu năm {objectives.year} “{words}” chưa ghi kết quả, trong khi năm đã kết thúc.",
                         f"The objective of {objectives.year} “{words}” has no result although the year is over."),
                    mend=MEND, at=row.at, evidence=row.objective, document=document,
                )
        elif not objectives.has_results and not reported(workspace, document, objectives):
            yield context.finding(
                Text(f"Năm {objectives.year} đã kết thúc nhưng không thấy kết quả thực hiện các mục tiêu của năm đó.",
                     f"{objectives.year} is over but the results of its objectives are not to be found."),
                mend=MEND, evidence=str(objectives.year), document=document,
            )


def reported(workspace: Workspace, subject: QualityDocument, objectives: Objectives) -> bool:
    """Whether another document of the set reports the results of that year."""
    for other in workspace.documents:
        if other.path == subject.path:
            continue
        known = other.objectives
        if known and known.year == objectives.year and (known.has_results or any(row.result for row in known.plan)):
            return True
        title = fold(other.identity.title)
        if OBJECTIVE_RESULTS.search(title) and str(objectives.year) in title:
            return True
    return False
