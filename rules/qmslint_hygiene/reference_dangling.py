"""Văn bản chỉ sang “mục 5.3”, “Phụ lục 2”, quy trình “QT.07” mà nơi đó không có: người đọc lần theo không tới. Thường
do đánh lại số mục hoặc chép câu từ văn bản khác. Sửa: chỉ lại cho đúng hoặc bỏ. Mỗi văn bản báo một lần, kể hết các
chỗ. Im lặng với mục, phụ lục của văn bản pháp luật được viện dẫn; mã quy trình khác chỉ xét khi bộ tài liệu có quy
trình cùng họ mã; phụ lục “kèm theo” có quy tắc riêng.

The document points to “mục 5.3”, “Phụ lục 2” or a procedure “QT.07” that does not exist. Mostly sections were numbered
again or a sentence was copied. Mend: point to the right place. One finding a document lists them all. Silent on places
in cited laws; codes of other procedures are judged only where the set holds some of the same family; annexes said to be
attached have a rule of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    Level,
    QualityDocument,
    Reference,
    Section,
    Text,
    Workspace,
    kinds,
    workspace_rule,
)
from qmslint_hygiene._codes import codes_of, codes_of_files, key
from qmslint_hygiene._outline import runs, style_of
from qmslint_hygiene._wording import named_elsewhere, quoted

_NO_PLACE = Text("trong văn bản không có nơi này", "the document has no such place")
_NO_DOCUMENT = Text("trong bộ tài liệu không có tài liệu này", "the set holds no such document")
_FEWEST = 3  # documents of one family of codes that make a set


@workspace_rule(
    "reference-dangling",
    title=Text("Viện dẫn tới nơi không có", "Reference that leads nowhere"),
    clauses=("7.5.2",),
    level=Level.WARNING,
    since="0.1",
)
def reference_dangling(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document for places inside it, one for documents of the set."""
    codes = codes_of(workspace) | codes_of_files(workspace)
    families: dict[str, int] = {}
    for document in workspace.documents:
        if document.identity.code:
            family = _family(document.identity.code)
            families[family] = families.get(family, 0) + 1
    for document in workspace.of_kind(*kinds.CONTROLLED):
        inside = [
            r
            for r in document.references
            if r.resolves is False
            and (_is_known_gap(document, r.target) if r.kind == "section" else r.kind == "annex" and not r.attached)
        ]
        if inside:
            yield _finding(document, inside, _NO_PLACE, Confidence.HIGH, context)
        outside = [
            r
            for r in document.references
            if r.kind == "document"
            and key(r.target) not in codes
            and families.get(_family(r.target), 0) >= _FEWEST
        ]
        if outside:
            yield _finding(document, outside, _NO_DOCUMENT, Confidence.MEDIUM, context)


def _is_known_gap(document: QualityDocument, target: str) -> bool:
    """Whether the place would have been recognised: its list has at least two members and goes on without a gap."""
    parent, _, last = target.rpartition(".")
    if parent and all(section.number != parent for section in document.sections):
        return _is_known_gap(document, parent)
    style = style_of(target) if not last.isalpha() or not parent else "letters"
    main = ""
    for run in runs(document.sections):
        if parent and style == "letters":
            main = next((s.number for s in reversed(_before(document, run.sections[0])) if s.level == 1), "")
        if run.style == style and (style != "letters" or main == parent):
            whole = run.ordinals == tuple(range(run.ordinals[0], run.ordinals[0] + len(run.ordinals)))
            if len(run.sections) > 1 and whole:
                return True
    return False


def _before(document: QualityDocument, section: Section) -> list[Section]:
    return [other for other in document.sections if other.at.order < section.at.order]


def _family(code: str) -> str:
    """The letters of a code: "qt ht" of "QT-HT 04"."""
    return " ".join(re.findall(r"[^\W\d_]+", key(code)))


def _shown(reference: Reference) -> str:
    """The place as a reader would say it; the words of the text may name several at once."""
    return {"section": f"mục {reference.target}", "annex": f"Phụ lục {reference.target}"}.get(
        reference.kind, reference.target
    )


def _finding(
    document: QualityDocument, found: list[Reference], where: Text, confidence: Confidence, context: Context[Any]
) -> Finding:
    names = quoted(list(dict.fromkeys(_shown(reference) for reference in found)), 6)
    return context.finding(
        Text(
            f"Viện dẫn {names.vi} nhưng {where.vi}.",
            f"It refers to {names.en}, and {where.en}.",
        ),
        mend=Text(
            "Chỉ lại đúng số mục, phụ lục hoặc mã tài liệu; bỏ câu nếu được chép từ văn bản khác.",
            "Give the right section, annex or code; take the sentence out if it was copied from elsewhere.",
        ),
        document=document,
        at=found[0].at,
        evidence="; ".join(_shown(reference) for reference in found),
        confidence=confidence,
        related=named_elsewhere(document.path, [(reference.at, _shown(reference)) for reference in found[1:]]),
    )
