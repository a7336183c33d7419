"""Cuộc họp xem xét không do người đứng đầu chủ trì: xem xét là việc của lãnh đạo cao nhất (khoản 9.3.1). Cách sửa:
người đứng đầu chủ trì, hoặc ghi văn bản ủy quyền. So với tên người đứng đầu khai trong agency.head của qmslint.yaml
vào ngày họp; không khai thì chỉ xét khi biên bản ghi cấp phó mà không nói ủy quyền. Im lặng với bản dự thảo.

The head did not chair the review: it is the task of top management (9.3.1). Mend it by the head chairing, or by
naming the written delegation. Compared with agency.head of the settings on the day of the review; without it only a
deputy without delegation is told. Silent on drafts.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Context, Finding, Level, NoOptions, QualityDocument, Text, document_rule, fold, kinds, same
from qmslint_iso9001._reading import is_read, review_understood
from qmslint_iso9001._reviews import held_on
from qmslint_iso9001._words import DELEGATED, DEPUTY, person

MEND = Text(
    "Người đứng đầu chủ trì cuộc họp; nếu ủy quyền thì ghi số, ngày văn bản ủy quyền vào biên bản.",
    "Let the head chair the review; if it was delegated, name the written delegation in the minutes.",
)


@document_rule(
    "review-not-chaired-by-head",
    title=Text("Xem xét không do người đứng đầu chủ trì", "Review not chaired by the head"),
    kinds=(kinds.MANAGEMENT_REVIEW,),
    clauses=("9.3.1",),
    level=Level.WARNING,
    reads_drafts=False,
    since="0.1",
)
def review_not_chaired_by_head(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """No chair named, somebody else than the head in office, or a deputy without delegation."""
    if document.review is None:
        return
    chair, day = document.review.chair, held_on(document) or context.as_of
    if chair is None and is_read(document) and not review_understood(document.review):
        context.cannot_judge(Text("bố cục lạ, không nhận ra người chủ trì",
                                  "an unknown layout: the chair was not recognised"))
        return
    if chair is None or not chair.name.strip():
        yield context.finding(
            Text("Biên bản xem xét của lãnh đạo không ghi ai chủ trì.",
                 "The minutes do not say who chaired."), mend=MEND
        )
        return
    heads = [
        officer.name for officer in context.settings.agency.head
        if (officer.since is None or officer.since <= day) and (officer.until is None or day <= officer.until)
    ]
    role = fold(chair.role)
    if same(chair.name, chair.role) and not DEPUTY.search(role):
        return  # named by the position alone
    if DELEGATED.search(role) or any(person(fold(name)) == person(fold(chair.name)) for name in heads):
        return
    who = f"{chair.name} ({chair.role})" if chair.role else chair.name
    if heads:
        yield context.finding(
            Text(f"{who} chủ trì cuộc họp xem xét, trong khi người đứng đầu ngày đó là {', '.join(heads)}.",
                 f"{who} chaired the review; the head on that day is {', '.join(heads)}."),
            mend=MEND, at=chair.at, evidence=who,
        )
    elif DEPUTY.search(role):
        yield context.finding(
            Text(f"{who} chủ trì cuộc họp xem xét, biên bản không nói được ủy quyền.",
                 f"{who} chaired the review and the minutes name no delegation."),
            mend=MEND, at=chair.at, evidence=who,
        )
