"""Phiếu hành động khắc phục chưa đủ: phải có nội dung không phù hợp, nguyên nhân, biện pháp, người chịu trách nhiệm,
thời hạn, phê duyệt và kiểm tra lại trước khi đóng (khoản 10.2.1, 10.2.2). Nguyên nhân chép lại hiện tượng không phải
là nguyên nhân; ngày kiểm tra không thể trước ngày phát hiện. Cách sửa: điền phần thiếu. Im lặng về kiểm tra lại và
phê duyệt khi phiếu chưa đóng, và khi là bản dự thảo.

A corrective action form is incomplete: it needs the nonconformity, cause, action, responsible, deadline, approval and
verification before it is closed (10.2.1, 10.2.2). A cause that repeats the finding is none; a verification cannot
precede the finding. Mend it by filling in. Silent on verification and approval while the form is open, and on drafts.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Context,
    CorrectiveAction,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Text,
    document_rule,
    kinds,
    same,
    shorten,
)
from qmslint_iso9001._reading import is_read


@document_rule(
    "corrective-action-incomplete",
    title=Text("Phiếu hành động khắc phục chưa đủ", "Corrective action form is incomplete"),
    kinds=(kinds.CORRECTIVE_ACTION,),
    clauses=("10.2.1", "10.2.2"),
    level=Level.ERROR,
    reads_drafts=False,
    since="0.1",
)
def corrective_action_incomplete(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """What each form lacks; a cause that is none; a verification before the finding."""
    if not document.corrective_actions and is_read(document):
        context.cannot_judge(Text("bố cục lạ, không nhận ra các phần của phiếu",
                                  "an unknown layout: the parts of the form were not recognised"))
    for action in document.corrective_actions:
        name = Text(*(f"{word}{' ' + action.number if action.number else ''}" for word in ("Phiếu", "The form")))
        lacking = missing(action, in_log(document, action))
        if lacking:
            vi, en = "; ".join(item.vi for item in lacking), "; ".join(item.en for item in lacking)
            yield context.finding(
                Text(f"{name.vi} chưa ghi: {vi}.", f"{name.en} does not state: {en}."),
                mend=Text("Điền các phần còn trống trước khi đóng phiếu.",
                          "Fill in what is empty before the form is closed."),
                at=action.at, evidence=action.nonconformity or action.number or vi,
            )
        if action.cause.strip() and same(action.cause, action.nonconformity):
            yield context.finding(
                Text(f"{name.vi}: nguyên nhân “{shorten(action.cause, 80)}” chỉ chép lại nội dung không phù hợp.",
                     f"{name.en}: the cause “{shorten(action.cause, 80)}” only repeats the nonconformity."),
                mend=Text("Hỏi tiếp vì sao việc đó xảy ra và ghi nguyên nhân gốc.",
                          "Ask why it happened and state the root cause."),
                at=action.at, evidence=action.cause,
            )
        raised, verified = action.raised_on, action.verified_on
        if raised and verified and raised.value and verified.value and verified.value < raised.value:
            yield context.finding(
                Text(f"{name.vi}: ngày kiểm tra lại “{verified.text}” trước ngày phát hiện “{raised.text}”.",
                     f"{name.en}: verified on “{verified.text}”, before it was raised on “{raised.text}”."),
                mend=Text("Kiểm tra và sửa ngày ghi sai.", "Check the dates; mend the wrong one."),
                at=verified.at, evidence=verified.text,
            )


def in_log(document: QualityDocument, action: CorrectiveAction) -> bool:
    """Whether the action is a row of a log: a sheet, or a table that holds others too."""
    def place(one: CorrectiveAction) -> tuple[str, int]:
        return one.at.sheet, one.at.table if one.at.row else 0

    return any(place(action)) and (
        bool(action.at.sheet) or sum(place(other) == place(action) for other in document.corrective_actions) > 1
    )


def missing(action: CorrectiveAction, logged: bool = False) -> list[Text]:
    """What a form lacks, in the order of its parts. A log keeps no approvals: the forms behind it do."""
    done = action.closed or action.verified_on is not None or bool(action.verification.strip())
    parts = (
        (action.nonconformity.strip(), Text("nội dung không phù hợp", "the nonconformity")),
        (action.cause.strip(), Text("nguyên nhân", "the cause")),
        (action.action.strip(), Text("biện pháp khắc phục", "the action")),
        (action.responsible.strip(), Text("người chịu trách nhiệm", "who is responsible")),
        (action.due is not None, Text("thời hạn hoàn thành", "the deadline")),
        (action.approved or not done or logged, Text("phê duyệt của lãnh đạo", "approval")),
        (action.verification.strip() or action.verified_on or not action.closed,
         Text("kết quả kiểm tra lại (phiếu đã đóng)", "the verification (the form is closed)")),
    )
    return [name for present, name in parts if not present]
