"""Quy trình giải quyết một TTHC không có trong danh mục TTHC của cơ quan. Hoặc danh mục chưa cập nhật, hoặc thủ tục
đã bãi bỏ mà quy trình còn dùng. Sửa: bổ sung danh mục hoặc thu hồi quy trình. Im lặng (và nói rõ) khi không có danh
mục TTHC đọc được; ghép theo mã TTHC, mã quy trình ghi trong danh mục, hoặc tên.

A procedure covers a TTHC that the agency's list does not name: the list is out of date, or the TTHC is abolished and
its procedure still in use. Mend: complete the list or withdraw the procedure. Without a readable list the rule says
that it cannot judge; a procedure is tied to the list by TTHC code, procedure code or title.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, Text, Workspace, kinds, workspace_rule
from qmslint_vn_admin._tthc import entries, nearest, ties


@workspace_rule(
    "tthc-unlisted",
    title=Text("Quy trình của TTHC không có trong danh mục", "A procedure for a TTHC that the list does not name"),
    kinds=(kinds.TTHC_PROCEDURE, kinds.TTHC_LIST),
    clauses=("7.5.3",),
    basis=("26/2014/TT-BKHCN Điều 4",),
    level=Level.WARNING,
    since="0.1",
)
def tthc_unlisted(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """Every procedure that no row of a list names."""
    procedures = workspace.of_kind(kinds.TTHC_PROCEDURE)
    rows = entries(workspace)
    if not rows:
        if procedures:
            context.cannot_judge(
                Text(
                    "Không có danh mục TTHC đọc được nên chưa đối chiếu được các quy trình với danh mục.",
                    "There is no readable list of TTHC to compare the procedures with.",
                )
            )
        return
    for document in procedures:
        title = document.identity.title
        if document.draft or not (title or document.identity.code):
            continue
        if ties(workspace).of(document):
            continue
        near = nearest(title, (entry.row.title for entry in rows))
        hint = Text(f" Tên gần nhất trong danh mục: “{near}”.", f" Nearest in the list: “{near}”.")
        hint = hint if near else Text("", "")
        name = title or document.identity.code
        yield context.finding(
            Text(
                f"Không thấy “{name}” trong danh mục TTHC ({rows[0].list.path}).{hint.vi}",
                f"“{name}” is not in the list of TTHC ({rows[0].list.path}).{hint.en}",
            ),
            mend=Text(
                "Bổ sung vào danh mục nếu TTHC còn hiệu lực; nếu đã bãi bỏ thì thu hồi quy trình.",
                "Add it to the list if the TTHC is in force; withdraw the procedure if it is abolished.",
            ),
            at=document.identity.at,
            evidence=name,
            document=document,
        )
