"""Kết luận của cuộc họp xem xét thiếu đầu ra hoặc thiếu người, thời hạn: khoản 9.3.3 đòi quyết định về cơ hội cải
tiến, nhu cầu thay đổi hệ thống và nhu cầu nguồn lực. Cách sửa: bổ sung kết luận từng mặt (không có nhu cầu cũng ghi),
giao người và thời hạn cho từng việc. Im lặng với bản dự thảo.

The conclusions of a management review lack an output, a person or a deadline: 9.3.3 asks for decisions on
improvement, changes to the QMS and resource needs. Mend it by concluding on each (write so where there is no need)
and giving each task a person and a deadline. Silent on drafts.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Text,
    document_rule,
    kinds,
    shorten,
)
from qmslint_iso9001._reading import is_read
from qmslint_iso9001._reviews import FEW, OUTPUTS, named


@document_rule(
    "review-output-missing",
    title=Text("Xem xét của lãnh đạo thiếu đầu ra", "Management review leaves out outputs"),
    kinds=(kinds.MANAGEMENT_REVIEW,),
    clauses=("9.3.3",),
    level=Level.ERROR,
    reads_drafts=False,
    since="0.1",
)
def review_output_missing(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """Outputs not decided on; decisions without a person or a deadline."""
    review = document.review
    if review is None:
        return
    told = {item.key for item in review.outputs} | {action.output for action in review.actions}
    if is_read(document) and not told and len({item.key for item in review.inputs}) < FEW:
        context.cannot_judge(Text("không nhận ra phần kết luận của biên bản này",
                                  "the conclusion of these minutes could not be recognised"))
        return
    lacking = [name for key, name in OUTPUTS.items() if key not in told]
    if lacking:
        names = named(lacking)
        yield context.finding(
            Text(f"Kết luận cuộc họp không có quyết định về: {names.vi}.",
                 f"The review decides nothing on: {names.en}."),
            mend=Text("Ghi kết luận về từng mặt; nếu không có nhu cầu thì ghi rõ “không có nhu cầu”.",
                      "Conclude on each; where there is no need, say so."),
            evidence=names.vi,
            confidence=Confidence.HIGH if told - {""} else Confidence.MEDIUM,
        )
    for action in review.actions:
        open_ends = [
            name for present, name in (
                (action.responsible.strip(), Text("người chịu trách nhiệm", "who is responsible")),
                (action.due, Text("thời hạn", "the deadline")),
            ) if not present
        ]
        if open_ends:
            names, words = named(open_ends), shorten(action.text, 80)
            yield context.finding(
                Text(f"Việc “{words}” chưa ghi {names.vi}.", f"The task “{words}” does not state {names.en}."),
                mend=Text("Giao rõ người chịu trách nhiệm và thời hạn hoàn thành.", "Name a person and a deadline."),
                at=action.at, evidence=action.text,
            )
