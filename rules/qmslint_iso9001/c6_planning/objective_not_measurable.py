"""Mục tiêu chất lượng không đo được: không có con số, tỷ lệ, thời hạn nào cho biết khi nào thì đạt (điểm b khoản
6.2.1). Cách sửa: thêm số lượng, phần trăm, ngày hoặc mốc so sánh ("100%", "ít nhất 02 lớp", "không có hồ sơ quá hạn").
Năm, số hiệu văn bản, số hiệu tiêu chuẩn không phải là mức đo. Im lặng khi mức đo nói bằng chữ ("không để hồ sơ quá
hạn", "toàn bộ", "đạt danh hiệu"), hoặc khi cột chỉ tiêu có con số.

A quality objective that cannot be measured: no figure, share or date tells when it is reached (6.2.1b). Mend it with
an amount, a percentage, a date or a comparison. Years and numbers of laws, plans and standards measure nothing.
Silent where the measure is said in words ("no late files", "all", a grade awarded) or stands in a column of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Confidence,
    Context,
    Finding,
    Level,
    NoOptions,
    QualityDocument,
    Text,
    document_rule,
    fold,
    kinds,
    shorten,
)
from qmslint_iso9001._measure import is_measurable
from qmslint_iso9001._reading import is_read
from qmslint_iso9001._words import VAGUE

MESSAGE = Text(
    "Mục tiêu “{words}” không đo được: {why}. Đến cuối năm không ai kết luận được là đạt hay không đạt.",
    "The objective “{words}” cannot be measured: {why}. At the end of the year nobody can say whether it was reached.",
)
MEND = Text(
    "Thêm mức phải đạt: con số, tỷ lệ hoặc thời hạn, ví dụ “tỷ lệ … đạt từ 95% trở lên”, “ít nhất 02 … trước ngày …”.",
    "Add what must be reached: a number, a share or a date, e.g. “at least 95% of …”, “at least 2 … before …”.",
)


@document_rule(
    "objective-not-measurable",
    title=Text("Mục tiêu chất lượng không đo được", "Quality objective cannot be measured"),
    clauses=("6.2.1b",),
    level=Level.ERROR,
    since="0.1",
)
def objective_not_measurable(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """Every objective without a figure, a date or a measure in words."""
    stated = document.objectives
    if document.kind == kinds.QUALITY_OBJECTIVES and is_read(document) and not (stated and stated.objectives):
        context.cannot_judge(Text("không đọc được mục tiêu nào trong văn bản này",
                                  "no objective could be read in this document"))
    for objective in stated.objectives if stated else ():
        if not objective.text.strip() or is_measurable(objective):
            continue
        vague = VAGUE.search(fold(objective.text))
        why = (
            Text(f"chỉ nói “{vague[0]}”, không có mức", f"it only says “{vague[0]}”, without an amount") if vague
            else Text("không có con số, tỷ lệ hay thời hạn", "it has no figure, share or date")
        )
        words = shorten(objective.text, 100)
        yield context.finding(
            Text(MESSAGE.vi.format(words=words, why=why.vi), MESSAGE.en.format(words=words, why=why.en)),
            mend=MEND,
            at=objective.at,
            evidence=objective.text,
            confidence=Confidence.HIGH if vague else Confidence.MEDIUM,
        )
