"""Dates as people write them in labels and tables: "07/7/2025", "ngày 09 tháng 12 năm 2022", "2023.05.29"."""

from __future__ import annotations

import re
from datetime import date

from qmslint.api import Location, WrittenDate
from qmslint.extract.cells import clean
from qmslint.extract.patterns import late

_GAP = r"[\s.…_]*"

# Day first, as Vietnam writes; parts may be missing or dotted out.
_SIGN = r"(?:\s?[/.-]\s?)"
_NUMERIC = late(
    rf"(?<![\d/])(?P<d>\d{{1,2}}|[.…_]{{1,12}}|){_SIGN}(?P<m>\d{{1,2}}|[.…_]{{1,12}}){_SIGN}"
    r"(?P<y>\d{2,5}|[.…_]{2,12})(?![\d/])"
)
_YEAR_FIRST = late(r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<d>\d{1,2})(?!\d)")
_WORDS = late(
    # The day without "ngày" is one only beside its month: "Ngày ban hành: 01 tháng 9 năm 2025".
    rf"(?:ngày{_GAP}(?P<d>\d{{1,2}}|){_GAP}\s?|(?<![\d/.,])(?P<day>\d{{1,2}})\s+)?tháng{_GAP}(?P<m>\d{{1,2}}|){_GAP}năm{_GAP}(?P<y>\d{{2,4}}|)(?!\d)",
    re.IGNORECASE,
)
_EIGHT = late(r"(?<!\d)(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_MONTH = late(r"(?<![\d/])(?P<m>\d{1,2})\s?/\s?(?P<y>(?:19|20)\d\d)(?![\d/])")


def written_date(text: str, at: Location) -> WrittenDate | None:
    """The first date in `text` as written, whole or not; None when there is nothing of a date in it."""
    text = clean(text)  # "ngày" may be written with combining marks
    for pattern in (_YEAR_FIRST, _WORDS, _NUMERIC, _EIGHT, _MONTH):
        match = pattern.search(text)
        if match:
            parts = match.groupdict()
            written = match[0].strip()
            value = _value(parts.get("d") or parts.get("day") or "", parts.get("m") or "", parts.get("y") or "")
            if isinstance(value, str) and value == "incomplete" and not any(c.isdigit() for c in written):
                return WrittenDate(written, None, "incomplete", at) if "ngày" in written.lower() else None
            if isinstance(value, str):
                return WrittenDate(written, None, value, at)
            return WrittenDate(written, value, "", at)
    return None


def _value(day: str, month: str, year: str) -> date | str:
    if not (day.isdigit() and month.isdigit() and year.isdigit()):
        return "incomplete"
    number = int(year)
    if len(year) == 2:
        number += 2000
    try:
        return date(number, int(month), int(day)) if 1900 <= number <= 2200 else "impossible"
    except ValueError:
        return "impossible"
