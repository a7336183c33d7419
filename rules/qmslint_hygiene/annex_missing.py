"""Văn bản viết “Phụ lục 1 kèm theo” nhưng trong tệp không có phụ lục đó, trong thư mục cũng không có tệp phụ lục riêng.
Thường do chép đoạn văn từ văn bản khác mà quên phần phụ lục: người dân, công chức không biết mức phí, danh sách xã áp
dụng. Sửa: bổ sung phụ lục hoặc bỏ câu viện dẫn. Mỗi văn bản báo một lần, gồm mọi phụ lục thiếu. Im lặng với phụ lục
của văn bản quy phạm được viện dẫn, và khi tệp chỉ có một phụ lục không đánh số.

The document says “Phụ lục 1 kèm theo” (attached) and no such annex stands in the file nor beside it as a file of its
own. Mend: add the annex or take the sentence out. One finding a document names them all. Silent on annexes of cited
legal documents, and where the file holds one annex without a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    Context,
    Finding,
    Level,
    QualityDocument,
    Reference,
    Text,
    Workspace,
    fold,
    kinds,
    workspace_rule,
)
from qmslint_hygiene._wording import listed, named_elsewhere

_ANNEX_FILE = re.compile(r"(?:phụ lục|phu luc|pl)[ ._-]*(?:số|so)?[ ._-]*0*(\d{1,2}|[ivx]{1,5})(?![\w])")


@workspace_rule(
    "annex-missing",
    title=Text("Phụ lục được viện dẫn nhưng không có", "Annex that is cited and absent"),
    clauses=("7.5.2",),
    level=Level.ERROR,
    since="0.1",
)
def annex_missing(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document, for its annexes that are nowhere."""
    for document in workspace.documents:
        if document.kind in (kinds.FORM, kinds.LEGAL_LIST):
            continue
        missing = [r for r in document.references if r.kind == "annex" and r.attached and r.resolves is False]
        if missing and not _one_without_number(document, missing):
            beside = _annex_files(workspace, document)
            missing = [reference for reference in missing if fold(reference.target) not in beside]
            if missing:
                yield _finding(document, missing, context)


def _one_without_number(document: QualityDocument, missing: list[Reference]) -> bool:
    return len(missing) == 1 and any(not annex.number for annex in document.annexes)


def _annex_files(workspace: Workspace, document: QualityDocument) -> set[str]:
    """The numbers of annexes that lie in the same folder as files of their own."""
    folder = document.path.rpartition("/")[0]
    found: set[str] = set()
    for inspection in workspace.inspections:
        path = inspection.source.path
        if path != document.path and path.rpartition("/")[0] == folder:
            match = _ANNEX_FILE.search(fold(path.rpartition("/")[2].rpartition(".")[0]))
            if match:
                found.add(match[1])
    return found


def _finding(document: QualityDocument, missing: list[Reference], context: Context[Any]) -> Finding:
    names = listed([f"Phụ lục {reference.target}" for reference in missing])
    present = [annex.number for annex in document.annexes if annex.number]
    has = Text("", "")
    if present:
        has = Text(f" (tệp chỉ có Phụ lục {', '.join(present)})", f" (the file has only annex {', '.join(present)})")
    return context.finding(
        Text(
            f"Văn bản viện dẫn {names.vi} “kèm theo” nhưng trong tệp không có{has.vi}.",
            f"The document cites {names.en} as attached, but the file holds no such annex{has.en}.",
        ),
        mend=Text(
            f"Bổ sung {names.vi} vào sau phần nội dung, hoặc bỏ câu viện dẫn nếu được chép từ văn bản khác.",
            f"Add {names.en} behind the text, or take the reference out if it was copied from elsewhere.",
        ),
        document=document,
        at=missing[0].at,
        evidence="; ".join(reference.text for reference in missing),
        related=named_elsewhere(document.path, [(r.at, f"Phụ lục {r.target}") for r in missing[1:]]),
    )
