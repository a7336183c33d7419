"""Sổ chỉ có rủi ro, không có cơ hội: khoản 6.1.1 đòi xác định cả rủi ro và cơ hội. Cách sửa: ghi ít nhất những cơ hội
đã thấy (công cụ số mới, phân cấp mới, sáng kiến) và việc sẽ làm. Im lặng khi có văn bản khác trong bộ hồ sơ ghi cơ
hội.

The register holds risks only: 6.1.1 asks for risks and opportunities. Mend it by noting the opportunities seen (a new
tool, a new delegation, an idea) and what will be done. Silent where another document of the set states opportunities.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Context, Finding, Level, NoOptions, Text, Workspace, kinds, workspace_rule


@workspace_rule(
    "opportunity-missing",
    title=Text("Chưa xác định cơ hội", "No opportunity was determined"),
    kinds=(kinds.RISK_REGISTER,),
    clauses=("6.1.1",),
    level=Level.INFO,
    since="0.1",
)
def opportunity_missing(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding at the first register of a set that states no opportunity."""
    registers = [document for document in workspace.documents if document.risks]
    if not registers or any(risk.opportunity for document in registers for risk in document.risks):
        return
    count = sum(len(document.risks) for document in registers)
    yield context.finding(
        Text(f"Có {count} rủi ro nhưng không có cơ hội nào được xác định.",
             f"There are {count} risks, but no opportunity was determined."),
        mend=Text("Bổ sung cơ hội đã nhận thấy và hành động để tận dụng.",
                  "Add the opportunities seen and the actions to use them."),
        at=registers[0].risks[0].at, evidence=registers[0].risks[0].text, document=registers[0],
    )
