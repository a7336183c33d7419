"""Ngày của cuộc đánh giá nội bộ ngược thứ tự: kế hoạch phải có trước biên bản, biên bản trước báo cáo, ngày kết thúc
không trước ngày bắt đầu (khoản 9.2.2). Cách sửa: sửa ngày ghi sai, hoặc lập lại văn bản thiếu. Im lặng khi thiếu
ngày, và khi một năm có nhiều đợt mà vẫn có kế hoạch hoặc biên bản đứng trước.

Dates of an internal audit out of order: the plan comes before the minutes, the minutes before the report, the end not
before the beginning (9.2.2). Mend it by correcting the wrong date. Silent where dates are missing, and where in a
year of several audits some plan or minutes do come before.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from qmslint.api import (
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Related,
    Text,
    Workspace,
    WrittenDate,
    kinds,
    workspace_rule,
)

NAMES = {
    kinds.AUDIT_PLAN: Text("kế hoạch đánh giá", "the audit plan"),
    kinds.AUDIT_MINUTES: Text("biên bản đánh giá", "the minutes"),
    kinds.AUDIT_REPORT: Text("báo cáo đánh giá", "the report"),
}
ORDER = (
    (kinds.AUDIT_PLAN, kinds.AUDIT_MINUTES),
    (kinds.AUDIT_PLAN, kinds.AUDIT_REPORT),
    (kinds.AUDIT_MINUTES, kinds.AUDIT_REPORT),
)
MEND = Text("Kiểm tra lại ngày ghi trên hai văn bản và sửa ngày sai.",
            "Check the dates of both papers; mend the wrong one.")


@workspace_rule(
    "audit-dates-disordered",
    title=Text("Ngày đánh giá nội bộ ngược thứ tự", "Dates of the internal audit out of order"),
    kinds=tuple(NAMES),
    clauses=("9.2.2",),
    level=Level.WARNING,
    since="0.1",
)
def audit_dates_disordered(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """An end before its beginning; a paper of a year that all papers it should follow come after."""
    dated = [item for document in workspace.of_kind(*NAMES) if (item := when(document))]
    for day, written, document in dated:
        ended = document.audit.ended if document.audit else None
        if ended and ended.value and ended.value < day:
            yield context.finding(
                Text(f"Đánh giá kết thúc “{ended.text}” trước ngày bắt đầu “{written.text}”.",
                     f"The audit ends on “{ended.text}”, before it begins on “{written.text}”."),
                mend=MEND, at=ended.at, evidence=ended.text, document=document,
            )
    for before, after in ORDER:
        for day, written, document in dated:
            earlier = [d for d in dated if d[2].kind == before and d[0].year == day.year]
            if document.kind != after or not earlier or min(d[0] for d in earlier) <= day:
                continue
            _, other, source = min(earlier, key=lambda item: (item[0], item[2].path))
            yield context.finding(
                Text(f"{NAMES[after].vi.capitalize()} đề ngày “{written.text}”, trước {NAMES[before].vi} "
                     f"(“{other.text}”).",
                     f"{NAMES[after].en.capitalize()} is dated “{written.text}”, before {NAMES[before].en} "
                     f"(“{other.text}”)."),
                mend=MEND, at=written.at, evidence=written.text, document=document,
                related=(Related(source.path, other.at, NAMES[before]),),
            )


def when(document: QualityDocument) -> tuple[date, WrittenDate, QualityDocument] | None:
    """The date of an audit paper, None when it is not fully written."""
    written = document.audit.date if document.audit else None
    return (written.value, written, document) if written and written.value else None
