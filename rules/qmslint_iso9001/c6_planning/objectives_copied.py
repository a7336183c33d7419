"""Mục tiêu chất lượng chép nguyên của năm trước: từng câu, từng con số đều như cũ, chỉ đổi năm. Mục tiêu phải được cập
nhật khi thích hợp (điểm g khoản 6.2.1) và dựa trên kết quả năm trước. Cách sửa: xem lại mức của từng mục tiêu; nếu giữ
thì ghi lý do. Im lặng khi có ít nhất một mục tiêu khác đi, khi chỉ có một mục tiêu, hoặc hai văn bản của hai đơn vị.

Quality objectives copied from the year before: every sentence and figure as it was, only the year changed. Objectives
are to be updated as appropriate (6.2.1g) from last year's results. Mend it by reviewing each; if one is kept, say why.
Silent where at least one objective differs, where there is only one, or where the two papers are of two units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from qmslint.api import (
    WHOLE,
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Related,
    Text,
    Workspace,
    fold,
    kinds,
    shorten,
    workspace_rule,
)


@workspace_rule(
    "objectives-copied",
    title=Text("Mục tiêu chép nguyên của năm trước", "Objectives copied from the year before"),
    kinds=(kinds.QUALITY_OBJECTIVES,),
    clauses=("6.2.1g",),
    level=Level.WARNING,
    since="0.1",
)
def objectives_copied(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding for each year whose objectives are all those of the nearest earlier year of the same unit."""
    by_unit: dict[str, list[tuple[int, str, QualityDocument]]] = {}
    for document in workspace.documents:
        if document.objectives and document.objectives.year and len(document.objectives.objectives) > 1:
            item = (document.objectives.year, document.path, document)
            by_unit.setdefault(fold(document.objectives.unit), []).append(item)
    for unit in sorted(by_unit):
        papers = sorted(by_unit[unit], key=lambda item: item[:2])
        for (before, _, old), (year, _, new) in pairwise(papers):
            if before < year and wording(old) == wording(new):
                yield finding(old, new, before, year, context)


def wording(document: QualityDocument) -> frozenset[str]:
    """What the objectives say, years apart."""
    stated = document.objectives.objectives if document.objectives else ()
    return frozenset(
        re.sub(r"\W+", " ", re.sub(r"(?<!\d)20\d\d(?!\d)", "", fold(f"{o.text} {o.measure} {o.target}"))).strip()
        for o in stated
    )


def finding(
    old: QualityDocument, new: QualityDocument, before: int, year: int, context: Context[NoOptions]
) -> Finding:
    """What is said of the newer paper."""
    stated = new.objectives.objectives if new.objectives else ()
    words = shorten(stated[0].text, 80)
    return context.finding(
        Text(f"Cả {len(stated)} mục tiêu năm {year} giống hệt năm {before}, chỉ đổi năm (ví dụ “{words}”).",
             f"All {len(stated)} objectives of {year} are word for word those of {before} (e.g. “{words}”)."),
        mend=Text(f"Dựa vào kết quả năm {before} xem lại mức của từng mục tiêu; mục tiêu nào giữ nguyên thì ghi lý do.",
                  f"Review each target on the results of {before}; where one is kept, say why."),
        at=stated[0].at,
        evidence=stated[0].text,
        document=new,
        related=(Related(old.path, WHOLE, Text(f"mục tiêu năm {before}", f"objectives of {before}")),),
    )
