"""Tệp không đọc được (có mật khẩu, hỏng, rỗng, quá lớn, định dạng lạ): chưa được xét gì, nên không thể coi là đạt
(khoản 7.5.3.1: thông tin phải sẵn có và dùng được). Cách sửa: mở bằng Word hoặc Excel, lưu lại, bỏ mật khẩu. Mọi tệp
không đọc được đều được báo, không bỏ qua tệp nào; tệp chèn bên trong một văn bản Word cũng vậy.

The file cannot be read (password, damage, emptiness, size, unknown format): nothing in it was judged, so it must not
look clean (7.5.3.1: information is to be available and usable). Save it again without a password. Every such file is
reported, also one that was put into a Word document as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Context, Finding, Level, NoOptions, QualityDocument, Text, Workspace, workspace_rule

NAME = "document-unreadable"


@workspace_rule(
    NAME,
    title=Text("Tệp không đọc được", "A file cannot be read"),
    clauses=("7.5.3.1",),
    level=Level.ERROR,
    since="0.1",
)
def document_unreadable(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """Every problem that kept a file, or a part of it, from being read."""
    for inspection in workspace.inspections:
        for problem in inspection.problems:
            if problem.rule == NAME:
                yield context.finding(
                    problem.message,
                    mend=problem.mend,
                    at=problem.at,
                    document=inspection.document or QualityDocument(path=inspection.source.path),
                )
