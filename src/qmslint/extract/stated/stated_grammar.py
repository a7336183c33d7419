"""The written forms that a typed record may use in place of keys: dates, citations, lengths of time, numbers.

They go through the same grammar as the text of documents, so that a record says "½ ngày" as people do.
"""

from __future__ import annotations

from fractions import Fraction

from qmslint.api import Citation, Duration, Location, WrittenDate


def date_in(text: str, at: Location) -> WrittenDate:
    """The date that `text` writes; one that is none is incomplete."""
    from qmslint.extract.text.dates import written_date

    return written_date(text, at) or WrittenDate(text, None, "incomplete", at)


def citations_in(text: str, at: Location) -> tuple[Citation, ...]:
    """The citations in `text`, hosts before what their titles name."""
    from qmslint.api import parse_citations

    return tuple(citation._replace(at=at) for citation in parse_citations(text, at))


def duration_in(text: str) -> Duration | None:
    """The length of time in `text`, None when there is no number in it."""
    from qmslint.api import read_duration

    return read_duration(text)


def whole_number(text: str) -> int | None:
    """`text` as an integer of at most 18 digits, None when it is none."""
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= 18 else None


def fraction(text: str) -> Fraction | None:
    """`text` as "3", "1/2" or "0.5", None when it is none."""
    top, slash, bottom = text.partition("/")
    whole, point, part = top.partition(".")
    numbers = [whole_number(number) for number in (whole, part or "0", bottom or "1")]
    if None in numbers or (slash and not numbers[2]) or (point and slash):
        return None
    value = Fraction(numbers[0] or 0) + Fraction(numbers[1] or 0, 10 ** len(part))
    return value / (numbers[2] or 1)
