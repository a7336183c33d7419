"""Số TTHC trong quyết định công bố gần nhất khác số TTHC trong danh mục hiện hành: phạm vi đã điều chỉnh, mở rộng
hoặc thu hẹp mà chưa công bố lại. Sửa: rà soát danh mục rồi công bố lại. Im lặng khi quyết định không nêu số TTHC,
không có danh mục, hoặc tổng của các danh mục hay một danh mục nào đó khớp.

The newest publication names another number of TTHC than the list in use: the scope has changed and the system was
not published again. Mend: review the list, publish again. Silent where the publication names no number, there is no
list, or any one list, or all together, agree with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from qmslint.api import Context, Finding, Level, Related, Text, Workspace, kinds, workspace_rule
from qmslint_vn_admin._publications import made_on, publications
from qmslint_vn_admin._tthc import Entry, entries, national_code, plain_title


@workspace_rule(
    "publication-scope-outdated",
    title=Text("Phạm vi đổi mà chưa công bố lại", "The scope changed and was not published again"),
    kinds=(kinds.PUBLICATION_DECISION, kinds.TTHC_LIST),
    clauses=("4.3",),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 4",),
    level=Level.ERROR,
    since="0.1",
)
def publication_scope_outdated(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """The number of the newest publication against the lists."""
    published = publications(workspace)
    rows = entries(workspace)
    if not published or not rows:
        return
    newest = max(published, key=lambda d: (made_on(d) or date.min, d.path))
    count = newest.publication.tthc_count if newest.publication else 0
    if not count or (len(published) > 1 and made_on(newest) is None):
        return
    lists = {entry.list.path for entry in rows}
    numbers = {_number([e for e in rows if e.list.path == path]) for path in lists}
    total = _number(rows)
    if count in numbers | {total, len(rows)}:
        return
    scope = newest.publication.scope if newest.publication else None
    yield context.finding(
        Text(
            f"Quyết định công bố nêu {count} TTHC, danh mục hiện hành có {total} TTHC.",
            f"The publication names {count} TTHC, the list in use has {total}.",
        ),
        mend=Text(
            "Rà soát danh mục TTHC; nếu phạm vi đã đổi thì ban hành quyết định công bố lại.",
            "Review the list of TTHC; if the scope has changed, publish the system again.",
        ),
        at=scope.at if scope else newest.identity.at,
        evidence=scope.text if scope else str(count),
        document=newest,
        related=[Related(rows[0].list.path, rows[0].row.at)],
    )


def _number(rows: Iterable[Entry]) -> int:
    return len({national_code(entry.row.code) or plain_title(entry.row.title) for entry in rows})
