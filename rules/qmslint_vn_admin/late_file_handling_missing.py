"""Quy trình không nói làm gì khi hồ sơ trễ hạn: xin lỗi bằng văn bản và hẹn lại (chỉ một lần). Không có bước này thì
hồ sơ trễ bị bỏ mặc. Sửa: thêm ghi chú hoặc bước "Phiếu xin lỗi và hẹn lại ngày trả kết quả". Im lặng khi một quy
trình hệ thống hay sổ tay của cơ quan đã quy định chung, với thủ tục trả ngay trong ngày, và khi không đọc được nội
dung quy trình.

The procedure does not say what is done when a file is late: an apology and one new date. Mend: add a note or step
with the apology slip. Silent where a system procedure or the manual provides for it, for procedures settled within
the day, and where the procedure could not be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, Text, Workspace, kinds, workspace_rule
from qmslint_vn_admin._limits import same_day
from qmslint_vn_admin._named import names


@workspace_rule(
    "late-file-handling-missing",
    title=Text("Không nói xử lý hồ sơ trễ hạn", "Nothing on late files"),
    kinds=(kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE, kinds.QUALITY_MANUAL),
    clauses=("8.7",),
    level=Level.WARNING,
    since="0.1",
)
def late_file_handling_missing(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """Procedures that name no apology, where nothing general names it."""
    general = workspace.of_kind(kinds.SYSTEM_PROCEDURE, kinds.QUALITY_MANUAL)
    if any(names(document, "apology") for document in general):
        return
    for document in workspace.of_kind(kinds.TTHC_PROCEDURE):
        procedure = document.procedure
        if procedure is None or not procedure.steps or names(document, "apology") or same_day(procedure):
            continue
        yield context.finding(
            Text(
                "Quy trình không nói xử lý thế nào khi hồ sơ trễ hạn (phiếu xin lỗi, hẹn lại một lần).",
                "The procedure does not say what is done when a file is late (apology slip, one new date).",
            ),
            mend=Text(
                "Thêm ghi chú hoặc bước: gửi Phiếu xin lỗi và hẹn lại ngày trả kết quả, chỉ hẹn lại một lần.",
                "Add a note or step: send the apology slip with a new date, once only.",
            ),
            at=procedure.process_at or procedure.steps[0].at,
            document=document,
        )
