"""Đánh giá nội bộ bỏ sót đơn vị: đơn vị có trong kế hoạch nhưng không có trong biên bản, báo cáo cùng năm; hoặc đơn
vị khai trong agency.units của qmslint.yaml không có trong kế hoạch, biên bản nào của năm mới nhất (điểm a khoản
9.2.2). Cách sửa: đánh giá bổ sung hoặc ghi lý do, đợt sau. Im lặng khi văn bản nói đánh giá "toàn bộ", hoặc không nêu
đơn vị nào.

An internal audit leaves out a unit: one that the plan names but no minutes or report of that year; or one declared in
agency.units that no plan or minutes of the newest year name (9.2.2a). Mend it by auditing it or giving the reason.
Silent where a paper says "all units" or names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    Level,
    NoOptions,
    Phrase,
    QualityDocument,
    Text,
    Workspace,
    fold,
    kinds,
    workspace_rule,
)
from qmslint_iso9001._units import same_unit
from qmslint_iso9001._words import EVERY_UNIT, LEADERS

HELD = (kinds.AUDIT_MINUTES, kinds.AUDIT_REPORT)
MEND = Text(
    "Đánh giá bổ sung đơn vị này, hoặc ghi lý do chưa đánh giá và đợt đánh giá tiếp theo.",
    "Audit this unit too, or state why not and when it will be.",
)


@workspace_rule(
    "audit-scope-gap",
    title=Text("Đánh giá nội bộ bỏ sót đơn vị", "Internal audit leaves out a unit"),
    kinds=(kinds.AUDIT_PLAN, *HELD),
    clauses=("9.2.2a",),
    level=Level.WARNING,
    since="0.1",
)
def audit_scope_gap(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """Units planned but not audited, year by year; units of the agency that the newest year leaves out."""
    plans, held = by_year(workspace.of_kind(kinds.AUDIT_PLAN)), by_year(workspace.of_kind(*HELD))
    for year in sorted(plans.keys() & held.keys()):
        audited = [unit for document in held[year] for unit in units(document)]
        if not all(units(document) for document in held[year]):
            continue  # one paper names no unit: who knows what it covered
        for document in plans[year]:
            for unit in units(document):
                if not covered(unit.text, audited):
                    yield context.finding(
                        Text(f"Kế hoạch đánh giá năm {year} có “{unit.text}” nhưng không biên bản, báo cáo nào của "
                             "năm đó "
                             "ghi đã đánh giá đơn vị này.",
                             f"The audit plan of {year} names “{unit.text}”, but no minutes or report of that year "
                             "do."),
                        mend=MEND, at=unit.at, evidence=unit.text, document=document,
                        # What the leaders answered for is often told in the minutes of the other units.
                        confidence=Confidence.LOW if LEADERS.search(fold(unit.text)) else None,
                    )
    papers = {year: [*plans.get(year, ()), *held.get(year, ())] for year in {*plans, *held}}
    yield from left_out(papers, context)


def left_out(papers: dict[int, list[QualityDocument]], context: Context[NoOptions]) -> Iterator[Finding]:
    """Units of the agency that the audit of the newest year leaves out."""
    if not papers or not context.settings.agency.units:
        return
    year = max(papers)
    named = [unit for document in papers[year] for unit in units(document)]
    if not all(units(document) for document in papers[year]):
        return
    for name in context.settings.agency.units:
        if not covered(name, named):
            yield context.finding(
                Text(f"“{name}” thuộc cơ quan nhưng không có trong kế hoạch, biên bản đánh giá nội bộ năm {year}.",
                     f"“{name}” is a unit of the agency, but no plan or minutes of the internal audit of {year} "
                     "name it."),
                mend=MEND, evidence=name, document=papers[year][0],
            )


def by_year(documents: Iterable[QualityDocument]) -> dict[int, list[QualityDocument]]:
    """Audit papers by the year of their audit; undated ones are left out."""
    years: dict[int, list[QualityDocument]] = {}
    for document in documents:
        if document.audit and document.audit.date and document.audit.date.value:
            years.setdefault(year_of(document, document.audit.date.value.year), []).append(document)
    return years


def year_of(document: QualityDocument, dated: int) -> int:
    """The year a paper is about: a plan for next year is often issued in December."""
    told = re.findall(r"\b(?:năm|year) (20\d\d)\b", fold(document.identity.title))
    return int(told[0]) if len(set(told)) == 1 else dated


def units(document: QualityDocument) -> tuple[Phrase, ...]:
    """The units an audit paper names; its scope when it speaks of all."""
    audit = document.audit
    if audit is None:
        return ()
    return (*audit.units, audit.scope) if audit.scope and EVERY_UNIT.search(fold(audit.scope.text)) else audit.units


def covered(name: str, audited: list[Phrase]) -> bool:
    """Whether `name` is among the audited units, or all of them were audited."""
    return bool(EVERY_UNIT.search(fold(name))) or any(
        same_unit(name, unit.text) or EVERY_UNIT.search(fold(unit.text)) for unit in audited
    )
