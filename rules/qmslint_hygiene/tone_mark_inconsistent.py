"""Trong cùng một văn bản, dấu thanh của các vần oa, oe, uy lúc đặt theo kiểu này, lúc theo kiểu kia (“hóa” và “hoá”,
“ủy” và “uỷ”). Không kiểu nào sai, nhưng lẫn lộn thì tìm kiếm, thay thế sẽ sót. Sửa: theo kiểu đang chiếm đa số. Mỗi văn
bản báo một lần, ghi các chữ thuộc kiểu ít dùng hơn. Im lặng với tên riêng, chữ in hoa, biểu mẫu in kèm, và khi cả văn
bản theo một kiểu.

Within one document the tone mark of oa, oe, uy stands now on the first, now on the second vowel (“hóa”, “hoá”). Neither
is wrong, but searching and replacing will miss some. Mend: follow the majority. One finding a document names the words
of the minority. Silent on proper names, capitals and printed forms, and where all words follow one way.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Extra, Extractor, Finding, Level, QualityDocument, Reading, Text, document_rule, kinds
from qmslint_hygiene._body import own_lines
from qmslint_hygiene._places import under
from qmslint_hygiene._wording import listed

FACT = "hygiene:tone-marks"
# Open syllables only: before a final consonant there is one way.
_VOWELS = re.compile(r"[oòóỏõọuùúủũụ][aeyàáảãạèéẻẽẹỳýỷỹỵ](?![^\W\d_])")
_WAYS = {
    **{first + second: "first" for first in "òóỏõọ" for second in "ae"},
    **{first + "y": "first" for first in "ùúủũụ"},
    **{"o" + second: "second" for second in "àáảãạèéẻẽẹ"},
    **{"u" + second: "second" for second in "ỳýỷỹỵ"},
}
_CONTROLLED = (*kinds.CONTROLLED, kinds.QUALITY_POLICY, kinds.ADMINISTRATIVE_DOCUMENT)


def tone_marks(reading: Reading) -> tuple[Extra, ...]:
    """Each word with such a vowel: `word`, `way` ("first" or "second"), `count`, first place."""
    counts: Counter[tuple[str, str]] = Counter()
    places: dict[tuple[str, str], Extra] = {}
    for line in own_lines(reading):
        text = unicodedata.normalize("NFC", line.paragraph.text)
        for match in _VOWELS.finditer(text):
            way = _WAYS.get(match[0])
            word = _word(text, match.start(), match.end()) if way else ""
            if way and word:
                counts[way, word] += 1
                if (way, word) not in places:
                    places[way, word] = Extra(FACT, (("word", word), ("way", way)), under(reading, line.at))
    return tuple(
        extra._replace(values=(*extra.values, ("count", str(counts[known])))) for known, extra in places.items()
    )


def _word(text: str, start: int, end: int) -> str:
    """The word that ends with these vowels; "" for names, capitals, and "qu", which is a consonant."""
    first = start
    while first and text[first - 1].isalpha():
        first -= 1
    word = text[first:end]
    return "" if not word.islower() or text[start - 1 : start + 1] in ("qu", "qù", "qú", "qủ", "qũ", "qụ") else word


MARKS = Extractor(FACT, tone_marks, needs=("attachments_from", "kind", "sections"), kinds=_CONTROLLED)


@document_rule(
    "tone-mark-inconsistent",
    title=Text("Đặt dấu thanh không thống nhất", "Tone marks placed in two ways"),
    kinds=_CONTROLLED,
    clauses=("7.5.2",),
    level=Level.INFO,
    since="0.1",
)
def tone_mark_inconsistent(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document where both ways occur."""
    ways: dict[str, list[Extra]] = {"first": [], "second": []}
    for extra in document.extras(FACT):
        ways[extra.get("way")].append(extra)
    totals = {way: sum(int(extra.get("count")) for extra in found) for way, found in ways.items()}
    if not totals["first"] or not totals["second"]:
        return
    fewer, more = ("second", "first") if totals["second"] <= totals["first"] else ("first", "second")
    few, example = ways[fewer], max(ways[more], key=lambda extra: int(extra.get("count"))).get("word")
    names = listed([f"“{e.get('word')}” ({e.get('count')})" for e in few], 6)
    yield context.finding(
        Text(
            f"Dấu thanh đặt hai kiểu: {totals[more]} chữ theo kiểu “{example}”, nhưng {totals[fewer]} chữ theo kiểu "
            f"kia: {names.vi}.",
            f"Tone marks stand in two ways: {totals[more]} word(s) as in “{example}”, but {totals[fewer]} the other "
            f"way: {names.en}.",
        ),
        mend=Text(
            "Thống nhất một kiểu trong toàn văn bản, nên theo kiểu đang chiếm đa số.",
            "Use one way throughout, best that of the majority.",
        ),
        at=few[0].at,
        evidence=", ".join(extra.get("word") for extra in few),
    )
