"""How the lengths of time of a procedure are added and compared.

A working day holds 8 working hours. That footing is the habit of the procedures themselves (½ ngày = 4 giờ), not a
figure of the law on administrative procedures, so whoever needs it says so and lowers the confidence. Plain days
under a heading of working days are counted as the heading counts: nobody writes "ngày làm việc" in every cell.
Months are never turned into days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm

from qmslint.api import Duration, Unit

HOURS_A_DAY = 8
_LONG = {Unit.MONTH: 1, Unit.YEAR: 12}
_CLOCK = {Unit.HOUR: 1, Unit.WORKING_HOUR: 1, Unit.MINUTE: 60}
_WORDS = {
    "vi": {
        Unit.WORKING_DAY: "ngày làm việc", Unit.DAY: "ngày", Unit.HOUR: "giờ", Unit.WORKING_HOUR: "giờ làm việc",
        Unit.MINUTE: "phút", Unit.MONTH: "tháng", Unit.YEAR: "năm",
    },
    "en": {
        Unit.WORKING_DAY: "working days", Unit.DAY: "days", Unit.HOUR: "hours", Unit.WORKING_HOUR: "working hours",
        Unit.MINUTE: "minutes", Unit.MONTH: "months", Unit.YEAR: "years",
    },
}  # fmt: skip


def number(amount: Fraction, language: str = "vi") -> str:
    """`amount` as people write it: 5/2 = "2,5" (in English "2.5"), 1/3 = "1/3"."""
    denominator = amount.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1:
        return str(amount)
    written = f"{float(amount):.4f}".rstrip("0").rstrip(".")
    return written.replace(".", ",") if language == "vi" else written


def said(duration: Duration, language: str = "vi") -> str:
    """`duration` in words: "2,5 ngày làm việc"."""
    if duration.same_day:
        return "trong ngày" if language == "vi" else "within the day"
    return f"{number(duration.amount, language)} {_WORDS[language][duration.unit]}"


def needs_hours(durations: Sequence[Duration]) -> bool:
    """Whether hours and days meet, so that the length of a day matters."""
    clock = {duration.unit in _CLOCK for duration in durations}
    return len(clock) == 2


def readings(durations: Sequence[Duration]) -> Iterator[tuple[Fraction, ...]]:
    """The amounts in one common unit (days, or months), once for each way a reader may take them.

    Nothing comes when months meet days. Where plain hours meet days there are two readings: a day of 8 and of 24 hours.
    """
    units = {duration.unit for duration in durations}
    if units <= set(_LONG):
        yield tuple(duration.amount * _LONG[duration.unit] for duration in durations)
        return
    if units & set(_LONG):
        return
    lengths = [HOURS_A_DAY]
    if needs_hours(durations) and Unit.HOUR in units:
        lengths.append(24)
    for hours in lengths:
        yield tuple(
            duration.amount / (hours * _CLOCK[duration.unit]) if duration.unit in _CLOCK else duration.amount
            for duration in durations
        )


def total_of(amounts: Sequence[Fraction]) -> Fraction:
    """The sum, over one common denominator: to add fractions one by one costs five times as much."""
    whole = lcm(*[amount.denominator for amount in amounts])
    return Fraction(sum([amount.numerator * (whole // amount.denominator) for amount in amounts]), whole)


def compare(first: Duration, second: Duration) -> int | None:
    """-1, 0 or 1 as `first` is shorter, equal, longer in every reading; None when readings or units disagree.

    "Trong ngày" equals anything up to one day.
    """
    results: set[int] = set()
    for one, two in readings((first, second)):
        if first.same_day != second.same_day:
            other, sign = (two, -1) if first.same_day else (one, 1)
            results.add(sign if other > 1 else 0)
        else:
            results.add((one > two) - (one < two))
    return results.pop() if len(results) == 1 else None
