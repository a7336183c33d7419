"""Việc đã giao ở lần xem xét trước không được nhắc lại: khoản 9.3.2a đòi lần sau xem tình trạng từng việc. Cách sửa:
ghi từng việc đã xong, đang làm hay chưa làm, vì sao. Im lặng khi lần trước không giao việc, khi đây là lần xem xét
đầu tiên trong bộ hồ sơ, và khi biên bản sau đã có nội dung này.

Tasks of the previous review are not followed up: 9.3.2a asks the next review for the status of each. Mend it by
stating for each whether it is done, under way or open, and why. Silent where the review before gave no tasks, on the
first review of the set, and where the later minutes have this item.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from qmslint.api import Context, Finding, Level, NoOptions, Related, Text, Workspace, kinds, shorten, workspace_rule
from qmslint_iso9001._reviews import in_order


@workspace_rule(
    "review-action-untracked",
    title=Text("Việc của lần xem xét trước không được theo dõi", "Tasks of the previous review are not followed up"),
    kinds=(kinds.MANAGEMENT_REVIEW,),
    clauses=("9.3.2a",),
    level=Level.WARNING,
    since="0.1",
)
def review_action_untracked(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding for each review that says nothing of the tasks of the one before."""
    for (before, old), (day, new) in pairwise(in_order(workspace)):
        tasks = old.review.actions if old.review else ()
        followed = any(item.key == "a" for item in (new.review.inputs if new.review else ()))
        if before == day or not tasks or new.draft or followed:
            continue
        words = shorten(tasks[0].text, 80)
        yield context.finding(
            Text(f"Lần xem xét ngày {before:%d/%m/%Y} giao {len(tasks)} việc (ví dụ “{words}”), biên bản ngày "
                 f"{day:%d/%m/%Y} không nói việc nào đã xong.",
                 f"The review of {before:%d/%m/%Y} gave {len(tasks)} tasks (e.g. “{words}”); the minutes of "
                 f"{day:%d/%m/%Y} do not say what became of them."),
            mend=Text("Bổ sung mục tình trạng các việc từ lần xem xét trước: xong, đang làm, chưa làm và lý do.",
                      "Add the status of the tasks of the previous review: done, under way, open and why."),
            evidence=tasks[0].text,
            document=new,
            related=(Related(old.path, tasks[0].at, Text("việc đã giao", "the task given")),),
        )
