"""Tên quy trình khác tên TTHC trong danh mục, dù cùng mã. Người dân tra theo tên trong danh mục công bố, nên quy trình
phải mang đúng tên ấy. Sửa: chép đúng tên theo quyết định công bố. Im lặng khi một quy trình dùng chung cho nhiều TTHC,
khi chỉ khác chữ hoa, dấu cách hay chữ "Thủ tục", "Quy trình" ở đầu. Không có mã mà tên quy trình là phần đầu của tên
trong danh mục thì báo kèm "cần xem lại".

The title of a procedure differs from the TTHC of the same code in the list. Mend: copy the title from the decision that
published it. Silent where one procedure serves several TTHC, and where they differ in capitals, spaces or a leading
"Thủ tục", "Quy trình" only. Without a code, a title that is the beginning of the listed one is reported with doubt.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Confidence, Context, Finding, Level, Related, Text, Workspace, kinds, workspace_rule
from qmslint_vn_admin._tthc import plain_title, ties


@workspace_rule(
    "tthc-title-mismatch",
    title=Text("Tên quy trình khác tên TTHC trong danh mục", "Title of the procedure differs from the list of TTHC"),
    kinds=(kinds.TTHC_PROCEDURE, kinds.TTHC_LIST),
    clauses=("7.5.2",),
    basis=("26/2014/TT-BKHCN Điều 3",),
    level=Level.WARNING,
    since="0.1",
)
def tthc_title_mismatch(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """Compare the titles of what codes tie together, one to one."""
    for document in workspace.of_kind(kinds.TTHC_PROCEDURE):
        found = ties(workspace).of(document)
        tied = [entry for entry, _ in found]
        sure = not any(how == "cut-title" for _, how in found)
        titles = {plain_title(entry.row.title) for entry in tied} - {""}
        own = document.identity.title
        if len(titles) != 1 or not own or len(document.procedure.tthc_codes if document.procedure else ()) > 1:
            continue
        entry = next(entry for entry in tied if entry.row.title.strip())
        if plain_title(own) in titles:
            continue
        tie = entry.row.code or entry.row.procedure_code or entry.list.path
        yield context.finding(
            Text(
                f"Quy trình mang tên “{own}”, còn danh mục TTHC ghi “{entry.row.title}” ({tie}).",
                f"The procedure is titled “{own}”, the list says “{entry.row.title}” ({tie}).",
            ),
            mend=Text(
                "Sửa tên theo quyết định công bố TTHC, ở trang bìa, đầu trang và danh mục.",
                "Use the title of the decision that published the TTHC: on the cover, in headers and in lists.",
            ),
            at=document.identity.at,
            evidence=own,
            document=document,
            confidence=Confidence.HIGH if sure else Confidence.MEDIUM,
            related=[Related(entry.list.path, entry.row.at)],
        )
