"""Dates as documents write them: "07/7/2025", "ngày 09 tháng 12 năm 2022", "2023.05.29", "…/…/2025".

A date that is not whole, or that no calendar has, is a date all the same: its `problem` says which.
"""

from __future__ import annotations

import re
from datetime import date

from qmslint.law.clean import clean
from qmslint.law.patterns import compiled
from qmslint.model.facts import WrittenDate
from qmslint.model.location import WHOLE, Location

_BLANK = r"[.…_]{1,20}"
_GAP = r"[ \t\n]{0,3}"
_SIGN = rf"{_GAP}[/.\-]{_GAP}"
_WORDS = (
    rf"ngày{_GAP}(?P<d1>[0-9]{{1,2}}|{_BLANK}|){_GAP}tháng{_GAP}(?P<m1>[0-9]{{1,2}}|{_BLANK}|){_GAP},?{_GAP}năm{_GAP}"
    rf"(?P<y1>[0-9]{{1,3}}{_BLANK}|[0-9]{{1,5}}|{_BLANK}|)(?![0-9])"
)
_YEAR_FIRST = r"(?<![0-9/])(?P<y2>(?:19|20)[0-9]{2})[/.\-](?P<m2>[0-9]{1,2})[/.\-](?P<d2>[0-9]{1,2})(?![0-9])"
_DAY_FIRST = (
    rf"(?<![0-9/])(?P<d3>[0-9]{{1,2}}|{_BLANK}|){_SIGN}(?P<m3>[0-9]{{1,2}}|{_BLANK}){_SIGN}"
    rf"(?P<y3>[0-9]{{4,5}}(?=[^0-9A-Za-z/]|[A-Za-zĐđ]|$)|[0-9]{{2}}(?![0-9/])|{_BLANK})"
)
_MONTH = r"(?<![0-9/])/?(?P<m4>[0-9]{1,2})/(?P<y4>(?:19|20)[0-9]{2})(?![0-9/])"
_EIGHT = r"(?<![0-9])(?P<y5>20[0-9]{2})(?P<m5>0[1-9]|1[0-2])(?P<d5>0[1-9]|[12][0-9]|3[01])(?![0-9])"
_LEAD = (
    r"[ \t\n,]{0,4}(?:(?:đã )?(?:được )?(?:ban hành|ký|thông qua)[ \n]{1,2})?"
    r"(?P<day>ngày[ \t\n]{0,2}:?[ \t\n]{0,3})?"
)
_ANY = f"{_WORDS}|{_YEAR_FIRST}|{_DAY_FIRST}"
_WIDE = f"{_ANY}|{_MONTH}|{_EIGHT}"


def read_date(text: str, at: Location = WHOLE) -> WrittenDate | None:
    """The first date in a short text (a cell, what follows a label), whole or not; None when there is none.

    Here "07/2021" (a month) and "20240131" count; inside running text (`find_dates`) they do not.
    """
    found = _search(text, _WIDE, at)
    return found[0][2] if found else None


def find_dates(text: str, at: Location = WHOLE) -> list[tuple[int, int, WrittenDate]]:
    """Every date of a running text with its place: (start, end, date), offsets in `text`."""
    return _search(text, _ANY, at)


def date_at(text: str, start: int, end: int, at: Location = WHOLE) -> tuple[int, WrittenDate] | None:
    """The date that stands at `start` of a cleaned text ("ngày" and a comma passed over): where it ends, and it."""
    lead = compiled(_LEAD, re.IGNORECASE).match(text, start, end)
    begin = lead.end() if lead else start
    match = compiled(_ANY, re.IGNORECASE).match(text, begin, end)
    if match is None and lead is not None:
        begin = lead.start("day")
        match = compiled(_ANY, re.IGNORECASE).match(text, begin, end) if begin >= 0 else None
    if match is None:
        return None
    value, problem = _value({name[0]: part for name, part in match.groupdict().items() if part is not None})
    return match.end(), WrittenDate(match[0].strip(), value, problem, at)


def _search(text: str, pattern: str, at: Location) -> list[tuple[int, int, WrittenDate]]:
    if not text or not ("/" in text or "." in text or "-" in text or "ng" in text.lower() or text.strip().isdigit()):
        return []
    whole = clean(text)
    found = []
    for match in compiled(pattern, re.IGNORECASE).finditer(whole.text):
        parts = [part for part in match.groups() if part is not None]
        named = {name[0]: value for name, value in match.groupdict().items() if value is not None}
        if not any(character.isdigit() for part in parts for character in part) and match["y1"] is None:
            continue  # "../../.." says nothing of a date; "ngày … tháng … năm …" does
        written = whole.written(match.start(), match.end())
        value, problem = _value(named)
        start = match.start() if whole.starts is None else whole.starts[match.start()]
        found.append((start, start + len(written), WrittenDate(written.strip(), value, problem, at)))
    return found


def _value(named: dict[str, str]) -> tuple[date | None, str]:
    day, month, year = named.get("d", ""), named.get("m", ""), named.get("y", "")
    if not (day.isdigit() and month.isdigit() and year.isdigit()):
        return None, "incomplete"
    number = int(year)
    if len(year) == 2:
        number += 2000 if number < 70 else 1900
    try:
        if not 1900 <= number <= 2200:
            return None, "impossible"
        return date(number, int(month), int(day)), ""
    except ValueError:
        return None, "impossible"
