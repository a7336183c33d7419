"""Abbreviations, references, annexes, placeholders: what the body names and what was forgotten in it."""

from __future__ import annotations

import pytest

from qmslint.api import kinds
from tests.extract.paper import Paper, procedure


def body(*lines: str, definitions: tuple[str, ...] = ()) -> Paper:
    """A procedure with these explanations and these lines as its content."""
    paper = Paper()
    for number, name in enumerate(("MỤC ĐÍCH", "PHẠM VI", "TÀI LIỆU VIỆN DẪN", "ĐỊNH NGHĨA VÀ VIẾT TẮT"), 1):
        paper.p(f"{number}. {name}", bold=True)
    for line in definitions:
        paper.p(line, number="-", bold=False)
    paper.p("5. NỘI DUNG", bold=True)
    for line in lines:
        paper.p(line, bold=False)
    return paper.p("6. BIỂU MẪU", bold=True).p("7. HỒ SƠ LƯU", bold=True)


# ---- abbreviations


def test_lists_with_tabs_colons_and_equals() -> None:
    facts = body(definitions=(
        "UBND\t: \tỦy ban nhân dân", "GCN\t\t:\tGiấy chứng nhận", "CN & TC : Cá nhân và tổ chức ",
        "Đề án 30\t:\tĐề án đơn giản hóa \t\t\ttheo Quyết định 30/QĐ-TTg", "TTr = Tờ trình", "MHK - Mô hình khung",
        "BPTN&HT\tBộ phận tiếp nhận", "VNeID: Ứng dụng định danh",
        "Hồ sơ: là tập hợp giấy tờ", "Tổ chức, cá nhân: người nộp hồ sơ", "Không có.",
    )).facts()
    assert [(a.short, a.meaning) for a in facts.abbreviations] == [
        ("UBND", "Ủy ban nhân dân"), ("GCN", "Giấy chứng nhận"), ("CN & TC", "Cá nhân và tổ chức"),
        ("Đề án 30", "Đề án đơn giản hóa theo Quyết định 30/QĐ-TTg"), ("TTr", "Tờ trình"), ("MHK", "Mô hình khung"),
        ("BPTN&HT", "Bộ phận tiếp nhận"), ("VNeID", "Ứng dụng định danh"),
    ]
    assert facts.abbreviations[0].at.heading == "4. ĐỊNH NGHĨA VÀ VIẾT TẮT"


def test_table_of_abbreviations() -> None:
    paper = Paper().table(
        ["TT", "Từ viết tắt", "Giải thích"], ["1", "UBND", "Ủy ban nhân dân"], ["2", "HTQLCL", "Hệ thống"]
    )
    facts = paper.facts()
    assert [(a.short, a.meaning, a.at.row) for a in facts.abbreviations] == [
        ("UBND", "Ủy ban nhân dân", 2), ("HTQLCL", "Hệ thống", 3)]


def test_explained_in_running_text() -> None:
    facts = body("Cơ sở dữ liệu quốc gia về dân cư (sau đây gọi tắt là CSDLQG) do Bộ Công an quản lý.",
                 "Trung tâm Phục vụ hành chính công (sau đây gọi tắt là Trung tâm) tiếp nhận.").facts()
    assert [a.short for a in facts.abbreviations] == ["CSDLQG"]


def test_uses_are_counted_with_the_words_around() -> None:
    facts = body("Tra cứu CSDLDC trước. Nếu CSDLDC không có thì hỏi HĐND.", "Ghi theo CSDLDC.").facts()
    found = {u.short: u for u in facts.abbreviation_uses}
    assert set(found) == {"CSDLDC", "HĐND"}
    assert found["CSDLDC"].uses == 3 and "Tra cứu CSDLDC trước" in found["CSDLDC"].context
    assert found["CSDLDC"].at.heading == "5. NỘI DUNG"


@pytest.mark.parametrize("line", [
    "Nghị quyết số 04/2023/NQ-HĐND, Thông tư số 04/2020/TT-BTP, Quyết định 30/QĐ-TTg",
    "Theo NĐ-CP và TT-BTC hiện hành", "ỦY BAN NHÂN DÂN xã", "Điều III, mục IV, phần XXI", "QT 07/CX-HCTP và BM.01",
    "TCVN ISO 9001:2015", "QUY ĐỊNH CHUNG VỀ CSDL", "TP. Cần Thơ", "Số TT", "Phòng A, tổ B", "Hội nghị COP 26",
    "Mẫu TK1", "email A@GMAIL.COM", "Sổ đăng ký KHAI SINH",
])
def test_what_is_no_abbreviation(line: str) -> None:
    assert body(line).facts().abbreviation_uses == ()


@pytest.mark.parametrize(("line", "expanded"), [
    ("Hội đồng nhân dân (HĐND) họp", True), ("HĐND (Hội đồng nhân dân) họp", True),
    ("Cơ sở dữ liệu quốc gia về dân cư (CSDLQGVDC) gồm", True), ("Ứng dụng định danh điện tử (VneID) mở", False),
    ("Ủy ban nhân dân (HĐND) họp", False), ("do HĐND quyết định", False),
])
def test_explained_where_first_used(line: str, expanded: bool) -> None:
    (use,) = body(line).facts().abbreviation_uses
    assert use.expanded is expanded


def test_the_line_that_explains_is_no_use() -> None:
    facts = body("Theo số 12/QĐ-UBND.", definitions=("UBND: Ủy ban nhân dân", "KSTT: kiểm soát", "QĐ: Quyết định",
                                                    "CN & TC: cá nhân và tổ chức", "TC: tổ chức")).facts()
    assert {u.short for u in facts.abbreviation_uses} == {"UBND", "QĐ"}
    facts = body("Phục vụ CN & TC và CN&TC.", definitions=("CN & TC: cá nhân và tổ chức",)).facts()
    assert [(u.short, u.uses) for u in facts.abbreviation_uses] == [("CN & TC", 2)]


def test_attached_forms_speak_to_the_citizen_only_in_their_labels() -> None:
    paper = body("Nộp tờ khai.").p("Mẫu số 01").p("TỜ KHAI", bold=True)
    paper.p("Cha mẹ đã ĐKKH: ........").p("Giấy tờ (CCCD/CC/Hộ chiếu):").p("Ví dụ: do Cục Cảnh sát QLHC cấp")
    paper.p("Chú thích:").p("(1) Ghi theo CSDLDC.")
    assert [u.short for u in paper.facts().abbreviation_uses] == ["ĐKKH"]


# ---- references and annexes


def targets(paper: Paper) -> list[tuple[str, str, bool, bool | None]]:
    """Kind, target, attached, resolves of every reference."""
    return [(r.kind, r.target, r.attached, r.resolves) for r in paper.facts().references]


def test_references_inside_the_document() -> None:
    found = targets(body("Thực hiện theo mục 5 và mục 9.", "Xem Mục 4, 6 ở trên."))
    assert found == [("section", "5", False, True), ("section", "9", False, False), ("section", "4", False, True),
                     ("section", "6", False, True)]


def test_annexes_named_and_there() -> None:
    paper = body("Mức thu tại Phụ lục 1, 2, 3 kèm theo.", "Danh sách tại Phụ lục II (kèm theo).")
    paper.p("PHỤ LỤC 1", bold=True, page_break=True).p("Mức thu", bold=True)
    paper.table(["TT", "Tên phụ lục", "Nội dung"], ["1", "Phụ lục 2", "Danh sách xã"])
    facts = paper.facts()
    assert [(r.target, r.attached, r.resolves) for r in facts.references] == [
        ("1", True, True), ("2", True, True), ("3", True, False), ("II", True, False)]
    assert [(a.number, a.title) for a in facts.annexes] == [("1", "Mức thu"), ("2", "")]


@pytest.mark.parametrize("line", [
    "theo Phụ lục I ban hành kèm theo Thông tư số 01/2020/TT-BTP", "quy định tại mục 3 Chương II Nghị định này",
    "mục 9.2 của TCVN ISO 9001:2015", "Nghị định số 61/2018/NĐ-CP, Phụ lục II", "Danh mục 5 loại giấy tờ",
    "tiểu mục 2", "khoản 1 Mục 2 Thông tư số 04/2020/TT-BTP", "các hạng mục 1, 2", "mục tiêu 5 năm",
    "Phụ lục 2 của Thông tư 281",
])
def test_places_in_laws_are_no_references(line: str) -> None:
    assert targets(body(line)) == []


def test_codes_of_forms_and_documents() -> None:
    found = targets(body("Lập biểu BM.01 và BM-HT04.02, theo QT-HT 04; ghi BM 05.", "Xem QT.KHCN.05."))
    assert [(k, t) for k, t, _, _ in found] == [
        ("document", "QT-HT 04"), ("form", "BM 05"), ("form", "BM-HT04.02"), ("form", "BM.01"),
        ("document", "QT.KHCN.05")]


def test_own_code_is_no_reference() -> None:
    paper = procedure()
    paper.p("Quy trình QT 05/HT-TP này.", bold=False)
    assert all(kind != "document" for kind, *_ in targets(paper))


def test_a_sentence_about_an_annex_is_no_annex() -> None:
    paper = body("Phụ lục 1 nêu mức thu tại các xã.", "Phụ lục kèm theo Quyết định.")
    assert paper.facts().annexes == ()


# ---- placeholders


@pytest.mark.parametrize(("line", "reason"), [
    ("Thời hạn: …………", "dots"), ("Lệ phí: .......... đồng", "dots"), ("Số lượng: …", "dots"), ("Số: …/QĐ-UBND", "dots"),
    ("Có hiệu lực từ ngày … tháng … năm 2026", "blank-date"), ("ngày      tháng      năm 2026", "blank-date"),
    ("Theo quy định của [tên cơ quan]", "bracket"), ("Do <ghi rõ đơn vị> thực hiện", "bracket"),
    ("Lorem ipsum dolor", "template"),
])
def test_blanks_are_found(line: str, reason: str) -> None:
    (found,) = body(line).facts().placeholders
    assert found.reason == reason and found.at.heading == "5. NỘI DUNG"


@pytest.mark.parametrize("line", [
    "Giấy tờ hợp lệ thay thế (hộ chiếu,...).", "Sổ, biểu mẫu, phiếu…", "v.v...", "Hồ sơ gồm: đơn, tờ khai, ...",
    "“[…] đã được sửa đổi”", "Ngày 05 tháng 01 năm 2026", "theo mẫu [1]", "thời gian < 5 ngày và > 2 ngày",
    "1. MỤC ĐÍCH ............ 2", "Bước 1... Bước 2", "_________________", "thủ tục …",
])
def test_what_is_no_blank(line: str) -> None:
    assert body(line).facts().placeholders == ()


def test_blanks_of_forms_are_their_purpose() -> None:
    paper = body("Lời.").p("Mẫu số 01").p("Họ tên: .................").p("ngày .... tháng .... năm ....")
    assert paper.facts().placeholders == ()
    assert body("Thời hạn: …………").facts(kind=kinds.FORM).placeholders == ()


def test_several_abbreviations_in_one_paragraph() -> None:
    paper = Paper().p("4. THUẬT NGỮ, CHỮ VIẾT TẮT", bold=True).p(
        "2. HTQLCL: Hệ thống quản lý chất lượng; XXLĐ: Xem xét của lãnh đạo;\nĐGNB: Đánh giá nội bộ; định kỳ").p(
        "5. NỘI DUNG", bold=True).p("Kết quả ĐGNB là đầu vào.")
    assert [(a.short, a.meaning) for a in paper.facts().abbreviations] == [
        ("HTQLCL", "Hệ thống quản lý chất lượng"), ("XXLĐ", "Xem xét của lãnh đạo"),
        ("ĐGNB", "Đánh giá nội bộ; định kỳ"),
    ]


@pytest.mark.parametrize("line", [
    "Quyết định số 19 / 2014 / QĐ - TTg ngày 05/3/2014.", "Mã hiệu của quy trình: QT.XX.YY, trong đó YY là số thứ tự.",
])
def test_signs_of_numbers_and_patterns_are_no_abbreviations(line: str) -> None:
    paper = Paper().p("1. MỤC ĐÍCH", bold=True).p("Nêu cách làm.").p("5. NỘI DUNG", bold=True).p(line)
    assert paper.facts().abbreviation_uses == ()


def test_dots_are_told_with_whole_words_and_show_no_shape_of_a_date() -> None:
    line = "Phòng chuyên môn lập báo cáo gửi Văn phòng tổng hợp trong …………… ngày làm việc."
    (found,) = body(line).facts().placeholders
    assert found.text == "báo cáo gửi Văn phòng tổng hợp trong …………… ngày làm việc."
    assert body("Ngày ban hành ghi dạng ngày/tháng/năm (…/…/……).").facts().placeholders == ()
