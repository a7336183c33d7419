"""Phạm vi hệ thống trong sổ tay thiếu điều phải có: khoản 4.3 đòi nêu loại dịch vụ (TTHC, lĩnh vực hoạt động) và lý do
cho mỗi yêu cầu không áp dụng; phạm vi còn phải cho biết đơn vị và địa điểm áp dụng. Cách sửa: bổ sung vào mục phạm vi.
Chưa xét được khi bộ hồ sơ không có sổ tay hoặc không đọc được mục phạm vi. Im lặng khi lý do không áp dụng nằm ở dòng
dưới, hoặc đã khai ở not_applicable của qmslint.yaml.

The scope in the manual lacks what it must say: 4.3 asks for the kinds of services (TTHC, fields of work) and a reason
for each requirement that does not apply; the scope must also show units and places. Mend it in the section of the
scope. Says that it cannot judge without a manual or where the section could not be read. Silent where the reason
stands in a line below or is declared under not_applicable in the settings.
"""

from __future__ import annotations

from collections.abc import Iterator

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
from qmslint_iso9001._reviews import named
from qmslint_iso9001._sets import is_system
from qmslint_iso9001._words import SCOPE_PLACES, SCOPE_SERVICES, SCOPE_UNITS


@workspace_rule(
    "scope-incomplete",
    title=Text("Phạm vi hệ thống nêu chưa đủ", "The scope of the QMS is incomplete"),
    kinds=(kinds.QUALITY_MANUAL,),
    clauses=("4.3",),
    level=Level.ERROR,
    since="0.1",
)
def scope_incomplete(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """What the statement of each manual lacks, then requirements set aside without a reason."""
    manuals = [document for document in workspace.of_kind(kinds.QUALITY_MANUAL) if not document.draft]
    if not manuals and is_system(workspace):
        context.cannot_judge(Text("bộ hồ sơ không có sổ tay chất lượng để đọc phạm vi",
                                  "the set has no manual that would state the scope"))
    for manual in manuals:
        scope = manual.scope
        if scope is None or scope.text is None:
            context.cannot_judge(Text("không đọc được mục phạm vi trong sổ tay",
                                      "no section on the scope could be read in the manual"), manual)
        else:
            yield from _statement(scope.text, manual, workspace, context)
        yield from _exclusions(manual, workspace, context)


def _statement(
    text: Phrase, manual: QualityDocument, workspace: Workspace, context: Context[NoOptions]
) -> Iterator[Finding]:
    words = fold(text.text)
    if not SCOPE_SERVICES.search(words):
        yield context.finding(
            Text("Phạm vi của hệ thống không nêu dịch vụ nào: thủ tục hành chính, lĩnh vực hoặc hoạt động áp dụng.",
                 "The scope names no service: no administrative procedure, field or activity."),
            mend=Text("Ghi các lĩnh vực, hoạt động, TTHC áp dụng (hoặc dẫn phụ lục, danh mục TTHC).",
                      "Name the fields, activities and TTHC (or refer to the annex or list)."),
            at=text.at, evidence=text.text, document=manual,
        )
    own = [fold(unit) for unit in (*workspace.settings.agency.units, workspace.settings.agency.name) if unit]
    lacking = [
        name for there, name in (
            (SCOPE_UNITS.search(words) or any(unit in words for unit in own),
             Text("đơn vị áp dụng", "the units")),
            (SCOPE_PLACES.search(words), Text("địa điểm áp dụng", "the places")),
        ) if not there
    ]
    if lacking:
        names = named(lacking)
        yield context.finding(
            Text(f"Phạm vi của hệ thống không nêu {names.vi}.", f"The scope does not state {names.en}."),
            mend=Text(f"Bổ sung {names.vi} vào mục phạm vi.", f"Add {names.en} to the scope."),
            at=text.at, evidence=text.text, level=Level.WARNING, confidence=Confidence.MEDIUM, document=manual,
        )


def _exclusions(manual: QualityDocument, workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    declared = {item.clause.strip() for item in workspace.settings.not_applicable if item.reason.strip()}
    for exclusion in manual.scope.exclusions if manual.scope else ():
        if exclusion.reason.strip() or exclusion.clause in declared:
            continue
        yield context.finding(
            Text(f"Sổ tay ghi yêu cầu {exclusion.clause} không áp dụng nhưng không nêu lý do.",
                 f"The manual says that {exclusion.clause} does not apply, but gives no reason."),
            mend=Text("Ghi lý do và việc đó không ảnh hưởng đến khả năng cung cấp dịch vụ phù hợp; nếu có áp dụng thì "
                      "bỏ ngoại lệ.",
                      "Give the reason and say that conformity of services is not affected; drop it if it applies."),
            at=exclusion.at, evidence=exclusion.clause, document=manual,
        )
