"""Thông tin dạng văn bản mà TCVN ISO 9001:2015 đòi duy trì (tài liệu) hoặc lưu giữ (hồ sơ) nhưng bộ hồ sơ không có: mỗi
điều khoản một dòng. Cách sửa: bổ sung văn bản; hoặc khai điều khoản không áp dụng kèm lý do (not_applicable trong
qmslint.yaml, hoặc sổ tay). Im lặng khi bộ hồ sơ chỉ là vài văn bản rời: không có sổ tay, chính sách, danh mục tài liệu,
quyết định công bố hay tệp thiết đặt.

Documented information that ISO 9001:2015 asks to maintain (documents) or retain (records) and that the set lacks: one
line a clause. Mend it by adding the paper, or by declaring the clause not applicable with a reason (settings, manual).
Silent where the set is only some papers: no manual, policy, list of documents, publication or settings.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Context, Finding, Level, NoOptions, Text, Workspace, kinds, workspace_rule
from qmslint_iso9001._required import REQUIRED
from qmslint_iso9001._sets import is_excluded, is_system, not_applicable


@workspace_rule(
    "required-information-missing",
    title=Text("Thiếu thông tin dạng văn bản bắt buộc", "Required documented information is missing"),
    clauses=("7.5.1",),
    level=Level.WARNING,
    since="0.1",
)
def required_information_missing(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding for each clause of the table that nothing in the set satisfies."""
    if not is_system(workspace):
        return
    declared = not_applicable(workspace)
    unclear = len(workspace.of_kind(kinds.UNCLASSIFIED))
    doubt = Text(f" Có {unclear} tệp chưa nhận ra loại: nếu văn bản nằm trong đó, khai loại của tệp ở mục kinds của "
                 "qmslint.yaml.",
                 f" {unclear} files are of no known kind: if it is one of them, say so under kinds in qmslint.yaml.")
    for line in REQUIRED:
        if workspace.of_kind(*line.kinds) or is_excluded(line.clause, declared):
            continue
        if any(line.states(document) for document in workspace.documents):
            continue
        asks = ("lưu giữ hồ sơ", "to retain") if line.record else ("duy trì tài liệu", "to maintain")
        yield context.finding(
            Text(f"Khoản {line.clause} đòi {asks[0]} về {line.what.vi}, bộ hồ sơ này không có.",
                 f"Clause {line.clause} asks {asks[1]} {line.what.en}; this set holds none."),
            mend=Text("Bổ sung văn bản vào bộ hồ sơ; nếu không áp dụng thì khai not_applicable kèm lý do."
                      + (doubt.vi if unclear else ""),
                      "Add it to the set; if the clause does not apply, declare it not applicable with the reason."
                      + (doubt.en if unclear else "")),
            evidence=line.clause,
            clauses=(line.clause,),
        )
