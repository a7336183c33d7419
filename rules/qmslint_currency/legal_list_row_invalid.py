"""Dòng trong danh mục văn bản pháp lý tự mâu thuẫn: thiếu số và tên, số viết sai dạng, ngày hiệu lực trước ngày ban
hành, hết hiệu lực trước khi có hiệu lực, năm trong số khác năm ban hành, ngày không có thật, một văn bản ghi hai
lần. Sửa: đối chiếu bản gốc. Im lặng với ô trống, luật ghi bằng tên, và văn bản cùng số của hai cơ quan khác nhau.

A row of the list of legal documents contradicts itself: neither number nor title, a malformed number, effect before
issue, end before effect, a year in the number that is not that of the issue, an impossible date, one law listed
twice. Mend: compare with the original. Silent on empty cells, laws listed by name, and equal numbers of two
issuers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    Context,
    Finding,
    Level,
    ListedLaw,
    Related,
    Text,
    Workspace,
    kinds,
    law_of,
    workspace_rule,
)
from qmslint_currency._lists import legal_lists, name, row_wrong


@workspace_rule(
    "legal-list-row-invalid",
    title=Text("Dòng của danh mục văn bản pháp lý không hợp lệ", "A row of the list of laws is not valid"),
    kinds=(kinds.LEGAL_LIST,),
    clauses=("7.5.3",),
    basis=("64/2025/QH15 Điều 53",),
    level=Level.WARNING,
    since="0.1",
)
def legal_list_row_invalid(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """One finding for each row that cannot be right."""
    for document in legal_lists(workspace):
        seen: dict[tuple[str, str], ListedLaw] = {}
        for row in document.listed_laws:
            wrong, related = row_wrong(row), ()
            law = law_of(row.number, row.issuer) if row.number else None
            if law is not None:
                earlier = seen.setdefault((law.key, law.place), row)
                if wrong is None and earlier is not row:
                    wrong = Text("được ghi hai lần trong danh mục", "is listed twice")
                    related = (Related(document.path, earlier.at, Text("lần đầu", "the first time")),)  # type: ignore[assignment]
            if wrong is not None:
                shown = name(row) or "…"
                yield context.finding(
                    Text(f"Dòng “{shown}” {wrong.vi}.", f"The row “{shown}” {wrong.en}."),
                    mend=Text("Đối chiếu bản gốc và sửa dòng này.", "Compare with the original and correct the row."),
                    at=row.at,
                    evidence=shown,
                    document=document,
                    related=related,
                )

