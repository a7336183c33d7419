"""Trong bài nhắc đến một biểu mẫu có mã (BM.01.02 …) nhưng mục “Biểu mẫu” không liệt kê: người làm không biết lấy mẫu
ở đâu, mẫu không được kiểm soát lần ban hành. Sửa: bổ sung vào mục biểu mẫu hoặc sửa lại mã. Mỗi văn bản báo một lần,
gồm mọi mã thiếu. Im lặng khi mục biểu mẫu không dùng mã, và khi biểu mẫu đó thuộc quy trình khác trong bộ.

The text names a form by its code (BM.01.02 …) and the section of forms does not list it: nobody knows where to find it,
and its edition is under no control. Mend: list it or correct the code. One finding a document. Silent where the section
works without codes, and where the form belongs to another procedure of the set.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, Text, Workspace, kinds, workspace_rule
from qmslint_hygiene._codes import coded_forms, key
from qmslint_hygiene._wording import listed, named_elsewhere


@workspace_rule(
    "form-unlisted",
    title=Text("Biểu mẫu không có trong mục biểu mẫu", "Form that the section of forms does not list"),
    clauses=("7.5.3",),
    level=Level.WARNING,
    since="0.1",
)
def form_unlisted(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document."""
    documents = workspace.of_kind(*kinds.CONTROLLED)
    owners = {code: document.path for document in documents for code in coded_forms(document)}
    for document in documents:
        own = coded_forms(document)
        if not own:
            continue
        missing = [
            reference
            for reference in document.references
            if reference.kind == "form" and key(reference.target) not in own and key(reference.target) not in owners
        ]
        if missing:
            names = listed([reference.target for reference in missing])
            yield context.finding(
                Text(
                    f"Trong bài nhắc đến {names.vi} nhưng mục biểu mẫu không liệt kê (chỉ có "
                    f"{', '.join(own.values())}).",
                    f"The text names {names.en}, and the section of forms lists only {', '.join(own.values())}.",
                ),
                mend=Text(
                    "Bổ sung biểu mẫu vào mục “Biểu mẫu” (mã, tên), hoặc sửa lại mã trong bài.",
                    "Add the form to the section of forms (code, name), or correct the code in the text.",
                ),
                document=document,
                at=missing[0].at,
                evidence="; ".join(reference.text for reference in missing),
                related=named_elsewhere(document.path, [(r.at, r.target) for r in missing[1:]]),
            )
