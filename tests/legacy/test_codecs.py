"""Each table reads back what was written with it, and what old documents are known to hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.legacy.codecs import codec, in_latin, tcvn3_table, vni_table
from tests.legacy.spelling import LETTERS, SMALL, without_capitals, written

_TEXT = st.text(alphabet=LETTERS + "bcdghklmnpqrstvx .,-/0123456789()", min_size=1)


def test_every_letter_has_a_place_in_every_table() -> None:
    assert set(SMALL) <= set(tcvn3_table().values())
    assert set(LETTERS) - set("íìÍÌ") <= set(vni_table().values()) | set("àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ")
    assert len(set(tcvn3_table().values())) == len(tcvn3_table())


@given(_TEXT)
def test_tcvn3_reads_back(text: str) -> None:
    assert codec("tcvn3").decode(written(text, "tcvn3")) == without_capitals(text)


@given(_TEXT)
def test_vni_reads_back(text: str) -> None:
    assert codec("vni").decode(written(text, "vni")) == text


@pytest.mark.parametrize(("name", "text", "shown"), [
    ("tcvn3", "B¶o Th¾ng, tØnh Lµo Cai", "Bảo Thắng, tỉnh Lào Cai"),
    ("tcvn3", "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
    ("tcvn3", "Quy tr×nh l\u00adu tr÷ vµ ­u tiªn", "Quy trình lưu trữ và ưu tiên"),
    ("vni", "Xin chaøo caùc baïn, ñaây laø", "Xin chào các bạn, đây là"),
    ("vni", "KÎ NÒNH TÆNH, Ó", "KỴ NỊNH TỈNH, Ĩ"),
    ("vni", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("vni", "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("vni", "Ñôn xin caáp giaáy pheùp, Aùp duïng, Lôøi caûm ôn", "Đơn xin cấp giấy phép, Áp dụng, Lời cảm ơn"),
])
def test_known_texts(name: str, text: str, shown: str) -> None:
    assert codec(name).decode(text) == shown


def test_the_symbol_area_is_latin_again() -> None:
    assert in_latin("\uf0b6b\uf020Quy tr×nh") == "¶b Quy tr×nh"
