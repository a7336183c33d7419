"""Each table reads back what was written with it, and what old documents are known to hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.legacy.codecs import codec, in_latin, tcvn3_table, vni_table
from tests.legacy.spelling import CODECS, LETTERS, SMALL, VPS_HAS_NOT, without_capitals, written

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


@given(st.text(alphabet="".join(set(LETTERS) - set(VPS_HAS_NOT)) + "bcdghklmnpqrstvx .,-/0123456789()", min_size=1))
def test_vps_reads_back(text: str) -> None:
    assert codec("vps").decode(written(text, "vps")) == text


@given(_TEXT)
def test_windows_reads_back(text: str) -> None:
    assert codec("1258").decode(written(text, "1258")) == text


@given(st.text(alphabet=LETTERS + "bcghklmnpqrstvx ,-/0123456789", min_size=1))
def test_viqr_reads_back(text: str) -> None:
    assert codec("viqr").decode(written(text, "viqr") + " x") == text + " x"


@given(st.text(), st.sampled_from(CODECS))
def test_no_text_breaks_a_codec(text: str, name: str) -> None:
    codec(name).decode(text)


@pytest.mark.parametrize(("name", "text", "shown"), [
    ("tcvn3", "B¶o Th¾ng, tØnh Lµo Cai", "Bảo Thắng, tỉnh Lào Cai"),
    ("tcvn3", "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
    ("tcvn3", "Quy tr×nh l\u00adu tr÷ vµ ­u tiªn", "Quy trình lưu trữ và ưu tiên"),
    ("vni", "Xin chaøo caùc baïn, ñaây laø", "Xin chào các bạn, đây là"),
    ("vni", "KÎ NÒNH TÆNH, Ó", "KỴ NỊNH TỈNH, Ĩ"),
    ("vni", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("vni", "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("vps", "CÃp giÃy thông hành biên gi§i ViŒt Nam, thÜ©ng trú ª tÌnh", "Cấp giấy thông hành biên giới Việt Nam, "
     "thường trú ở tỉnh"),
    ("vps", "Quän l\x9a, h\x87 tr®", "Quản lý, hỗ trợ"),
    ("1258", "Ðãng kyì hôò tiòch, ngýõÌi dân", "Đăng ký hộ tịch, người dân"),
    ("viqr", "DDa(ng ky' ho^. ti.ch, ngu+o+`i da^n Vie^.t Nam.", "Đăng ký hộ tịch, người dân Việt Nam."),
    ("viqr", "So^' 5? Ta ve^`. La", "Số 5? Ta về. La"),
    ("vni", "Ñôn xin caáp giaáy pheùp, Aùp duïng, Lôøi caûm ôn", "Đơn xin cấp giấy phép, Áp dụng, Lời cảm ơn"),
])
def test_known_texts(name: str, text: str, shown: str) -> None:
    assert codec(name).decode(text) == shown


def test_the_symbol_area_is_latin_again() -> None:
    assert in_latin("\uf0b6b\uf020Quy tr×nh") == "¶b Quy tr×nh"
