"""Risks and opportunities from registers of many shapes."""

from __future__ import annotations

import unicodedata
from typing import Any

from fixtures.make.blocks import Sheet
from hypothesis import given, settings
from hypothesis import strategies as st

from qmslint.api import Risk, kinds
from tests.extract.paper import Paper
from tests.extract.test_lists import sheets

FULL = {"TT": "1", "Quá trình/Công việc": "Tiếp nhận hồ sơ", "Rủi ro": "Hồ sơ trễ hạn", "Nguyên nhân": "Thiếu người",
        "Hậu quả": "Công dân phàn nàn", "Khả năng xảy ra (K)": "3", "Mức độ ảnh hưởng (H)": "2",
        "Mức rủi ro (K×H)": "6", "Biện pháp kiểm soát": "Phân công dự phòng", "Trách nhiệm": "Văn phòng",
        "Thời hạn": "30/6/2026", "Đánh giá hiệu lực": "Đạt"}
READ = ("Tiếp nhận hồ sơ", "Thiếu người", "Công dân phàn nàn", "3", "2", "6", "Phân công dự phòng", "Văn phòng",
        "30/6/2026", "Đạt")


def register(*rows: list[Any], title: str = "SỔ RỦI RO VÀ CƠ HỘI") -> tuple[Risk, ...]:
    found: tuple[Risk, ...] = Paper().p(title, bold=True).table(*rows).facts(kind=kinds.RISK_REGISTER).risks
    return found


def said(risk: Risk) -> tuple[str, ...]:
    return (risk.process, risk.cause, risk.consequence, risk.likelihood, risk.impact, risk.level, risk.action,
            risk.owner, risk.due, risk.effectiveness)


@settings(max_examples=40, deadline=None)
@given(st.permutations(list(FULL)), st.sampled_from(("NFC", "NFD")))
def test_every_order_of_columns(order: list[str], form: Any) -> None:
    rows = [[unicodedata.normalize(form, cell) for cell in row] for row in (order, [FULL[name] for name in order])]
    (risk,) = register(*rows)
    assert risk.text == "Hồ sơ trễ hạn" and said(risk) == READ and not risk.opportunity


def test_headings_in_two_rows_and_a_residual_level() -> None:
    (risk,) = register(
        ["TT", "Rủi ro", "Nguyên nhân", "Đánh giá rủi ro", None, None, "Biện pháp", "Rủi ro còn lại", None],
        ["^", "^", "^", "K", "H", "Điểm", "^", "K", "H"],
        ["1", "Mất hồ sơ", "Thiếu tủ", "2", "3", "6", "Mua tủ", "1", "3"],
    )
    assert (risk.text, risk.likelihood, risk.impact, risk.level) == ("Mất hồ sơ", "2", "3", "6")


def test_opportunities_by_column_by_type_by_group_and_by_table() -> None:
    head = ["TT", "Rủi ro", "Cơ hội", "Nguyên nhân", "Hành động", "Trách nhiệm"]
    found = register(head, ["1", "Trễ hạn", "Dùng dữ liệu chung", "A", "B", "C"], ["2", "", "Nộp từ xa", "", "D", "E"])
    assert [(r.text, r.opportunity) for r in found] == [
        ("Trễ hạn", False), ("Dùng dữ liệu chung", True), ("Nộp từ xa", True)]

    head = ["TT", "Mô tả rủi ro/cơ hội", "Loại", "Nguyên nhân", "Hành động"]
    found = register(head, ["1", "Trễ hạn", "Rủi ro", "A", "B"], ["2", "Nộp từ xa", "Cơ hội", "", "B"])
    assert [r.opportunity for r in found] == [False, True]

    head = ["TT", "Rủi ro/Cơ hội", "Nguyên nhân", "Hành động", "Trách nhiệm"]
    found = register(head, ["A", "RỦI RO", "", "", ""], ["1", "Trễ hạn", "A", "B", "C"],
                     ["B", "CƠ HỘI", "", "", ""], ["1", "Nộp từ xa", "A", "B", "C"])
    assert [(r.text, r.opportunity) for r in found] == [("Trễ hạn", False), ("Nộp từ xa", True)]

    paper = Paper().p("SỔ RỦI RO", bold=True).p("I. Rủi ro", bold=True)
    paper.table(["Rủi ro", "Nguyên nhân", "Biện pháp"], ["Trễ hạn", "A", "B"]).p("II. Cơ hội", bold=True)
    paper.table(["Cơ hội", "Hành động", "Trách nhiệm"], ["Nộp từ xa", "B", "C"])
    assert [r.opportunity for r in paper.facts(kind=kinds.RISK_REGISTER).risks] == [False, True]


def test_a_plan_in_a_second_table_is_added_to_its_risks() -> None:
    paper = Paper().p("BẢNG NHẬN DIỆN, ĐÁNH GIÁ RỦI RO", bold=True)
    paper.table(["TT", "Rủi ro", "Nguyên nhân", "K", "H", "Mức rủi ro"],
                ["1", "Trễ hạn", "Thiếu người", "2", "3", "6"], ["2", "Mất hồ sơ", "Thiếu tủ", "1", "3", "3"])
    paper.p("KẾ HOẠCH GIẢI QUYẾT RỦI RO", bold=True)
    paper.table(["TT", "Rủi ro", "Biện pháp", "Người thực hiện", "Thời hạn", "Đánh giá hiệu lực"],
                ["1", "Mất hồ sơ", "Mua tủ", "Văn phòng", "30/6/2026", ""],
                ["2", "Rủi ro khác", "Họp", "Văn phòng", "", ""])
    first, second = paper.facts(kind=kinds.RISK_REGISTER).risks
    assert (first.text, first.action) == ("Trễ hạn", "")
    assert (second.text, second.action, second.owner, second.due) == ("Mất hồ sơ", "Mua tủ", "Văn phòng", "30/6/2026")


def test_merged_and_continued_rows_are_one_risk() -> None:
    found = register(
        ["TT", "Quá trình", "Rủi ro", "Nguyên nhân", "Biện pháp"],
        ["1", "Tiếp nhận", "Trễ hạn", "Thiếu người", "Phân công"], ["^", "^", "^", "Hồ sơ nhiều", "Làm thêm giờ"],
        ["", "", "", "Mạng hỏng", ""], ["2", "^", "Mất hồ sơ", "Thiếu tủ", "Mua tủ"], ["3", "", "", "", ""],
    )
    assert [(r.text, r.cause, r.action) for r in found] == [
        ("Trễ hạn", "Thiếu người; Hồ sơ nhiều; Mạng hỏng", "Phân công; Làm thêm giờ"),
        ("Mất hồ sơ", "Thiếu tủ", "Mua tủ")]


def test_a_workbook() -> None:
    facts = sheets(Sheet("Rủi ro", [
        ["UBND XÃ AN BÌNH"], ["SỔ RỦI RO VÀ CƠ HỘI NĂM 2026"], [], list(FULL), [1, *list(FULL.values())[1:5], 3, 2, 6,
         *list(FULL.values())[8:]]], [10] * 12, bold_rows=(2, 4)))
    assert facts.kind == kinds.RISK_REGISTER
    (risk,) = facts.risks
    assert said(risk) == READ and risk.at.sheet == "Rủi ro" and risk.at.row == 5


def test_a_table_of_strengths_is_no_register() -> None:
    paper = Paper().p("BỐI CẢNH CỦA TỔ CHỨC", bold=True)
    paper.table(["Điểm mạnh", "Điểm yếu", "Cơ hội", "Thách thức"], ["A", "B", "C", "D"])
    assert paper.facts().risks == ()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.one_of(st.sampled_from([*FULL, "Cơ hội", "Loại", "^", "", "R", "CƠ HỘI"]),
                                   st.text(max_size=8)), min_size=4, max_size=4), min_size=1, max_size=6))
def test_no_table_breaks_a_register(rows: list[list[str]]) -> None:
    first = [cell if cell != "^" else "" for cell in rows[0]]
    register(first, *rows[1:])


def test_risks_named_in_a_table_of_context_are_no_register() -> None:
    paper = Paper().p("BỐI CẢNH CỦA TỔ CHỨC", bold=True)
    paper.table(["Vấn đề", "Rủi ro", "Cơ hội", "Hành động"], ["Nhân lực", "Trễ hạn", "Tuyển mới", "Kế hoạch"])
    assert paper.facts().risks == ()


def test_a_plan_before_its_register() -> None:
    paper = Paper().p("KẾ HOẠCH GIẢI QUYẾT RỦI RO", bold=True)
    paper.table(["TT", "Rủi ro", "Biện pháp", "Thời hạn"], ["1", "Trễ hạn", "Phân công", "Quý IV"])
    paper.p("ĐÁNH GIÁ", bold=True)
    paper.table(["TT", "Rủi ro", "Nguyên nhân", "Mức rủi ro"], ["1", "Trễ hạn", "Ít người", "6"])
    (risk,) = paper.facts(kind=kinds.RISK_REGISTER).risks
    assert (risk.cause, risk.level, risk.action, risk.due) == ("Ít người", "6", "Phân công", "Quý IV")


def test_letters_in_brackets_are_believed() -> None:
    (risk,) = register(
        ["TT", "Nhận diện", None, "Đánh giá", None, None, "Biện pháp"],
        ["^", "Rủi ro", "Nguyên nhân", "Khả năng (K)", "Mức độ (H)", "Điểm", "^"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"], ["1", "Trễ hạn", "Ít người", "2", "3", "6", "Phân công"],
    )
    assert (risk.likelihood, risk.impact, risk.level) == ("2", "3", "6")


def test_an_opportunity_says_so_itself() -> None:
    risk, chance = register(
        ["TT", "Mô tả rủi ro/cơ hội", "KN", "MĐ", "Điểm", "Biện pháp", "Chịu trách nhiệm", "Hoàn thành"],
        ["1", "Trễ hạn", "2", "3", "6", "Phân công", "Văn phòng", "31/3/2026"],
        ["2", "Cơ hội: số hóa hồ sơ", "1", "2", "2", "Đề xuất dự án", "", ""])
    assert (risk.owner, risk.due) == ("Văn phòng", "31/3/2026")
    assert (risk.opportunity, risk.likelihood, risk.impact, risk.level) == (False, "2", "3", "6")
    assert chance.opportunity
