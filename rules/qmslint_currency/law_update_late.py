"""Thay đổi của văn bản quy phạm pháp luật đã được cập nhật, nhưng sau thời hạn ba tháng (Quyết định 19/2014/QĐ-TTg Điều
4 khoản 4 điểm a). Không sửa được nữa; nên tìm nguyên nhân và phòng ngừa cho lần sau. Chỉ nói khi biết chắc đã có lần
ban hành trước hạn đó (bảng sửa đổi ghi ngày); im lặng với quy trình ban hành lần đầu và khi một lần sửa đổi nào đó
trong hạn có thể đã cập nhật.

A change of law was taken in, but after the three months. It cannot be mended; find the cause for the next time. Only
where an earlier version is known to have been in use at the deadline; silent on first issues, and where some revision
inside the three months may have held it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, Text, UpdateState, Workspace, kinds, workspace_rule
from qmslint_currency._say import change, deadline, mended, more, said, standing, sureness, unverified
from qmslint_currency._updates import evidence, groups, place
from qmslint_currency._view import register_missing


@workspace_rule(
    "law-update-late",
    title=Text("Cập nhật thay đổi của pháp luật muộn", "A change of law taken in late"),
    kinds=(kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE, kinds.LEGAL_LIST),
    clauses=("8.2.3", "10.2.1"),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 4 điểm a",),
    level=Level.INFO,
    since="0.1",
)
def law_update_late(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding for the changes of each cited law that were taken in late."""
    if register_missing(workspace, context):
        return
    for one, group in groups(workspace, context, lambda update: update.state is UpdateState.LATE):
        first, at = group[0], place(one, group)
        yield context.finding(
            Text(
                f"{change(first).vi} được cập nhật ngày {said(first.taken)}, {standing(first).vi}: "
                f"{deadline(first).vi}.{more(group[1:]).vi}",
                f"{change(first).en} was taken in on {said(first.taken)}, {standing(first).en}: "
                f"{deadline(first).en}.{more(group[1:]).en}",
            ),
            mend=mended(Text(
                "Xem lại việc theo dõi văn bản mới và ghi nguyên nhân vào phiếu hành động khắc phục.",
                "Look at how new laws are followed, and record the cause as a corrective action.",
            ), unverified(group)),
            at=at[0],
            related=at[1],
            evidence=evidence(group),
            document=one.document,
            confidence=sureness(group),
        )
