"""Một mã biểu mẫu được hai quy trình dùng cho hai biểu mẫu khác nhau: cùng BM.01 nhưng nơi là “Sổ theo dõi”, nơi là
“Phiếu kiểm soát”. Mỗi biểu mẫu chỉ có một quy trình chủ quản và một phiên bản. Sửa: đặt lại mã cho một trong hai. Im
lặng khi nhiều quy trình cùng dùng một biểu mẫu chung (cùng mã, cùng tên), và khi tên chỉ viết đầy đủ hơn.

One code of a form stands for two different forms in two procedures. Every form has one owner and one edition. Mend:
give one of them another code. Silent where several procedures share one form under one name, and where one name is
merely longer than the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    Context,
    Finding,
    FormEntry,
    Level,
    QualityDocument,
    Related,
    Text,
    Workspace,
    fold,
    kinds,
    workspace_rule,
)
from qmslint_hygiene._codes import key

_WORD = re.compile(r"\w+")
_EMPTY = frozenset(("mẫu", "biểu", "bm", "phiếu", "sổ", "giấy", "và", "của", "số"))


@workspace_rule(
    "form-with-two-owners",
    title=Text("Một mã cho hai biểu mẫu", "One code for two forms"),
    clauses=("7.5.3",),
    level=Level.WARNING,
    since="0.1",
)
def form_with_two_owners(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding for each second form of a code."""
    first: dict[str, tuple[QualityDocument, FormEntry]] = {}
    for document in workspace.of_kind(*kinds.CONTROLLED):
        for entry in document.forms:
            if not entry.code or not entry.name:
                continue
            owner, known = first.setdefault(key(entry.code), (document, entry))
            if owner is document or _alike(known.name, entry.name):
                continue
            code = owner.identity.code or owner.path
            yield context.finding(
                Text(
                    f"Mã {entry.code} ở đây là “{entry.name}”, còn ở {code} là “{known.name}”.",
                    f"{entry.code} is “{entry.name}” here and “{known.name}” in {code}.",
                ),
                mend=Text(
                    "Đặt lại mã cho một trong hai biểu mẫu; biểu mẫu dùng chung thì ghi cùng một tên.",
                    "Give one of them another code; a form that both use carries one name.",
                ),
                document=document,
                at=entry.at,
                evidence=f"{entry.code}: {entry.name} / {known.name}",
                related=(Related(owner.path, known.at, Text(known.name, known.name)),),
            )


def _alike(first: str, second: str) -> bool:
    """Whether two names can be one form: most words of the shorter one stand in the longer one."""
    one = frozenset(_WORD.findall(fold(first))) - _EMPTY
    other = frozenset(_WORD.findall(fold(second))) - _EMPTY
    if not one or not other:
        return fold(first) == fold(second) or one == other
    return len(one & other) * 2 > min(len(one), len(other))
