"""What an objective says is to be reached: "từ 95% trở lên", "≤ 02 ngày", "ít nhất 01 lớp"."""

from __future__ import annotations

from qmslint.api import fold_with_offsets
from qmslint.extract.patterns import late

_NUMBER = r"\d{1,4}(?:[.,]\d{1,3})?"
_MEASURE = late(
    rf"(?:(?:từ|trên|dưới|ít nhất|tối thiểu|tối đa|không quá|đạt|bằng|còn|at least|at most|≥|≤|>|<)\s*)*{_NUMBER}\s*%"
    r"(?:\s*(?:trở lên|trở xuống))?"
    rf"|(?:≥|≤|>|<|từ|trên|dưới|ít nhất|tối thiểu|tối đa|không quá|at least|at most)\s*{_NUMBER}"
    r"(?:\s+(?:ngày|giờ|phút|lần|lớp|tháng|điểm|hồ sơ|days?|hours?)\b)?"
)
_FIGURE = late(rf"{_NUMBER}\s*%?")


def measure_in(text: str) -> str:
    """The measure that `text` states, as written; "" when it states none."""
    folded = fold_with_offsets(text)
    match = _MEASURE.search(folded.text)
    if match is None:
        return ""
    start, end = folded.original_span(*match.span())
    return " ".join(text[start:end].split())


def target_in(text: str) -> str:
    """The figure in the measure that `text` states; "" when it states none."""
    match = _FIGURE.search(measure_in(text))
    return match[0].strip() if match else ""
