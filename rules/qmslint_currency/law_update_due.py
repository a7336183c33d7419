"""Văn bản quy phạm pháp luật mới có hiệu lực và chưa được cập nhật vào quy trình, nhưng còn trong thời hạn ba tháng
(Quyết định 19/2014/QĐ-TTg Điều 4 khoản 4 điểm a). Đây là lời nhắc, không phải lỗi: nêu ngày hết hạn và số ngày còn lại.
Việc cần làm: phân công rà soát, sửa đổi trước ngày đó. Im lặng khi đã cập nhật, khi có điều khoản chuyển tiếp, và khi
đã qua hạn (quy tắc law-update-overdue nói).

A law came into force and is not yet taken into the procedure, which is still inside the three months. A reminder, no
fault: it gives the last day and the days left. Silent once it is taken in, where a transitional clause is noted, and
after the deadline (law-update-overdue speaks then).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, Text, Update, UpdateState, Workspace, kinds, workspace_rule
from qmslint_currency._say import change, deadline, mended, more, standing, sureness, unverified
from qmslint_currency._updates import evidence, groups, place, subject_word
from qmslint_currency._view import register_missing


@workspace_rule(
    "law-update-due",
    title=Text("Thay đổi của pháp luật sắp đến hạn cập nhật", "A change of law that is to be taken in soon"),
    kinds=(kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE, kinds.LEGAL_LIST),
    clauses=("8.2.3",),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 4 điểm a",),
    level=Level.INFO,
    since="0.1",
)
def law_update_due(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding for the changes of each cited law that are still inside their three months."""
    if register_missing(workspace, context):
        return
    for one, group in groups(workspace, context, _inside):
        first, at, word = group[0], place(one, group), subject_word(one)
        yield context.finding(
            Text(
                f"{change(first).vi} cần được cập nhật vào {word.vi}: {deadline(first).vi}, {standing(first).vi}."
                f"{more(group[1:]).vi}",
                f"{change(first).en} is to be taken into {word.en}: {deadline(first).en}, {standing(first).en}."
                f"{more(group[1:]).en}",
            ),
            mend=mended(Text(
                "Phân công rà soát và ban hành bản sửa đổi trước ngày hết hạn.",
                "Have it reviewed and issue the revision before that day.",
            ), unverified(group)),
            at=at[0],
            related=at[1],
            evidence=evidence(group),
            document=one.document,
            confidence=sureness(group),
        )


def _inside(update: Update) -> bool:
    return update.state is UpdateState.DUE and not update.grace
