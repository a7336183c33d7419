"""Tài liệu đã ban hành nhưng không có trong danh mục tài liệu nội bộ: không kiểm soát được bản đang dùng (khoản
7.5.3). Cách sửa: bổ sung vào danh mục. Im lặng khi danh mục ghi cùng mã hiệu hoặc cùng tên, với bản dự thảo và bản cũ
trong thư mục lưu. Không có danh mục thì chỉ báo một lần là chưa đối chiếu.

An issued procedure or manual that the list of internal documents does not name (7.5.3). Add it. Silent where a row has
its code or its title, on drafts and archived copies. Without a list the rule says once that it cannot judge.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Context, Finding, Level, NoOptions, Related, Text, Workspace, workspace_rule
from qmslint_hygiene._lists import current, listing, named, without_list


@workspace_rule(
    "document-unlisted",
    title=Text("Tài liệu không có trong danh mục", "A document is not in the list"),
    clauses=("7.5.3",),
    level=Level.ERROR,
    since="0.1",
)
def document_unlisted(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """Each document in use that no row names."""
    listed = listing(workspace, context.settings)
    if listed is None:
        without_list(workspace, context)
        return
    source = listed.rows[0].source
    for document in current(workspace):
        if listed.of(document) or not (document.identity.code or document.identity.title):
            continue
        yield context.finding(
            Text(
                f"{named(document)} không có trong danh mục tài liệu nội bộ ({source.path}).",
                f"{named(document)} is not in the list of internal documents ({source.path}).",
            ),
            mend=Text(
                "Bổ sung vào danh mục: mã hiệu, tên, lần ban hành, ngày ban hành; hoặc chuyển tệp vào thư mục lưu.",
                "Add code, title, edition and date to the list, or move the file to an archive folder.",
            ),
            at=document.identity.at,
            evidence=document.identity.code or document.identity.title,
            document=document,
            related=[Related(source.path, source.listed_documents[0].at)],
        )
