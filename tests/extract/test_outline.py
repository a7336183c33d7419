"""Sections as printed, typed contents, and where the attached forms begin."""

from __future__ import annotations

import pytest

from qmslint.extract.text.numbering import take_apart_text
from qmslint.extract.text.outline import section_key
from tests.extract.paper import Paper, procedure

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def outline(paper: Paper, level: int = 9) -> list[tuple[str, str, str]]:
    """Number, title and key of the sections down to `level`."""
    return [(s.number, s.title, s.key) for s in paper.facts().sections if s.level <= level]


@pytest.mark.parametrize(("text", "number", "words"), [
    ("1. 100% hồ sơ đúng hạn", "1", "100% hồ sơ đúng hạn"), ("16. 4.2022", "", "16. 4.2022"),
    ("2) 05 cán bộ", "2", "05 cán bộ"), ("1. 200 000 đồng", "", "1. 200 000 đồng"),
    ("5. NỘI DUNG", "5", "NỘI DUNG"), ("5.NỘI DUNG", "5", "NỘI DUNG"), ("5.1. Tiếp nhận", "5.1", "Tiếp nhận"),
    ("5.1 Tiếp nhận", "5.1", "Tiếp nhận"), ("IV. HỒ SƠ", "IV", "HỒ SƠ"), ("II - Nội dung", "II", "Nội dung"),
    ("a) Thành phần", "a", "Thành phần"), ("a/ Hồ sơ", "a", "Hồ sơ"), ("n/a thêm", "", "n/a thêm"),
    ("đ. Phí", "đ", "Phí"), ("g.Tên mẫu đơn", "g", "Tên mẫu đơn"),
    ("c Đối tượng", "c", "Đối tượng"), ("1/ Mở đầu", "1", "Mở đầu"), ("Mục đích", "", "Mục đích"),
    ("01 bộ hồ sơ", "01", "bộ hồ sơ"), ("2.000 đồng/trang", "", "2.000 đồng/trang"),
    ("07/7/2025 ban hành", "", "07/7/2025 ban hành"), ("1.012345 Đăng ký", "", "1.012345 Đăng ký"),
])
def test_numbers_are_taken_off(text: str, number: str, words: str) -> None:
    found = take_apart_text(text)
    assert (found.number, found.words) == (number, words)


def test_main_sections_and_items() -> None:
    facts = procedure().facts()
    assert [(s.number, s.title, s.key, s.automatic) for s in facts.sections if s.level == 1] == [
        ("", "TRANG THEO DÕI SỐ LẦN SỬA ĐỔI TÀI LIỆU", "revisions", False), ("1", "MỤC ĐÍCH", "purpose", True),
        ("2", "PHẠM VI", "scope", True), ("3", "TÀI LIỆU VIỆN DẪN", "references", True),
        ("4", "ĐỊNH NGHĨA VÀ VIẾT TẮT", "definitions", True), ("5", "NỘI DUNG", "content", False),
        ("6", "BIỂU MẪU", "forms", False), ("7", "HỒ SƠ LƯU TRỮ", "records", False),
    ]
    items = [(s.number, s.title, s.text.split("\n")[0]) for s in facts.sections if s.level == 2]
    assert items[:4] == [
        ("a", "Thành phần, số lượng hồ sơ", "- Tờ khai theo mẫu;"),
        ("b", "Thời hạn giải quyết", "02 ngày làm việc."),
        ("c", "Đối tượng thực hiện thủ tục hành chính", "Cá nhân"),
        ("d", "Cơ quan thực hiện thủ tục hành chính", "UBND xã"),
    ]
    assert [number for number, _, _ in items] == list("abcdđegh")


def test_contents() -> None:
    facts = procedure().facts()
    assert [(e.number, e.title) for e in facts.contents] == [
        ("", "SỬA ĐỔI TÀI LIỆU"), ("1", "MỤC ĐÍCH"), ("2", "PHẠM VI"), ("3", "TÀI LIỆU VIỆN DẪN"),
        ("4", "ĐỊNH NGHĨA/VIẾT TẮT"), ("5", "NỘI DUNG QUY TRÌNH"), ("6", "BIỂU MẪU"), ("7", "HỒ SƠ CẦN LƯU"),
    ]


def test_contents_with_pages_end_where_the_body_begins() -> None:
    paper = Paper().p("MỤC LỤC", bold=True).lines("1. MỤC ĐÍCH\t2\n2. PHẠM VI ........ 3\n3. NỘI DUNG……….. 4")
    for number, name in enumerate(("MỤC ĐÍCH", "PHẠM VI", "NỘI DUNG"), 1):
        paper.p(f"{number}. {name}", bold=True).p("Lời.", bold=False)
    facts = paper.facts()
    assert [(e.number, e.title, e.page) for e in facts.contents] == [
        ("1", "MỤC ĐÍCH", "2"), ("2", "PHẠM VI", "3"), ("3", "NỘI DUNG", "4")]
    assert [s.number for s in facts.sections] == ["1", "2", "3"]


def test_contents_made_by_word() -> None:
    paper = Paper().p("Mục lục", bold=True)
    paper.p("1. MỤC ĐÍCH\t1", style="toc 1").p("1.1 Chung\t1", style="toc 2").p("2. PHẠM VI\t2", style="TOC1")
    paper.p("1. MỤC ĐÍCH", level=1).p("1.1 Chung", level=2).p("2. PHẠM VI", level=1)
    facts = paper.facts()
    assert [(e.number, e.title, e.page) for e in facts.contents] == [
        ("1", "MỤC ĐÍCH", "1"), ("1.1", "Chung", "1"), ("2", "PHẠM VI", "2")]
    assert [(s.number, s.level) for s in facts.sections] == [("1", 1), ("1.1", 2), ("2", 1)]


def test_lists_and_tables_are_no_sections() -> None:
    paper = procedure()
    numbers = [s.title for s in paper.facts().sections]
    assert "Mẫu sổ theo dõi hồ sơ;" not in numbers and "Tiếp nhận hồ sơ TTHC" not in numbers
    paper = Paper()
    for number, name in enumerate(("MỤC ĐÍCH", "PHẠM VI", "NỘI DUNG"), 1):
        paper.p(name, number=f"{number}.", bold=True)
    paper.p("Một số thủ tục giải quyết trong ngày không cần phiếu.", number="1.", bold=False)
    paper.p("Lưu ý chung của người tiếp nhận:", number="1.", bold=True)
    paper.p("a) giấy tờ phải nộp;", bold=False).p("b) giấy tờ phải xuất trình.", bold=False)
    assert [s.title for s in paper.facts().sections] == ["MỤC ĐÍCH", "PHẠM VI", "NỘI DUNG"]


def test_a_second_list_gives_the_printed_number_again() -> None:
    paper = Paper()
    for number, name in (("5", "NỘI DUNG"), ("6", "BIỂU MẪU"), ("6", "HỒ SƠ LƯU")):
        paper.p(name, number=f"{number}.", bold=True)
    assert [number for number, _, _ in outline(paper)] == ["5", "6", "6"]


def test_numbered_sections_of_a_system_procedure() -> None:
    paper = Paper()
    for line in ("1. Mục đích", "2. Phạm vi áp dụng", "3. Tài liệu viện dẫn", "4. Định nghĩa", "5. Nội dung"):
        paper.p(line, bold=True).p("Lời.", bold=False)
    paper.p("5.1. Lập kế hoạch", bold=True).p("Hằng năm, thư ký lập kế hoạch.", bold=False)
    paper.p("5.1.1 Nội dung kế hoạch: gồm phạm vi, chuẩn mực", bold=False)
    paper.p("5.2. Thực hiện", bold=True).p("6. Hồ sơ lưu", bold=True)
    assert outline(paper)[5:] == [("5.1", "Lập kế hoạch", ""), ("5.1.1", "Nội dung kế hoạch", ""),
                                  ("5.2", "Thực hiện", ""), ("6", "Hồ sơ lưu", "records")]


def test_sections_of_minutes() -> None:
    paper = Paper().p("BIÊN BẢN", bold=True)
    paper.p("I. THÀNH PHẦN THAM DỰ", bold=True).p("1. Chủ trì: ông A", bold=False)
    paper.p("II. NỘI DUNG CUỘC HỌP", bold=True).p("1. Kết quả lần trước", bold=True).p("III. KẾT LUẬN", bold=True)
    found = [(s.number, s.level) for s in paper.facts().sections]
    assert found == [("I", 1), ("II", 1), ("1", 2), ("III", 1)]


def test_markdown_headings() -> None:
    paper = Paper().p("Quy trình đánh giá nội bộ", level=1).p("1. Mục đích", level=2).p("2. Phạm vi", level=2)
    paper.p("3. Nội dung", level=2).p("3.1 Kế hoạch", level=3)
    assert [(s.number, s.level, s.key) for s in paper.facts().sections] == [
        ("1", 1, "purpose"), ("2", 1, "scope"), ("3", 1, "content"), ("3.1", 2, "")]


def attached(paper: Paper) -> str:
    """The text of the first line of the attached forms, "" without forms."""
    reading = paper.reading()
    at = paper.facts().attachments_from
    return next((line.text for line in reading.lines if line.at == at), "") if at else ""


def test_forms_by_the_name_of_the_state() -> None:
    paper = procedure().p(STATE, bold=True).p("TỜ KHAI", bold=True).p("Họ tên: .......").p("I. THÔNG TIN", bold=True)
    assert attached(paper) == STATE
    assert paper.facts().sections[-1].key == "records"


def test_forms_in_a_table_begin_with_the_table() -> None:
    paper = procedure().table([f"Ảnh 3x4\n{STATE}\nĐộc lập - Tự do - Hạnh phúc\nTỜ KHAI"])
    assert attached(paper) == "Ảnh 3x4"


def test_forms_by_their_mark() -> None:
    for mark in ("Mẫu số 01", "BM.05.01", "MẪU 02/HT", "Biểu mẫu số 3"):
        assert attached(procedure().p(mark, alignment="right").p("PHIẾU ĐỀ NGHỊ", bold=True)) == mark


def test_forms_by_a_title_on_a_new_page() -> None:
    paper = procedure().p("NỘI DUNG MẪU HỘ TỊCH ĐIỆN TỬ", bold=True, page_break=True).p("(1) Họ, chữ đệm, tên;")
    assert attached(paper).startswith("NỘI DUNG MẪU")


def test_a_note_below_the_records_is_no_form() -> None:
    paper = procedure().p("Hồ sơ được chuyển vào kho lưu trữ hằng năm.", bold=False)
    paper.p("Nơi nhận: như trên.", bold=False)
    assert paper.facts().attachments_from is None


def test_annex_behind_a_decision() -> None:
    paper = Paper().p(STATE, bold=True).p("QUYẾT ĐỊNH", bold=True).lines("Điều 1. Ban hành danh mục.\n" + "Lời.\n" * 8)
    paper.p("Nơi nhận:").p("- Lưu: VT.").p("PHỤ LỤC", bold=True).p("Danh mục tài liệu", bold=True)
    assert attached(paper) == "PHỤ LỤC"


def test_a_letter_without_annex_has_none() -> None:
    paper = Paper().p(STATE, bold=True).p("BÁO CÁO", bold=True).lines("Lời.\n" * 12).p("Nơi nhận:").p("- Lưu: VT.")
    assert paper.facts().attachments_from is None


def test_places_are_said_with_the_heading() -> None:
    paper = procedure()
    reference = next(r for r in paper.facts().references if r.kind == "section")
    assert reference.at.heading == "3. TÀI LIỆU VIỆN DẪN"


def test_a_place_of_this_procedure_is_its_own_although_laws_are_named_before() -> None:
    paper = Paper().p("1. MỤC ĐÍCH", bold=True).p("Văn bản quy phạm pháp luật nêu tại mục 9 của quy trình này.")
    paper.p("2. PHẠM VI", bold=True).p("Theo quy định của pháp luật tại mục 7 Thông tư số 01/2020/TT-BTP.")
    assert [(one.target, one.resolves) for one in paper.facts().references] == [("9", False)]


def test_abbreviations_in_two_columns_without_a_heading() -> None:
    paper = Paper().p("1. MỤC ĐÍCH", bold=True).p("Quy định việc tiếp nhận tại UBND xã.")
    paper.p("2. ĐỊNH NGHĨA VÀ VIẾT TẮT", bold=True)
    paper.table(["UBND", ": Ủy ban nhân dân"], ["CN & TC", "Cá nhân, tổ chức"])
    paper.p("3. NỘI DUNG", bold=True).table(["TTHC", ": không ở mục viết tắt"], ["HĐND", ": cũng vậy"])
    found = paper.facts().abbreviations
    assert [(one.short, one.meaning) for one in found] == [("UBND", "Ủy ban nhân dân"), ("CN & TC", "Cá nhân, tổ chức")]


@pytest.mark.parametrize("title", [
    "THUẬT NGỮ, CHỮ VIẾT TẮT", "ĐỊNH NGHĨA, CHỮ VIẾT TẮT", "Khái niệm - Từ viết tắt",
    "Thuật ngữ, khái niệm và các từ viết tắt",
])
def test_a_heading_of_several_words_for_one_section(title: str) -> None:
    assert section_key(title) == "definitions"


def test_a_heading_over_two_sections_is_neither() -> None:
    assert section_key("Mục đích, phạm vi") == section_key("Biểu mẫu và hồ sơ lưu") == ""


def test_figures_stand_under_roman_numbers_of_known_sections() -> None:
    paper = Paper()
    for line in ("I. MỤC ĐÍCH", "II. PHẠM VI", "III. TÀI LIỆU VIỆN DẪN", "IV. NỘI DUNG", "1. Lập kế hoạch",
                 "2. Chuẩn bị", "V. BIỂU MẪU", "VI. HỒ SƠ LƯU"):
        paper.p(line, bold=True).p("Nêu cách làm.")
    levels = [(s.number, s.level) for s in paper.facts().sections]
    assert levels[3:7] == [("IV", 1), ("1", 2), ("2", 2), ("V", 1)]


@pytest.mark.parametrize(("text", "number", "words"), [
    ("PHẦN I. GIỚI THIỆU CHUNG", "I", "GIỚI THIỆU CHUNG"), ("CHƯƠNG II PHẠM VI ÁP DỤNG", "II", "PHẠM VI ÁP DỤNG"),
    ("Phần III: Thuật ngữ", "III", "Thuật ngữ"), ("Phần I của quy trình", "", "Phần I của quy trình"),
    ("Chương V Nghị định này", "", "Chương V Nghị định này"),
])
def test_parts_and_chapters_are_numbers(text: str, number: str, words: str) -> None:
    found = take_apart_text(text)
    assert (found.number, found.words) == (number, words)


def test_a_title_in_a_cell_of_its_own_has_its_number_as_host() -> None:
    paper = Paper().p("1. CĂN CỨ PHÁP LÝ", bold=True).table(
        ["TT", "Số, ký hiệu", "Ngày", "Trích yếu"],
        ["1", "19/2014/QĐ-TTg", "05/3/2014", "Về việc áp dụng hệ thống theo TCVN ISO 9001:2008"],
        ["2", "118/2025/NĐ-CP", "09/6/2025", "Về cơ chế một cửa (thay thế Nghị định số 61/2018/NĐ-CP)"],
        ["3", "72/2025/QH15", "16/6/2025", "Luật Tổ chức chính quyền địa phương"],
    ).p("2. NỘI DUNG", bold=True).table(
        ["Bước", "Căn cứ", "Nội dung"], ["1", "30/2020/NĐ-CP", "Thực hiện theo Thông tư 01/2018/TT-VPCP"])
    cited = paper.facts().citations
    assert [(one.number or one.name, cited[one.host].number if one.host >= 0 else "") for one in cited] == [
        ("19/2014/QĐ-TTg", ""), ("TCVN ISO 9001:2008", "19/2014/QĐ-TTg"),
        ("118/2025/NĐ-CP", ""), ("61/2018/NĐ-CP", "118/2025/NĐ-CP"),
        ("72/2025/QH15", ""), ("Luật Tổ chức chính quyền địa phương", "72/2025/QH15"),
        ("30/2020/NĐ-CP", ""), ("01/2018/TT-VPCP", ""),
    ]


def test_forms_on_lines_of_one_paragraph() -> None:
    paper = Paper().p("1. MỤC ĐÍCH", bold=True).p("Nêu cách làm.").p("5. NỘI DUNG", bold=True).p("Ghi.")
    paper.p("6. BIỂU MẪU", bold=True).p("- Phiếu yêu cầu: BM-HT.04.01\n- Sổ theo dõi sự không phù hợp: BM-HT.04.02")
    paper.p("- Báo cáo kết quả\nđánh giá nội bộ").p("7. HỒ SƠ LƯU", bold=True)
    assert [(form.name, form.code) for form in paper.facts("system-procedure").forms] == [
        ("Phiếu yêu cầu", "BM-HT.04.01"), ("Sổ theo dõi sự không phù hợp", "BM-HT.04.02"),
        ("Báo cáo kết quả đánh giá nội bộ", ""),
    ]
