"""Căn cứ pháp lý chỉ nêu văn bản hợp nhất mà không nêu văn bản gốc. Văn bản hợp nhất dùng để tra cứu, không có hiệu lực
riêng; khi khác với bản gốc thì bản gốc được áp dụng (Pháp lệnh 01/2012/UBTVQH13). Sửa: viện dẫn văn bản gốc và các văn
bản sửa đổi; có thể nêu thêm văn bản hợp nhất để dễ tra cứu. Im lặng khi văn bản gốc cũng được viện dẫn.

The legal basis names only a consolidated text, not the original. A consolidated text has no effect of its own; where it
differs, the original prevails (Ordinance 01/2012/UBTVQH13). Mend: cite the original and its amendments; the
consolidated text may stand beside them. Silent where the original is cited too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    Certainty,
    Citation,
    Confidence,
    Context,
    Finding,
    Level,
    QualityDocument,
    RelationKind,
    Text,
    Workspace,
    fold,
    kinds,
    law_of,
    workspace_rule,
)

_PARTS = ("legal-basis", "references")
_KINDS = (kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE, kinds.QUALITY_MANUAL)


@workspace_rule(
    "consolidated-text-cited",
    title=Text("Chỉ viện dẫn văn bản hợp nhất", "Only the consolidated text is cited"),
    kinds=_KINDS,
    clauses=("7.5.3",),
    basis=("01/2012/UBTVQH13",),
    level=Level.WARNING,
    since="0.1",
)
def consolidated_text_cited(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding for each consolidated text in the legal basis whose original is not cited."""
    for document in workspace.of_kind(*_KINDS):
        seen: set[str] = set()
        for index, citation in enumerate(document.citations):
            if citation.type != "van-ban-hop-nhat" or citation.host >= 0 or citation.section not in _PARTS:
                continue
            if citation.number in seen:
                continue
            seen.add(citation.number)
            originals = _originals(document, index, context)
            if originals and any(_cited(document, number) for number in originals):
                continue
            if not originals and _alike(document, citation):
                continue
            named, row = ", ".join(originals), context.register.get(citation.number)
            low = not originals or (row is not None and row.certainty is Certainty.SECONDARY)
            of = Text(f" (hợp nhất {named})", f" (of {named})") if named else Text("", "")
            yield context.finding(
                Text(
                    f"Căn cứ chỉ nêu văn bản hợp nhất {citation.number}{of.vi}, không nêu văn bản gốc.",
                    f"The basis names only the consolidated text {citation.number}{of.en}, not the original.",
                ),
                mend=Text(
                    f"Viện dẫn văn bản gốc{' ' + named if named else ''} và các văn bản sửa đổi.",
                    f"Cite the original{' ' + named if named else ''} and its amendments.",
                ),
                at=citation.at,
                evidence=citation.number,
                document=document,
                confidence=Confidence.LOW if low else Confidence.HIGH,
            )


def _originals(document: QualityDocument, index: int, context: Context[Any]) -> tuple[str, ...]:
    """What it consolidates: as the register says, else the laws named in its title."""
    row = context.register.get(document.citations[index].number)
    if row is not None:
        found = tuple(r.target for r in row.relations if r.kind is RelationKind.CONSOLIDATES)
        if found:
            return found
    return tuple(inner.number for inner in document.citations if inner.host == index and inner.number)


def _cited(document: QualityDocument, number: str) -> bool:
    law = law_of(number)
    return any(one.host < 0 and one.number and law_of(one.number).key == law.key for one in document.citations)


def _alike(document: QualityDocument, citation: Citation) -> bool:
    """Whether some other cited document bears much the same title, or the consolidated one bears none to compare."""
    words = set(fold(citation.title).split())
    if len(words) < 4:
        return any(one.host < 0 and one.normative and one.section in _PARTS for one in document.citations)
    for other in document.citations:
        title = set(fold(other.title).split())
        if other.type not in ("van-ban-hop-nhat", "standard") and len(title & words) >= 0.6 * min(
            len(title) or 99, len(words)
        ):
            return True
    return False
