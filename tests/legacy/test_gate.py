"""What passes the gate, and what ends there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.legacy.gate import suspect
from tests.legacy.spelling import CODECS, LETTERS, written


@pytest.mark.parametrize("text", [
    "", "plain words", "Quy trình tiếp nhận “½ ngày” – 5 × 3 ± 2 m², 25 °C … § 5", "\uf0b7\tgạch đầu dòng",
    "«\xa0trích\xa0»", "đo\u0323i ngu\u0303", "Ƣu tiên", "😀", "Hồ sơ: 01 bộ; 1,5 ngày",
])
def test_ordinary_text_ends_there(text: str) -> None:
    assert not suspect(text)


@pytest.mark.parametrize("codec", CODECS)
def test_old_text_passes(codec: str) -> None:
    assert suspect(f"Một đoạn Unicode\n{written('Quy trình tiếp nhận hồ sơ đăng ký', codec)}")
    assert suspect(written("Quy trình tiếp nhận hồ sơ đăng ký", codec))


@given(st.text(alphabet=LETTERS + "abcđeghiklmnopqrstuvxy ,.;:-/0123456789½²°\n\t\xa0–“”…"))
def test_no_unicode_vietnamese_passes(text: str) -> None:
    assert not suspect(text)
