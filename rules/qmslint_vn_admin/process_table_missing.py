"""Quy trình giải quyết TTHC không có bảng (hay lưu đồ) các bước xử lý công việc, hoặc bảng thiếu cột bước, trách nhiệm,
thời gian. Không có bảng thì không ai biết ai làm gì, trong bao lâu. Sửa: lập bảng các bước với đủ các cột. Im lặng với
lưu đồ hay danh sách có ghi người thực hiện, và khi bảng không có cột kết quả (nhiều mẫu không có cột này).

A procedure for a TTHC has no table (or chart) of its steps, or the table lacks a column for step, person responsible
or time. Without it nobody knows who does what in which time. Mend: make the table with these columns. Silent on charts
and lists, and where only the column of results is lacking. Where the procedure could not be read it says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, Text, document_rule, kinds

COLUMNS = {
    "step": Text("bước công việc", "step"),
    "responsible": Text("trách nhiệm", "person responsible"),
    "time": Text("thời gian", "time"),
}


@document_rule(
    "process-table-missing",
    title=Text("Không có bảng các bước xử lý công việc", "No table of the steps of the process"),
    kinds=(kinds.TTHC_PROCEDURE,),
    clauses=("8.1", "8.5.1"),
    level=Level.ERROR,
    since="0.1",
)
def process_table_missing(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """Look for the table, then for its columns."""
    procedure = document.procedure
    if procedure is None:
        context.cannot_judge(
            Text(
                "Không đọc được phần nội dung của quy trình nên chưa xét được bảng các bước.",
                "The content of the procedure could not be read, so its table of steps is not judged.",
            )
        )
        return
    if procedure.process_at is None and not procedure.steps:
        yield context.finding(
            Text(
                "Không thấy bảng hay lưu đồ các bước xử lý công việc trong quy trình.",
                "No table or chart of the steps of the process was found.",
            ),
            mend=Text(
                "Lập bảng: số thứ tự, bước công việc, trách nhiệm, thời gian, biểu mẫu/kết quả.",
                "Make a table: number, step, person responsible, time, form or result.",
            ),
        )
        return
    if procedure.process_form not in ("", "table") or not procedure.columns:
        return
    missing = [text for key, text in COLUMNS.items() if key not in procedure.columns]
    if procedure.time_columns:
        missing = [text for text in missing if text is not COLUMNS["time"]]
    if missing:
        vi, en = ", ".join(text.vi for text in missing), ", ".join(text.en for text in missing)
        yield context.finding(
            Text(f"Bảng các bước không có cột: {vi}.", f"The table of steps has no column for: {en}."),
            mend=Text(
                f"Thêm cột {vi} và điền cho từng bước.", f"Add a column for {en} and fill it for every step."
            ),
            at=procedure.process_at or procedure.steps[0].at,
        )
