"""Calendar: which days are worked, and why a day is not.

Bộ luật Lao động 45/2019/QH14 Điều 111 (a holiday on a day of rest is made up for on the next working day) and Điều 112
(the holidays). The days of 2014 to 2026 are decided. Beyond them stands what the `holidays` library foretells (the next
few years are kept in the data: to load the library is dear), and every answer on such a year is provisional: Tết and
the day beside 02/9 are fixed by the Prime Minister year by year.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache

from qmslint.model.text import Text
from qmslint.model.tuples import NamedTuple

_ONE = timedelta(days=1)
_SATURDAY = 5
_LONGEST_REST = 60
"""No rest lasts so many days on end; a file of holidays that says so is not followed further."""

WEEKDAYS = (
    Text("thứ Hai", "Monday"), Text("thứ Ba", "Tuesday"), Text("thứ Tư", "Wednesday"), Text("thứ Năm", "Thursday"),
    Text("thứ Sáu", "Friday"), Text("thứ Bảy", "Saturday"), Text("Chủ nhật", "Sunday"),
)


class OwnDays(NamedTuple):
    """What the agency's file of holidays says. Days of rest, days worked, and the years it says all about."""

    rest: Mapping[date, Text] = {}
    worked: Mapping[date, Text] = {}
    years: frozenset[int] = frozenset()


class Calendar:
    """The calendar of working days: Monday to Friday without the holidays, with the Saturdays that are worked."""

    def __init__(self, own: OwnDays | None = None) -> None:
        self._own = own or OwnDays()
        self._years: dict[int, tuple[dict[date, Text], frozenset[date]]] = {}

    def covers(self, year: int) -> bool:
        """Whether the holidays of that year are decided and known."""
        first, last = _known().decided
        return first <= year <= last or year in self._own.years

    def rest(self, day: date) -> Text | None:
        """Why `day` is not worked ("thứ Bảy", the name of the holiday); None on a working day."""
        holidays, worked = self._year(day.year)
        if day in worked:
            return None
        if day in holidays:
            return holidays[day]
        return WEEKDAYS[day.weekday()] if day.weekday() >= _SATURDAY else None

    def works(self, day: date) -> bool:
        """Whether `day` is a working day."""
        return self.rest(day) is None

    def roll(self, day: date) -> date:
        """`day`, or the next working day after it (Bộ luật Dân sự Điều 148 khoản 5)."""
        for _ in range(_LONGEST_REST):
            if self.works(day):
                break
            day += _ONE
        return day

    def add_working_days(self, start: date, days: int) -> date:
        """The last day of a period of working days; the first day is not counted (Điều 147). 0 = `start` itself."""
        day = start
        while days > 0:
            day = self.roll(day + _ONE)
            days -= 1
        return day

    def working_days(self, after: date, until: date) -> int:
        """How many working days lie after `after`, up to and with `until`; negative when `until` is before."""
        if until < after:
            return -self.working_days(until, after)
        return sum(self.works(after + _ONE * n) for n in range(1, (until - after).days + 1))

    def uncovered(self, first: date, last: date) -> tuple[int, ...]:
        """The years between two days whose holidays are not decided."""
        return tuple(year for year in range(first.year, last.year + 1) if not self.covers(year))

    def _year(self, year: int) -> tuple[dict[date, Text], frozenset[date]]:
        if year not in self._years:
            own = self._own
            if year in own.years:
                holidays, worked = {}, set()
            else:
                known_days, known_worked = _days_of(year)
                holidays, worked = dict(known_days), set(known_worked)
            for day, name in own.rest.items():
                if day.year == year:
                    holidays[day] = name
                    worked.discard(day)
            worked.update(day for day in own.worked if day.year == year)
            self._years[year] = holidays, frozenset(worked)
        return self._years[year]


class _Known(NamedTuple):
    decided: tuple[int, int]
    rows: Mapping[str, list[tuple[str, str, str]]]  # year → its days of rest, as written in the data
    worked: frozenset[str]


@cache
def _known() -> _Known:
    """The decided years and the next few as foretold, from the data beside this module."""
    import json
    from pathlib import Path

    data = json.loads((Path(__file__).parent / "data" / "holidays.json").read_text(encoding="utf-8"))
    first, last = data["decided"]
    return _Known((first, last), data["days"], frozenset(data["working"]))


def _days_of(year: int) -> tuple[Iterable[tuple[date, Text]], Iterable[date]]:
    known = _known()
    rows = known.rows.get(str(year))
    if rows is None:
        return foretold(year)
    worked = [date.fromisoformat(day) for day in known.worked if day.startswith(f"{year}-")]
    return [(date.fromisoformat(day), Text(vi, en)) for day, vi, en in rows], worked


@cache
def foretold(year: int) -> tuple[tuple[tuple[date, Text], ...], frozenset[date]]:
    """Holidays and working Saturdays of a year as the `holidays` library works them out."""
    import holidays

    vietnamese = holidays.country_holidays("VN", years=year, observed=True, language="vi")
    english = holidays.country_holidays("VN", years=year, observed=True, language="en_US")
    days = tuple((day, Text(vietnamese[day], english.get(day, ""))) for day in sorted(vietnamese) if day.year == year)
    worked: Iterable[date] = getattr(vietnamese, "weekend_workdays", ())
    return days, frozenset(day for day in worked if day.year == year)
