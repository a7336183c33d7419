"""Citations: every form in which papers name a legal document, and what hangs on it."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.api import Citation, Location, parse_citations


def only(text: str) -> Citation:
    found = parse_citations(text)
    assert len(found) == 1, found
    return found[0]


def test_a_citation_in_full() -> None:
    cited = only("- Nghị định số 87/2020/NĐ-CP ngày 28/7/2020 của Chính phủ quy định về Cơ sở dữ liệu hộ tịch điện tử;")
    assert (cited.type, cited.number, cited.year, cited.issuer) == ("nghi-dinh", "87/2020/NĐ-CP", 2020, "Chính phủ")
    assert cited.date is not None and cited.date.value == date(2020, 7, 28)
    assert cited.title == "quy định về Cơ sở dữ liệu hộ tịch điện tử"
    assert cited.text.startswith("Nghị định số 87") and cited.text.endswith("điện tử")
    assert cited.normative and not cited.malformed and cited.host == -1


@pytest.mark.parametrize(
    ("text", "number", "kind", "normative"),
    [
        ("Thông tư liên tịch số 14/2014/TTLT-BTC-BTP", "14/2014/TTLT-BTC-BTP", "thong-tu-lien-tich", True),
        ("Văn bản hợp nhất số 54/VBHN-VPQH", "54/VBHN-VPQH", "van-ban-hop-nhat", False),
        ("Quyết định số 493/QĐ-UBND ngày 12/6/2019", "493/QĐ-UBND", "quyet-dinh", False),
        ("Kế hoạch số 14/KH-SKHCN", "14/KH-SKHCN", "ke-hoach", False),
        ("Nghị quyết số 12/2023/NQ-HĐND", "12/2023/NQ-HĐND", "nghi-quyet", True),
        ("Pháp lệnh số 34/2007/PL-UBTVQH11", "34/2007/PL-UBTVQH11", "phap-lenh", True),
        ("Nghị quyết 203/2025/QH15", "203/2025/QH15", "nghi-quyet", True),
        ("Bộ luật Dân sự số 91/2015/QH13", "91/2015/QH13", "bo-luat", True),
        ("Nghị định số 36-CP", "36-CP", "nghi-dinh", True),
        ("Nghị định số 123/2015/N\u00d0-CP", "123/2015/NĐ-CP", "nghi-dinh", True),
        ("Nghị định số 55 /2004 /NĐ- CP", "55/2004/NĐ-CP", "nghi-dinh", True),
        ("Nghị định\nsố 118/2025/NĐ-\nCP", "118/2025/NĐ-CP", "nghi-dinh", True),
        ("Nghị định số 118/\u200e2025/NĐ\u00ad-CP", "118/2025/NĐ-CP", "nghi-dinh", True),
        ("TCVN ISO 9001 : 2015", "TCVN ISO 9001:2015", "standard", False),
        ("ISO 19011:2018", "ISO 19011:2018", "standard", False),
        ("Nghị định số 118/2025/NĐ\u2011CP", "118/2025/NĐ-CP", "nghi-dinh", True),
        ("Nghị định 118/2025/NĐCP", "118/2025/NĐ-CP", "nghi-dinh", True),
        ("Quyết định số 19/2014/QD-TTg", "19/2014/QĐ-TTg", "quyet-dinh", True),
        ("theo quy định 61/2018/NĐ-CP", "61/2018/NĐ-CP", "nghi-dinh", True),
        ("ISO 9001/2008", "ISO 9001:2008", "standard", False),
        ("ISO 9001 phiên bản 2008", "ISO 9001:2008", "standard", False),
        ("TCVN ISO 9001:2015/ISO 9001", "TCVN ISO 9001:2015", "standard", False),
    ],
)
def test_forms(text: str, number: str, kind: str, normative: bool) -> None:
    cited = only(text)
    assert (cited.number, cited.type, cited.normative) == (number, kind, normative)
    assert only(unicodedata.normalize("NFD", text)).number == number


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("Luật số 15/2023/QH5", "15/2023/QH5", "assembly"), ("NĐ 61/2018", "61/2018/NĐ-CP", "short"),
        ("Quyết định 65/20004/QĐ-BNV", "65/2004/QĐ-BNV", "year"),
        ("Nghị định số 85/2017/2017/NĐ-CP", "85/2017/NĐ-CP", "doubled-year"),
        ("Thông tư số 07/2025/NĐ-CP", "07/2025/NĐ-CP", "type"),
    ],
)
def test_what_is_malformed_is_cited_all_the_same(text: str, number: str, why: str) -> None:
    cited = only(text)
    assert (cited.number, cited.malformed) == (number, why)


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("Luật Hộ tịch năm 2014", "Luật Hộ tịch", 2014), ("Luật Hộ tịch 2014", "Luật Hộ tịch", 2014),
        ("Bộ luật Dân sự năm 2015", "Bộ luật Dân sự", 2015), ("theo Luật Hôn nhân và gia đình", None, 0),
        ("Hiến pháp năm 2013", "Hiến pháp", 2013),
        ("Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025", "Luật Tổ chức Chính phủ", 2025),
    ],
)
def test_laws_by_name(text: str, name: str | None, year: int) -> None:
    cited = only(text)
    assert cited.name == (name or "Luật Hôn nhân và gia đình") and cited.year == year and cited.number == ""


def test_a_law_with_its_number_behind_the_name() -> None:
    cited = only("Luật Tổ chức Chính phủ số 63/2025/QH15")
    assert (cited.number, cited.name) == ("63/2025/QH15", "Luật Tổ chức Chính phủ")


def test_what_stands_in_a_title_has_its_host() -> None:
    first, second, third = parse_citations(
        "Thông tư số 04/2024/TT-BTP ngày 06/6/2024 sửa đổi, bổ sung một số điều của Thông tư số 02/2020/TT-BTP ngày "
        "08/4/2020 và Thông tư số 04/2020/TT-BTP ngày 28/5/2020"
    )
    assert (first.host, second.host, third.host) == (-1, 0, 0)
    assert (second.relation, third.relation) == ("amends", "amends")
    assert [c.date.value for c in (first, second, third) if c.date] == [
        date(2024, 6, 6), date(2020, 4, 8), date(2020, 5, 28)]


def test_lists_share_their_type() -> None:
    cited = parse_citations("các Nghị định số 48/2013/NĐ-CP, số 92/2017/NĐ-CP và số 63/2010/NĐ-CP")
    assert [(c.type, c.number) for c in cited] == [
        ("nghi-dinh", "48/2013/NĐ-CP"), ("nghi-dinh", "92/2017/NĐ-CP"), ("nghi-dinh", "63/2010/NĐ-CP")]


def test_the_article_belongs_to_the_citation() -> None:
    cited = only("theo điểm a khoản 4 Điều 4 Quyết định số 19/2014/QĐ-TTg")
    assert cited.article == "điểm a khoản 4 Điều 4" and cited.text.startswith("điểm a")


def test_dates_in_words_and_joined_issuers() -> None:
    cited = only("Nghị quyết số 10/2022/NQ-HĐND ngày 09 tháng 12 năm 2022 của Hội đồng nhân dân thành phố Cần Thơ")
    assert cited.date is not None and cited.date.value == date(2022, 12, 9)
    assert cited.issuer == "Hội đồng nhân dân thành phố Cần Thơ"


def test_the_place_is_kept() -> None:
    at = Location(order=7, line=3)
    assert all(c.at == at for c in parse_citations("Luật Hộ tịch năm 2014; TCVN ISO 9001:2015", at))


@pytest.mark.parametrize(
    "text",
    ["Mã hiệu: QT 01/CX-HCTP", "BM.02/QT-05", "ngày 15/11/2015", "Điều 8 quy định", "kế hoạch năm 2026", "1/2 ngày",
     "Thông báo kết quả", "Bộ phận 1 cửa", "lần ban hành 01/2025", "quy định tại khoản 2 Điều này", "số 12/2026", ""],
)
def test_what_is_no_citation(text: str) -> None:
    assert parse_citations(text) == []


_PIECES = st.sampled_from([
    "Nghị định số ", "118/2025/NĐ-CP", " ngày 09/6/2025", " của Chính phủ", " sửa đổi ", "; ", ", ", "và", "\n",
    "Luật Hộ tịch năm 2014", "(", ")", "“", "TCVN ISO 9001:2015", "khoản 2 Điều 5 ", "12/",
    "QĐ-", "\u200e", "\u0301", " ",
])


@given(st.lists(_PIECES, max_size=25).map("".join) | st.text(max_size=80))
def test_any_text_is_answered(text: str) -> None:
    cited = parse_citations(text)
    for index, one in enumerate(cited):
        assert -1 <= one.host < index
        assert one.number or one.name
        assert one.text in text or one.text.strip() in text


@pytest.mark.parametrize("issuer", [
    "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "Bộ Tài chính, Bộ Tư pháp",
    "Bộ trưởng Bộ Tài chính, Bộ trưởng Bộ Tư pháp",
])
def test_several_issuers_stand_before_the_title(issuer: str) -> None:
    text = f"Thông tư số 01/2018/TT-VPCP ngày 23/11/2018 của {issuer} hướng dẫn thi hành Nghị định số 61/2018/NĐ-CP"
    cited, inner = parse_citations(text)
    assert cited.issuer == issuer and cited.title.startswith("hướng dẫn thi hành")
    assert (inner.number, inner.host) == ("61/2018/NĐ-CP", 0)


def test_a_title_may_stand_behind_a_dash() -> None:
    cited, inner = parse_citations("Thông tư 01/2018/TT-VPCP – Hướng dẫn thi hành Nghị định 61/2018/NĐ-CP")
    assert cited.title == "Hướng dẫn thi hành Nghị định 61/2018/NĐ-CP" and inner.host == 0


@pytest.mark.parametrize("laws", ["Luật Hộ tịch", "Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương"])
def test_a_law_that_amends_laws_is_not_one_of_them(laws: str) -> None:
    cited = only(f"Luật sửa đổi, bổ sung một số điều của {laws} ngày 22 tháng 11 năm 2019")
    assert cited.name == f"Luật sửa đổi, bổ sung một số điều của {laws}" and cited.year == 2019


@pytest.mark.parametrize(("behind", "day"), [
    (", ngày: 05/3/2020", date(2020, 3, 5)), (" (ngày 05/3/2020) về công tác văn thư", date(2020, 3, 5)),
    (", ngày 05/3/2020 của Chính phủ", date(2020, 3, 5)), (", ngày 05/3/2020, Chính phủ", date(2020, 3, 5)),
    (", ngày 15/8/2025 Sở đã ban hành kế hoạch", None), (", ngày 15/8/2025, các phòng rà soát", None),
])
def test_the_date_behind_a_number_is_its_own_or_that_of_what_somebody_does(behind: str, day: date | None) -> None:
    cited = only(f"Nghị định số 30/2020/NĐ-CP{behind}")
    assert (cited.date.value if cited.date else None) == day
