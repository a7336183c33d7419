"""Publications of the system: decisions and "bản công bố" of several shapes."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qmslint.api import Publication, kinds
from tests.extract.paper import Paper

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def decision(*articles: str, form: Any = "NFC") -> Paper:
    def p(text: str) -> str:
        return unicodedata.normalize(form, text)

    paper = Paper().table([p("UBND XÃ AN BÌNH\nSố: 12/QĐ-UBND"), p(f"{STATE}\nĐộc lập - Tự do - Hạnh phúc")])
    paper.p(p("An Bình, ngày 05 tháng 02 năm 2026"), alignment="right")
    paper.p(p("QUYẾT ĐỊNH"), bold=True, alignment="center")
    paper.p(p("Về việc công bố hệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015"), bold=True, alignment="center")
    paper.p(p("Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ về việc áp dụng hệ thống "
              "quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan;"))
    for article in articles:
        paper.p(p(article))
    return paper.table([p("Nơi nhận:\n- Sở KH&CN;\n- Lưu: VT."), p("CHỦ TỊCH\n(đã ký)\nNguyễn Văn Mẫu")])


def read(paper: Paper) -> Publication:
    facts = paper.facts()
    assert facts.kind == kinds.PUBLICATION_DECISION and facts.publication is not None
    found: Publication = facts.publication
    return found


ARTICLE = ("Điều 1. Công bố Hệ thống quản lý chất lượng tại Ủy ban nhân dân xã An Bình phù hợp Tiêu chuẩn quốc gia "
           "TCVN ISO 9001:2015 đối với 45 (bốn mươi lăm) thủ tục hành chính thuộc thẩm quyền giải quyết.")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_decision(form: Any) -> None:
    found = read(decision(ARTICLE, form=form))
    assert found.standard == "TCVN ISO 9001:2015" and found.tthc_count == 45
    assert found.scope and "45 (bốn mươi lăm) thủ tục" in unicodedata.normalize("NFC", found.scope.text)
    assert found.date and found.date.value == date(2026, 2, 5)
    assert found.signatory and unicodedata.normalize("NFC", found.signatory.name) == "Nguyễn Văn Mẫu"


def test_the_scope_before_the_standard() -> None:
    found = read(decision("Điều 1. Hệ thống quản lý chất lượng áp dụng cho hoạt động giải quyết thủ tục hành chính "
                          "của xã phù hợp với TCVN ISO 9001:2015."))
    assert found.scope and found.scope.text.startswith("hoạt động giải quyết thủ tục") and found.tthc_count == 0


def test_the_scope_stands_in_the_notice_that_a_decision_issues() -> None:
    paper = decision("Điều 1. Công bố hệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015 (bản công bố kèm theo).")
    paper.p("BẢN CÔNG BỐ", bold=True, alignment="center")
    paper.p("Hệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015", bold=True, alignment="center")
    paper.p("(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/02/2026)", alignment="center")
    paper.p("Hệ thống quản lý chất lượng tại UBND xã An Bình phù hợp với TCVN ISO 9001:2015 đối với 05 thủ tục hành "
            "chính thuộc 02 lĩnh vực.")
    found = read(paper)
    assert found.scope and found.scope.text == "05 thủ tục hành chính thuộc 02 lĩnh vực"
    assert found.tthc_count == 5


def test_a_notice() -> None:
    paper = Paper().p("CHI CỤC A", bold=True).p("BẢN CÔNG BỐ", bold=True, alignment="center")
    paper.p("Hệ thống quản lý chất lượng của Chi cục A phù hợp TCVN ISO 9001:2015")
    paper.p("Phạm vi áp dụng:").p("- Quản lý nhà nước về đo lường và giải quyết 12 TTHC.")
    paper.p("X, ngày 03 tháng 3 năm 2026").p("CHI CỤC TRƯỞNG", bold=True).p("(đã ký)").p("Trần Thị Ví", bold=True)
    found = read(paper)
    assert found.standard == "TCVN ISO 9001:2015" and found.tthc_count == 12
    assert found.scope and "đo lường" in found.scope.text
    assert found.date and found.date.value == date(2026, 3, 3)
    assert found.signatory and found.signatory.name == "Trần Thị Ví"


def test_the_annex_is_counted_where_no_number_is_said() -> None:
    paper = decision("Điều 1. Công bố hệ thống quản lý chất lượng theo TCVN ISO 9001:2015 cho các hoạt động trong Phụ "
                     "lục kèm theo.")
    paper.p("PHỤ LỤC", bold=True, alignment="center")
    paper.table(["TT", "Tên thủ tục hành chính", "Lĩnh vực"], ["1", "Đăng ký khai sinh", "Hộ tịch"],
                ["2", "Đăng ký khai tử", "Hộ tịch"])
    assert read(paper).tthc_count == 2


def test_parts_without_their_sum_are_no_count() -> None:
    assert read(decision("Điều 1. Công bố HTQLCL theo TCVN ISO 9001:2015 cho 10 TTHC hộ tịch và 12 TTHC chứng thực."
                         )).tthc_count == 0
    assert read(decision("Điều 1. Công bố HTQLCL theo TCVN ISO 9001:2015 cho 22 TTHC (10 TTHC hộ tịch, 12 TTHC khác)."
                         )).tthc_count == 22


def test_nothing_is_guessed() -> None:
    found = read(Paper().p("BẢN CÔNG BỐ", bold=True).p("Nội dung theo hồ sơ."))
    assert found == Publication()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.sampled_from([ARTICLE, "BẢN CÔNG BỐ", "Phạm vi áp dụng:", "TCVN ISO 9001:2015",
                                           "12 TTHC"]),
                          st.text(max_size=15)), max_size=6))
def test_no_paper_breaks_a_publication(lines: list[str]) -> None:
    paper = Paper()
    for line in lines:
        paper.p(line)
    paper.facts(kind=kinds.PUBLICATION_DECISION)
