"""Quality objectives and plans, from sentences, tables and sheets."""

from __future__ import annotations

from typing import Any

import pytest

from qmslint.api import kinds
from tests.extract.made import cell, excel, facts, letterhead, p, respelt, signing, table, text, title, word

COLUMNS = ["TT", "Mục tiêu", "Nội dung/Biện pháp thực hiện", "Nguồn lực", "Trách nhiệm", "Thời gian hoàn thành",
           "Phương pháp/Tần suất đánh giá", "Kết quả/Ghi chú"]
NUMBERED = [
    letterhead("UBND XÃ AN BÌNH\nVĂN PHÒNG HĐND VÀ UBND", "Số: 02/MT-VP", "05/01/2026"),
    *title("MỤC TIÊU CHẤT LƯỢNG NĂM 2026"),
    p("Căn cứ Quyết định số 12/QĐ-UBND ngày 02/01/2026;"), p("- Căn cứ kết quả thực hiện mục tiêu năm 2025;"),
    p("Văn phòng đề ra mục tiêu chất lượng năm 2026 như sau:"),
    p("1. Tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 98% trở lên."), p("2. Không có đơn thư khiếu nại."),
    p("3. Tổ chức ít nhất 02 lớp tập huấn trước ngày 30/6/2026."),
    p("Mục tiêu này được phổ biến đến toàn thể công chức."),
    signing(("CHÁNH VĂN PHÒNG", "(đã ký)", "Trần Văn Kiên")),
]
HEADED = [
    p("ỦY BAN NHÂN DÂN XÃ AN BÌNH"), *title("MỤC TIÊU CHẤT LƯỢNG NĂM 2026"),
    p("I. MỤC TIÊU CHUNG", bold=True), p("Nâng cao chất lượng dịch vụ."), p("- Tiếp tục cải cách hành chính."),
    p("II. MỤC TIÊU CỤ THỂ", bold=True), p("1. Về giải quyết thủ tục hành chính"), p("- 100% hồ sơ được số hóa;"),
    p("- Hồ sơ trễ hạn ≤ 2%;"), p("2. Về đào tạo"), p("- 01 lớp tập huấn;"),
    p("III. TỔ CHỨC THỰC HIỆN", bold=True), p("1. Văn phòng theo dõi 100% công việc."), p("2. Báo cáo trước 15/12."),
]
PLAN = [
    *title("KẾ HOẠCH THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG NĂM 2026"),
    table(COLUMNS, [
        [cell("I"), cell("Giải quyết TTHC", span=7)],
        ["1", cell("100% hồ sơ đúng hạn", below="start"), "Nhắc việc", "Phần mềm", "Văn phòng", "Cả năm", "Hằng tháng",
         ""],
        ["2", cell("", below="more"), "Họp tuần", "", "Văn phòng", "Cả năm", "Hằng quý", ""],
        ["3", "02 lớp tập huấn", "Mở lớp", "10 triệu", "", "Quý II", "Cuối quý", "Đạt"],
    ], [1, 3, 3, 2, 2, 2, 2, 2]),
]
DETAILED = [
    *title("MỤC TIÊU CHẤT LƯỢNG NĂM 2026"), p("Mục tiêu 1: 100% hồ sơ đúng hạn.", bold=True),
    p("- Biện pháp: Nhắc việc hằng ngày"), p("- Trách nhiệm: Văn phòng"), p("- Thời gian: cả năm"),
    p("Mục tiêu 2: Mức độ hài lòng đạt 95%", bold=True), p("- Biện pháp: Khảo sát"),
]
SHEETS = excel(("2026", [
    ["MỤC TIÊU CHẤT LƯỢNG NĂM 2026"], ["Đơn vị: Phòng Kinh tế"],
    ["TT", "Mục tiêu", "Chỉ tiêu", "Trách nhiệm, thời hạn", "Kết quả"],
    [1, "Tỷ lệ đúng hạn", "98%", "Phòng Kinh tế, cả năm", None], [2, "Lớp tập huấn", 2, "Văn phòng, quý II", "Đạt"],
]))
LAYOUTS = {"numbered": NUMBERED, "headed": HEADED, "plan": PLAN, "detailed": DETAILED}


def stated(*blocks: Any) -> Any:
    """The objectives of a paper."""
    document = facts(word(*blocks))
    assert document.kind == kinds.QUALITY_OBJECTIVES
    assert document.objectives is not None
    return document.objectives


def test_numbered_sentences_behind_an_introduction() -> None:
    found = stated(*NUMBERED)
    assert (found.year, found.unit, found.has_plan, found.has_results) == (
        2026, "VĂN PHÒNG HĐND VÀ UBND", False, False)
    assert [(o.number, o.text, o.measure, o.target, o.year) for o in found.objectives] == [
        ("1", "Tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 98% trở lên", "đạt từ 98% trở lên", "98%", 2026),
        ("2", "Không có đơn thư khiếu nại", "", "", 2026),
        ("3", "Tổ chức ít nhất 02 lớp tập huấn trước ngày 30/6/2026", "ít nhất 02 lớp", "02", 2026),
    ]


def test_announced_sentences_stand_before_the_short_names_of_the_plan() -> None:
    row = ["1", "Đúng hạn", "Nhắc việc", "05 người", "Văn phòng", "31/12/2026", "Hằng tháng", ""]
    plan = table(COLUMNS, [row], [1, 3, 3, 2, 2, 2, 2, 1])
    blocks = [*NUMBERED[:5], p("1. 100% hồ sơ được giải quyết đúng hạn."), NUMBERED[-1], p("Nơi nhận:"),
              p("KẾ HOẠCH THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG NĂM 2026", bold=True), plan]
    found = stated(*blocks)
    assert [one.text for one in found.objectives] == ["100% hồ sơ được giải quyết đúng hạn"]
    assert [row.what for row in found.plan] == ["Nhắc việc"]


def test_under_headings_general_aims_and_groups_are_none() -> None:
    found = stated(*HEADED)
    assert [o.text for o in found.objectives] == ["100% hồ sơ được số hóa", "Hồ sơ trễ hạn ≤ 2%", "01 lớp tập huấn"]
    assert found.has_plan and not found.plan, "a section speaks of it in words"
    assert found.objectives[0].at.heading == "II. MỤC TIÊU CỤ THỂ"


def test_a_plan_in_a_table_with_merged_cells() -> None:
    found = stated(*PLAN)
    assert found.has_plan and found.has_results
    assert [(r.objective, r.what, r.resources, r.who, r.when, r.evaluation, r.result) for r in found.plan] == [
        ("100% hồ sơ đúng hạn", "Nhắc việc", "Phần mềm", "Văn phòng", "Cả năm", "Hằng tháng", ""),
        ("100% hồ sơ đúng hạn", "Họp tuần", "", "Văn phòng", "Cả năm", "Hằng quý", ""),
        ("02 lớp tập huấn", "Mở lớp", "10 triệu", "", "Quý II", "Cuối quý", "Đạt"),
    ]
    assert all(row.missing_columns == () for row in found.plan)
    assert [o.text for o in found.objectives] == ["100% hồ sơ đúng hạn", "02 lớp tập huấn"]


def test_a_row_that_goes_on_is_not_empty() -> None:
    found = stated(*title("KẾ HOẠCH THỰC HIỆN MỤC TIÊU CHẤT LƯỢNG NĂM 2026"), table(
        ["TT", "Mục tiêu chất lượng", "Biện pháp", "Người thực hiện", "Thời hạn"],
        [["1", "MT1", "Nhắc việc", "Văn phòng", "Cả năm"], ["", "", "Họp tuần", "", ""]], [1, 4, 4, 3, 3]))
    assert [(r.objective, r.what, r.who) for r in found.plan] == [
        ("MT1", "Nhắc việc", "Văn phòng"), ("MT1", "Họp tuần", "Văn phòng")]
    assert found.plan[0].missing_columns == ("resources", "evaluation")
    assert found.objectives == (), "MT1 stands elsewhere"


def test_what_is_said_below_each_objective() -> None:
    found = stated(*DETAILED)
    assert [(o.number, o.text) for o in found.objectives] == [
        ("1", "100% hồ sơ đúng hạn"), ("2", "Mức độ hài lòng đạt 95%")]
    assert [(r.objective, r.what, r.who, r.when) for r in found.plan] == [
        ("100% hồ sơ đúng hạn", "Nhắc việc hằng ngày", "Văn phòng", "cả năm"),
        ("Mức độ hài lòng đạt 95%", "Khảo sát", "", "")]


def test_a_workbook() -> None:
    document = facts(SHEETS, "muc-tieu.xlsx")
    found = document.objectives
    assert document.kind == kinds.QUALITY_OBJECTIVES and found is not None
    assert (found.year, found.unit, found.has_plan, found.has_results) == (2026, "Phòng Kinh tế", False, True)
    assert [(o.number, o.text, o.target, o.at.sheet, o.at.row) for o in found.objectives] == [
        ("1", "Tỷ lệ đúng hạn", "98%", "2026", 4), ("2", "Lớp tập huấn", "2", "2026", 5)]


def test_a_sheet_for_each_unit_or_year() -> None:
    head = ["TT", "Mục tiêu", "Chỉ tiêu"]
    units = facts(excel(*(
        (unit, [["MỤC TIÊU CHẤT LƯỢNG NĂM 2026"], [f"Đơn vị: {unit}"], head, [1, "Đúng hạn", share], [2, "Số lớp", 2]])
        for unit, share in (("Văn phòng", "99%"), ("Phòng Kinh tế", "97%"))))).objectives
    assert units is not None and units.unit == "" and units.year == 2026
    assert [(o.text, o.target, o.at.sheet) for o in units.objectives] == [
        ("Đúng hạn", "99%", "Văn phòng"), ("Số lớp", "2", "Văn phòng"),
        ("Đúng hạn", "97%", "Phòng Kinh tế"), ("Số lớp", "2", "Phòng Kinh tế")]
    years = facts(excel(*(
        (year, [[f"MỤC TIÊU CHẤT LƯỢNG NĂM {year}"], head, [1, "Đúng hạn", "99%"]]) for year in ("2025", "2026")
    ))).objectives
    assert years is not None and years.year == 2026 and [o.year for o in years.objectives] == [2025, 2026]


def test_objectives_beside_a_policy() -> None:
    document = facts(word(
        *title("CHÍNH SÁCH VÀ MỤC TIÊU CHẤT LƯỢNG"), p("I. CHÍNH SÁCH CHẤT LƯỢNG", bold=True),
        p("1. Công khai, minh bạch, 100% tận tâm."), p("II. MỤC TIÊU CHẤT LƯỢNG NĂM 2026", bold=True),
        p("1. 98% hồ sơ đúng hạn."), p("2. Không có khiếu nại.")))
    assert document.kind == kinds.QUALITY_POLICY and document.objectives is not None
    assert [o.text for o in document.objectives.objectives] == ["98% hồ sơ đúng hạn", "Không có khiếu nại"]
    alone = facts(word(*title("CHÍNH SÁCH CHẤT LƯỢNG"), p("1. Công khai."), p("Mục tiêu của chúng tôi: hài lòng.")))
    assert alone.objectives is None


def test_a_report_has_results() -> None:
    found = stated(*title("BÁO CÁO", "Kết quả thực hiện mục tiêu chất lượng năm 2025"), table(
        ["TT", "Mục tiêu", "Kết quả"], [["1", "100% hồ sơ đúng hạn", "99%"]], [1, 8, 4]))
    assert (found.year, found.has_results, found.has_plan) == (2025, True, False)


def test_a_plan_of_sentences() -> None:
    found = stated(
        *title("KẾ HOẠCH", "Thực hiện mục tiêu chất lượng năm 2026"), p("I. MỤC ĐÍCH, YÊU CẦU", bold=True),
        p("1. Bảo đảm 100% đơn vị thực hiện."), p("II. NỘI DUNG", bold=True),
        p("1. Mục tiêu: 99% hồ sơ đúng hạn", bold=True), p("- Nội dung thực hiện: nhắc việc"),
        p("- Nguồn lực: phần mềm"), p("- Trách nhiệm: Văn phòng"), p("- Thời gian: cả năm"),
        p("- Đánh giá: hằng tháng"),
        p("III. TỔ CHỨC THỰC HIỆN", bold=True), p("Giao Văn phòng theo dõi."))
    assert [o.text for o in found.objectives] == ["99% hồ sơ đúng hạn"]
    assert [tuple(row)[:6] for row in found.plan] == [
        ("99% hồ sơ đúng hạn", "nhắc việc", "phần mềm", "Văn phòng", "cả năm", "hằng tháng")]


def test_numbers_before_figures() -> None:
    found = stated(*title("MỤC TIÊU CHẤT LƯỢNG NĂM 2026"), p("1. 100% hồ sơ đúng hạn."), p("2) 95% hài lòng."))
    assert [(o.number, o.text) for o in found.objectives] == [("1", "100% hồ sơ đúng hạn"), ("2", "95% hài lòng")]


def test_a_plan_in_the_annex_and_sentences_before_it() -> None:
    found = stated(*NUMBERED, *PLAN)
    assert len(found.objectives) == 3 and len(found.plan) == 3 and found.year == 2026


@pytest.mark.parametrize(("heading", "year"), [
    ("MỤC TIÊU CHẤT LƯỢNG NĂM 2026", 2026), ("MỤC TIÊU CHẤT LƯỢNG GIAI ĐOẠN 2025 - 2030", 2030),
    ("MỤC TIÊU CHẤT LƯỢNG NĂM 2026-2027", 2027), ("MỤC TIÊU CHẤT LƯỢNG", 0),
])
def test_years(heading: str, year: int) -> None:
    assert stated(*title(heading), p("1. Đạt 95% theo Kế hoạch năm 2024 của Ủy ban.")).year == year


def test_nothing_to_read_is_nothing_stated() -> None:
    found = stated(*title("MỤC TIÊU CHẤT LƯỢNG NĂM 2026"), p("Cơ quan cố gắng làm tốt."))
    assert found.objectives == () and found.plan == ()


@pytest.mark.parametrize("how", ["nfd", "marks", "spaces"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_spelling_does_not_count(layout: str, how: str) -> None:
    blocks = LAYOUTS[layout]
    assert text(stated(*(respelt(block, how) for block in blocks))) == text(stated(*blocks))
