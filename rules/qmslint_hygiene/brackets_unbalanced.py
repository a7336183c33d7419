"""Ngoặc đơn, ngoặc vuông hoặc ngoặc kép mở ra mà không đóng, hoặc đóng mà không mở: câu bị cắt khi chép, hoặc thiếu
chữ; có khi làm đổi nghĩa (phần nào là ghi chú?). Sửa: thêm hoặc bỏ dấu ngoặc. Mỗi văn bản báo một lần, đặt ở chỗ đầu
tiên, kèm số chỗ. Im lặng với số thứ tự “a)”, “1)”, ngoặc mở ở đoạn này đóng ở đoạn sau, và biểu mẫu in kèm.

A bracket or quotation mark is opened and not closed, or the other way round: a sentence was cut when it was copied.
Mend: add or remove the sign. One finding a document, at the first place, with their number. Silent on item numbers as
“a)”, “1)”, on brackets that close in the next paragraphs, and on printed forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from qmslint.api import (
    Confidence,
    Context,
    Extra,
    Extractor,
    Finding,
    Level,
    QualityDocument,
    Reading,
    Text,
    document_rule,
    kinds,
    shorten,
)
from qmslint_hygiene._body import own_lines
from qmslint_hygiene._places import under
from qmslint_hygiene._wording import named_elsewhere

FACT = "hygiene:brackets"
_PAIRS = {")": "(", "]": "[", "”": "“"}
_SIGNS = re.compile(r"[()\[\]“”]")
_ITEM = re.compile(r"(?:^|[\s;,:–(-])(?:[0-9]{1,3}(?:\.\d{1,2})*|[a-zđA-ZĐ]{1,2}|[ivxIVX]{1,4})\)$")
_NEAR = 6  # lines within which an open bracket may close
_MOST = 20


def brackets(reading: Reading) -> tuple[Extra, ...]:
    """Each line with a sign that has no partner near."""
    lines = list(own_lines(reading))
    left: list[tuple[int, str]] = []  # (line, sign) without a partner
    for index, line in enumerate(lines):
        text = line.paragraph.text
        if not any(sign in text for sign in "()[]“”"):  # most lines: a fifth of what the search costs
            continue
        for match in _SIGNS.finditer(text):
            _take(left, index, text, match)
    found = []
    for index, sign in left[:_MOST]:
        words = shorten(lines[index].text.strip(), 120)
        found.append(Extra(FACT, (("sign", sign), ("words", words)), under(reading, lines[index].at)))
    return tuple(found)


def _take(left: list[tuple[int, str]], index: int, text: str, match: re.Match[str]) -> None:
    """Pair one sign with an open one of its line, else (item numbers passed over) of the lines just before."""
    sign = match[0]
    opener = _PAIRS.get(sign)
    if opener is None:
        left.append((index, sign))
        return
    partner = next((n for n in range(len(left) - 1, -1, -1) if left[n][1] == opener), -1)
    if partner >= 0 and left[partner][0] == index:
        del left[partner]
    elif sign == ")" and _ITEM.search(text[max(0, match.start() - 8) : match.end()]):
        return
    elif partner >= 0 and index - left[partner][0] <= _NEAR:
        del left[partner]
    else:
        left.append((index, sign))


BRACKETS = Extractor(FACT, brackets, needs=("attachments_from", "kind", "sections"), kinds=kinds.CONTROLLED)


@document_rule(
    "brackets-unbalanced",
    title=Text("Dấu ngoặc không đủ đôi", "Brackets that do not pair"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.2",),
    level=Level.INFO,
    confidence=Confidence.MEDIUM,
    since="0.1",
)
def brackets_unbalanced(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document."""
    found = document.extras(FACT)
    if not found:
        return
    sign, words = found[0].get("sign"), found[0].get("words")
    opens = sign not in _PAIRS
    shown = sign if sign in "“”" else f"“{sign}”"
    what = Text(f"mở ngoặc {shown} mà không đóng", f"opens {shown} and does not close it")
    if not opens:
        what = Text(f"đóng ngoặc {shown} mà không mở", f"closes {shown} without opening it")
    more = Text("", "")
    if len(found) > 1:
        more = Text(f" Còn {len(found) - 1} chỗ khác.", f" There are {len(found) - 1} more.")
    yield context.finding(
        Text(f"Câu “{words}” {what.vi}.{more.vi}", f"“{words}” {what.en}.{more.en}"),
        mend=Text(
            "Thêm hoặc bỏ dấu ngoặc; xem câu có bị cắt khi chép không.",
            "Add or remove the sign; see whether the sentence was cut.",
        ),
        at=found[0].at,
        evidence=words,
        related=named_elsewhere(document.path, [(extra.at, extra.get("words")) for extra in found[1:]]),
    )
