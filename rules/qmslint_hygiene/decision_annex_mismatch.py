"""Phụ lục của quyết định ban hành tài liệu khác với thư mục: tài liệu ghi trong phụ lục không có, hoặc khác tên, mã
hiệu, lần ban hành (khoản 7.5.2 c, 7.5.3). Cách sửa: sửa tài liệu, hoặc ban hành quyết định sửa đổi phụ lục. Chỉ xét
quyết định mới nhất nêu tài liệu đó. Im lặng với tài liệu ban hành lại sau quyết định, với điều mà danh mục tài liệu nội
bộ đã bị báo, với bản dự thảo.

The annex of the decision that promulgates the documents differs from the folder: a listed document is not there, or has
another title, code or edition (7.5.2 c, 7.5.3). Only the newest decision that names a document counts. Silent on
documents issued again after it, on what the rules on the internal list already say, and on drafts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from qmslint.api import (
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Related,
    Text,
    Workspace,
    kinds,
    workspace_rule,
)
from qmslint_hygiene._lists import Listing, current, listing, listing_of, named
from qmslint_hygiene._rows import Present, differences_of, entry_name, expected, present, told

MEND = Text(
    "Sửa tài liệu cho đúng với quyết định, hoặc ban hành quyết định sửa đổi phụ lục.",
    "Make the document what the decision says, or amend the annex by a decision.",
)


@workspace_rule(
    "decision-annex-mismatch",
    title=Text("Phụ lục quyết định ban hành khác với thư mục", "The decision's annex differs from the folder"),
    clauses=("7.5.2", "7.5.3"),
    level=Level.ERROR,
    since="0.1",
)
def decision_annex_mismatch(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """Each row of a decision's annex against the set, the newest decision first."""
    decisions = [d for d in workspace.of_kind(kinds.PROMULGATION_DECISION) if d.listed_documents and not d.draft]
    decisions.sort(key=lambda d: (d.identity.issued or date.min, d.path), reverse=True)
    internal = listing(workspace, context.settings)
    there = present(workspace)
    judged: set[str] = set()
    for number, decision in enumerate(decisions):
        annex = listing_of([decision])
        for document in current(workspace):
            if document.path not in judged and annex.of(document):
                judged.add(document.path)
                yield from _compare(decision, annex, document, internal, there, context)
        if number == 0:
            yield from _absent(decision, annex, workspace, internal, context)


def _compare(
    decision: QualityDocument, annex: Listing, document: QualityDocument, internal: Listing | None,
    there: Present, context: Context[NoOptions],
) -> Iterator[Finding]:
    issued, decided = document.identity.issued, decision.identity.issued
    if issued and decided and issued > decided:
        return  # issued again since
    if internal and any(differences_of(row.entry, document, internal, there) for row in internal.of(document)):
        return  # list-entry-mismatch says so
    compared = [(differences_of(row.entry, document, annex, there), row) for row in annex.of(document)]
    differences, row = min(compared, key=lambda item: len(item[0]))
    if not differences:
        return
    what = told(differences, Text("quyết định", "the decision"))
    yield context.finding(
        Text(
            f"Quyết định ban hành và tài liệu {named(document)} ghi khác nhau: {what.vi}.",
            f"The promulgating decision and {named(document)} differ: {what.en}.",
        ),
        mend=MEND,
        at=row.entry.at,
        evidence="; ".join(mine for _, mine, _ in differences),
        document=decision,
        related=[Related(document.path, document.identity.at)],
    )


def _absent(
    decision: QualityDocument, annex: Listing, workspace: Workspace, internal: Listing | None,
    context: Context[NoOptions],
) -> Iterator[Finding]:
    there = present(workspace)
    rows = [row for row in annex.rows if expected(row.entry)]
    absent = [row for row in rows if not there.has(row.entry)]
    if absent and 2 * len(absent) > len(rows):
        context.cannot_judge(
            Text(
                f"{len(absent)}/{len(rows)} tài liệu trong phụ lục quyết định không có trong phần thư mục được xét.",
                f"{len(absent)} of {len(rows)} documents of the annex are not in what was checked.",
            ),
            decision,
        )
        return
    for row in absent:
        if internal and internal.names(row.entry):
            continue  # listed-document-absent says so
        yield context.finding(
            Text(
                f"Quyết định ban hành {entry_name(row.entry)} nhưng trong thư mục không có tài liệu này.",
                f"The decision promulgates {entry_name(row.entry)}, but there is no such document in the folder.",
            ),
            mend=MEND,
            at=row.entry.at,
            evidence=row.entry.code or row.entry.title,
            document=decision,
        )
