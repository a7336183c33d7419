"""Mức rủi ro tính sai: mức rủi ro bằng khả năng xảy ra nhân mức độ ảnh hưởng theo chính cách tính của sổ (khoản 6.1).
Cách sửa: tính lại, rồi xem biện pháp còn phù hợp không. Chỉ xét khi phần lớn các dòng của sổ đúng là phép nhân; im
lặng khi sổ dùng cách khác (cộng, ma trận, chữ thay số) hoặc có dưới hai dòng tính được.

The level of a risk is miscalculated: by the register's own method it is likelihood times impact (6.1). Mend it by
calculating again and reviewing the action. Judged only where most rows of the register do multiply; silent where
another method is used (sum, matrix, words) or fewer than two rows can be calculated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qmslint.api import (
    Context,
    Finding,
    Level,
    NamedTuple,
    NoOptions,
    QualityDocument,
    Risk,
    Text,
    document_rule,
    shorten,
)


class Score(NamedTuple):
    """The three numbers of one row."""

    risk: Risk
    likelihood: int
    impact: int
    level: int

    @property
    def right(self) -> bool:
        """Whether they multiply."""
        return self.likelihood * self.impact == self.level


@document_rule(
    "risk-score-wrong",
    title=Text("Mức rủi ro tính sai", "Risk level is miscalculated"),
    clauses=("6.1",),
    level=Level.ERROR,
    since="0.1",
)
def risk_score_wrong(document: QualityDocument, context: Context[NoOptions]) -> Iterator[Finding]:
    """Rows that do not multiply in a register where most do."""
    scores = [score for risk in document.risks if (score := read(risk))]
    right = sum(score.right for score in scores)
    # 2 × 2 = 2 + 2 proves no method; there must be a row that only multiplication explains.
    proves = any(score.right and score.likelihood + score.impact != score.level for score in scores)
    if not proves or right * 2 <= len(scores):
        return
    for risk, likelihood, impact, level in scores:
        if likelihood * impact != level:
            words = shorten(risk.text, 70)
            yield context.finding(
                Text(f"Rủi ro “{words}”: {likelihood} × {impact} = {likelihood * impact}, sổ ghi {level}.",
                     f"The risk “{words}”: {likelihood} × {impact} = {likelihood * impact}, the register says "
                     f"{level}."),
                mend=Text("Tính lại mức rủi ro và xem biện pháp có còn tương xứng không.",
                          "Calculate the level again and see whether the action still suits it."),
                at=risk.at, evidence=f"{risk.likelihood} × {risk.impact} = {risk.level}",
            )


def read(risk: Risk) -> Score | None:
    """The numbers of a row, None when one of them is not a plain number."""
    found = [re.match(r"\s*(\d{1,4})(?![\d.,]*\d)", text) for text in (risk.likelihood, risk.impact, risk.level)]
    if not all(found):
        return None
    return Score(risk, *(int(match[1]) for match in found if match))
