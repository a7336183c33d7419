"""Template text left in the body: dots to fill in, blank dates, "[ghi rõ]". Printed forms behind it do not count."""

from __future__ import annotations

import re

from qmslint.api import Extractor, Line, Placeholder, Reading, kinds
from qmslint.extract.cells import clean
from qmslint.extract.patterns import late
from qmslint.extract.text.body import body_lines, place
from qmslint.extract.text.headline import is_state_heading
from qmslint.extract.text.outline import outline
from qmslint.extract.words import book

_DOTS = late(r"(?:[.…]|_(?=[_.…])|(?<=[_.…])_){3,}|…+")
_DATE = late(
    r"ngày[\s.…_/]*(?P<d>\d{0,2})[\s.…_/]*tháng[\s.…_/]*(?P<m>\d{0,2})[\s.…_/]*năm(?:[\s.…_]*)(?P<y>\d{0,4})",
    re.IGNORECASE,
)
_BRACKET = late(r"\[([^\[\]]{2,80})\]|<([^<>]{2,60})>")
_PAGE_NUMBER = late(r"\s*\d{1,3}\s*$")
_NUMBER_BEFORE = late(r"(?:số|no\.?)\s*:?\s*$", re.IGNORECASE)
_FORMS = frozenset((kinds.FORM, kinds.AUDIT_CHECKLIST, kinds.SURVEY))
_SHAPE_BEFORE = late(r"ngày/tháng/năm\s*[(:“\"]?[\s./…]*$", re.IGNORECASE)  # "ghi dạng ngày/tháng/năm (…/…/……)"
_HEAD = 14  # lines of a letterhead, whose number and date are given when it is sent


def placeholders(reading: Reading) -> tuple[Placeholder, ...]:
    """Every blank that somebody forgot, at most one of a reason a line; none in a form, whose purpose they are."""
    if reading.kind in _FORMS:
        return ()
    found: list[Placeholder] = []
    start, end = outline(reading).contents
    template = {id(line) for line in reading.lines_with(book().variants("template-words"))}
    hints = book().variants("signature-hints")
    lines = body_lines(reading)
    letter = any(is_state_heading(line.folded) for line in lines[:_HEAD])
    for index, line in enumerate(lines):
        text = line.text
        if start <= index < end or (letter and index < _HEAD):
            continue
        folded = line.folded
        if not (
            "..." in folded or "__" in folded or "[" in folded or "<" in folded
            or ("tháng" in folded and "ngày" in folded and "   " in text)
        ):
            if id(line) in template:
                found.append(Placeholder(" ".join(text.split())[:80], "template", place(reading, index)))
            continue
        if folded.startswith("(") and any(hint in folded for hint in hints):
            continue
        for reason, words in _in_line(line, clean(text)).items():
            found.append(Placeholder(words, reason, place(reading, index)))
    return tuple(found)


def _in_line(line: Line, text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    covered: list[tuple[int, int]] = []
    for match in _DATE.finditer(text):
        covered.append(match.span())
        if not (match["d"] and match["m"] and match["y"]) and (not match["d"] or not match["m"]):
            blank = re.search(r"[.…_]{2,}|\s{3,}|…", match[0])
            if blank:
                found.setdefault("blank-date", " ".join(match[0].split()))
    if not line.in_table or len(text.strip(" .…_")) > 0:
        for match in _DOTS.finditer(text):
            inside = any(start <= match.start() < end for start, end in covered)
            if not inside and _is_blank(text, match):
                found.setdefault("dots", _around(text, match))
    wanted = book().variants("placeholder-words")
    for match in _BRACKET.finditer(text):
        inner = (match[1] or match[2]).strip().lower()
        if any(inner == word or inner.startswith(word + " ") for word in wanted):
            found.setdefault("bracket", match[0])
    return found


def _is_blank(text: str, match: re.Match[str]) -> bool:
    """Dots that stand for something to write, not those that end a list ("hộ chiếu, …") or lead to a page number."""
    dots = match[0]
    if set(dots) == {"_"} and not text.strip(" _\t"):
        return False  # a line drawn with underscores
    length = sum(3 if c == "…" else 1 for c in dots)
    before, after = text[: match.start()], text[match.end() :]
    if _SHAPE_BEFORE.search(before):
        return False
    if length >= 6:
        return not (_PAGE_NUMBER.fullmatch(after) and len(before.strip()) > 3)
    if before.rstrip().endswith(":") and not after.strip(" .;,)"):
        return True
    return bool(_NUMBER_BEFORE.search(before)) and after.lstrip()[:1] in ("/", "")


def _around(text: str, match: re.Match[str]) -> str:
    start = max(0, match.start() - 40)
    before = text[start : match.start()]
    if start and text[start - 1].isalnum():  # never half a word
        before = before.partition(" ")[2]
    after = text[match.end() : match.end() + 20]
    if text[match.end() + 20 : match.end() + 21].isalnum():
        after = after.rpartition(" ")[0]
    dots = match[0] if len(match[0]) <= 12 else match[0][:10] + "…"
    return " ".join((before + dots + after).split())


EXTRACTORS = (Extractor("placeholders", placeholders, needs=("kind",), version=2),)
