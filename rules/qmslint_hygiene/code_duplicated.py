"""Một mã hiệu dùng cho hai tài liệu khác nhau: không phân biệt được tài liệu (khoản 7.5.2 a). Cách sửa: cấp mã hiệu mới
cho một trong hai và sửa cả danh mục, biểu mẫu. Im lặng với hai bản của cùng một tài liệu (cùng tên: tệp Word và tệp
PDF, bản cũ và bản mới), với hồ sơ ghi trên biểu mẫu có mã của biểu mẫu, với bản lưu trong thư mục “lưu”, “cũ”.

One code on two different documents, so they cannot be told apart (7.5.2 a). Give one of them a new code, and mend list
and forms. Silent on two copies of one document (same title), on records that carry their form's code, and on copies in
an archive folder. One finding a code names all documents.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Related,
    Text,
    Workspace,
    workspace_rule,
)
from qmslint_hygiene import _titles
from qmslint_hygiene._blocks import plain_code
from qmslint_hygiene._lists import current, named


@workspace_rule(
    "code-duplicated",
    title=Text("Một mã hiệu cho hai tài liệu", "One code on two documents"),
    clauses=("7.5.2",),
    level=Level.ERROR,
    since="0.1",
)
def code_duplicated(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """Each code that documents of different titles share."""
    codes: dict[str, list[QualityDocument]] = {}
    for document in current(workspace):
        if document.identity.code and document.identity.title:
            codes.setdefault(plain_code(document.identity.code), []).append(document)
    for documents in codes.values():
        first = documents[0]
        if not any(_titles.apart(first.identity.title, other.identity.title) for other in documents[1:]):
            continue
        titles = _different(documents)
        listed = ", ".join(f"“{title}”" for title in titles)
        yield context.finding(
            Text(
                f"Mã hiệu {first.identity.code} dùng cho {len(titles)} tài liệu: {listed}.",
                f"The code {first.identity.code} is on {len(titles)} documents: {listed}.",
            ),
            mend=Text(
                "Giữ mã hiệu cho một tài liệu, cấp mã khác cho tài liệu còn lại, sửa danh mục và mã biểu mẫu theo.",
                "Keep the code for one of them, give the others new ones, and mend list and form codes.",
            ),
            at=first.identity.at,
            evidence=first.identity.code,
            document=first,
                related=[Related(d.path, d.identity.at, Text(named(d), named(d))) for d in documents[1:]],
        )


def _different(documents: list[QualityDocument]) -> list[str]:
    """One title for each of the documents that share the code."""
    titles: list[str] = []
    for document in documents:
        title = document.identity.title
        if all(_titles.apart(title, known) for known in titles):
            titles.append(title)
    return titles
