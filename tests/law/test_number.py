"""Numbers of legal documents: every form that the lists of the State print, and what is wrong with some."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.api import LegalDocument, LegalRegister, parse_number
from qmslint.law.citation import parse_citations
from qmslint.law.register_keys import key_of
from qmslint.law.title import parse_title


@pytest.mark.parametrize(
    ("written", "number", "kind", "year", "issuer", "normative"),
    [
        ("64/2025/QH15", "64/2025/QH15", "luat", 2025, "Quốc hội", True),
        ("28/2026/QH16", "28/2026/QH16", "luat", 2026, "Quốc hội", True),
        ("05/2004/L-CTN", "05/2004/L-CTN", "luat", 2004, "Chủ tịch nước", True),
        ("01/2012/UBTVQH13", "01/2012/UBTVQH13", "phap-lenh", 2012, "Ủy ban thường vụ Quốc hội", True),
        ("34/2007/PL-UBTVQH11", "34/2007/PL-UBTVQH11", "phap-lenh", 2007, "Ủy ban thường vụ Quốc hội", True),
        ("118/2025/NĐ-CP", "118/2025/NĐ-CP", "nghi-dinh", 2025, "Chính phủ", True),
        ("19/2014/QĐ-TTg", "19/2014/QĐ-TTg", "quyet-dinh", 2014, "Thủ tướng Chính phủ", True),
        ("30/QĐ-TTg", "30/QĐ-TTg", "quyet-dinh", 0, "Thủ tướng Chính phủ", False),
        ("26/2014/TT-BKHCN", "26/2014/TT-BKHCN", "thong-tu", 2014, "BKHCN", True),
        ("14/2014/TTLT-BTC-BTP", "14/2014/TTLT-BTC-BTP", "thong-tu-lien-tich", 2014, "BTP", True),
        ("12/2023/NQ-HĐND", "12/2023/NQ-HĐND", "nghi-quyet", 2023, "Hội đồng nhân dân", True),
        ("30/2018/QĐ-UBND", "30/2018/QĐ-UBND", "quyet-dinh", 2018, "Ủy ban nhân dân", True),
        ("101/QĐ-BKHCN", "101/QĐ-BKHCN", "quyet-dinh", 0, "BKHCN", False),
        ("14/KH-SKHCN", "14/KH-SKHCN", "ke-hoach", 0, "SKHCN", False),
        ("54/VBHN-VPQH", "54/VBHN-VPQH", "van-ban-hop-nhat", 0, "VPQH", False),
        ("55 /2004 /QĐ-BTC", "55/2004/QĐ-BTC", "quyet-dinh", 2004, "BTC", True),
        ("719/QĐ- TTg", "719/QĐ-TTg", "quyet-dinh", 0, "Thủ tướng Chính phủ", False),
        ("24 /2004/QĐ/BTC", "24/2004/QĐ-BTC", "quyet-dinh", 2004, "BTC", True),
        ("123/2015/N\u00d0-CP", "123/2015/NĐ-CP", "nghi-dinh", 2015, "Chính phủ", True),
        ("123/2015/NĐ\u200e-CP", "123/2015/NĐ-CP", "nghi-dinh", 2015, "Chính phủ", True),
        ("114/2025/nđ-cp", "114/2025/NĐ-CP", "nghi-dinh", 2025, "Chính phủ", True),
        ("19/2014/qđ-ttg", "19/2014/QĐ-TTg", "quyet-dinh", 2014, "Thủ tướng Chính phủ", True),
        ("số 118/2025/NĐ-CP", "118/2025/NĐ-CP", "nghi-dinh", 2025, "Chính phủ", True),
        ("Số, ký hiệu: 118/2025/NĐ-CP", "118/2025/NĐ-CP", "nghi-dinh", 2025, "Chính phủ", True),
        ("54-CP", "54-CP", "nghi-dinh", 0, "Chính phủ", True),
        ("279A-NQ/HĐNN7", "279A-NQ/HĐNN7", "nghi-quyet", 0, "Hội đồng Nhà nước", False),
        ("02/NQ-1997-QH10", "02/NQ-1997-QH10", "nghi-quyet", 1997, "Quốc hội", True),
    ],
)
def test_forms(written: str, number: str, kind: str, year: int, issuer: str, normative: bool) -> None:
    found = parse_number(written)
    assert found is not None
    assert (found.number, found.type, found.year, found.issuer) == (number, kind, year, issuer)
    assert found.normative is normative and not found.malformed


@pytest.mark.parametrize(
    ("written", "number", "why"),
    [
        ("85/2017/2017/NĐ-CP", "85/2017/NĐ-CP", "doubled-year"),
        ("65/20004/QĐ-BNV", "65/2004/QĐ-BNV", "year"),
        ("29/2023/UBTVQH13", "29/2023/UBTVQH13", "assembly"),
        ("24/2024/QĐ/BTC", "24/2024/QĐ-BTC", "separator"),
    ],
)
def test_what_is_wrong_is_said_and_the_number_still_known(written: str, number: str, why: str) -> None:
    found = parse_number(written)
    assert found is not None and (found.number, found.malformed) == (number, why)


def test_a_misspelt_assembly_is_a_citation_all_the_same() -> None:
    cited = parse_citations("Luật Khám bệnh, chữa bệnh số 15/2023/QH5")
    assert [(c.number, c.malformed) for c in cited] == [("15/2023/QH5", "assembly")]


@pytest.mark.parametrize("text", ["", "15/11/2015", "QT 01/CX-HCTP", "Điều 8", "1/2", "2025", "BM-01", "12/A"])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


TITLES = [
    ("Nghị định 118/2025/NĐ-CP", "118/2025/NĐ-CP"), ("Quyết định Quyết định 85/2004/QĐ-BNV", "85/2004/QĐ-BNV"),
    ("Nghị định Số hiệu: 54-CP", "54-CP"), ("Quyết định 08/2008/QĐ-BCT (chờ toàn văn)", "08/2008/QĐ-BCT"),
    ("Nghị quyết liên tịch 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN", "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN"),
    ("Quyết định 21/2003/QĐ-BNV của Bộ Nội vụ", "21/2003/QĐ-BNV"), ("Nghị định 50/2022/NĐ_CP", "50/2022/NĐ-CP"),
    ("Luật số: 34/2024/QH15", "34/2024/QH15"), ("Pháp lệnh Số hiệu:17/LCT", "17/LCT"),
]


@pytest.mark.parametrize(("title", "number"), TITLES)
def test_heads_as_lists_print_them(title: str, number: str) -> None:
    found = parse_title(title)
    assert found is not None and found.number == number and found.issuer


@pytest.mark.parametrize("title", ["Luật Không số", "Hiến pháp Không số", "Nghị định 3", "118/2025/NĐ-CP", ""])
def test_heads_without_type_or_number(title: str) -> None:
    assert parse_title(title) is None


REASONS = {  # titles of the list that are not understood, by what is wrong with them
    "year of two or three digits": ["02/203/QĐ-TTg", "31/008/QĐ-TTg", "166/99/QÐ-BTC", "143/99/QÐ-BTC",
                                    "138/99/QÐ-BTC", "137/99/QÐ-BTC", "1985/199/QD-UB"],
    "no symbol": ["Nghị định 3", "103/2007"],
    "a digit too many or too few": ["200/2025/QH151", "772016/NĐ-C"],
    "sign of the unit before the type": ["839/a-TC-QĐ-TCT"],
    "no sign of the issuer": ["773/2009/NQ", "07/2021/NĐ-", "506/NĐ", "18/NĐ", "327/NĐ", "99/NĐ", "98/NĐ", "20/NĐ",
                              "213/QĐ"],
}


@pytest.mark.samples
def test_the_titles_of_the_national_list(samples: Path) -> None:
    path = samples.parents[1] / "data" / "legal-document-titles.txt"
    titles = [line for line in path.read_text("utf-8").splitlines() if any(c.isdigit() for c in line)]
    unread = [title for title in titles if (found := parse_title(title)) is None or not (found.type and found.issuer)]
    assert len(titles) > 12_000
    assert 1 - len(unread) / len(titles) >= 0.998
    explained = [reason for reasons in REASONS.values() for reason in reasons]
    assert [title for title in unread if not any(title.endswith(reason) for reason in explained)] == []


@pytest.mark.samples
def test_years_in_numbers_against_dates(samples: Path) -> None:
    import csv

    path = samples.parents[1] / "data" / "legal-number-dates.csv"
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    odd = {row["number"] for row in rows
           if (found := parse_number(row["number"])) and found.year and found.year != int(row["issue_date"][:4])}
    unread = [row["number"] for row in rows if parse_number(row["number"]) is None]
    assert unread == []
    assert odd == ODD


ODD = {"16/2010/TT-BGTVT"}  # dated 2012 in the one text that cites it


@pytest.mark.parametrize(
    ("number", "date_of_text", "found"),
    [
        ("96/2024/NĐ-CP", date(2025, 7, 24), True), ("151/2024/NĐ-CP", date(2025, 11, 15), True),
        ("31/2023/TT-BCA", date(2022, 7, 20), True), ("40/2025/NĐ-CP", date(2026, 1, 25), True),
        ("261/2016/TT-BTC", date(2016, 1, 5), False), ("103/2024/NĐ-CP", date(2024, 7, 31), False),
        ("155/2020/NĐ-CP", date(2020, 11, 16), False), ("96/2024/NĐ-CP", date(2024, 7, 24), False),
    ],
)
def test_numbers_that_official_texts_date_twice(number: str, date_of_text: date, found: bool) -> None:
    problems = LegalRegister((LegalDocument(number, signed=date_of_text),)).problems
    assert [p.code for p in problems] == (["year-mismatch"] if found else [])


_SYMBOLS = st.sampled_from(["NĐ-CP", "QĐ-TTg", "TT-BTP", "NQ-HĐND", "QĐ-UBND"])


@given(st.integers(1, 9999), st.integers(1950, 2099), _SYMBOLS)
def test_a_number_is_its_own_normal_form(serial: int, year: int, symbol: str) -> None:
    written = f"{serial}/{year}/{symbol}"
    found = parse_number(written)
    assert found is not None and found.number == written and found.year == year and not found.malformed
    spaced = parse_number(f"{serial} / {year}/ {symbol.replace('-', ' - ')}".replace("Đ", "\u00d0"))
    assert spaced is not None and spaced.number == written
    assert key_of(f"0{written}") == key_of(written) == key_of(written.lower())


@given(st.text(max_size=60))
def test_any_text_is_answered(text: str) -> None:
    found = parse_number(text)
    if found is not None:
        assert found.number and any(c.isdigit() for c in found.serial)
    parse_title(text)
    key_of(text)
