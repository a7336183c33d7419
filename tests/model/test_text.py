"""Folding: one comparison for all spellings, and the way back to the text as written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.model.text import fold, fold_with_offsets, same, shorten

VIETNAMESE = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ "
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ủy ban", "Uỷ ban"), ("hòa bình", "hoà bình"), ("khỏe", "khoẻ"), ("ĐĂNG KÝ", "đăng k\u200eý"),
        ("Ðề án", "Đề án"), ("LƢỢNG", "lượng"), ("a\u00a0b", "a  b"), ("quản lý", "quản ly\u0301"),
        ("½ ngày", "1/2 ngày"), ("QT–01", "QT-01"), ("thủy", "thuỷ"),
    ],
)
def test_one_word_in_many_spellings(first: str, second: str) -> None:
    assert same(first, second)


@pytest.mark.parametrize(("first", "second"), [("mùa", "múa"), ("của", "cua"), ("hoàn", "hòn"), ("lý", "lí")])
def test_other_words_stay_apart(first: str, second: str) -> None:
    assert not same(first, second)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(VIETNAMESE, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_normal_forms_fold_alike(text: str, form: str) -> None:
    assert fold(unicodedata.normalize(form, text)) == fold(text)  # type: ignore[arg-type]


@given(st.text())
def test_offsets_lead_back(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    assert all(0 <= s < e <= len(text) for s, e in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)


# Without o and u no tone mark moves, so any cut of the folded text is a cut of the original.
STEADY = st.text(alphabet="aăâbcdđeêghiklmnpqrstvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịỳýỷỹỵ \u200e\u00a0").filter(str.strip)


@given(STEADY.filter(fold), st.data())
def test_a_span_leads_back_to_the_same_words(text: str, data: st.DataObject) -> None:
    folded = fold_with_offsets(text)
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.original_span(start, end)
    assert folded.text[start:end].strip() in fold(text[first:last])


def test_shorten_cuts_at_a_word() -> None:
    assert shorten("một hai ba bốn", 10) == "một hai…"
    assert shorten("một\n hai") == "một hai"
