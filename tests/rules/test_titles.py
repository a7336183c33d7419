"""Titles that name one procedure, and titles that name two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint_hygiene._editions import comparable, edition_number, revision_number
from qmslint_hygiene._titles import OTHER, SAME, SHORTENED, apart, relation

FULL = "Đăng ký kết hôn có yếu tố nước ngoài"
_WORDS = (
    "đăng ký", "khai sinh", "khai tử", "kết hôn", "có", "yếu tố", "nước ngoài", "của", "và", "ubnd", "ủy ban nhân dân",
    "quy trình", "(lưu động)", "giám hộ",
)  # fmt: skip
TITLES = st.lists(st.sampled_from(_WORDS), max_size=9).map(" ".join) | st.text(max_size=40)


@pytest.mark.parametrize(
    "other",
    [
        "QUY TRÌNH ĐĂNG KÝ KẾT HÔN CÓ YẾU TỐ NƯỚC NGOÀI",
        "Thủ tục đăng kí kết hôn có yếu tố\nnước ngoài ______",
        "Quy trình giải quyết thủ tục đăng ký kết hôn có yếu tố nước ngoài (cấp xã)",
        "Đăng ký kết hôn có yếu tố nước ngoài tại UBND xã An Thạnh",
        "Đăng ký kết hôn - có yếu tố nước ngoài",
    ],
)
def test_the_same_title(other: str) -> None:
    assert relation(FULL, other) == SAME and not apart(FULL, other) and not apart(other, FULL)


@pytest.mark.parametrize("other", ["Đăng ký kết hôn có yếu tố nước ngo", "Đăng ký kết hôn có yếu tố nước ngoài …"])
def test_a_cut_title_is_no_other(other: str) -> None:
    assert relation(FULL, other) in (SAME, SHORTENED) and not apart(FULL, other)


@pytest.mark.parametrize("other", ["Đăng ký khai sinh có yếu tố nước ngoài", f"{FULL} tại nhà dân ở vùng sâu, vùng xa"])
def test_another_title(other: str) -> None:
    assert relation(FULL, other) == OTHER and apart(FULL, other) == apart(other, FULL)


def test_a_much_shorter_title_stands_apart_from_the_full_one() -> None:
    assert relation(FULL, "Đăng ký kết hôn") == SHORTENED
    assert apart(FULL, "Đăng ký kết hôn") and apart("Đăng ký kết hôn", FULL)


@given(TITLES, TITLES)
def test_what_two_titles_are_to_each_other(title: str, other: str) -> None:
    assert relation(title, title) == SAME
    assert apart(title, other) == apart(other, title)


@given(st.integers(0, 60), st.integers(0, 60))
def test_editions_in_every_form(edition: int, revision: int) -> None:
    for form in (f"{edition:02}", f"Lần {edition}", f"Lần thứ {edition}", f" {edition}. "):
        assert edition_number(form) == edition and comparable(form) == str(edition)
    assert edition_number(f"{edition:02}/{revision:02}") == edition
    assert revision_number(f"{edition}/{revision:02}") == revision
    assert edition_number("2025") is None and edition_number("A") is None
