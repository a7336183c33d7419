"""The calendar: decided years, the library beyond them, the agency's own days over both."""

from __future__ import annotations

from datetime import date

from qmslint.law.calendar import WEEKDAYS, Calendar, OwnDays, foretold
from qmslint.model.text import Text


def test_holidays_have_names() -> None:
    calendar = Calendar()
    assert calendar.rest(date(2026, 11, 24)) == Text("Ngày Văn hóa Việt Nam", "Vietnam Cultural Day")
    assert calendar.rest(date(2025, 11, 24)) is None
    assert calendar.rest(date(2026, 4, 27)) is not None  # Giỗ Tổ fell on a Sunday
    assert calendar.rest(date(2026, 11, 28)) == Text("thứ Bảy", "Saturday")
    assert calendar.works(date(2026, 8, 22))  # worked for 31/08


def test_tet_of_the_decided_years() -> None:
    calendar = Calendar()
    assert [d for d in range(1, 29) if not calendar.works(date(2026, 2, d))] == [
        1, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 28,
    ]
    assert not any(calendar.works(date(2025, 1, d)) for d in range(25, 32))
    assert calendar.works(date(2025, 2, 3))


def test_which_years_are_known() -> None:
    calendar = Calendar()
    assert calendar.covers(2014) and calendar.covers(2026)
    assert not calendar.covers(2013) and not calendar.covers(2027)
    assert calendar.uncovered(date(2026, 12, 31), date(2027, 1, 4)) == (2027,)


def test_the_data_is_what_the_library_says() -> None:
    for year in (2015, 2019, 2024, 2025):
        days, worked = foretold(year)
        calendar = Calendar()
        assert all(not calendar.works(d) for d, _ in days if d not in worked)
        assert all(calendar.works(d) for d in worked)


def test_the_library_foretells_what_is_not_decided() -> None:
    assert not Calendar().works(date(2027, 4, 16))
    assert Calendar().rest(date(2027, 9, 2)) is not None


def test_the_years_that_are_foretold_are_kept_in_the_data() -> None:
    for year in (2027, 2028, 2029, 2030):
        days, worked = foretold(year)
        assert {day for day, _ in days} == {day for day in year_of(year) if Calendar().rest(day) and _named(day)}
        assert not worked
        assert not Calendar().covers(year)


def year_of(year: int) -> list[date]:
    return [date.fromordinal(n) for n in range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())]


def _named(day: date) -> bool:
    """Whether the calendar gives the day the name of a holiday, not of a weekday."""
    rest = Calendar().rest(day)
    return rest is not None and rest not in WEEKDAYS


def test_the_agency_has_the_last_word() -> None:
    own = OwnDays({date(2026, 1, 2): Text("nghỉ hoán đổi", "swapped")}, {date(2026, 1, 10): Text("làm bù", "worked")})
    calendar = Calendar(own)
    assert not calendar.works(date(2026, 1, 2)) and calendar.works(date(2026, 1, 10))
    assert not calendar.works(date(2026, 1, 1))
    whole = Calendar(OwnDays({}, {}, frozenset({2026})))
    assert whole.works(date(2026, 1, 1)) and whole.covers(2026)


def test_a_file_that_frees_every_day_does_not_hang() -> None:
    every = {date.fromordinal(n): Text("nghỉ", "rest") for n in range(738000, 741000)}
    assert Calendar(OwnDays(every)).roll(date(2026, 1, 1)) > date(2026, 2, 1)
