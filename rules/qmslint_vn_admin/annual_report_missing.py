"""Kế hoạch của cơ quan đòi báo cáo hằng năm về áp dụng hệ thống (bật bằng `rules: annual-report-missing: options:
{required: true}` trong qmslint.yaml) nhưng hồ sơ không có báo cáo của năm trước. Sửa: lập báo cáo hoặc đưa vào hồ
sơ. Im lặng khi không bật, và khi có báo cáo làm trong năm trước, năm nay hoặc mang tên năm trước.

The agency's plan asks for a yearly report on the system (option `required` in qmslint.yaml), and the records hold
none for last year. Mend: write it or file it. Silent where the option is not set, and where a report was made last
year or this year or names last year.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Context, Finding, Level, NamedTuple, Text, Workspace, kinds, workspace_rule
from qmslint_vn_admin._cycle import named
from qmslint_vn_admin._data import has

# Reports on one thing only: no report on the system.
_OTHER = (
    kinds.AUDIT_REPORT, kinds.AUDIT_MINUTES, kinds.MANAGEMENT_REVIEW, kinds.CORRECTIVE_ACTION, kinds.TRAINING_RECORD,
    kinds.SURVEY, kinds.QUALITY_OBJECTIVES,
)  # fmt: skip


class Options(NamedTuple):
    """`required`: whether a plan of the agency asks for the yearly report."""

    required: bool = False


@workspace_rule(
    "annual-report-missing",
    title=Text("Thiếu báo cáo năm về hệ thống", "No yearly report on the system"),
    clauses=("9.1.3",),
    basis=("19/2014/QĐ-TTg Điều 12 khoản 6",),
    level=Level.WARNING,
    options=Options,
    since="0.1",
)
def annual_report_missing(workspace: Workspace, context: Context[Options]) -> Iterator[Finding]:
    """A report of last year or later, by title and date."""
    if not context.options.required:
        return
    year = context.as_of.year - 1
    for document in workspace.documents:
        words = named(document)
        if document.draft or document.kind in _OTHER or not has(words, "annual-report") or not has(words, "standard"):
            continue
        issued = document.identity.issued
        if str(year) in words or (issued is not None and issued.year >= year and issued <= context.as_of):
            return
    yield context.finding(
        Text(
            f"Không thấy báo cáo năm {year} về áp dụng, duy trì hệ thống quản lý chất lượng.",
            f"No report for {year} on applying and keeping up the quality management system was found.",
        ),
        mend=Text(
            "Lập báo cáo theo kế hoạch; nếu đã gửi thì lưu vào hồ sơ.",
            "Write the report that the plan asks for; if it was sent, file it.",
        ),
    )
