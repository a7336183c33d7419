"""Deadlines: the worked examples, and ten thousand random cases against a count by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qmslint.law.calendar import Calendar, OwnDays
from qmslint.law.period import (
    end_of_days,
    end_of_months,
    end_of_working_days,
    months_after,
    update_deadline,
)
from qmslint.model.text import Text

CALENDAR = Calendar()


def day(text: str) -> date:
    d, m, y = text.split("/")
    return date(int(y), int(m), int(d))


@pytest.mark.parametrize(
    ("in_force", "nominal", "rolled"),
    [
        ("01/07/2025", "01/10/2025", "01/10/2025"),
        ("05/08/2026", "05/11/2026", "05/11/2026"),
        ("01/12/2014", "01/03/2015", "02/03/2015"),
        ("30/11/2025", "28/02/2026", "02/03/2026"),
        ("29/11/2025", "28/02/2026", "02/03/2026"),
        ("28/02/2026", "28/05/2026", "28/05/2026"),
        ("31/01/2026", "30/04/2026", "04/05/2026"),
        ("26/01/2026", "26/04/2026", "28/04/2026"),
        ("18/11/2025", "18/02/2026", "23/02/2026"),
        ("24/08/2026", "24/11/2026", "25/11/2026"),
        ("01/06/2026", "01/09/2026", "03/09/2026"),
        ("01/10/2026", "01/01/2027", "04/01/2027"),
        ("30/11/2026", "28/02/2027", "01/03/2027"),
    ],
)
def test_the_worked_examples(in_force: str, nominal: str, rolled: str) -> None:
    found = update_deadline(day(in_force), CALENDAR)
    assert (found.nominal, found.rolled) == (day(nominal), day(rolled))
    assert found.provisional == (day(nominal).year == 2027)


def test_the_reasoning_is_said_in_words() -> None:
    found = update_deadline(date(2026, 1, 31), CALENDAR)
    words = " ".join(reason.vi for reason in found.reasons)
    assert "không tính; tính từ 01/02/2026" in words
    assert "tháng này không có ngày 31: lấy ngày cuối tháng 30/04/2026" in words
    assert "30/04/2026 (Ngày Chiến thắng), 01/05/2026 (Ngày Quốc tế Lao động), 02/05/2026 (thứ Bảy)" in words
    assert "24 giờ thứ Hai, 04/05/2026" in words
    assert all(reason.en for reason in found.reasons)


def test_a_year_that_is_not_decided_makes_it_provisional() -> None:
    found = update_deadline(date(2026, 10, 1), CALENDAR)
    assert found.provisional and "2027" in found.reasons[-1].vi
    covered = Calendar(OwnDays({date(2027, 1, 1): Text("Tết Dương lịch", "New Year")}, {}, frozenset({2027})))
    again = update_deadline(date(2026, 10, 1), covered)
    assert again.rolled == date(2027, 1, 4) and not again.provisional


def test_a_saturday_worked_for_a_day_off_ends_a_period() -> None:
    # 26/04/2025 was worked for 02/05/2025.
    assert update_deadline(date(2025, 1, 26), CALENDAR).rolled == date(2025, 4, 26)
    assert update_deadline(date(2025, 2, 2), CALENDAR).rolled == date(2025, 5, 5)


def test_periods_in_days_and_working_days() -> None:
    assert end_of_days(date(2026, 8, 28), 5, CALENDAR).rolled == date(2026, 9, 3)
    working = end_of_working_days(date(2026, 8, 28), 5, CALENDAR)
    # 31/08 to 02/09 are free: 03, 04, 07, 08, 09.
    assert working.rolled == date(2026, 9, 9)
    assert end_of_working_days(date(2026, 8, 21), 1, CALENDAR).rolled == date(2026, 8, 22)  # a worked Saturday
    assert CALENDAR.working_days(date(2026, 8, 28), date(2026, 9, 9)) == 5
    assert CALENDAR.working_days(date(2026, 9, 9), date(2026, 8, 28)) == -5


def by_hand(start: date, months: int, free: frozenset[date], worked: frozenset[date]) -> tuple[date, date]:
    """Day by day, without division: walk to the month, then to the day, then over rest."""
    month = start
    for _ in range(months):
        leaving = month.month
        month = month.replace(day=1)
        while month.month == leaving:
            month += timedelta(days=1)
    end = month.replace(day=1)
    while end.day < start.day and (end + timedelta(days=1)).month == end.month:
        end += timedelta(days=1)
    rolled = end
    while rolled not in worked and (rolled in free or rolled.isoweekday() in (6, 7)):
        rolled += timedelta(days=1)
    return end, rolled


@settings(max_examples=10_000, deadline=None)
@given(st.data())
def test_equal_to_a_count_by_hand(data: st.DataObject) -> None:
    start = data.draw(st.dates(date(2014, 1, 1), date(2029, 12, 31)))
    months = data.draw(st.integers(0, 15))
    around = months_after(start, months)
    near = st.integers(-3, 12).map(lambda n: around + timedelta(days=n))
    free = data.draw(st.frozensets(near, max_size=8))
    worked = data.draw(st.frozensets(near, max_size=3)) - free
    years = frozenset(range(2014, 2033))
    calendar = Calendar(OwnDays(dict.fromkeys(free, Text("nghỉ", "rest")), dict.fromkeys(worked, Text("", "")), years))
    found = end_of_months(start, months, calendar)
    assert (found.nominal, found.rolled) == by_hand(start, months, free, worked)
    assert not found.provisional


@given(st.dates(date(2014, 1, 1), date(2026, 6, 30)), st.integers(0, 60))
def test_working_days_count_back_to_themselves(start: date, days: int) -> None:
    end = CALENDAR.add_working_days(start, days)
    assert CALENDAR.working_days(start, end) == days
    assert days == 0 or CALENDAR.works(end)
