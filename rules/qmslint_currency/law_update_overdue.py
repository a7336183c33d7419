"""Thay đổi của văn bản quy phạm pháp luật chưa được cập nhật vào quy trình sau ba tháng kể từ ngày có hiệu lực (Quyết
định 19/2014/QĐ-TTg Điều 4 khoản 4 điểm a). Là cảnh báo khi qua ngày tính đủ ba tháng, là lỗi khi qua cả ngày lùi vì
ngày nghỉ; cả hai ngày và cách tính được nêu. Sửa: rà soát, sửa nội dung và căn cứ, ghi vào bảng theo dõi sửa đổi, ban
hành lại. Quyết định công bố TTHC không làm chạy thời hạn ba tháng, nhưng danh mục TTHC phải theo kịp trong 05 ngày làm
việc (Thông tư 26/2014/TT-BKHCN Điều 4). Im lặng khi văn bản mới đã được viện dẫn hoặc ghi trong bảng sửa đổi, khi sổ
văn bản ghi điều khoản chuyển tiếp, với văn bản hợp nhất, và với văn bản ban hành lại sau ngày luật có hiệu lực.

A change of normative law was not taken in within three months of its coming into force. A warning after the nominal
day, an error after the day to which rest days move it; both are shown with the reasoning. A decision that publishes
TTHC starts no such clock, but the list of TTHC must follow it within five working days. Silent where the new law is
cited or named in the revision table, where the register notes a transitional clause, and on consolidated texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    Certainty,
    Confidence,
    Context,
    Finding,
    LegalDocument,
    Level,
    Text,
    Update,
    UpdateState,
    Workspace,
    fold,
    kinds,
    law_of,
    workspace_rule,
)
from qmslint_currency._dated import last_revised
from qmslint_currency._say import change, deadline, mended, more, said, standing, sure, sureness, unverified
from qmslint_currency._updates import evidence, groups, place, subject_word
from qmslint_currency._view import judged, register_missing

_LIST_DAYS = 5


@workspace_rule(
    "law-update-overdue",
    title=Text("Quá ba tháng chưa cập nhật thay đổi của pháp luật", "A change of law not taken in within three months"),
    kinds=(kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE, kinds.LEGAL_LIST, kinds.TTHC_LIST),
    clauses=("8.2.3", "7.5.3"),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 4 điểm a", "91/2015/QH13 Điều 147, 148"),
    level=Level.ERROR,
    since="0.1",
)
def law_update_overdue(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding for the changes of each cited law that are past their deadline."""
    if register_missing(workspace, context):
        return
    _undated(workspace, context)
    for one, group in groups(workspace, context, _past):
        first, at = group[0], place(one, group)
        word = subject_word(one)
        dated = Text(f" (ngày {said(one.revised)})", f" (of {said(one.revised)})")
        hard = any(update.state is UpdateState.OVERDUE and sure(update) for update in group)
        doubt = Text(
            " Văn bản này đã được viện dẫn, nhưng chưa thấy rà soát lại từ khi phần đó có hiệu lực.",
            " The law is cited, but nothing shows a review since that part came into force.",
        ) if first.doubtful else Text("", "")
        yield context.finding(
            Text(
                f"Chưa cập nhật {change(first).vi} vào {word.vi}{dated.vi}: {deadline(first).vi}; "
                f"{_late(first).vi}.{doubt.vi}{more(group[1:]).vi}",
                f"{change(first).en} is not taken into {word.en}{dated.en}: {deadline(first).en}; "
                f"{_late(first).en}.{doubt.en}{more(group[1:]).en}",
            ),
            mend=mended(Text(
                f"Rà soát theo {first.law.number}, sửa nội dung và căn cứ pháp lý, ghi vào bảng theo dõi sửa đổi, ban "
                "hành lại.",
                f"Review it by {first.law.number}, mend text and legal basis, log the change, and issue it again.",
            ), unverified(group)),
            at=at[0],
            related=at[1],
            evidence=evidence(group),
            document=one.document,
            level=Level.ERROR if hard else Level.WARNING,
            confidence=sureness(group),
        )
    yield from _lists(workspace, context)


def _past(update: Update) -> bool:
    return update.state is UpdateState.OVERDUE or update.grace


def _late(update: Update) -> Text:
    if update.state is UpdateState.OVERDUE:
        return standing(update)
    return Text("đã qua ngày tính đủ ba tháng", "the nominal day has passed")


def _undated(workspace: Workspace, context: Context[Any]) -> None:
    for one in judged(workspace, context):
        if one.revised is None and any(update.state is UpdateState.UNKNOWN for update in one.updates):
            context.cannot_judge(
                Text("Văn bản không ghi ngày ban hành nên chưa xét được thời hạn ba tháng.",
                     "The document carries no date of issue, so the three months cannot be judged."),
                one.document,
            )


def _lists(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """Lists of TTHC that do not yet know a decision publishing TTHC."""
    decisions = [law for law in context.register.documents if law.tthc and not law.normative and law.signed]
    for document in workspace.of_kind(kinds.TTHC_LIST) if decisions else ():
        issued = last_revised(document)
        codes = {fold(row.code) for row in document.listed_tthc}
        named = {law_of(citation.number).key for citation in document.citations if citation.number}
        for law in decisions:
            concerned = [code for code in law.tthc if fold(code) in codes]
            if concerned and law_of(law.number).key not in named and law.signed and issued and issued < law.signed:
                yield from _list(document, law, concerned, context)


def _list(document: Any, law: LegalDocument, codes: list[str], context: Context[Any]) -> Iterator[Finding]:
    signed = law.signed or context.as_of
    end = context.calendar.add_working_days(signed, _LIST_DAYS)
    if context.as_of <= end:
        return
    yield context.finding(
        Text(
            f"Danh mục TTHC chưa cập nhật theo quyết định công bố {law.number} ngày {said(signed)} (TTHC "
            f"{', '.join(codes[:5])}): hạn là {said(end)}, 05 ngày làm việc kể từ ngày ký.",
            f"The list of TTHC does not follow {law.number} of {said(signed)} (TTHC {', '.join(codes[:5])}): it was "
            f"due by {said(end)}, five working days after signing.",
        ),
        mend=Text("Cập nhật danh mục và ghi số quyết định công bố.", "Update the list and name the decision."),
        at=document.identity.at,
        evidence=law.number,
        document=document,
        level=Level.WARNING,
        confidence=Confidence.LOW if law.certainty is Certainty.SECONDARY else Confidence.HIGH,
        basis=("26/2014/TT-BKHCN Điều 4",),
    )
