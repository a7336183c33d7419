"""Thời hạn ở mục "Thời hạn giải quyết" khác tổng ghi ở đầu cột bảng quy trình, hoặc khác thời hạn trong danh mục
TTHC. Một thủ tục chỉ có một thời hạn cho mỗi trường hợp. Sửa: chép đúng thời hạn theo quyết định công bố vào cả ba
chỗ. Im lặng khi không ghép chắc chắn được trường hợp với cột, khi một bên không có con số ("trả ngay"), khi chỉ khác
"ngày" và "ngày làm việc" (time-units-mixed nói việc đó).

The limit of the item on the time limit differs from the heading of the process table, or from the list of TTHC. A
TTHC has one limit for each scenario. Mend: copy the published limit to all three places. Silent where scenarios
cannot be matched with certainty, where one side has no number, and where only "ngày" and "ngày làm việc" differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    Level,
    Procedure,
    QualityDocument,
    Related,
    Text,
    TimeLimit,
    Workspace,
    fold,
    kinds,
    workspace_rule,
)
from qmslint_vn_admin._limits import limit_of, promise
from qmslint_vn_admin._times import compare, needs_hours, said
from qmslint_vn_admin._tthc import ties

MEND = Text(
    "Đối chiếu quyết định công bố TTHC, ghi cùng một thời hạn ở mục thời hạn, đầu cột và danh mục.",
    "Check the decision that published the TTHC; state one limit in the item, the heading and the list.",
)


@workspace_rule(
    "time-limit-mismatch",
    title=Text("Thời hạn ghi ở các chỗ khác nhau", "The time limit is stated differently in different places"),
    kinds=(kinds.TTHC_PROCEDURE, kinds.TTHC_LIST),
    clauses=("8.2.2",),
    basis=("63/2010/NĐ-CP Điều 8",),
    level=Level.ERROR,
    since="0.1",
)
def time_limit_mismatch(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """Item against heading, then procedure against list."""
    for document in workspace.of_kind(kinds.TTHC_PROCEDURE):
        procedure = document.procedure
        if procedure is None:
            continue
        for item, heading in _pairs(procedure):
            if _differ(item, heading):
                yield _finding(
                    context, document, item,
                    Text("mục thời hạn giải quyết ghi", "the item on the time limit says"),
                    heading, Text("đầu cột của bảng quy trình ghi", "the heading of the process table says"),
                    Related(document.path, heading.at),
                )  # fmt: skip
        stated = promise(procedure)
        tied = ties(workspace).of(document)
        listed = [entry for entry, how in tied if entry.row.time_limit is not None and how in ("code", "title")]
        if stated is not None and len({e.row.time_limit.text for e in listed if e.row.time_limit}) == 1:
            limit = listed[0].row.time_limit
            if limit is not None and limit.duration is not None and _differ(stated, limit):
                yield _finding(
                    context, document, stated, Text("quy trình ghi", "the procedure says"),
                    limit, Text("danh mục TTHC ghi", "the list of TTHC says"),
                    Related(listed[0].list.path, listed[0].row.at),
                )  # fmt: skip


def _pairs(procedure: Procedure) -> Iterator[tuple[TimeLimit, TimeLimit]]:
    """Item and heading of each scenario that both name, exactly once."""
    for scenario in dict.fromkeys(fold(column.scenario) for column in procedure.time_columns):
        item, heading = limit_of(procedure.time_limits, scenario), limit_of(procedure.time_columns, scenario)
        if item is not None and heading is not None:
            yield item, heading


def _differ(first: TimeLimit, second: TimeLimit) -> bool:
    if first.duration is None or second.duration is None:
        return False
    return compare(first.duration, second.duration) not in (0, None)


def _finding(
    context: Context[Any],
    document: QualityDocument,
    first: TimeLimit,
    who: Text,
    second: TimeLimit,
    other: Text,
    related: Related,
) -> Finding:
    assert first.duration is not None and second.duration is not None
    case = Text(f" (trường hợp {first.scenario})", f" (case: {first.scenario})") if first.scenario else Text("", "")
    return context.finding(
        Text(
            f"Thời hạn mâu thuẫn{case.vi}: {who.vi} {said(first.duration)}, {other.vi} {said(second.duration)}.",
            f"The time limits contradict each other{case.en}: {who.en} {said(first.duration, 'en')}, "
            f"{other.en} {said(second.duration, 'en')}.",
        ),
        mend=MEND,
        at=first.at,
        evidence=first.text,
        document=document,
        related=[related],
        confidence=Confidence.MEDIUM if needs_hours([first.duration, second.duration]) else None,
    )
