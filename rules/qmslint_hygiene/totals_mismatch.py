"""Bảng số liệu có dòng “Tổng cộng” khác tổng các dòng trên, hoặc tỷ lệ ghi trong bài không bằng phép chia của chính nó
(“15/20 phiếu (80%)” là 75%). Số liệu của khảo sát, mục tiêu, báo cáo là căn cứ xem xét của lãnh đạo (9.1.3), sai là
kết luận sai. Sửa: tính lại. Im lặng với cột phần trăm, cột trung bình, bảng có dòng cộng nhóm hoặc “trong đó”, sai lệch
do làm tròn, và ô không phải số.

A table has a total that is not the sum of its rows, or a percentage in the text is not the quotient beside it (“15/20
phiếu (80%)” is 75%). Figures of surveys, objectives and reports are what the management reviews (9.1.3). Mend: count
again. Silent on columns of percentages and averages, subtotals, “trong đó”, rounding, and cells without numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from qmslint.api import (
    Cell,
    Context,
    Extra,
    Extractor,
    Finding,
    Level,
    QualityDocument,
    Reading,
    Table,
    Text,
    document_rule,
    fold,
    kinds,
)
from qmslint_hygiene._places import under

FACT = "hygiene:totals"
_READ = (
    kinds.SURVEY, kinds.QUALITY_OBJECTIVES, kinds.MANAGEMENT_REVIEW, kinds.AUDIT_REPORT, kinds.ADMINISTRATIVE_DOCUMENT,
    kinds.PUBLICATION_DECISION,
)  # fmt: skip
_TOTAL = re.compile(r"(?:tổng(?: cộng| số| hợp| chung)?|cộng|total)\s*(?:\([^)]*\))?\s*:?")
_PARTS = re.compile(r"trong đó|cộng nhóm|tổng nhóm|lũy kế|bình quân|trung bình|of which")
_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{3})+|-?\d+(?:,\d+)?")
_ENGLISH = re.compile(r"-?\d{1,3}(?:,\d{3})+")  # 1,060: a thousand or one and a bit?
_SHARE = re.compile(
    r"(?<![\d/.,-])(?<!ngày )(?<!tháng )(?<!đến )(?<!số )([1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,5})\s*/\s*"
    r"([1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,5})(?![\d/.,-])"
    r"[^\d%.;/]{0,40}?[(,]?\s*(?:đạt|chiếm|tỷ lệ|tỉ lệ|=|:)?\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*%\)?"
)
_LEAST_ROWS = 2
_LONGEST = 30  # a longer number is none that people count


def totals(reading: Reading) -> tuple[Extra, ...]:
    """Each total and each percentage that does not come out: `sort`, `written`, `right`, `words`."""
    found: list[Extra] = []
    for table in reading.tables:
        found.extend(_of_table(reading, table))
    for line in reading.lines:
        if "%" not in line.text:
            continue
        for match in _SHARE.finditer(line.folded):
            part, whole = int(match[1].replace(".", "")), int(match[2].replace(".", ""))
            said = Fraction(match[3].replace(",", "."))
            if whole and part <= whole and abs(Fraction(part * 100, whole) - said) >= 1:
                right = f"{float(Fraction(part * 100, whole)):.1f}".replace(".", ",").removesuffix(",0") + "%"
                values = (("sort", "share"), ("written", f"{match[3]}%"), ("right", right), ("words", match[0].strip()))
                found.append(Extra(FACT, values, under(reading, line.at)))
    return tuple(found)


def _of_table(reading: Reading, table: Table) -> Iterator[Extra]:
    last = next((r for r in range(len(table.rows) - 1, 1, -1) if _is_total(table.rows[r])), 0)
    if not last or any(_PARTS.search(fold(row[c].text)) for row in table.rows[:last] for c in range(min(2, len(row)))):
        return
    if any(_is_total(row) for row in table.rows[1:last]):
        return  # subtotals
    for column in range(1, len(table.rows[last])):
        cell = table.rows[last][column]
        total = _value(cell)
        if total is None or table.rows[last][column - 1] is cell:
            continue
        head, values = _above(table, last, column)
        if values is None or len(values) < _LEAST_ROWS or not head:
            continue
        if "%" in head or "tỷ lệ" in head or "tỉ lệ" in head or _PARTS.search(head) or "tt" in head.split():
            continue
        right = sum(values, Fraction(0))
        year = 1900 <= values[-1] <= 2100  # no figure but a second line of the heading
        if abs(right - total) > _rounding([*values, total]) and not year:
            shown = (("sort", "sum"), ("written", cell.text.strip()), ("right", _shown(right)), ("words", head))
            yield Extra(FACT, shown, under(reading, cell.at))


def _is_total(row: tuple[Cell, ...]) -> bool:
    return any(_TOTAL.fullmatch(fold(cell.text)) for cell in row[:2])


def _above(table: Table, last: int, column: int) -> tuple[str, list[Fraction] | None]:
    """The heading of a column and the numbers above its total; None when one of them is no number."""
    values: list[Fraction] = []
    row = last - 1
    while row >= 0 and column < len(table.rows[row]):
        cell = table.rows[row][column]
        value = _value(cell)
        if value is None:
            text = fold(cell.text)
            if any(character.isalpha() for character in text):
                return text, values
            if text.strip(" -–.") or "%" in text:
                return "", None
            value = Fraction(0)
        if row and column < len(table.rows[row - 1]) and table.rows[row - 1][column] is cell:
            return "", None  # merged over several rows
        values.append(value)
        row -= 1
    return "", None


def _rounding(values: list[Fraction]) -> Fraction:
    """By how much rounded figures may miss their total: nothing for whole numbers."""
    return Fraction(len(values), 20) if any(value.denominator > 1 for value in values) else Fraction(0)


def _value(cell: Cell) -> Fraction | None:
    text = cell.text.strip()
    if len(text) > _LONGEST or not _NUMBER.fullmatch(text) or _ENGLISH.fullmatch(text):
        return None
    return Fraction(text.replace(".", "").replace(",", "."))


def _shown(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):g}".replace(".", ",")


TOTALS = Extractor(FACT, totals, needs=("kind", "sections", "attachments_from"), kinds=_READ)


@document_rule(
    "totals-mismatch",
    title=Text("Tổng hoặc tỷ lệ tính sai", "Total or percentage that does not come out"),
    kinds=_READ,
    clauses=("9.1.3",),
    level=Level.ERROR,
    since="0.1",
)
def totals_mismatch(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding a total or percentage."""
    for extra in document.extras(FACT):
        written, right, words = extra.get("written"), extra.get("right"), extra.get("words")
        if extra.get("sort") == "sum":
            message = Text(
                f"Cột “{words}”: dòng tổng ghi {written}, cộng các dòng trên được {right}.",
                f"Column “{words}”: the total says {written}, the rows add up to {right}.",
            )
        else:
            message = Text(f"“{words}”: phép chia ra {right}, không phải {written}.",
                           f"“{words}”: the quotient is {right}, not {written}.")  # fmt: skip
        yield context.finding(
            message,
            mend=Text(
                "Tính lại và sửa số liệu; soát các kết luận dựa trên số này.",
                "Count again and correct it; check what was concluded from it.",
            ),
            at=extra.at,
            evidence=f"{words}: {written}",
        )
