"""Context, parties, processes, scope, committee, training, survey: each from the shapes in which agencies keep them."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from fixtures.make.blocks import Sheet
from hypothesis import given, settings
from hypothesis import strategies as st

from qmslint.api import QualityDocument, kinds
from tests.extract.paper import Paper
from tests.extract.test_lists import sheets

CONTEXT = "BỐI CẢNH CỦA TỔ CHỨC"


def facts_of(title: str, *rows: list[Any], kind: str = "") -> QualityDocument:
    facts: QualityDocument = Paper().p(title, bold=True, alignment="center").table(*rows).facts(kind=kind)
    return facts


def sides(facts: QualityDocument) -> list[tuple[str, str, str]]:
    return [(issue.text, issue.side, issue.type) for issue in facts.issues]


# ---- context


def test_issues_by_columns() -> None:
    facts = facts_of(CONTEXT, ["TT", "Vấn đề bên trong", "Vấn đề bên ngoài"], ["1", "Thiếu người", "Luật mới"],
                     ["2", "", "Chính quyền hai cấp"])
    assert facts.kind == kinds.CONTEXT
    assert sides(facts) == [("Thiếu người", "internal", ""), ("Luật mới", "external", ""),
                            ("Chính quyền hai cấp", "external", "")]


def test_issues_with_strengths_and_threats() -> None:
    facts = facts_of(CONTEXT, ["Vấn đề", "Điểm mạnh/Điểm yếu", "Cơ hội/Thách thức"],
                     ["Nhân lực", "Cán bộ trẻ", "Thiếu nguồn tuyển"])
    assert sides(facts) == [("Cán bộ trẻ", "internal", ""), ("Thiếu nguồn tuyển", "external", "")]
    facts = facts_of(CONTEXT, ["Điểm mạnh (S)", "Điểm yếu (W)", "Cơ hội (O)", "Thách thức (T)"],
                     ["Trẻ", "Ít", "Mạng", "Dân đông"])
    assert sides(facts) == [("Trẻ", "internal", "strength"), ("Ít", "internal", "weakness"),
                            ("Mạng", "external", "opportunity"), ("Dân đông", "external", "threat")]


def test_issues_in_groups_by_column_and_in_quarters() -> None:
    head = ["TT", "Vấn đề", "Ảnh hưởng", "Hành động"]
    facts = facts_of(CONTEXT, head, ["A", "Bên trong", "", ""], ["1", "Thiếu người", "x", "y"],
                     ["B", "Bên ngoài", "", ""], ["1", "Luật mới", "x", "y"])
    assert sides(facts) == [("Thiếu người", "internal", ""), ("Luật mới", "external", "")]
    facts = facts_of(CONTEXT, ["Loại", "Vấn đề", "Hành động"], ["Nội bộ", "Thiếu người", "y"], ["^", "Máy cũ", "y"],
                     ["Bên ngoài", "Luật mới", "y"])
    assert [side for _, side, _ in sides(facts)] == ["internal", "internal", "external"]
    facts = facts_of(CONTEXT, ["ĐIỂM MẠNH\n- Cán bộ trẻ", "ĐIỂM YẾU\n- Thiếu máy"],
                     ["CƠ HỘI\n- Dữ liệu chung", "THÁCH THỨC\n- Dân đông"])
    assert sides(facts) == [("Cán bộ trẻ", "internal", "strength"), ("Thiếu máy", "internal", "weakness"),
                            ("Dữ liệu chung", "external", "opportunity"), ("Dân đông", "external", "threat")]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_issues_under_headings(form: Any) -> None:
    paper = Paper()
    for text, bold in ((CONTEXT, True), ("1. Bối cảnh bên trong", True), ("- Cơ cấu: ba phòng chuyên môn;", False),
                       ("2. Các vấn đề bên ngoài:", True), ("- Luật Hộ tịch sửa đổi năm 2026.", False),
                       ("3. Các bên quan tâm", True), ("- Người dân trong xã", False)):
        paper.p(unicodedata.normalize(form, text), bold=bold)
    found = sides(paper.facts())
    assert [(unicodedata.normalize("NFC", text), side) for text, side, _ in found] == [
        ("Cơ cấu: ba phòng chuyên môn;", "internal"), ("Luật Hộ tịch sửa đổi năm 2026.", "external")]


def test_a_side_that_nobody_says_is_left_open() -> None:
    facts = facts_of(CONTEXT, ["TT", "Vấn đề", "Hành động"], ["1", "Thiếu người", "Tuyển"])
    assert sides(facts) == [("Thiếu người", "", "")]


# ---- interested parties

PARTY = {"TT": "1", "Bên quan tâm": "Người dân", "Nhu cầu, mong đợi": "Đúng hạn", "Yêu cầu phải đáp ứng": "Luật",
         "Cách thức đáp ứng/theo dõi": "Khảo sát", "Ghi chú": ""}


@settings(max_examples=30, deadline=None)
@given(st.permutations(list(PARTY)), st.sampled_from(("NFC", "NFD")))
def test_parties_in_every_order(order: list[str], form: Any) -> None:
    rows = [[unicodedata.normalize(form, cell) for cell in row] for row in (order, [PARTY[c] for c in order])]
    (party,) = facts_of(unicodedata.normalize(form, "DANH MỤC CÁC BÊN QUAN TÂM"), *rows).parties
    assert (party.name, party.need, party.response, party.missing_columns) == (
        "Người dân", "Đúng hạn; Luật", "Khảo sát", ())


def test_parties_merged_continued_and_without_a_column() -> None:
    facts = facts_of("CÁC BÊN QUAN TÂM", ["TT", "Các bên quan tâm", "Nhu cầu và mong đợi"],
                     ["1", "Người dân", "Đúng hạn"], ["^", "^", "Rõ ràng"], ["", "", "Lịch sự"], ["2", "Sở X", ""])
    first, second = facts.parties
    assert first.need == "Đúng hạn; Rõ ràng; Lịch sự" and second.need == ""
    assert first.missing_columns == ("response",)


def test_parties_of_a_workbook() -> None:
    facts = sheets(Sheet("BQT", [["CÁC BÊN QUAN TÂM"], list(PARTY), list(PARTY.values())], [10] * 6, bold_rows=(1, 2)))
    assert facts.kind == kinds.INTERESTED_PARTIES and [p.name for p in facts.parties] == ["Người dân"]


# ---- processes


def test_processes_of_a_manual() -> None:
    paper = Paper().p("SỔ TAY CHẤT LƯỢNG", bold=True)
    paper.table(["TT", "Quá trình", "Đầu vào", "Đầu ra", "Trách nhiệm", "Chỉ số đánh giá"],
                ["1", "Tiếp nhận", "Hồ sơ", "Giấy hẹn", "Một cửa", "100% đúng hạn"],
                ["2", "Thẩm định", "Hồ sơ", "", "", ""])
    first, second = paper.facts(kind=kinds.QUALITY_MANUAL).processes
    assert first[:5] == ("Tiếp nhận", "Hồ sơ", "Giấy hẹn", "Một cửa", "100% đúng hạn")
    assert second.output == "" and second.missing_columns == ()
    paper = Paper().table(["Tên quá trình", "Yếu tố đầu vào", "Kết quả đầu ra"], ["Tiếp nhận", "Hồ sơ", "Giấy hẹn"])
    assert paper.facts(kind=kinds.QUALITY_MANUAL).processes[0].missing_columns == ("owner", "criteria")
    paper = Paper().table(["Quy trình", "Trách nhiệm", "Mục tiêu"], ["Tiếp nhận", "Một cửa", "100%"])
    assert paper.facts(kind=kinds.QUALITY_MANUAL).processes == ()


# ---- scope


def manual(*lines: str) -> Paper:
    paper = Paper().p("SỔ TAY CHẤT LƯỢNG", bold=True)
    for line in lines:
        paper.p(line.lstrip("*"), bold=line.startswith("*"))
    return paper


def test_scope_and_exclusions_with_reasons() -> None:
    facts = manual(
        "*1. PHẠM VI ÁP DỤNG", "Sổ tay áp dụng cho các phòng.", "*4. BỐI CẢNH",
        "*4.3 Xác định phạm vi của hệ thống quản lý chất lượng",
        "HTQLCL áp dụng cho việc giải quyết thủ tục hành chính tại trụ sở UBND xã.",
        "Không áp dụng điều khoản 8.3 do cơ quan không thiết kế dịch vụ.", "*4.4 Các quá trình", "Xem bảng.",
    ).facts(kind=kinds.QUALITY_MANUAL)
    assert facts.scope and facts.scope.text and facts.scope.text.text.startswith("HTQLCL áp dụng cho việc giải quyết")
    assert "Xem bảng" not in facts.scope.text.text
    assert [(e.clause, bool(e.reason)) for e in facts.scope.exclusions] == [("8.3", True)]


def test_exclusions_listed_below_with_and_without_reason() -> None:
    facts = manual(
        "*2. Phạm vi áp dụng: các hoạt động giải quyết TTHC của Sở", "*3. Ngoại lệ",
        "Các điều khoản không áp dụng:", "- 7.1.5: cơ quan không sử dụng thiết bị theo dõi, đo lường nào;", "- 8.3.",
    ).facts(kind=kinds.QUALITY_MANUAL)
    assert facts.scope and facts.scope.text and "giải quyết TTHC" in facts.scope.text.text
    assert [(e.clause, bool(e.reason)) for e in facts.scope.exclusions] == [("7.1.5", True), ("8.3", False)]


def test_the_contents_are_no_scope() -> None:
    facts = manual("MỤC LỤC", "Phạm vi áp dụng.......... 3", "Chính sách ......... 4").facts(kind=kinds.QUALITY_MANUAL)
    assert facts.scope is None


# ---- steering committee


def test_the_decision_and_who_cites_it() -> None:
    paper = Paper().p("QUYẾT ĐỊNH", bold=True, alignment="center")
    paper.p("Về việc thành lập Ban Chỉ đạo áp dụng HTQLCL theo TCVN ISO 9001:2015", bold=True, alignment="center")
    facts = paper.p("Điều 1. Thành lập Ban Chỉ đạo.").facts()
    assert facts.steering and facts.steering.decision
    facts = manual("Ban Chỉ đạo ISO được thành lập theo Quyết định số 12/QĐ-UBND ngày 05/01/2026.").facts(
        kind=kinds.QUALITY_MANUAL)
    assert facts.steering and not facts.steering.decision and facts.steering.cited == "12/QĐ-UBND"
    facts = manual("Ban ISO họp hằng quý.").facts(kind=kinds.QUALITY_MANUAL)
    assert facts.steering and facts.steering.cited == ""
    facts = manual("Ban Chỉ đạo phòng chống thiên tai họp hằng quý.").facts(kind=kinds.QUALITY_MANUAL)
    assert facts.steering is None


def test_context_and_parties_in_one_paper() -> None:
    paper = Paper().p("XÁC ĐỊNH BỐI CẢNH VÀ CÁC BÊN QUAN TÂM NĂM 2026", bold=True, alignment="center")
    paper.table(["TT", "Nhóm yếu tố", "Nội dung", "Tác động"], ["1", "Bên ngoài", "Hợp nhất hai sở", "Nhiều việc"],
                ["2", "^", "Chính quyền hai cấp", "Đổi thẩm quyền"], ["3", "Nội bộ", "Máy móc cũ", "Chậm"])
    paper.table(["STT", "Bên quan tâm", "Nhu cầu và mong đợi", "Cách thức theo dõi, xem xét"],
                ["1", "Người dân", "Đúng hạn", "Khảo sát"])
    facts = paper.facts()
    assert facts.identity.title == "XÁC ĐỊNH BỐI CẢNH VÀ CÁC BÊN QUAN TÂM NĂM 2026"
    assert [(issue.side, issue.text) for issue in facts.issues] == [
        ("external", "Hợp nhất hai sở"), ("external", "Chính quyền hai cấp"), ("internal", "Máy móc cũ")]
    assert [(party.response, party.missing_columns) for party in facts.parties] == [("Khảo sát", ())]


# ---- training, survey


def test_people_of_lists_certificates_and_plans() -> None:
    paper = Paper().p("DANH SÁCH THAM DỰ ĐÀO TẠO", bold=True).p("Nội dung: Đánh giá viên nội bộ TCVN ISO 9001:2015")
    paper.p("Ngày 12/3/2026").table(["TT", "Họ và tên", "Chức vụ", "Chữ ký"], ["1", "Trần Văn Mẫu", "Công chức", ""],
                                    ["2", "Lê Thị Thử", "Công chức", ""])
    facts = paper.facts()
    assert facts.kind == kinds.TRAINING_RECORD and facts.training
    assert [p.name for p in facts.training.people] == ["Trần Văn Mẫu", "Lê Thị Thử"]
    assert facts.training.subject and facts.training.subject.text.startswith("Đánh giá viên")
    assert facts.training.date and facts.training.date.value == date(2026, 3, 12)
    paper = Paper().p("GIẤY CHỨNG NHẬN", bold=True).p("Chứng nhận: Ông Nguyễn Văn Ví, đơn vị: UBND xã An Bình")
    facts = paper.p("Đã hoàn thành khóa đào tạo đánh giá viên nội bộ").facts(kind=kinds.TRAINING_RECORD)
    assert facts.training and [p.name for p in facts.training.people] == ["Nguyễn Văn Ví"]
    paper = Paper().p("KẾ HOẠCH ĐÀO TẠO NĂM 2026", bold=True, alignment="center")
    facts = paper.table(["TT", "Họ và tên", "Nội dung đào tạo"], ["1", "Trần Văn Mẫu", "ISO"]).facts()
    assert facts.training and facts.training.people == ()


def test_surveys() -> None:
    paper = Paper().p("BÁO CÁO", bold=True, alignment="center")
    paper.p("Kết quả khảo sát sự hài lòng của tổ chức, công dân năm 2026", bold=True, alignment="center")
    paper.p("Đã thu về 1.250 phiếu hợp lệ; 96,5% người dân hài lòng.")
    facts = paper.facts()
    assert facts.kind == kinds.SURVEY and facts.survey
    assert (facts.survey.year, facts.survey.respondents) == (2026, 1250)
    assert facts.survey.result and "96,5%" in facts.survey.result.text
    facts = Paper().p("PHIẾU KHẢO SÁT SỰ HÀI LÒNG", bold=True).p("Mức độ hài lòng: □ Rất hài lòng").facts(
        kind=kinds.SURVEY)
    assert facts.survey and facts.survey.result is None and facts.survey.year == 0


# ---- whatever comes

WORDS = st.one_of(
    st.sampled_from(["Bên quan tâm", "Nhu cầu", "Vấn đề", "Bên trong", "Điểm mạnh", "Quá trình", "Đầu vào", "Họ và tên",
                     "1. Bối cảnh bên trong", "Phạm vi áp dụng:", "không áp dụng 8.3", "7.1.5", "Ông Lê Văn A", "96%",
                     "Ban ISO", "hài lòng", "", "^", "I", "1"]),
    st.text(max_size=10))
KINDS = (kinds.CONTEXT, kinds.INTERESTED_PARTIES, kinds.QUALITY_MANUAL, kinds.TRAINING_RECORD, kinds.SURVEY,
         kinds.ADMINISTRATIVE_DOCUMENT)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(KINDS), st.lists(WORDS, max_size=5), st.lists(st.lists(WORDS, min_size=3, max_size=3),
                                                                     min_size=1, max_size=5))
def test_no_paper_breaks_them(kind: str, lines: list[str], rows: list[list[str]]) -> None:
    paper = Paper()
    for line in lines:
        paper.p(line)
    paper.table([cell if cell != "^" else "" for cell in rows[0]], *rows[1:]).facts(kind=kind)


def test_what_a_manual_says_of_communication_is_no_context() -> None:
    facts = manual("*7.4 Trao đổi thông tin", "*Nội bộ:", "- Họp giao ban hằng tuần tại cơ quan.",
                   "*Hạn chế:", "- Chưa có trang thông tin riêng.").facts(kind=kinds.QUALITY_MANUAL)
    assert facts.issues == ()
    facts = manual("*4.1 Các vấn đề nội bộ", "- Thiếu người ở bộ phận Một cửa.").facts(kind=kinds.QUALITY_MANUAL)
    assert [issue.side for issue in facts.issues] == ["internal"]


@pytest.mark.parametrize("line", [
    "4.3 Phạm vi áp dụng và ngoại lệ", "Tài liệu lỗi thời, không áp dụng phải được thu hồi theo mục 7.5.3.",
    "Trường hợp không áp dụng được biện pháp này thì xử lý theo mục 8.7.", "Không áp dụng mức phí 8.000 đồng.",
    "Các yêu cầu không áp dụng được ghi tại mục 8.3.",
])
def test_what_sets_no_requirement_aside(line: str) -> None:
    facts = manual("*1. Phạm vi của hệ thống quản lý chất lượng", "Áp dụng tại trụ sở.", line).facts(
        kind=kinds.QUALITY_MANUAL)
    assert facts.scope and facts.scope.exclusions == ()


@pytest.mark.parametrize("line", [
    "Điều khoản 8.3 không áp dụng.", "- 8.3 Thiết kế và phát triển: không áp dụng.", "Ngoại lệ: 7.1.5, 8.3",
    "Sổ tay loại trừ yêu cầu 7.1.5.2 của tiêu chuẩn.",
])
def test_what_sets_a_requirement_aside_without_reason(line: str) -> None:
    facts = manual("*1. Phạm vi của hệ thống quản lý chất lượng", "Áp dụng tại trụ sở.", line).facts(
        kind=kinds.QUALITY_MANUAL)
    assert facts.scope and facts.scope.exclusions and not any(one.reason for one in facts.scope.exclusions)


def test_those_who_answered_are_counted_and_not_those_asked() -> None:
    paper = Paper().p("BÁO CÁO KẾT QUẢ KHẢO SÁT SỰ HÀI LÒNG NĂM 2025", bold=True)
    facts = paper.p("Tổng số phiếu phát ra: 300 phiếu, thu về 285 phiếu (đạt 95%).").facts()
    assert facts.survey and facts.survey.respondents == 285
    facts = Paper().p("KẾT QUẢ KHẢO SÁT NĂM 2026", bold=True).p("Phát ra 120 phiếu, thu về 118 phiếu hợp lệ.").facts()
    assert facts.survey and facts.survey.respondents == 118


def test_a_certificate_of_a_course() -> None:
    paper = Paper().p("TRUNG TÂM ÁNH DƯƠNG").p("GIẤY CHỨNG NHẬN", bold=True, alignment="center")
    paper.p("Ông/Bà: Trần Thị Mẫu", alignment="center")
    facts = paper.p("Đã hoàn thành khóa đào tạo: Đánh giá viên nội bộ theo TCVN ISO 9001:2015").facts()
    assert facts.kind == kinds.TRAINING_RECORD and facts.training
    assert facts.training.subject and "Đánh giá viên nội bộ" in facts.training.subject.text
    assert [person.name for person in facts.training.people] == ["Trần Thị Mẫu"]
