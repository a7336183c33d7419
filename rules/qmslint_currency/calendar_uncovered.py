"""Thời hạn ba tháng của một văn bản rơi vào năm mà lịch nghỉ chưa được biết đủ (Tết và ngày liền kề 02/9 do Thủ tướng
quyết định từng năm), nên ngày hết hạn chỉ là tạm tính. Sửa: khai báo tệp ngày nghỉ (holidays trong qmslint.yaml)
khi có thông báo nghỉ. Chỉ nói khi có thời hạn đang chạy hoặc đã quá rơi vào năm đó; mỗi lần chạy một phát hiện.

The three months of some law end in a year whose holidays are not all known (Tết and the day beside 2 September are
fixed year by year), so the last day is provisional. Mend: name a file of holidays in qmslint.yaml once they are
announced. Speaks only where a deadline that is running falls into such a year; one finding a run.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    Certainty,
    Confidence,
    Context,
    Finding,
    Level,
    Text,
    UpdateState,
    Workspace,
    kinds,
    workspace_rule,
)
from qmslint_currency._say import said
from qmslint_currency._view import JUDGED, judged

_RUNNING = (UpdateState.DUE, UpdateState.OVERDUE, UpdateState.COMING)


@workspace_rule(
    "calendar-uncovered",
    title=Text("Lịch nghỉ chưa đủ để tính thời hạn", "The calendar does not cover a deadline"),
    kinds=(kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE, kinds.LEGAL_LIST),
    basis=("45/2019/QH14 Điều 112", "91/2015/QH13 Điều 148 khoản 5"),
    level=Level.WARNING,
    since="0.1",
)
def calendar_uncovered(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding for the years that running deadlines need and the calendar does not know."""
    if not workspace.of_kind(*JUDGED) or not context.register.documents:
        return
    running = [
        update
        for one in judged(workspace, context)
        for update in one.updates
        if update.deadline is not None and update.deadline.provisional and update.state in _RUNNING
    ]
    ends = sorted({update.deadline.rolled for update in running if update.deadline is not None})
    if not ends:
        return
    sure = any(update.certainty is not Certainty.SECONDARY for update in running)
    years = ", ".join(str(year) for year in sorted({end.year for end in ends}))
    yield context.finding(
        Text(
            f"Lịch nghỉ năm {years} chưa có đủ nên {len(ends)} ngày hết hạn chỉ là tạm tính (sớm nhất "
            f"{said(ends[0])}).",
            f"The holidays of {years} are not all known, so {len(ends)} deadlines are provisional (first "
            f"{said(ends[0])}).",
        ),
        mend=Text(
            "Khai báo ngày nghỉ, ngày làm bù của năm đó trong tệp holidays của qmslint.yaml.",
            "Give the holidays and working Saturdays of that year in the holidays file of qmslint.yaml.",
        ),
        evidence=years,
        confidence=Confidence.HIGH if sure else Confidence.LOW,
    )
