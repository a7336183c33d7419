"""Where a text uses the name of something that no longer exists, told from where it only mentions it.

A mention: a quotation, the title or issuer of a cited document, "(cũ)", "nay là …", a sentence about the change itself,
an address, the forms printed behind the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from qmslint.api import Extra, Line, Reading, fold_with_offsets, parse_citations
from qmslint_currency._data import Term, pattern, terms

FACT = "currency:terms"
_AFTER = r"[\s,;]*(?:\(?cũ\b|\(?trước đây|\(?nay là|\(?nay thuộc|trước ngày|\(?được đổi tên|\(?đã (?:giải thể|sáp|hợp))"
_BEFORE = r"(?:\bnguyên|\bcựu|trước đây(?: \w+){0,2}|\bthay|thay thế|thay cho|\bbỏ|\bkhông)\s*$"
_CHANGE = (
    "chuyển giao", "sắp xếp", "sáp nhập", "hợp nhất", "giải thể", "bãi bỏ", "không còn", "thay cho", "thay thế",
    "đổi tên", "tiếp nhận từ", "chấm dứt hoạt động", "kết thúc hoạt động", "trước ngày", "không yêu cầu",
    "không phải nộp", "không phải xuất trình", "hết giá trị", "hết hiệu lực",
)  # fmt: skip
_ADDRESS = (
    r"(?<!\w)(?:địa chỉ|số nhà|(?:thường trú|tạm trú|quê quán|nơi sinh|nơi cư trú|nguyên quán)\s*:"
    r"|số \d+\w*,? đường)(?!\w)"
)
_MOST = 20
"""So many uses in one line are looked at."""
_REACH = 1000
"""How far around a citation its sentence may reach, in characters."""
_NUMBERED = r"[0-9]/(?:[0-9]{4}/)?[a-zđ]{1,8}-[a-zđ]"
_SENTENCE = r"[;\n]|\.\s"


def uses(reading: Reading) -> tuple[Extra, ...]:
    """Each term that the document uses: `group`, `name`, the words as written, how often, and the first place."""
    forms_from = reading.facts.get("attachments_from")
    found: dict[Term, tuple[Line, str, int]] = {}
    for term in terms():
        for line in reading.lines_with(term.hints):
            if forms_from is not None and line.at.order >= forms_from.order:
                break
            for written in _used(line, term):
                first, words, count = found.get(term, (line, written, 0))
                found[term] = (first, words, count + 1)
    return tuple(
        Extra(FACT, (("group", term.group), ("name", term.name), ("words", words), ("count", str(count))), line.at)
        for term, (line, words, count) in found.items()
    )


def _used(line: Line, term: Term) -> Iterator[str]:
    """The words as written, once for each use in the line."""
    matches = list(islice(pattern(term).finditer(line.folded), _MOST))
    if not matches or (term.group != "paper" and _compiled(_ADDRESS).search(line.folded)):
        return
    matches = [match for match in matches if not _in_title(line.folded[: match.start()])]
    if not matches:
        return
    folded = fold_with_offsets(line.text)
    cited = _cited(line.text)
    for match in matches:
        before, after = line.folded[: match.start()], line.folded[match.end() :]
        if before.count('"') % 2 or _compiled(_AFTER).match(after) or _compiled(_BEFORE).search(before):
            continue
        if any(word in before[-60:] or word in after[:60] for word in _CHANGE):
            continue
        start, end = folded.original_span(match.start(), match.end())
        if not any(first <= start < last for first, last in cited):
            yield line.text[start:end]


def _in_title(before: str) -> bool:
    """Whether the sentence so far cites a numbered document, in whose title the next words stand."""
    tail = before[-_REACH:]
    return _compiled(_NUMBERED).search(tail, max(tail.rfind(";"), tail.rfind(". ")) + 1) is not None


def _cited(text: str) -> list[tuple[int, int]]:
    """The spans in which cited documents are named: issuer before the number, number, issuer, title."""
    if "/" not in text and "uật" not in text and "háp" not in text and "iến" not in text:
        return []
    spans: list[tuple[int, int]] = []
    position = 0
    for citation in parse_citations(text):
        if citation.host >= 0 or citation.type == "standard":
            continue
        start = text.find(citation.text, position)
        if start < 0:
            continue
        end = start + len(citation.text)
        position = end
        until = min(len(text), end + _REACH)
        separator = _compiled(_SENTENCE).search(text, end, until)
        issuer, floor = text.rfind("ban hành", max(0, start - 30), start), max(0, start - _REACH)
        begins = max(floor - 1, *(text.rfind(mark, floor, start) for mark in ".;,")) + 1 if issuer >= 0 else start
        spans.append((begins, separator.start() if separator else until))
    return spans


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)
