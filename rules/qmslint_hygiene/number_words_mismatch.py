"""Số viết bằng chữ trong ngoặc không khớp số viết bằng chữ số đứng trước, như “02 (ba) ngày”, “05 (hai) bộ”: người dân
có quyền hiểu theo số có lợi cho mình. Thường do sửa thời hạn mà quên sửa chữ trong ngoặc. Sửa: ghi lại cho khớp, đối
chiếu với danh mục thủ tục hành chính. Im lặng khi trong ngoặc không phải một con số viết bằng chữ.

The number in words in brackets differs from the figures before it, as in “02 (ba) ngày” (2, three). Mostly a limit was
changed and the words were forgotten. Mend: write both alike, as in the list of TTHC. Silent where the brackets hold
anything but a number in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Extra, Extractor, Finding, Level, QualityDocument, Reading, Text, document_rule
from qmslint_hygiene._numerals import number_in_words
from qmslint_hygiene._places import under

FACT = "hygiene:number-words"
_PAIR = re.compile(r"(\d(?<![\d.,/(]\d)(?:\d{0,2}(?:[.  ]\d{3})+|\d{0,5})) *\(([^()\d\n]{2,60})\) *(\w*)")
_CURRENCY = re.compile(r"\s+(?:đồng|đồng chẵn|chẵn|vnđ|ngày|bộ|năm làm việc)$")

_AMBIGUOUS = frozenset(("năm", "không", "tư", "chục"))  # a unit, "no", a word: no number for certain


def number_words(reading: Reading) -> tuple[Extra, ...]:
    """Each pair that does not agree: `written`, `figures`, `words`."""
    found: list[Extra] = []
    for match in _pairs(reading.folded):
        said = number_in_words(_CURRENCY.sub("", match[2].strip()))
        if said is not None and match[2].strip() not in _AMBIGUOUS and said != int(re.sub(r"\D", "", match[1])):
            values = (("written", match[0].strip()), ("figures", match[1]), ("words", match[2].strip()))
            found.append(Extra(FACT, values, under(reading, reading.line_at(match.start()).at)))
    return tuple(found)


def _pairs(text: str) -> Iterator[re.Match[str]]:
    """Every number with words in brackets. Lines without a digit before a bracket are not searched."""
    bracket = text.find("(")
    while bracket >= 0:
        end = bracket
        if text[max(0, bracket - 2) : bracket].rstrip(" ")[-1:].isdecimal():  # folded: at most one space stands between
            start, end = text.rfind("\n", 0, bracket) + 1, text.find("\n", bracket)
            end = end if end >= 0 else len(text)
            yield from _PAIR.finditer(text, start, end)
        bracket = text.find("(", end + 1)


PAIRS = Extractor(FACT, number_words, needs=("sections", "attachments_from"))


@document_rule(
    "number-words-mismatch",
    title=Text("Số và chữ trong ngoặc không khớp", "Figures and words differ"),
    clauses=("7.5.2",),
    level=Level.WARNING,
    since="0.1",
)
def number_words_mismatch(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding a pair."""
    for pair in document.extras(FACT):
        figures, words = pair.get("figures"), pair.get("words")
        yield context.finding(
            Text(
                f"“{pair.get('written')}”: số ghi {figures} nhưng chữ trong ngoặc ghi “{words}”.",
                f"“{pair.get('written')}”: the figures say {figures}, the words in brackets “{words}”.",
            ),
            mend=Text(
                "Đối chiếu với quy định gốc (danh mục TTHC, văn bản pháp luật) rồi ghi số và chữ như nhau.",
                "Compare with the source (list of TTHC, law) and write both alike.",
            ),
            at=pair.at,
            evidence=pair.get("written"),
        )
