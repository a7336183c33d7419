"""Lengths of time: every written form of the process tables, and what only looks like one."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.api import Unit, find_durations, read_duration


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("½ ngày", Fraction(1, 2), Unit.DAY),
        ("1/2 ngày", Fraction(1, 2), Unit.DAY),
        ("0,5 ngày", Fraction(1, 2), Unit.DAY),
        ("1.5 ngày làm việc", Fraction(3, 2), Unit.WORKING_DAY),
        ("1 ½ ngày", Fraction(3, 2), Unit.DAY),
        ("nửa ngày", Fraction(1, 2), Unit.DAY),
        ("02 (hai) ngày làm việc", Fraction(2), Unit.WORKING_DAY),
        ("02 NGÀY LÀM VIỆC", Fraction(2), Unit.WORKING_DAY),
        ("1 ngày\nlàm việc", Fraction(1), Unit.WORKING_DAY),
        ("04 giờ làm việc", Fraction(4), Unit.WORKING_HOUR),
        ("30 phút", Fraction(30), Unit.MINUTE),
        ("hai mươi ngày", Fraction(20), Unit.DAY),
        ("05 năm", Fraction(5), Unit.YEAR),
        ("0,5 nga\u0300y", Fraction(1, 2), Unit.DAY),
        ("0,5\u200e ngày", Fraction(1, 2), Unit.DAY),
    ],
)
def test_a_length_of_time_is_read(text: str, amount: Fraction, unit: Unit) -> None:
    duration = read_duration(text)
    assert duration is not None
    assert (duration.amount, duration.unit, duration.same_day, duration.at_most) == (amount, unit, False, False)


@pytest.mark.parametrize(
    "text",
    [
        "ngày 09 tháng 12 năm 2022",
        "ngày 15/11/2015",
        "vĩnh viễn",
        "năm 2014",
        "tháng 12 năm 2022",
        "lúc 8 giờ 30 phút",
        "sau 15 giờ",
        "trong thời hạn 10 ngày 15/11",
        "",
        "số 12",
        "1/0 ngày",
    ],
)
def test_dates_and_hours_of_the_clock_are_no_lengths(text: str) -> None:
    assert find_durations(text) == []


@pytest.mark.parametrize("text", ["không quá 08 ngày làm việc", "tối đa 8 ngày làm việc", "từ 3 đến 8 ngày làm việc"])
def test_an_upper_bound_is_said_to_be_one(text: str) -> None:
    duration = read_duration(text)
    assert duration is not None and duration.at_most and duration.amount == 8


def test_done_on_the_day_has_no_number_of_its_own() -> None:
    text = "Ngay trong ngày làm việc; nhận hồ sơ sau 15 giờ thì trả trong ngày làm việc tiếp theo"
    duration = read_duration(text)
    assert duration is not None and duration.same_day and duration.unit is Unit.WORKING_DAY


def test_all_lengths_of_a_text_are_found_in_order() -> None:
    text = "Thời hạn: 03 ngày làm việc; phải xác minh: không quá 08 ngày làm việc"
    assert [text[f.start : f.end] for f in find_durations(text)] == ["03 ngày làm việc", "không quá 08 ngày làm việc"]


def test_a_bare_number_counts_only_with_a_unit_from_the_heading() -> None:
    assert read_duration("1,5") is None
    duration = read_duration("1,5", Unit.WORKING_DAY)
    assert duration is not None and duration.amount == Fraction(3, 2)


@given(
    st.integers(0, 999),
    st.integers(0, 99),
    st.sampled_from([",", "."]),
    st.sampled_from(["ngày", "giờ làm việc", "tháng"]),
)
def test_decimals_are_exact(whole: int, part: int, point: str, unit: str) -> None:
    duration = read_duration(f"{whole}{point}{part:02} {unit}")
    assert duration is not None and duration.amount == Fraction(whole * 100 + part, 100)


@given(st.text(alphabet="0123456789/½.,- ngàygiờhátr\n", max_size=200))
def test_places_lie_in_the_text(text: str) -> None:
    for found in find_durations(text):
        assert 0 <= found.start < found.end <= len(text)
