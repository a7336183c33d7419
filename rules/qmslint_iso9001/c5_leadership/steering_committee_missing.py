"""Bộ hồ sơ không có quyết định thành lập Ban Chỉ đạo ISO và không văn bản nào dẫn quyết định đó. Thông tư 26/2014 đòi
cơ quan thành lập Ban Chỉ đạo; khoản 5.3 đòi phân công trách nhiệm, quyền hạn. Cách sửa: đưa quyết định vào hồ sơ hoặc
dẫn số, ngày của nó trong sổ tay. Im lặng với cơ quan không bắt buộc (agency.mandatory: false) và với thư mục không
phải cả hệ thống; chưa xét được khi bộ hồ sơ không có sổ tay hay quyết định nào.

The set holds no decision that sets up the ISO steering committee, and no document cites one. The circular asks the
agency to set it up; 5.3 asks for assigned responsibilities. Mend it by adding the decision or citing its number and
date in the manual. Silent on agencies that are not bound and on folders that are no whole system; says that it cannot
judge where the set has neither manual nor decisions.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Confidence, Context, Finding, Level, NoOptions, Text, Workspace, kinds, workspace_rule
from qmslint_iso9001._sets import is_system

WHERE = (kinds.QUALITY_MANUAL, kinds.PROMULGATION_DECISION, kinds.PUBLICATION_DECISION)


@workspace_rule(
    "steering-committee-missing",
    title=Text("Không thấy quyết định thành lập Ban Chỉ đạo ISO", "No decision on the ISO steering committee"),
    clauses=("5.3",),
    basis=("26/2014/TT-BKHCN Điều 7 khoản 2 điểm b",),
    level=Level.WARNING,
    since="0.1",
)
def steering_committee_missing(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding for the set."""
    if not is_system(workspace) or workspace.settings.agency.mandatory is False:
        return
    named = [document for document in workspace.documents if document.steering]
    if any(document.steering and (document.steering.decision or document.steering.cited) for document in named):
        return
    read = [document for document in workspace.of_kind(*WHERE) if not document.draft]
    if not read:
        context.cannot_judge(Text("bộ hồ sơ không có sổ tay hay quyết định nào để tìm Ban Chỉ đạo",
                                  "the set has no manual or decision in which to look for the committee"))
        return
    mend = Text("Đưa quyết định thành lập (kiện toàn) Ban Chỉ đạo vào hồ sơ, hoặc dẫn số và ngày của nó trong sổ tay.",
                "Add the decision that sets up the committee, or cite its number and date in the manual.")
    # The decision may be one of the files that were not understood.
    sure = Confidence.MEDIUM if workspace.of_kind(kinds.UNCLASSIFIED) else Confidence.HIGH
    if named:
        first = named[0]
        assert first.steering is not None
        phrase = first.steering.name
        yield context.finding(
            Text("Văn bản nhắc đến Ban Chỉ đạo ISO nhưng không dẫn quyết định thành lập; bộ hồ sơ cũng không có quyết "
                 "định này.",
                 "The ISO steering committee is named; the decision that set it up is neither cited nor in the set."),
            mend=mend, at=phrase.at, evidence=phrase.text, document=first, confidence=sure,
        )
        return
    yield context.finding(
        Text("Bộ hồ sơ không có quyết định thành lập Ban Chỉ đạo ISO và không văn bản nào nhắc đến Ban này.",
             "The set has no decision on the ISO steering committee, and no document names it."),
        mend=mend, evidence=read[0].path, confidence=sure,
    )
