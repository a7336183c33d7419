"""Số điểm không phù hợp nêu ở cuộc họp xem xét khác số trong biên bản, báo cáo đánh giá nội bộ cùng năm (khoản
9.3.2c). Cách sửa: đối chiếu và sửa con số sai. Chỉ xét khi năm đó có một biên bản hoặc một báo cáo, họp sau ngày đánh
giá, và câu nói về kết quả đánh giá ghi rõ con số; các con số khác (mục tiêu, khảo sát) chưa xét.

The number of nonconformities told to the management review differs from the minutes or report of the internal audit
of that year (9.3.2c). Mend it by comparing and correcting. Judged only where that year has one report or one set of
minutes before the review and the sentence on audit results states a number; other figures are not compared yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from qmslint.api import (
    WHOLE,
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Related,
    Text,
    Workspace,
    fold,
    kinds,
    shorten,
    workspace_rule,
)
from qmslint_iso9001._reviews import in_order
from qmslint_iso9001._words import NONCONFORMITIES_COUNTED


@workspace_rule(
    "review-figures-mismatch",
    title=Text("Số liệu ở cuộc họp xem xét không khớp hồ sơ", "Figures of the review differ from their source"),
    kinds=(kinds.MANAGEMENT_REVIEW, kinds.AUDIT_MINUTES, kinds.AUDIT_REPORT),
    clauses=("9.3.2c",),
    level=Level.WARNING,
    since="0.1",
)
def review_figures_mismatch(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding for each sentence whose number of nonconformities is not that of the audit."""
    for day, document in in_order(workspace):
        source = the_audit(workspace, day)
        if source is None or source.audit is None or document.review is None:
            continue
        counted = sum(found.type == "nonconformity" for found in source.audit.findings)
        if any(not found.type for found in source.audit.findings):
            continue  # a finding of no type may or may not be one
        for item in document.review.inputs:
            numbers = NONCONFORMITIES_COUNTED.findall(fold(item.text)) if item.key == "c6" else []
            if "bên ngoài" in fold(item.text):
                continue  # audits from outside are counted too
            if len(numbers) != 1 or int("".join(numbers[0])) == counted:
                continue
            told, words = int("".join(numbers[0])), shorten(item.text, 90)
            yield context.finding(
                Text(f"Biên bản xem xét ghi {told} điểm không phù hợp (“{words}”), hồ sơ đánh giá nội bộ có {counted}.",
                     f"The review speaks of {told} nonconformities (“{words}”); the internal audit has {counted}."),
                mend=Text("Đối chiếu với biên bản, báo cáo đánh giá nội bộ và sửa con số sai.",
                          "Compare with the internal audit and mend the wrong figure."),
                at=item.at, evidence=item.text, document=document,
                related=(Related(source.path, WHOLE, Text("đánh giá nội bộ", "internal audit")),),
            )


def the_audit(workspace: Workspace, day: date) -> QualityDocument | None:
    """The one report, else the only minutes, of the year of `day` and not after it; None when there are several."""
    for kind in (kinds.AUDIT_REPORT, kinds.AUDIT_MINUTES):
        held = [
            d for d in workspace.of_kind(kind)
            if d.audit and d.audit.date and d.audit.date.value
            and d.audit.date.value.year == day.year and d.audit.date.value <= day
            and (d.audit.findings or d.audit.no_findings_stated)
        ]
        if held:
            return held[0] if len(held) == 1 else None
    return None
