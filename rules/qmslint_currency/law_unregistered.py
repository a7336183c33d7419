"""Luật được viện dẫn không có trong sổ (danh mục) văn bản pháp luật của cơ quan, nên không ai theo dõi khi luật thay
đổi. Sửa: thêm vào sổ, hoặc sửa số hiệu nếu viết nhầm. Chỉ nói khi cơ quan có sổ của mình (legal_registers trong
qmslint.yaml); không có thì nêu một lần là chưa xét được. Mỗi luật một phát hiện, kèm các văn bản khác cùng viện
dẫn. Im lặng với văn bản cá biệt (số không có năm), tiêu chuẩn, tên nằm trong tên văn bản khác.

A cited law is not in the agency's register of legal documents, so nobody follows its changes. Mend: add it, or
correct the number. Speaks only where the agency keeps a register (legal_registers in qmslint.yaml). One finding a
law, with the other documents that cite it. Silent on individual decisions, standards, and names inside titles of
others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Cited, Context, Finding, Level, Related, Text, Workspace, kinds, parse_number, workspace_rule
from qmslint_currency._view import Judged, judged, own_register


@workspace_rule(
    "law-unregistered",
    title=Text("Văn bản được viện dẫn không có trong sổ văn bản", "A cited law is not in the register"),
    kinds=(kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE, kinds.QUALITY_MANUAL),
    clauses=("7.5.3", "8.2.2"),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 4 điểm a",),
    level=Level.INFO,
    since="0.1",
)
def law_unregistered(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding for each law that the register does not know."""
    subjects = [one for one in judged(workspace, context) if one.document.kind != kinds.LEGAL_LIST]
    if not own_register(context):
        if subjects:
            context.cannot_judge(Text(
                "Cơ quan chưa khai báo sổ văn bản pháp luật của mình (legal_registers trong qmslint.yaml).",
                "The agency has not named a register of its own (legal_registers in qmslint.yaml).",
            ))
        return
    found: dict[str, list[tuple[Judged, Cited]]] = {}
    for one in subjects:
        for cited in one.subject.cited:
            number = parse_number(cited.number)
            if cited.document is None and number is not None and number.normative:
                found.setdefault(cited.law.key + cited.law.place, []).append((one, cited))
    for uses in found.values():
        one, cited = uses[0]
        count = Text(f" ({len(uses)} văn bản viện dẫn)", f" (cited by {len(uses)} documents)") if len(uses) > 1 else (
            Text("", ""))
        yield context.finding(
            Text(
                f"{cited.number} không có trong sổ văn bản pháp luật của cơ quan{count.vi}.",
                f"{cited.number} is not in the agency's register of legal documents{count.en}.",
            ),
            mend=Text(
                "Bổ sung vào sổ (số, ngày ban hành, ngày hiệu lực, quan hệ), hoặc sửa số hiệu nếu viết nhầm.",
                "Add it (number, dates, relations), or correct the number.",
            ),
            at=cited.places[0],
            related=[
                Related(other.document.path, more.places[0], Text("cũng viện dẫn", "cites it too"))
                for other, more in uses[1:10]
            ],
            evidence=cited.number,
            document=one.document,
        )
