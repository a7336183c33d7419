"""Chưa có mục tiêu chất lượng của năm hiện tại (khoản 6.2.1): bộ hồ sơ chỉ có mục tiêu của các năm trước. Cách sửa: ban
hành mục tiêu năm nay, hoặc ghi rõ mục tiêu cũ áp dụng đến khi nào. Im lặng khi bộ hồ sơ không có văn bản mục tiêu nào
(quy tắc required-information-missing nói điều đó) hoặc khi có văn bản mục tiêu không đọc được năm.

There are no quality objectives for the present year (6.2.1): the set holds only those of earlier years. Mend it by
issuing this year's, or by saying until when the old ones hold. Silent where the set holds no objectives at all
(required-information-missing says so) or where the year of some objectives could not be read.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Context, Finding, Level, NoOptions, Text, Workspace, kinds, workspace_rule


@workspace_rule(
    "objectives-missing-for-year",
    title=Text("Thiếu mục tiêu chất lượng của năm", "Objectives for the year are missing"),
    kinds=(kinds.QUALITY_OBJECTIVES,),
    clauses=("6.2.1",),
    level=Level.WARNING,
    since="0.1",
)
def objectives_missing_for_year(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding at the newest objectives when none is of this year or later."""
    dated = [(d.objectives.year, d.path, d) for d in workspace.documents if d.objectives and d.objectives.objectives]
    year = context.as_of.year
    if not dated or any(found >= year for found, _, _ in dated):
        return
    unknown = next((document for found, _, document in dated if not found), None)
    if unknown is not None:
        context.cannot_judge(Text("không đọc được năm của mục tiêu", "the year of the objectives is unknown"), unknown)
        return
    last, _, document = max(dated, key=lambda item: item[:2])
    yield context.finding(
        Text(f"Chưa có mục tiêu chất lượng năm {year}; mục tiêu mới nhất trong bộ hồ sơ là của năm {last}.",
             f"There are no quality objectives for {year}; the newest in the set are those of {last}."),
        mend=Text(f"Ban hành mục tiêu chất lượng năm {year} và kế hoạch thực hiện, để cùng bộ hồ sơ này.",
                  f"Issue the quality objectives for {year} with their plan and keep them in this set."),
        evidence=str(last),
        document=document,
    )
