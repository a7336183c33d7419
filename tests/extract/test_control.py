"""Control blocks and identity in every shape that real documents have them."""

from __future__ import annotations

from datetime import date

import pytest

from qmslint.api import ControlBlock, Location
from tests.extract.paper import Paper, procedure


def said(block: ControlBlock) -> dict[str, str]:
    """The fields of a block that say something, as text."""
    fields = {name: getattr(block, name) for name in ("agency", "title", "code", "edition", "revision", "issued",
                                                       "effective", "page")}
    return {name: value.text for name, value in fields.items() if value is not None}


def test_cover_with_merged_cells() -> None:
    facts = procedure().facts()
    cover = facts.control_blocks[0]
    assert cover.place == "cover"
    assert said(cover) == {"agency": "UBND XÃ AN BÌNH", "title": "Cấp bản sao trích lục hộ tịch", "code": "QT 05/HT-TP",
                           "edition": "02", "issued": "05/3/2026"}
    assert (cover.edition.at.table, cover.edition.at.row, cover.edition.at.column) == (1, 2, 4)
    assert cover.issued.value == date(2026, 3, 5)
    identity = facts.identity
    assert (identity.code, identity.edition, identity.issued) == ("QT 05/HT-TP", "2", date(2026, 3, 5))
    assert identity.effective == date(2026, 3, 5) and identity.agency == "UBND XÃ AN BÌNH"
    assert identity.title == "Cấp bản sao trích lục hộ tịch"


def test_header_and_footer() -> None:
    header, footer = procedure().facts().control_blocks[1:]
    assert (header.place, said(header)) == ("header", {"title": "Cấp bản sao trích lục hộ tịch"})
    assert (footer.place, footer.section) == ("footer", 1)
    assert said(footer) == {"effective": "05/3/2026", "page": "3/9", "edition": "2"}
    assert footer.edition.at.place == "footer"


def test_every_section_speaks_for_itself_and_inherited_margins_do_not() -> None:
    paper = Paper()
    for section, edition in enumerate(("2", "2", "1"), 1):
        paper.footer(f"Ngày hiệu lực: 03/7/2024\tTrang: {section}/9\tLần ban hành: {edition}", section=section)
    paper.footer("Lần ban hành: 1", section=4, inherited=True)
    paper.footer("Lần ban hành: 1", section=1, variant="first").footer("", section=2, variant="first")
    blocks = paper.facts().control_blocks
    assert [(b.section, b.edition.text, b.page.text if b.page else "") for b in blocks] == [
        (1, "2", "1/9"), (2, "2", "2/9"), (3, "1", "3/9"), (1, "1", ""),
    ]


def test_footers_of_one_section_that_differ_in_the_page_alone_are_one() -> None:
    paper = Paper().footer("Lần ban hành: 2   Trang: 3/9").footer("Lần ban hành: 2   Trang: 1/9", variant="first")
    paper.footer("Lần ban hành: 2", variant="even").footer("Lần ban hành: 1   Trang: 3/9", section=2)
    assert [(b.section, said(b)) for b in paper.facts().control_blocks] == [
        (1, {"edition": "2", "page": "3/9"}), (2, {"edition": "1", "page": "3/9"}),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Lần ban hành: 04   Ngày ban hành: 01/7/2022", {"edition": "04", "issued": "01/7/2022"}),
        ("Mã hiệu: QT.ISO.02  Lần ban hành: 01 | Trang: 2/11", {"code": "QT.ISO.02", "edition": "01", "page": "2/11"}),
        ("Ngày hiệu lực:   03/7/2024 | Trang: 17/17 | Lần ban hành: 1",
         {"effective": "03/7/2024", "page": "17/17", "edition": "1"}),
        ("MÃ SỐ: QT-42-01\tLẦN BAN HÀNH: 03\tTRANG 2/5", {"code": "QT-42-01", "edition": "03", "page": "2/5"}),
        ("Tên quy trình: Đăng ký khai sinh ______________", {"title": "Đăng ký khai sinh"}),
        ("Mã hiệu: QT-HT 04 Lần ban hành: 02 Ngày ban hành: /07/2021",
         {"code": "QT-HT 04", "edition": "02", "issued": "/07/2021"}),
        ("Mã hiệu: QT.KHCN.05, ban hành lần 1", {"code": "QT.KHCN.05"}),
        ("Mã hiệu QT 07/CX-HCTP\tLần ban hành 01", {"code": "QT 07/CX-HCTP", "edition": "01"}),
        ("BM01/VPUB-QT 7.0", {"code": "BM01/VPUB-QT 7.0"}),
        ("BM.01.05", {"code": "BM.01.05"}),
        ("QUY TRÌNH ĐÁNH GIÁ NỘI BỘ", {"title": "ĐÁNH GIÁ NỘI BỘ"}),
        ("Doc. code: QP-01   Rev. 06   Page 3/7", {"code": "QP-01", "revision": "06", "page": "3/7"}),
    ],
)
def test_lines_of_a_header(line: str, expected: dict[str, str]) -> None:
    blocks = Paper().header(line).facts().control_blocks
    assert [said(b) for b in blocks] == [expected]


@pytest.mark.parametrize("line", [
    "Bất cứ tài liệu nào không được đóng dấu của bệnh viện phải được kiểm tra trước khi sử dụng",
    "Trang 3", "3/9", "", "____________", "Tài liệu nội bộ - không sao chép", "UBND XÃ AN BÌNH",
])
def test_margins_that_identify_nothing(line: str) -> None:
    assert Paper().footer(line).facts().control_blocks == ()


def test_hospital_labels_over_values() -> None:
    paper = Paper().header(rows=[
        ["BỆNH VIỆN B", "QUY TRÌNH TIẾP NHẬN NGƯỜI BỆNH", None, None],
        ["^", "Phiên bản", "Ngày hiệu lực", "Sửa đổi"],
        ["^", "02", "01/4/2026", "1"],
    ])
    (block,) = paper.facts().control_blocks
    assert said(block) == {"agency": "BỆNH VIỆN B", "title": "TIẾP NHẬN NGƯỜI BỆNH", "edition": "02",
                           "effective": "01/4/2026", "revision": "1"}


def test_factory_labels_in_two_languages() -> None:
    paper = Paper().header(rows=[
        ["CÔNG TY C", "KIỂM SOÁT TÀI LIỆU\nDOCUMENT CONTROL", "Mã văn bản / Doc. code", "ISO.02.05.04"],
        ["^", "^", "Ngày ban hành / Date of issue", "19/11/2022"],
        ["^", "^", "Rev", "06"],
        ["^", "^", "Số trang / Page No.", "16/16"],
        ["^", "^", "Bộ phận thiết lập\nPrepared by", "Ban ISO"],
    ])
    facts = paper.facts()
    assert said(facts.control_blocks[0]) == {
        "agency": "CÔNG TY C", "title": "KIỂM SOÁT TÀI LIỆU DOCUMENT CONTROL", "code": "ISO.02.05.04",
        "issued": "19/11/2022", "revision": "06", "page": "16/16",
    }
    assert facts.identity.edition == "6"


def test_labels_in_one_cell_values_in_the_next() -> None:
    paper = Paper().table(
        ["SỞ A", "QUY TRÌNH\nCấp giấy phép", "Mã hiệu:\nLần ban hành:\nNgày ban hành:", "QT 09\n03\n10/02/2026"]
    )
    cover = paper.facts().control_blocks[0]
    assert said(cover) == {"agency": "SỞ A", "title": "Cấp giấy phép", "code": "QT 09", "edition": "03",
                           "issued": "10/02/2026"}


def test_cover_of_lines() -> None:
    paper = Paper().lines("CHI CỤC D\nQUY TRÌNH\nQUẢN LÝ RỦI RO")
    paper.lines("Mã hiệu: QT.02\nLần ban hành: 01\nNgày ban hành: 05/5/2026")
    cover = paper.facts().control_blocks[0]
    assert said(cover) == {"agency": "CHI CỤC D", "title": "QUẢN LÝ RỦI RO", "code": "QT.02", "edition": "01",
                           "issued": "05/5/2026"}


def test_title_with_its_word_in_one_cell_and_own_cells_for_labels() -> None:
    paper = Paper().table(
        ["UBND TỈNH E\nSỞ NỘI VỤ", "QUY TRÌNH NỘI BỘ\nTiếp công dân", "Mã số", "QT.SNV.03"],
        ["^", "^", "Ban hành lần", "02"],
        ["^", "^", "Ngày", "12/01/2026"],
        ["^", "^", "Trang", "1/8"],
    )
    assert said(paper.facts().control_blocks[0]) == {
        "agency": "UBND TỈNH E SỞ NỘI VỤ", "title": "Tiếp công dân", "code": "QT.SNV.03", "edition": "02",
        "issued": "12/01/2026", "page": "1/8",
    }


def test_labels_in_running_text_are_no_control_block() -> None:
    paper = Paper().p("KIỂM SOÁT TÀI LIỆU", bold=True)
    sentence = ("Mỗi tài liệu ghi mã hiệu: QT.xx, lần ban hành: xx và ngày ban hành: dd/mm/yyyy trên trang bìa theo "
                "quy định của cơ quan; người soạn thảo có trách nhiệm ghi đủ các thông tin nêu trên trước khi trình. ")
    paper.p(sentence * 3)
    paper.table(["STT", "Mã hiệu", "Tên tài liệu", "Lần ban hành"], ["1", "QT 01", "Đăng ký khai sinh", "02"])
    assert paper.facts().control_blocks == ()


def test_blank_values_are_absent() -> None:
    paper = Paper().table(["SỞ A", "QUY TRÌNH\nCấp phép", "Mã hiệu: ……\nLần ban hành: 01\nNgày ban hành: …./…./2026"])
    cover = paper.facts().control_blocks[0]
    assert cover.code is None and cover.edition.text == "01"
    assert cover.issued.value is None and cover.issued.problem == "incomplete"


@pytest.mark.parametrize(("written", "edition"), [("01", "1"), ("Lần 2", "2"), ("10", "10"), ("03 (ba)", "3"),
                                                  ("1.2", "1.2"), ("00", "0"), ("A", "A")])
def test_editions_are_compared_without_zeros(written: str, edition: str) -> None:
    paper = Paper().table(["SỞ A", "QUY TRÌNH\nCấp phép", f"Mã hiệu: QT 1\nLần ban hành: {written}"])
    assert paper.facts().identity.edition == edition


def test_identity_of_a_letter() -> None:
    state = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    paper = Paper().table(["UBND XÃ F\nSố: 12/BB-UBND", state])
    paper.p("F, ngày 08 tháng 9 năm 2026", alignment="right").p("BIÊN BẢN", bold=True).p("Đánh giá nội bộ", bold=True)
    identity = paper.p("Hôm nay, chúng tôi gồm:", bold=False).facts().identity
    assert (identity.title, identity.issued) == ("BIÊN BẢN Đánh giá nội bộ", date(2026, 9, 8))
    assert isinstance(identity.at, Location) and identity.at.order


def test_nothing_says_nothing() -> None:
    facts = Paper().facts()
    assert facts.control_blocks == () and facts.identity.code == "" and facts.identity.issued is None


def test_columns_of_a_list_are_no_control_block() -> None:
    paper = Paper().table(
        ["TT", "Tên tài liệu", "Mã hiệu", "Lần ban hành", "Ngày ban hành"],
        ["1", "Đánh giá nội bộ", "QT.03", "01", "05/8/2025"],
        ["2", "Quản lý rủi ro", "QT.02", "01", "05/8/2025"],
        ["3", "Xem xét của lãnh đạo", "QT.05", "02", "05/8/2026"],
    )
    assert paper.facts().control_blocks == ()


@pytest.mark.parametrize("rows", [
    [["TT", "Tên tài liệu", "Mã hiệu", "Lần ban hành", "Ngày ban hành"],
     ["1", "Đánh giá nội bộ", "QT.03", "01", "05/8/2025"]],
    [["STT", "Mã hiệu", "Lần ban hành"], ["01", "QT.03", "01"], ["02", "QT.04", "01"]],
    [["DANH MỤC TÀI LIỆU", None, None, None], ["STT", "Mã hiệu", "Tên", "Ngày ban hành"],
     ["1.", "MH.01", "Mô hình", "15/9/2026"]],
])
def test_the_first_row_of_a_short_list_is_no_cover(rows: list[list[str | None]]) -> None:
    facts = Paper().table(*rows).facts()
    assert facts.control_blocks == () and facts.identity.code == ""


def test_labels_over_values_without_a_count_stay_a_cover() -> None:
    facts = Paper().table(["Mã hiệu", "Lần ban hành", "Ngày ban hành"], ["QT.03", "01", "05/8/2025"]).facts()
    assert facts.identity.code == "QT.03"


def test_a_code_below_the_word_for_the_document_and_a_day_beside_the_edition() -> None:
    paper = Paper().table(["QUY TRÌNH\vQT-KT-09", "XÁC NHẬN NUÔI LỒNG BÈ", "Ban hành lần: 1\vNgày: 12/11/2025"])
    identity = paper.facts().identity
    assert (identity.code, identity.edition, identity.title) == ("QT-KT-09", "1", "XÁC NHẬN NUÔI LỒNG BÈ")
    assert identity.issued and identity.issued.isoformat() == "2025-11-12"
