"""Bối cảnh chỉ có một phía: khoản 4.1 đòi xác định cả vấn đề nội bộ và vấn đề bên ngoài. Cách sửa: bổ sung phía còn
thiếu (bên ngoài: pháp luật, chính quyền hai cấp, công nghệ, dân cư; nội bộ: nhân lực, cơ sở vật chất, tri thức). Im
lặng khi một văn bản khác trong bộ hồ sơ ghi phía kia; chưa xét được khi không rõ vấn đề thuộc phía nào.

The context shows one side only: 4.1 asks for internal and external issues. Mend it by adding the missing side. Silent
where another document of the set states it; says that it cannot judge where the document does not say on which side
its issues are.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Confidence, Context, Finding, Level, NoOptions, Text, Workspace, kinds, workspace_rule
from qmslint_iso9001._sets import is_system

SIDES = {"internal": Text("vấn đề nội bộ", "internal issues"), "external": Text("vấn đề bên ngoài", "external issues")}


@workspace_rule(
    "context-one-sided",
    title=Text("Bối cảnh chỉ có một phía", "The context is one-sided"),
    kinds=(kinds.CONTEXT, kinds.QUALITY_MANUAL),
    clauses=("4.1",),
    level=Level.WARNING,
    since="0.1",
)
def context_one_sided(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding for the set, where every issue that it states is of one side."""
    stating = [document for document in workspace.documents if document.issues and not document.draft]
    if not stating:
        if workspace.of_kind(kinds.CONTEXT) or is_system(workspace):
            context.cannot_judge(Text("không đọc được vấn đề nào của bối cảnh trong bộ hồ sơ",
                                      "no issue of the context could be read in the set"))
        return
    issues = [issue for document in stating for issue in document.issues]
    sides = {issue.side for issue in issues}
    if sides >= set(SIDES):
        return
    if "" in sides:
        context.cannot_judge(Text("văn bản bối cảnh không cho biết vấn đề nào là nội bộ, vấn đề nào là bên ngoài",
                                  "the document does not say which issues are internal, which external"))
        return
    here = sides.pop()
    other = SIDES["external" if here == "internal" else "internal"]
    own = [document for document in stating if document.kind == kinds.CONTEXT]
    first = (own or stating)[0]
    yield context.finding(
        Text(f"Bối cảnh có {len(issues)} {SIDES[here].vi} nhưng không có {other.vi} nào.",
             f"The context has {len(issues)} {SIDES[here].en}, but no {other.en}."),
        mend=Text(f"Xác định và ghi các {other.vi} có ảnh hưởng đến hệ thống.",
                  f"Determine and note the {other.en} that bear on the system."),
        at=first.issues[0].at, evidence=first.issues[0].text, document=first,
        confidence=None if own else Confidence.MEDIUM,
    )
