"""Kế hoạch của cơ quan đòi tự đánh giá định kỳ (bật bằng `rules: self-assessment-missing: options: {required: true,
months: 6}` trong qmslint.yaml) nhưng hồ sơ không có bản tự đánh giá trong kỳ. Luật không đòi việc này, chỉ kế hoạch
của cơ quan. Sửa: tự đánh giá, lưu biên bản. Im lặng khi không bật; bản có mà không đọc được ngày thì chỉ báo là chưa
xét được.

The agency's plan asks for a self-assessment every so many months (options `required` and `months`), and the records
hold none in that time. No law asks for it. Mend: hold it and keep the record. Silent where the option is not set;
says that it cannot judge where a self-assessment has no readable date.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Context, Finding, Level, NamedTuple, Text, Workspace, workspace_rule
from qmslint_vn_admin._cycle import add_months, named
from qmslint_vn_admin._data import has


class Options(NamedTuple):
    """`required`: whether a plan of the agency asks for it; `months`: how often."""

    required: bool = False
    months: int = 6


@workspace_rule(
    "self-assessment-missing",
    title=Text("Thiếu bản tự đánh giá định kỳ", "No self-assessment in the period"),
    clauses=("9.1.3",),
    level=Level.WARNING,
    options=Options,
    since="0.1",
)
def self_assessment_missing(workspace: Workspace, context: Context[Options]) -> Iterator[Finding]:
    """The newest self-assessment against the period."""
    if not context.options.required:
        return
    found = [
        d for d in workspace.documents
        if not d.draft and has(named(d), "self-assessment") and not has(named(d), "plan-title")
    ]  # fmt: skip
    dated = [(d.identity.issued, d) for d in found if d.identity.issued and d.identity.issued <= context.as_of]
    months = context.options.months
    last = max((day for day, _ in dated), default=None)
    if last is not None and add_months(last, months) >= context.as_of:
        return
    undated = next((d for d in found if d.identity.issued is None), None)
    if undated is not None:
        context.cannot_judge(
            Text("Không đọc được ngày của bản tự đánh giá.", "The date of the self-assessment could not be read."),
            undated,
        )
        return
    before = Text(f" Lần gần nhất: {last:%d/%m/%Y}.", f" The last one: {last:%d/%m/%Y}.") if last else Text("", "")
    yield context.finding(
        Text(
            f"Không thấy bản tự đánh giá nào trong {months} tháng qua, dù kế hoạch của cơ quan đòi.{before.vi}",
            f"No self-assessment in the last {months} months was found, though the agency's plan asks for it."
            f"{before.en}",
        ),
        mend=Text(
            "Tự đánh giá và lưu kết quả; nếu đã làm thì đưa vào hồ sơ.",
            "Hold the self-assessment and keep its result; if it was held, file it.",
        ),
    )
