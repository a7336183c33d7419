"""Danh mục văn bản pháp lý lâu không được rà soát (mặc định sáu tháng). Luật phải được cập nhật trong ba tháng, nên
danh mục không rà soát trong hai kỳ như vậy không thể cho biết thay đổi nào đã đến hạn. Sửa: rà soát và ghi ngày rà
soát. Tùy chọn `months`. Khi danh mục không ghi ngày nào thì nêu là chưa xét được.

The list of legal documents was not reviewed for long (six months by default). Changes must be taken in within three
months; a list not reviewed for twice as long cannot tell which are due. Mend: review it and write the date. Option
`months`. Where the list gives no date at all, the rule says that it cannot judge.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Context, Finding, Level, NamedTuple, Text, Workspace, end_of_months, kinds, workspace_rule
from qmslint_currency._lists import day, legal_lists
from qmslint_currency._say import said


class Options(NamedTuple):
    """How many months a list may go without review."""

    months: int = 6


@workspace_rule(
    "legal-list-unreviewed",
    title=Text("Danh mục văn bản pháp lý lâu không rà soát", "The list of laws was not reviewed for long"),
    kinds=(kinds.LEGAL_LIST,),
    clauses=("7.5.3", "9.1.1"),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 4 điểm a",),
    level=Level.WARNING,
    since="0.1",
    options=Options,
)
def legal_list_unreviewed(workspace: Workspace, context: Context[Options]) -> Iterator[Finding]:
    """One finding for each list whose last review lies too far back."""
    for document in legal_lists(workspace):
        days = [
            when
            for when in (document.identity.issued, document.identity.effective,
                         *(day(row.reviewed) for row in document.listed_laws))
            if when is not None and when <= context.as_of
        ]  # fmt: skip
        if not days:
            context.cannot_judge(
                Text("Danh mục không ghi ngày lập hay ngày rà soát.", "The list gives no date of issue or review."),
                document,
            )
            continue
        last = max(days)
        end = end_of_months(last, max(1, context.options.months), context.calendar).rolled
        if context.as_of > end:
            yield context.finding(
                Text(
                    f"Danh mục văn bản pháp lý được rà soát lần cuối ngày {said(last)}, đã quá "
                    f"{context.options.months} tháng (đến {said(end)}).",
                    f"The list of laws was last reviewed on {said(last)}, over {context.options.months} months ago "
                    f"(until {said(end)}).",
                ),
                mend=Text(
                    "Rà soát tình trạng hiệu lực từng văn bản và ghi ngày rà soát.",
                    "Review the standing of each law and write the date of review.",
                ),
                at=document.identity.at,
                evidence=said(last),
                document=document,
            )
