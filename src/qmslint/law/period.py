"""Periods: when a time limit ends, with the reasoning in words.

Bộ luật Dân sự 91/2015/QH13 Điều 147 (the first day is not counted) and Điều 148 (the last day; rest days roll on). The
three-month rule: Quyết định 19/2014/QĐ-TTg Điều 4 khoản 4 điểm a.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from qmslint.law.calendar import WEEKDAYS, Calendar
from qmslint.model.text import Text
from qmslint.model.tuples import NamedTuple

UPDATE_MONTHS = 3
"""Changes of law are taken in at the latest so many months after they come into force (QĐ 19/2014 Điều 4.4.a)."""

_COUNTS_VI = {1: "Một", 2: "Hai", 3: "Ba", 6: "Sáu", 12: "Mười hai"}


class Deadline(NamedTuple):
    """When a period ends. `nominal` by the count alone, `rolled` when rest days move it on; both days are included."""

    start: date
    nominal: date
    rolled: date
    reasons: tuple[Text, ...] = ()
    provisional: bool = False  # it stands on a year whose holidays are not decided

    def days_left(self, as_of: date) -> int:
        """Days from `as_of` to the rolled end; negative = days overdue."""
        return (self.rolled - as_of).days


def months_after(start: date, months: int) -> date:
    """The corresponding day so many months later; the month's last day where it has no such day (Điều 148.3).

    The clamp does not stick: from 28/02 three months lead to 28/05. Raises OverflowError beyond the year 9999.
    """
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if not 1 <= year <= 9999:
        raise OverflowError(f"{start} + {months} months")
    return date(year, month + 1, min(start.day, _days_in(year, month + 1)))


def _days_in(year: int, month: int) -> int:
    # `calendar` of the standard library knows it too, and brings `locale` along: a tenth of a bare interpreter.
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def update_deadline(in_force: date, calendar: Calendar) -> Deadline:
    """By when a change that came into force on `in_force` must be taken in (QĐ 19/2014 Điều 4.4.a)."""
    return end_of_months(in_force, UPDATE_MONTHS, calendar)


def end_of_months(start: date, months: int, calendar: Calendar) -> Deadline:
    """The end of a period counted in months (a year is twelve)."""
    nominal = months_after(start, months)
    count = _COUNTS_VI.get(months, str(months))
    if nominal.day == start.day:
        counted = Text(
            f"{count} tháng sau là ngày tương ứng {say(nominal)} (Bộ luật Dân sự Điều 148 khoản 3).",
            f"{months} months later the corresponding day is {say(nominal)} (Civil Code Article 148.3).",
        )
    else:
        counted = Text(
            f"{count} tháng sau là tháng {nominal.month}/{nominal.year}, tháng này không có ngày {start.day}: lấy ngày "
            f"cuối tháng {say(nominal)} (Bộ luật Dân sự Điều 148 khoản 3).",
            f"{months} months later is {nominal.month}/{nominal.year}, which has no day {start.day}: its last day "
            f"{say(nominal)} counts (Civil Code Article 148.3).",
        )
    return _rolled(start, nominal, counted, calendar)


def end_of_days(start: date, days: int, calendar: Calendar) -> Deadline:
    """The end of a period counted in calendar days (weeks are seven)."""
    nominal = start + timedelta(days=days)
    counted = Text(
        f"Ngày thứ {days} sau đó là {say(nominal)} (Bộ luật Dân sự Điều 148 khoản 1).",
        f"The day number {days} after it is {say(nominal)} (Civil Code Article 148.1).",
    )
    return _rolled(start, nominal, counted, calendar)


def end_of_working_days(start: date, days: int, calendar: Calendar) -> Deadline:
    """The end of a period counted in working days: rest days are not counted at all."""
    end = calendar.add_working_days(start, days)
    counted = Text(
        f"Ngày làm việc thứ {days} sau đó là {say(end)}, không tính ngày nghỉ.",
        f"Working day number {days} after it is {say(end)}, days of rest not counted.",
    )
    reasons, provisional = _provisional(calendar, start, end)
    return Deadline(start, end, end, (_first(start), counted, *reasons), provisional)


def _rolled(start: date, nominal: date, counted: Text, calendar: Calendar) -> Deadline:
    reasons = [_first(start), counted]
    day = calendar.roll(nominal)
    if day != nominal:
        reasons.append(_rolling(nominal, day, calendar))
    reasons.append(Text(
        f"Thời hạn kết thúc lúc 24 giờ {WEEKDAYS[day.weekday()].vi}, {say(day)} (Điều 148 khoản 6).",
        f"The period ends at 24:00 on {WEEKDAYS[day.weekday()].en}, {say(day)} (Article 148.6).",
    ))
    doubts, provisional = _provisional(calendar, nominal, day)
    return Deadline(start, nominal, day, (*reasons, *doubts), provisional)


def _first(start: date) -> Text:
    after = say(start + timedelta(days=1))
    return Text(
        f"Ngày {say(start)} là ngày bắt đầu, không tính; tính từ {after} (Bộ luật Dân sự Điều 147).",
        f"{say(start)} is the first day and is not counted; counting starts on {after} (Civil Code Article 147).",
    )


def _rolling(nominal: date, rolled: date, calendar: Calendar) -> Text:
    days = [nominal + timedelta(days=n) for n in range((rolled - nominal).days)]
    rests = [(day, calendar.rest(day)) for day in days]
    vi = ", ".join(f"{say(day)} ({why.vi})" for day, why in rests if why is not None)
    en = ", ".join(f"{say(day)} ({why.en})" for day, why in rests if why is not None)
    return Text(
        f"Nghỉ: {vi}; thời hạn lùi đến ngày làm việc tiếp theo, {say(rolled)} (Điều 148 khoản 5).",
        f"Days of rest: {en}; the period ends on the next working day, {say(rolled)} (Article 148.5).",
    )


def _provisional(calendar: Calendar, first: date, last: date) -> tuple[tuple[Text, ...], bool]:
    years = calendar.uncovered(first, last)
    if not years:
        return (), False
    named = ", ".join(str(year) for year in years)
    return (Text(
        f"Tạm tính: lịch nghỉ năm {named} chưa có đủ; khai báo tệp ngày nghỉ (holidays) trong qmslint.yaml.",
        f"Provisional: the holidays of {named} are not all known; name a file of holidays in qmslint.yaml.",
    ),), True


@lru_cache(maxsize=4096)
def say(day: date) -> str:
    """A date as documents print it: 05/11/2026."""
    return f"{day.day:02}/{day.month:02}/{day.year}"
