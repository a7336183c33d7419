"""Điểm không phù hợp của cuộc đánh giá nội bộ không có phiếu hành động khắc phục: phải khắc phục không chậm trễ và lưu
bằng chứng (điểm e khoản 9.2.2; 10.2). Cách sửa: lập phiếu, ghi số phiếu vào biên bản. Phiếu được nhận ra theo số phiếu
hoặc theo nội dung. Im lặng với điểm lưu ý, khuyến nghị; không kết luận khi còn phiếu mà nội dung không đối chiếu được.

A nonconformity of an internal audit has no corrective action: it must be answered without undue delay and evidence
kept (9.2.2e, 10.2). Mend it by opening a form and naming its number in the minutes. Forms are recognised by number or
words. Silent on observations; no verdict while there are forms that could not be compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Confidence, Context, Finding, Level, NoOptions, Text, Workspace, kinds, shorten, workspace_rule
from qmslint_iso9001._audits import match
from qmslint_iso9001._reading import is_read
from qmslint_iso9001._sets import is_system


@workspace_rule(
    "nonconformity-without-action",
    title=Text("Điểm không phù hợp chưa có hành động khắc phục", "Nonconformity without corrective action"),
    kinds=(kinds.AUDIT_MINUTES, kinds.AUDIT_REPORT, kinds.AUDIT_CHECKLIST, kinds.CORRECTIVE_ACTION),
    clauses=("9.2.2e", "10.2.1"),
    level=Level.ERROR,
    since="0.1",
)
def nonconformity_without_action(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding for each nonconformity that no form answers."""
    unanswered, unasked = match(workspace)
    if unanswered and any(not opened.action.nonconformity.strip() for opened in unasked):
        context.cannot_judge(Text("có phiếu khắc phục không ghi nội dung không phù hợp nên không đối chiếu được",
                                  "a corrective action form does not say which nonconformity it answers"))
        return
    unread = [d for d in workspace.of_kind(kinds.CORRECTIVE_ACTION) if is_read(d) and not d.corrective_actions]
    if unanswered and unread:
        context.cannot_judge(Text("có phiếu khắc phục bố cục lạ, không đọc được nội dung nên không đối chiếu được",
                                  "a corrective action form of unknown layout could not be read"), unread[0])
        return
    # A folder of minutes alone may only be a part of the set: the forms may lie elsewhere.
    sure = is_system(workspace) or any(d.corrective_actions for d in workspace.documents)
    for document, found in unanswered:
        words, number = shorten(found.text, 90), f" {found.number}" if found.number else ""
        named = f" (biên bản ghi phiếu “{found.action}” nhưng không thấy phiếu đó)" if found.action else ""
        yield context.finding(
            Text(f"Điểm không phù hợp{number} “{words}” không thấy phiếu hành động khắc phục trong bộ hồ sơ{named}.",
                 f"The nonconformity{number} “{words}” has no corrective action form in the set."),
            mend=Text("Lập phiếu hành động khắc phục (nguyên nhân, biện pháp, người chịu trách nhiệm, thời hạn, "
                      "kiểm tra "
                      "lại) và ghi số phiếu vào biên bản.",
                      "Open a form (cause, action, responsible, deadline, verification) and name it in the minutes."),
            at=found.at, evidence=found.text, document=document,
            confidence=None if sure else Confidence.MEDIUM,
        )
