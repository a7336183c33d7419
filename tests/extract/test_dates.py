"""Dates in every form that real documents use."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.api import WHOLE
from qmslint.extract.text.dates import written_date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("07/7/2025", date(2025, 7, 7)),
        ("Ngày ban hành: 09/01/2025", date(2025, 1, 9)),
        ("ngày 09 tháng 12 năm 2022", date(2022, 12, 9)),
        ("Ngày ban hành: 01 tháng 9 năm 2025", date(2025, 9, 1)),
        ("ngày 8 tháng 7 năm 2016", date(2016, 7, 8)),
        ("Ngày 8 tháng 7 năm 2016", date(2016, 7, 8)),
        ("09/01/2025của", date(2025, 1, 9)),
        ("20140617", date(2014, 6, 17)),
        ("05.01.2020", date(2020, 1, 5)),
        ("2023.05.29", date(2023, 5, 29)),
        ("16. 4.2022", date(2022, 4, 16)),
        ("19-11-2022", date(2022, 11, 19)),
        ("01/7/25", date(2025, 7, 1)),
        ("2026-02-03", date(2026, 2, 3)),
        ("xã A, ngày 05 tháng 01 năm 2026", date(2026, 1, 5)),
    ],
)
def test_whole_dates(text: str, value: date) -> None:
    found = written_date(text, WHOLE)
    assert found is not None and found.value == value and not found.problem


@pytest.mark.parametrize(
    "text", ["/07/2021", "…/07/2021", "..../07/2021", "07/2025", "ngày     tháng    năm 2025",
             "ngày … tháng 7 năm 2025", "ngày ... tháng ... năm ...", "tháng 7 năm 2025"],
)
def test_half_filled_dates(text: str) -> None:
    found = written_date(text, WHOLE)
    assert found is not None and found.value is None and found.problem == "incomplete"


@pytest.mark.parametrize("text", ["31/02/2025", "01.01.20218", "45/13/2025"])
def test_impossible_dates(text: str) -> None:
    found = written_date(text, WHOLE)
    assert found is not None and found.value is None and found.problem == "impossible"


@pytest.mark.parametrize(
    "text", ["", "01", "17/17", "ISO 9001:2015", "........", "QT 01/CX-HCTP", "12/QĐ-UBND", "1.5", "5.1.2"]
)
def test_no_dates(text: str) -> None:
    assert written_date(text, WHOLE) is None


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from([
    "{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{d:02}/{m}/{y}", "ngày {d:02} tháng {m:02} năm {y}", "{d}.{m}.{y}",
    "{y}-{m:02}-{d:02}",
]))
def test_every_form_reads_back(value: date, form: str) -> None:
    found = written_date("của " + form.format(d=value.day, m=value.month, y=value.year) + " về việc", WHOLE)
    assert found is not None and found.value == value


def test_combining_marks_are_read() -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", "An Bình, ngày 05 tháng 02 năm 2026")
    found = written_date(text, WHOLE)
    assert found and found.value == date(2026, 2, 5)
