"""TTHC có trong danh mục mà không có quy trình. Hệ thống phải phủ 100% TTHC của cơ quan; những TTHC tương tự có thể
dùng chung một quy trình. Sửa: lập quy trình, hoặc ghi mã quy trình dùng chung vào danh mục. Im lặng khi thư mục
không có quy trình nào (khi đó chỉ báo là chưa xét được); ghép theo mã TTHC, mã quy trình ghi trong danh mục, hoặc
tên.

A TTHC of the list has no procedure. The system must cover all of the agency's TTHC; similar ones may share a
procedure. Mend: write one, or name the shared procedure's code in the list. Where the folder holds no procedure at
all the rule only says that it cannot judge.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, Text, Workspace, kinds, workspace_rule
from qmslint_vn_admin._tthc import entries, ties


@workspace_rule(
    "tthc-without-procedure",
    title=Text("TTHC trong danh mục chưa có quy trình", "A TTHC of the list has no procedure"),
    kinds=(kinds.TTHC_PROCEDURE, kinds.TTHC_LIST),
    clauses=("8.1",),
    basis=("19/2014/QĐ-TTg Điều 3", "26/2014/TT-BKHCN Điều 36", "26/2014/TT-BKHCN Điều 41"),
    level=Level.ERROR,
    since="0.1",
)
def tthc_without_procedure(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """Every row of a list that no procedure covers."""
    if not entries(workspace):
        return
    if not workspace.of_kind(kinds.TTHC_PROCEDURE):
        context.cannot_judge(
            Text(
                "Thư mục có danh mục TTHC nhưng không có quy trình nào, nên chưa xét được TTHC nào thiếu quy trình.",
                "The folder has a list of TTHC and no procedure, so what is missing is not judged.",
            )
        )
        return
    for entry in ties(workspace).uncovered:
        row = entry.row
        name = f"{row.code} {row.title}".strip()
        named = Text(
            f" Danh mục nói tới quy trình “{row.procedure_code}” nhưng không thấy tệp này.",
            f" The list names procedure “{row.procedure_code}”, which was not found.",
        )
        named = named if row.procedure_code.strip() else Text("", "")
        yield context.finding(
            Text(
                f"TTHC “{name}” chưa có quy trình trong hệ thống.{named.vi}",
                f"The TTHC “{name}” has no procedure in the system.{named.en}",
            ),
            mend=Text(
                "Lập quy trình, hoặc ghi vào danh mục mã quy trình dùng chung cho TTHC này.",
                "Write a procedure, or name in the list the procedure that this TTHC shares.",
            ),
            at=row.at,
            evidence=name,
            document=entry.list,
        )
