"""Nhiều quy trình có các bước và thành phần hồ sơ gần như giống hệt nhau, chỉ khác tên thủ tục. Theo Thông tư
26/2014/TT-BKHCN (Điều 41, khoản 6), các thủ tục tương tự nên dùng chung một quy trình: bớt tài liệu phải soát xét mỗi
lần luật đổi. Sửa: cân nhắc lập một quy trình chung, phần riêng của từng thủ tục để ở phụ lục. Đây là gợi ý, không phải
lỗi. Mỗi nhóm báo một lần ở quy trình đầu. Im lặng khi các bước hoặc hồ sơ khác nhau.

Several procedures have nearly the same steps and dossier. By 26/2014/TT-BKHCN, Article 41.6, similar TTHC should share
one procedure, so that there is less to review when the law changes. A suggestion, not a defect. One finding a group, at
its first procedure. Silent where steps or dossiers differ.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    Level,
    QualityDocument,
    Related,
    Text,
    Workspace,
    fold,
    kinds,
    workspace_rule,
)
from qmslint_hygiene._wording import quoted

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_STEPS = 3
_ALIKE = 0.85  # share of the words of two dossiers that must be common


@workspace_rule(
    "procedures-overlap",
    title=Text("Các quy trình gần như giống nhau", "Procedures that are nearly the same"),
    clauses=("4.4",),
    basis=("26/2014/TT-BKHCN Điều 41.6",),
    level=Level.INFO,
    confidence=Confidence.MEDIUM,
    since="0.1",
)
def procedures_overlap(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding a group."""
    procedures = [
        document for document in workspace.of_kind(kinds.TTHC_PROCEDURE)
        if document.procedure is not None and len(document.procedure.steps) >= _FEWEST_STEPS
    ]
    for as_many in _by(lambda document: len(document.procedure.steps) if document.procedure else 0, procedures):
        for alike in _by(_steps, as_many):
            dossiers = [(document, _dossier(document)) for document in alike]
            for group in _groups([(document, dossier) for document, dossier in dossiers if dossier]):
                yield _finding(group, context)


def _by(key: Callable[[QualityDocument], Any], documents: list[QualityDocument]) -> Iterator[list[QualityDocument]]:
    """The documents that have the same key, those alone with theirs left out: words are folded for few."""
    found: dict[Any, list[QualityDocument]] = {}
    for document in documents:
        found.setdefault(key(document), []).append(document)
    return (same for same in found.values() if len(same) > 1)


def _steps(document: QualityDocument) -> tuple[str, ...]:
    """The steps without the words of the document's own title, so that sisters read alike."""
    own = frozenset(_WORD.findall(fold(document.identity.title)))
    if document.procedure is None:
        return ()
    return tuple(
        " ".join(word for word in _WORD.findall(fold(f"{step.name} {step.responsible}")) if word not in own)
        for step in document.procedure.steps
    )


def _dossier(document: QualityDocument) -> frozenset[str]:
    """The words of the dossier."""
    items = document.procedure.items if document.procedure else ()
    return frozenset(word for item in items if item.key == "dossier" for word in _WORD.findall(fold(item.text)))


def _groups(documents: list[tuple[QualityDocument, frozenset[str]]]) -> list[list[QualityDocument]]:
    """Documents whose dossier (given with each) is like that of the first of their group; groups of several titles.

    Two sets that are alike share one of their rarest words: only groups that have one of them are compared.
    """
    if len(documents) < 2:
        return []
    count = Counter(word for _, dossier in documents for word in dossier)
    groups: list[tuple[frozenset[str], list[QualityDocument]]] = []
    by_word: dict[str, list[int]] = {}
    for document, dossier in documents:
        rarest = sorted(dossier, key=lambda word: (count[word], word))
        rarest = rarest[: len(dossier) - math.ceil(_ALIKE * len(dossier)) + 1]
        near = sorted({number for word in rarest for number in by_word.get(word, ())})
        for number in near:
            first, members = groups[number]
            if len(dossier & first) >= _ALIKE * len(dossier | first):
                members.append(document)
                break
        else:
            for word in rarest:
                by_word.setdefault(word, []).append(len(groups))
            groups.append((dossier, [document]))
    return [members for _, members in groups if len({fold(d.identity.title) for d in members}) > 1]


def _finding(group: list[QualityDocument], context: Context[Any]) -> Finding:
    first, *others = group
    names = quoted([_name(document) for document in others], 5)
    return context.finding(
        Text(
            f"Các bước và thành phần hồ sơ gần như giống {names.vi}: có thể gộp thành một quy trình chung.",
            f"Steps and dossier are nearly the same as in {names.en}: they could be one common procedure.",
        ),
        mend=Text(
            "Cân nhắc lập một quy trình chung cho các thủ tục tương tự, phần riêng của từng thủ tục để ở phụ lục.",
            "Consider one common procedure with the particulars of each TTHC in an annex.",
        ),
        document=first,
        at=first.procedure.process_at or first.identity.at if first.procedure else first.identity.at,
        evidence="; ".join(_name(document) for document in group),
        related=[Related(d.path, d.identity.at, Text(_name(d), _name(d))) for d in others[:10]],
    )


def _name(document: QualityDocument) -> str:
    return f"{document.identity.code} {document.identity.title}".strip() or document.path
