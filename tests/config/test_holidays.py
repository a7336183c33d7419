"""The file of holidays: what it says is taken; what it cannot mean stops the run with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qmslint.config.holidays import load_holidays, parse_holidays
from qmslint.law.calendar import Calendar
from qmslint.law.period import update_deadline
from qmslint.model.errors import UsageError
from qmslint.model.settings import Settings
from qmslint.run.library import make_plan

FILE = """
# Thông báo của tỉnh
holidays:
  2027-01-01: Tết Dương lịch
  05/02/2027: Tết Nguyên đán
compensatory: [2027-02-11, 12/02/2027]
working_days:
  - 2027-02-20
years: [2027]
"""


def test_everything_that_can_be_said() -> None:
    days = parse_holidays(FILE, "nghi.yaml")
    calendar = Calendar(days)
    assert days.years == {2027}
    assert [d for d in range(1, 29) if calendar.rest(date(2027, 2, d))] == [5, 6, 7, 11, 12, 13, 14, 21, 27, 28]
    rest = calendar.rest(date(2027, 2, 11))
    assert rest is not None and rest.vi == "ngày nghỉ bù"
    assert update_deadline(date(2026, 11, 5), calendar).rolled == date(2027, 2, 8)
    assert not update_deadline(date(2026, 11, 5), calendar).provisional


def test_an_empty_file_says_nothing() -> None:
    assert Calendar(parse_holidays("", "nghi.yaml")).works(date(2026, 11, 23))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("holidays: [2027-02-30]", 1, "2027-02-30"),
        ("\nholidays:\n  - 2027-02-05\n  - hôm qua", 4, "hôm qua"),
        ("holidays:\n  2027-02-05: Tết\n  32/01/2027: Tết", 3, "32/01/2027"),
        ("holiday: [2027-02-05]", 1, "holidays"),
        ("holidays: 2027-02-05", 1, "holidays"),
        ("holidays: [2027-02-05]\nworking_days: [2027-02-05]", 2, "2027-02-05"),
        ("years: [hai nghìn]", 1, "hai nghìn"),
        ("years: 27", 1, "27"),
        ("- 2027-02-05", 1, "khóa"),
        ("holidays: [2027-02-05", 2, "YAML"),
    ],
)
def test_what_it_cannot_mean_is_said_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_holidays(text, "nghi.yaml")
    assert words in caught.value.message.vi and f"dòng {line}" in caught.value.message.vi
    assert caught.value.mend.vi


def test_a_wrong_file_stops_the_run_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "nghi.yaml").write_text("holidays: [x]", "utf-8")
    with pytest.raises(UsageError):
        make_plan([tmp_path], settings=Settings(holidays="nghi.yaml"))
    with pytest.raises(UsageError):
        load_holidays(tmp_path / "none.yaml")
