"""Báo cáo khắc phục sau kiểm tra gửi quá 02 tháng kể từ ngày ký biên bản kiểm tra. Thông tư 26/2014/TT-BKHCN Điều 37
đặt hạn này. Sửa: ghi rõ lý do chậm; lần sau theo dõi hạn từ ngày ký biên bản. Im lặng khi báo cáo đúng hạn, khi chưa
có báo cáo mà còn hạn; không có báo cáo khi đã hết hạn thì chỉ báo là chưa xét được, vì biên bản có thể không có điểm
phải sửa.

The corrective report after an inspection was made more than 2 months after the minutes were signed. Mend: state why;
next time watch the date from the day of signing. Silent where it was in time or the time still runs; where no report
is found the rule says that it cannot judge, as the minutes may ask for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, Related, Text, Workspace, workspace_rule
from qmslint_vn_admin._cycle import add_months, named
from qmslint_vn_admin._data import has


@workspace_rule(
    "inspection-report-late",
    title=Text("Báo cáo khắc phục sau kiểm tra bị trễ", "The corrective report after an inspection is late"),
    clauses=("10.2",),
    basis=("26/2014/TT-BKHCN Điều 37",),
    level=Level.ERROR,
    since="0.1",
)
def inspection_report_late(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """Each minutes of an inspection and the first report after it."""
    minutes = _dated(workspace, "inspection-minutes", standard=True)
    reports = _dated(workspace, "corrective-report", standard=False)
    for index, (signed, document) in enumerate(minutes):
        due = add_months(signed, 2)
        following = minutes[index + 1][0] if index + 1 < len(minutes) else date.max
        after = [(day, report) for day, report in reports if signed <= day < following]
        if not after:
            if context.as_of > due:
                context.cannot_judge(
                    Text(
                        f"Không thấy báo cáo khắc phục sau biên bản kiểm tra ngày {signed:%d/%m/%Y} (hạn "
                        f"{due:%d/%m/%Y}); nếu biên bản có điểm phải khắc phục thì cần có.",
                        f"No corrective report after the minutes of {signed:%d/%m/%Y} (due {due:%d/%m/%Y}) was found; "
                        "one is needed if the minutes ask for correction.",
                    ),
                    document,
                )
            continue
        day, report = after[0]
        if day > due:
            yield context.finding(
                Text(
                    f"Báo cáo khắc phục ngày {day:%d/%m/%Y} trễ hạn {due:%d/%m/%Y} (02 tháng từ ngày ký biên bản kiểm "
                    f"tra {signed:%d/%m/%Y}).",
                    f"The corrective report of {day:%d/%m/%Y} is later than {due:%d/%m/%Y} (2 months from the minutes "
                    f"of {signed:%d/%m/%Y}).",
                ),
                mend=Text(
                    "Ghi rõ lý do chậm trong hồ sơ; lần sau tính hạn ngay từ ngày ký biên bản.",
                    "Note the reason in the records; next time count from the day the minutes are signed.",
                ),
                at=report.identity.at,
                evidence=f"{day:%d/%m/%Y}",
                document=report,
                related=[Related(document.path, document.identity.at)],
            )


def _dated(workspace: Workspace, group: str, standard: bool) -> list[tuple[date, QualityDocument]]:
    found = [
        (d.identity.issued, d)
        for d in workspace.documents
        if d.identity.issued and not d.draft and has(named(d), group) and (not standard or has(named(d), "standard"))
    ]
    return sorted(found, key=lambda item: (item[0], item[1].path))
