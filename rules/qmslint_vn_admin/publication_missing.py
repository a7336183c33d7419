"""Hồ sơ hệ thống không có quyết định (bản) công bố. Sau khi áp dụng, đánh giá, xem xét và xác nhận hiệu lực, cơ quan
phải công bố hệ thống, thông báo và niêm yết. Sửa: ban hành quyết định công bố hoặc đưa bản đã ban hành vào hồ sơ. Im
lặng khi thư mục không phải hồ sơ hệ thống hoặc hệ thống mới ban hành chưa đầy một năm (khi đó chỉ báo là chưa xét
được).

The records of the system hold no decision that publishes it. After applying, auditing, reviewing and confirming the
system the agency publishes it. Mend: issue the decision, or file the one issued. An error where the agency is bound
by the decision (agency.mandatory: true), else a warning. Says that it cannot judge where the folder keeps no system
or the system is less than a year old.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, Text, Workspace, kinds, workspace_rule
from qmslint_vn_admin._cycle import has_system, is_new
from qmslint_vn_admin._publications import publications


@workspace_rule(
    "publication-missing",
    title=Text("Chưa thấy công bố hệ thống", "No publication of the system"),
    clauses=("4.3",),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 3",),
    level=Level.WARNING,
    since="0.1",
)
def publication_missing(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """Whether any document publishes the system."""
    if publications(workspace) or not workspace.documents:
        return
    if not has_system(workspace) or is_new(workspace, context.as_of):
        context.cannot_judge(
            Text(
                "Không thấy quyết định công bố; thư mục chưa đủ để kết luận (không có tài liệu hệ thống, hoặc hệ thống "
                "mới ban hành chưa đầy một năm).",
                "No publication was found; the folder holds too little to judge (no documents of the system, or a "
                "system less than a year old).",
            )
        )
        return
    draft = next((d for d in workspace.of_kind(kinds.PUBLICATION_DECISION) if d.draft), None)
    note = Text(" Chỉ có bản dự thảo.", " There is a draft only.") if draft else Text("", "")
    yield context.finding(
        Text(
            f"Không thấy quyết định hay bản công bố hệ thống quản lý chất lượng trong hồ sơ.{note.vi}",
            f"No decision or notice that publishes the quality management system was found.{note.en}",
        ),
        mend=Text(
            "Ban hành quyết định công bố theo mẫu Phụ lục I, thông báo và niêm yết; nếu đã có thì lưu vào hồ sơ.",
            "Issue the decision on the form of Annex I, notify and post it; if there is one, file it.",
        ),
        document=draft,
        level=Level.ERROR if context.settings.agency.mandatory else None,
    )
