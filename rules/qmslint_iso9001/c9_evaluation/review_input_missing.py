"""Cuộc họp xem xét của lãnh đạo bỏ sót đầu vào: khoản 9.3.2 liệt kê từ a đến f (mục c có bảy ý), biên bản phải cho
thấy đã bàn từng nội dung. Cách sửa: bổ sung nội dung; việc không phát sinh thì ghi "không phát sinh". Im lặng về nhà
cung cấp bên ngoài (c7) khi khoản 8.4 được khai không áp dụng kèm lý do, và với bản dự thảo.

A management review leaves out inputs: 9.3.2 lists a to f (c has seven parts) and the minutes must show that each was
considered. Mend it by adding them; where there was nothing, write so. Silent on external providers (c7) where 8.4 is
declared not applicable with a reason, and on drafts.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Confidence, Context, Finding, Level, NoOptions, Text, Workspace, kinds, workspace_rule
from qmslint_iso9001._reading import is_read
from qmslint_iso9001._reviews import FEW, INPUTS, named
from qmslint_iso9001._sets import is_excluded, not_applicable


@workspace_rule(
    "review-input-missing",
    title=Text("Xem xét của lãnh đạo thiếu đầu vào", "Management review leaves out inputs"),
    kinds=(kinds.MANAGEMENT_REVIEW, kinds.QUALITY_MANUAL),
    clauses=("9.3.2",),
    level=Level.ERROR,
    since="0.1",
)
def review_input_missing(workspace: Workspace, context: Context[NoOptions]) -> Iterator[Finding]:
    """One finding for each review, naming the inputs not discussed."""
    no_providers = is_excluded("8.4", not_applicable(workspace))
    for document in workspace.documents:
        if document.review is None or document.draft:
            continue
        told = {item.key for item in document.review.inputs}
        lacking = [
            name for key, name in INPUTS.items()
            if key not in told and not (key == "c7" and no_providers)
        ]
        if not lacking:
            continue
        if not told and is_read(document):
            context.cannot_judge(Text("không nhận ra đầu vào nào trong biên bản này",
                                      "no input could be recognised in these minutes"), document)
            continue
        names = named(lacking)
        yield context.finding(
            Text(f"Biên bản xem xét của lãnh đạo không thấy {len(lacking)} trong {len(INPUTS)} đầu vào: {names.vi}.",
                 f"The minutes of the management review do not show {len(lacking)} of {len(INPUTS)} inputs: "
                 f"{names.en}."),
            mend=Text("Bổ sung từng đầu vào vào biên bản; nội dung nào không phát sinh thì ghi rõ “không phát sinh”.",
                      "Add each input to the minutes; where there was nothing to report, say so."),
            evidence=names.vi,
            document=document,
            # No input at all may be our reading; some of them found shows that the list was understood.
            confidence=Confidence.HIGH if len(told) >= (FEW if is_read(document) else 1) else Confidence.MEDIUM,
        )
