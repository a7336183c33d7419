"""Văn bản viện dẫn một luật đã được sửa đổi, bổ sung trước lần ban hành gần nhất mà không viện dẫn văn bản sửa đổi.
Luật sửa đổi là một phần của luật gốc: phải nêu cả hai. Sửa: thêm văn bản sửa đổi vào căn cứ và kiểm tra nội dung có
theo bản đã sửa không. Im lặng khi văn bản sửa đổi được nêu ở bất kỳ chỗ nào, khi chính nó đã hết hiệu lực, và khi
nó có hiệu lực sau lần ban hành gần nhất (quy tắc law-update-due, law-update-overdue nói). Các lần sửa của một luật
là một phát hiện.

The document cites a law that had been amended before the last issue, without citing the amendment. Mend: add the
amendment to the legal basis and check the text against the amended version. Silent where the amendment is named
anywhere, where it has itself ended, and where it came into force after the last issue (the three-month rules speak
then). All amendments of one law are one finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    Level,
    Text,
    Update,
    UpdateState,
    Workspace,
    kinds,
    workspace_rule,
)
from qmslint_currency._say import change, mended, unverified
from qmslint_currency._updates import evidence, groups, place
from qmslint_currency._view import register_missing


@workspace_rule(
    "law-amendment-uncited",
    title=Text("Không viện dẫn văn bản sửa đổi, bổ sung", "The amendment of a cited law is not cited"),
    kinds=(kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE, kinds.QUALITY_MANUAL, kinds.LEGAL_LIST),
    clauses=("8.2.2", "7.5.3"),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 4 điểm a",),
    level=Level.WARNING,
    since="0.1",
)
def law_amendment_uncited(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding for the uncited amendments of each cited law."""
    if register_missing(workspace, context):
        return

    def ended(number: str, issuer: str = "") -> bool:
        standing = context.register.standing(number, context.as_of, issuer)
        return standing is not None and standing.state == "expired"

    def wanted(update: Update) -> bool:
        return (
            (update.how == "amends" or (update.how == "replaces" and update.touched != ""))
            and update.state is UpdateState.UNKNOWN
            and update.effective is not None
            and update.effective <= context.as_of
            and not ended(update.law.number, update.law.issuer or update.law.territory)
        )

    for one, group in groups(workspace, context, wanted):
        whose = {cited.number: cited.issuer for cited in one.subject.cited}
        if all(ended(number, whose.get(number, "")) for update in group for number in update.through):
            continue
        at = place(one, group)
        first, low = group[0], unverified(group)
        names = Text("; ".join(change(u).vi for u in group), "; ".join(change(u).en for u in group))
        cited = ", ".join(first.through)
        yield context.finding(
            Text(
                f"Viện dẫn {cited} mà không viện dẫn {names.vi}.",
                f"{cited} is cited without {names.en}.",
            ),
            mend=mended(Text(
                "Bổ sung văn bản sửa đổi vào căn cứ pháp lý và đối chiếu nội dung với bản đã sửa đổi.",
                "Add the amendment to the legal basis and compare the text with the amended version.",
            ), low),
            at=at[0],
            related=at[1],
            evidence=evidence(group),
            document=one.document,
            confidence=Confidence.LOW if low else Confidence.HIGH if one.revised else Confidence.MEDIUM,
        )
