"""Labels in control blocks: "Mã hiệu: QT 01", "Lần ban hành", "Rev 06", several on one line, in two languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from qmslint.api import NamedTuple, fold
from qmslint.extract.patterns import late
from qmslint.extract.words import book

# "Ngày" alone says which day only beside another label of the same cell: "Ban hành lần: 1⏎Ngày: 12/11/2025".
_DAY = late(r"^[ ]*ngày[ ]*:[ ]*(?P<day>\d.{5,30})$", re.IGNORECASE | re.MULTILINE)


class Pair(NamedTuple):
    """A label and the value behind it; "" when the value stands elsewhere."""

    field: str
    value: str


def _label_source() -> str:
    labels = book().pattern("control-labels")
    # A label is believed before a colon anywhere; without one only where a line, tab or gap begins, and only when
    # nothing, a gap or something like a value follows.
    return (
        rf"(?:(?<!\w)(?P<sure>{labels})(?:\s*/\s*(?:{labels}))?\s*:"
        rf"|(?:^|(?<=[\n\t|])|(?<=\s\s))[ ]*(?P<bare>{labels})(?:\s*[/\n]\s*(?:{labels}))?\.?"
        r"(?=\s*(?:$|[\n\t|])|\s{2}|\s(?=[\d/])|\s(?=[A-ZĐ][A-ZĐ\d./&-]*\d)|\s(?=[A-ZĐ]{2,}[ .-]\d)))"
    )


_LABEL = late(_label_source, re.IGNORECASE)


@cache
def _fields() -> dict[str, str]:
    return book().table("control-labels")


@cache
def _hints() -> re.Pattern[str]:
    # Most paragraphs carry no label: the first words of all labels, looked for in one go.
    starts = sorted({label.split()[0].lower() for label in _fields()}, key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, starts)))


def pairs_of(text: str, alone: bool = False) -> tuple[Pair, ...]:
    """Every label in `text` with its value. `alone`: the text fills a cell, so that shorter labels count too."""
    if not text or len(text) > 1500:
        return _cell_label(text) if alone else ()
    matches = list(_labels(text))
    if not matches:
        return _cell_label(text) if alone else ()
    found: list[Pair] = []
    for index, match in enumerate(matches):
        field = _fields().get(fold(match["sure"] or match["bare"]), "")
        end = matches[index + 1].start() if index + 1 < len(matches) else len(text)
        value = _value(field, text[match.end() : end])
        if found and not value and not found[-1].value and found[-1].field == field:
            continue  # the same label in a second language
        if found and found[-1].field == field and not found[-1].value:
            found[-1] = Pair(field, value)
            continue
        found.append(Pair(field, value))
    day = _DAY.search(text) if alone and not any(pair.field in ("issued", "effective") for pair in found) else None
    return (*found, Pair("issued", day["day"])) if day else tuple(found)


def _labels(text: str) -> Iterator[re.Match[str]]:
    """Every label: only where one of their first words begins, and in the spaces before it."""
    lower = text.lower()
    if len(lower) != len(text):
        yield from _LABEL.finditer(text)
        return
    search, position = _hints().search, 0
    hint = search(lower)
    while hint is not None:
        at = hint.start()
        first = at
        while first > position and text[first - 1] == " ":
            first -= 1
        match = next((found for start in range(first, at + 1) if (found := _LABEL.match(text, start))), None)
        if match is not None:
            yield match
        position = match.end() if match is not None else position
        hint = search(lower, max(position, at + 1))


def _value(field: str, text: str) -> str:
    rows = [row.strip(" \t|;,") for row in text.split("\n")]
    rows = [row for row in rows if row]
    if not rows:
        return ""
    if field == "title":
        return " ".join(rows)
    return re.split(r"\t|\s{3,}|\|", rows[0].strip())[0]


def _cell_label(text: str) -> tuple[Pair, ...]:
    field = book().table("control-cells").get(fold(text).strip(" .:"), "") if text and len(text) < 40 else ""
    return (Pair(field, ""),) if field else ()
