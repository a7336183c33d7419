"""What the rules on structure and text stand on: numerals, lists of siblings, alignment, codes, subjects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.api import Section, fold
from qmslint_hygiene._alignment import align
from qmslint_hygiene._codes import key, keys_in
from qmslint_hygiene._data import load
from qmslint_hygiene._numerals import number_in_words
from qmslint_hygiene._outline import ENGLISH, VIETNAMESE, number_at, ordinal, runs
from qmslint_hygiene._sisters import Phrases, core
from qmslint_hygiene._subjects import Named, has, of_title, strong_papers, subjects, weak_papers

FIGURES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def spoken(number: int) -> str:
    """A number below a thousand million as one reads it out."""
    for size, word in ((1_000_000, "triệu"), (1000, "nghìn")):
        if number >= size:
            rest = f" {spoken(number % size)}" if number % size else ""
            return f"{spoken(number // size)} {word}{rest}"
    parts = [f"{FIGURES[number // 100]} trăm"] if number >= 100 else []
    tens, ones = number % 100 // 10, number % 10
    if tens == 1:
        parts.append("mười")
    elif tens:
        parts.append(f"{FIGURES[tens]} mươi")
    elif number >= 100 and ones:
        parts.append("linh")
    if ones or not parts:
        last = "lăm" if ones == 5 and tens else "mốt" if ones == 1 and tens > 1 else FIGURES[ones]
        parts.append(last)
    return " ".join(parts)


@given(st.integers(0, 999_999_999))
def test_numbers_are_read_as_they_are_spoken(number: int) -> None:
    assert number_in_words(spoken(number)) == number


@given(st.text(max_size=40))
def test_any_words_are_read_without_failing(text: str) -> None:
    value = number_in_words(text)
    assert value is None or value >= 0


@pytest.mark.parametrize("text", ["", "bộ", "có xác minh", "hai ba", "ba mười", "nghìn", "trực tiếp hai lần"])
def test_what_is_no_number(text: str) -> None:
    assert number_in_words(text) is None


@given(st.lists(st.sampled_from(["1", "2", "3", "5.1", "5.2", "a", "đ", "k", "I", "IV", "", "z"]), max_size=20),
       st.lists(st.integers(1, 3), min_size=20, max_size=20))
def test_every_numbered_section_is_in_one_list(numbers: list[str], levels: list[int]) -> None:
    sections = [Section(str(index), number, levels[index]) for index, number in enumerate(numbers)]
    found = [section.title for run in runs(sections) for section in run.sections]
    assert sorted(found) == sorted(s.title for s in sections if s.number)
    assert all(len(run.sections) == len(run.ordinals) for run in runs(sections))


@given(st.sampled_from(VIETNAMESE), st.integers(1, 10))
def test_a_number_names_its_place(letter: str, place: int) -> None:
    run = runs([Section("x", letter)])[0]
    assert number_at(run.ordinals[0], run) == letter
    roman = runs([Section("x", "I")])[0]
    assert ordinal(number_at(place, roman), "roman") == place


def test_letters_in_both_alphabets() -> None:
    assert runs([Section("x", c) for c in "abcdđeg"])[0].ordinals == (1, 2, 3, 4, 5, 6, 7)
    assert runs([Section("x", c) for c in ENGLISH[:7]])[0].ordinals == (1, 2, 3, 4, 5, 6, 7)


@given(st.lists(st.text(max_size=12), max_size=8), st.lists(st.text(max_size=12), max_size=8))
def test_an_alignment_keeps_order_and_takes_each_once(lines: list[str], headings: list[str]) -> None:
    pairs = align(tuple(lines), tuple(headings))
    assert [pair.line for pair in pairs] == list(range(len(lines)))
    taken = [index for pair in pairs for index in pair.headings]
    assert taken == sorted(set(taken)) and all(0 <= index < len(headings) for index in taken)


@given(st.lists(st.from_regex(r"[A-Z]{2,6} [A-Z]{2,6} [A-Z]{2,6}", fullmatch=True), unique=True, max_size=8))
def test_equal_lists_are_aligned_one_to_one(titles: list[str]) -> None:
    words = {word for title in titles for word in title.split()}
    if len(words) == 3 * len(titles):
        assert [pair.headings for pair in align(tuple(titles), tuple(titles))] == [(n,) for n in range(len(titles))]


@pytest.mark.parametrize(("code", "name", "there"), [
    ("BM.01", "BM-01 Phieu kiem soat", True), ("BM.01.02", "BM 1.2", True), ("BM.01", "BM.01.05 Phieu", False),
    ("BM.01", "BM.011", False), ("QT-HT 04", "QT.HT.04 Xem xét", True), ("BM.01", "Phiếu", False),
])  # fmt: skip
def test_codes_in_file_names(code: str, name: str, there: bool) -> None:
    assert (key(code) in keys_in(name)) is there


def test_a_code_has_one_key() -> None:
    assert key("BM.01-02") == key("BM 1.2") == key("bm01/02") == "bm 1 2"


@pytest.mark.parametrize(("title", "about"), [
    ("Đăng ký kết hôn lưu động", {"marriage"}),
    ("Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con", {"birth", "parentage"}),
    ("Ghi vào Sổ hộ tịch việc ly hôn, hủy việc kết hôn", {"marriage"}),
    ("Chứng thực di chúc", {"certification"}),
    ("Cấp giấy phép hoạt động karaoke", set()),
])  # fmt: skip
def test_subjects_of_titles(title: str, about: set[str]) -> None:
    assert of_title(title) == about


def test_a_title_on_civil_status_is_about_all_of_it() -> None:
    assert of_title("Thay đổi, cải chính hộ tịch") >= {s.key for s in subjects() if s.group == "civil-status"}


def test_every_subject_knows_its_own_papers() -> None:
    for subject in subjects():
        assert subject.title and subject.strong and subject.name.vi and subject.name.en
        assert set(subject.beside) <= {other.key for other in subjects()}


def test_the_words_of_subjects_stand_folded_in_the_data() -> None:
    data = load("subjects")
    lists = [words for entry in data["subjects"].values() for words in (entry["title"], entry["strong"], entry["weak"])]
    lists += [*data["all-of"].values(), *(words for words in data.values() if isinstance(words, list))]
    assert len(lists) > 30 and all(word == fold(word) for words in lists for word in words)


def test_the_core_of_a_title() -> None:
    assert core("Thủ tục cấp giấy phép xây dựng nhà ở") == "giấy phép xây dựng nhà ở"


SYLLABLES = ["phép", "nổ", "mìn", "khoáng", "sản", "karaoke", "học", "tập"]
WORDS = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=5).map(" ".join)


@given(st.lists(WORDS, max_size=12), WORDS)
def test_phrases_are_found_as_if_each_were_tried(phrases: list[str], text: str) -> None:
    known = Phrases((phrase, number) for number, phrase in enumerate(phrases))
    assert sorted(known.inside(text)) == sorted((p, n) for n, p in enumerate(phrases) if has(text, p))
    assert sorted(known.around(text)) == sorted((p, n) for n, p in enumerate(phrases) if has(p, text))


@given(st.lists(WORDS, max_size=12), st.lists(st.sampled_from([*SYLLABLES, "_", ", ", "x"])).map(" ".join))
def test_what_phrases_mean_is_found_as_if_each_were_tried(phrases: list[str], text: str) -> None:
    known = Named((phrase, number) for number, phrase in enumerate(phrases))
    assert sorted(known.in_text(text)) == [n for n, p in enumerate(phrases) if has(text, p)]


@given(st.lists(st.sampled_from([p for s in subjects() for p in (*s.strong, *s.weak)]), max_size=4).map(" và ".join))
def test_of_several_papers_the_first_of_a_subject_is_told(text: str) -> None:
    for subject in subjects():
        for of_subject, papers in ((strong_papers, subject.strong), (weak_papers, subject.weak)):
            assert of_subject(text).get(subject.key, "") == next((p for p in papers if has(text, p)), "")
