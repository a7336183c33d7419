"""Lists of internal documents, of laws, of TTHC: every order of columns, groups, merged cells, dates of all sorts."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from fixtures.make.blocks import Book, Sheet
from fixtures.make.excel import workbook
from hypothesis import given, settings
from hypothesis import strategies as st

from qmslint.api import QualityDocument, kinds
from tests.extract.paper import Paper


def sheets(*made: Sheet) -> QualityDocument:
    """The facts of a workbook of these sheets."""
    from qmslint.plugins.manager import Plugins
    from qmslint.run.inspect import inspect_bytes

    inspection = inspect_bytes("so.xlsx", workbook(Book(list(made))), Plugins())
    assert inspection.document is not None and not inspection.problems, inspection.problems
    return inspection.document


def listed(*rows: list[Any], title: str = "DANH MỤC TÀI LIỆU NỘI BỘ") -> QualityDocument:
    """The facts of a Word document with one titled table."""
    facts: QualityDocument = Paper().p(title, bold=True, alignment="center").table(*rows).facts()
    return facts


# ---- internal documents


def test_list_of_an_agency() -> None:
    facts = listed(
        ["TT", "Tên tài liệu", "Mã hiệu", "Lần ban hành", "Ngày ban hành", "Đơn vị áp dụng", "Ghi chú"],
        ["I", "TÀI LIỆU HỆ THỐNG", None, None, None, None, None],
        ["1", "Sổ tay chất lượng", "STCL", "02", "05/01/2026", "Toàn cơ quan", ""],
        ["2", "Quy trình đánh giá nội bộ", "QT.03", "01", "ngày 12 tháng 02 năm 2026", "Văn phòng", "Hết hiệu lực"],
        ["II", "QUY TRÌNH GIẢI QUYẾT TTHC", "", "", "", "", ""],
        ["1", "Đăng ký khai tử", "QT 02/HT", "1", "", "Tư pháp", "Xem phụ lục"],
        ["", "Tổng số: 03 tài liệu", None, None, None, None, None],
    )
    assert facts.kind == kinds.DOCUMENT_LIST
    first, second, third = facts.listed_documents
    assert (first.code, first.title, first.edition, first.unit) == ("STCL", "Sổ tay chất lượng", "02", "Toàn cơ quan")
    assert first.issued and first.issued.value == date(2026, 1, 5) and first.at.row == 3
    assert second.issued and second.issued.value == date(2026, 2, 12) and second.status == "Hết hiệu lực"
    assert (third.code, third.number, third.status, third.issued) == ("QT 02/HT", "1", "", None)


def test_list_of_a_company_with_its_status() -> None:
    facts = listed(
        ["STT", "Mã hiệu", "Tên tài liệu", "Cấp", "Đơn vị soạn thảo", "Phiên bản", "Ngày hiệu lực", "Tình trạng",
         "Bảo mật", "Hạn soát xét"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)"],
        ["1", "QT.01", "Kiểm soát thông tin dạng văn bản", "2", "Văn phòng", "3.0", "2026.03.01", "Còn hiệu lực", "",
         "01/03/2027"],
    )
    (only,) = facts.listed_documents
    assert (only.code, only.edition, only.unit, only.status) == ("QT.01", "3.0", "Văn phòng", "Còn hiệu lực")
    assert only.effective and only.effective.value == date(2026, 3, 1) and only.issued is None


def test_list_of_a_factory_in_two_languages() -> None:
    facts = listed(
        ["Tên tài liệu / Title", "Mã số / Code", "Bộ phận ban hành", "Ngày ban hành", "Lần BH/SĐ", "Bộ phận tiếp nhận",
         "Hình thức triển khai"],
        ["Kiểm soát hồ sơ", "ISO.02.01", "Ban ISO", "16. 4.2025", "02/01", "Các phòng", "Bản in"],
        ["Đào tạo", "ISO.02.02", "^", "20250617", "01/00", "^", "^"],
    )
    assert [(d.code, d.edition, d.unit) for d in facts.listed_documents] == [
        ("ISO.02.01", "02/01", "Ban ISO"), ("ISO.02.02", "01/00", "Ban ISO")]
    assert [d.issued.value for d in facts.listed_documents if d.issued] == [date(2025, 4, 16), date(2025, 6, 17)]


def test_headings_in_two_rows() -> None:
    facts = listed(
        ["TT", "Mã hiệu", "Tên tài liệu", "Ngày ban hành / hiệu lực", None, "Lần ban hành"],
        ["^", "^", "^", "Ngày ban hành", "Ngày hiệu lực", "^"],
        ["1", "QT.01", "Kiểm soát hồ sơ", "02/01/2026", "15/01/2026", "1"],
    )
    (only,) = facts.listed_documents
    assert only.issued and only.issued.value == date(2026, 1, 2)
    assert only.effective and only.effective.value == date(2026, 1, 15)


def test_annex_of_a_decision() -> None:
    paper = Paper().table(["UBND XÃ AN BÌNH\nSố: 12/QĐ-UBND",
                           "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"])
    paper.p("QUYẾT ĐỊNH", bold=True, alignment="center")
    paper.p("Về việc ban hành hệ thống tài liệu theo TCVN ISO 9001:2015", bold=True, alignment="center")
    paper.p("Điều 1. Ban hành kèm theo Quyết định này hệ thống tài liệu.")
    paper.p("PHỤ LỤC", bold=True, alignment="center").p("DANH MỤC TÀI LIỆU", bold=True, alignment="center")
    paper.table(["STT", "Tên quy trình", "Ký hiệu"], ["1", "Đăng ký kết hôn", "QT 03/HT"],
                ["2", "Đăng ký lại khai sinh", "QT 04/HT"])
    facts = paper.facts()
    assert facts.kind == kinds.PROMULGATION_DECISION
    assert [(d.code, d.title) for d in facts.listed_documents] == [
        ("QT 03/HT", "Đăng ký kết hôn"), ("QT 04/HT", "Đăng ký lại khai sinh")]


def test_workbook_of_several_sheets() -> None:
    facts = sheets(
        Sheet("Nội bộ", [
            ["ỦY BAN NHÂN DÂN XÃ AN BÌNH"], ["DANH MỤC TÀI LIỆU NỘI BỘ"], [],
            ["TT", "Mã hiệu", "Tên tài liệu", "Lần ban hành", "Ngày ban hành"],
            ["A", "QUY TRÌNH HỆ THỐNG"],
            [1, "QT.01", "Kiểm soát hồ sơ", 2, date(2026, 3, 5)],
            [2, "QT.02", "Quản lý rủi ro", "01", "tháng 3/2026"],
            ["LĨNH VỰC HỘ TỊCH"],
            [3, "QT.10", "Đăng ký khai sinh", "01", 46096],
        ], [5, 10, 30, 8, 12], merges=["A8:E8"], bold_rows=(2, 4)),
        Sheet("VB pháp lý", [
            ["TT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu", "Cơ quan ban hành", "Ngày hiệu lực", "Ghi chú"],
            [1, "118/2025/NĐ-CP", date(2025, 6, 9), "Một cửa", "Chính phủ", date(2025, 7, 1), None],
        ], [5, 10, 12, 30, 10, 12, 8], bold_rows=(1,)),
        Sheet("TTHC", [
            ["DANH MỤC THỦ TỤC HÀNH CHÍNH"],
            ["TT", "Mã TTHC", "Tên TTHC", "Thời hạn (ngày làm việc)", "Mã quy trình"],
            ["I", "Hộ tịch (01 TTHC)"],
            [1, "1.001193", "Đăng ký khai sinh", 1, "QT.10"],
        ], [5, 10, 30, 12, 10], bold_rows=(1, 2)),
    )
    assert facts.kind == kinds.DOCUMENT_LIST
    assert [(d.code, d.edition, d.issued.value if d.issued else None) for d in facts.listed_documents] == [
        ("QT.01", "2", date(2026, 3, 5)), ("QT.02", "01", None), ("QT.10", "01", date(2026, 3, 15))]
    assert facts.listed_documents[1].issued and facts.listed_documents[1].issued.problem == "incomplete"
    assert facts.listed_documents[0].at.sheet == "Nội bộ" and facts.listed_documents[0].at.row == 6
    (law,) = facts.listed_laws
    assert (law.number, law.issuer, law.title) == ("118/2025/NĐ-CP", "Chính phủ", "Một cửa")
    assert law.effective and law.effective.value == date(2025, 7, 1)
    (tthc,) = facts.listed_tthc
    assert (tthc.code, tthc.field, tthc.procedure_code) == ("1.001193", "Hộ tịch", "QT.10")
    assert tthc.time_limit and tthc.time_limit.text == "1 ngày làm việc" and tthc.time_limit.duration


def test_merged_rows_are_one_document() -> None:
    facts = listed(
        ["TT", "Mã hiệu", "Tên tài liệu", "Lần ban hành", "Nơi nhận"],
        ["1", "QT.01", "Kiểm soát hồ sơ", "01", "Phòng A"], ["^", "^", "^", "^", "Phòng B"],
    )
    assert [d.code for d in facts.listed_documents] == ["QT.01"]


def test_automatic_numbers_and_titles_alone() -> None:
    paper = Paper().p("DANH MỤC TÀI LIỆU NỘI BỘ", bold=True)
    paper.table(["TT", "Tên tài liệu", "Mã hiệu", "Lần ban hành"], ["", "Kiểm soát hồ sơ", "", ""],
                ["", "QUY TRÌNH TTHC", "", ""], ["", "Khai tử", "QT.2", "1"])
    assert [d.title for d in paper.facts().listed_documents] == ["Kiểm soát hồ sơ", "Khai tử"]


# ---- laws


@pytest.mark.parametrize(("head", "row"), [
    (["TT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu", "Cơ quan ban hành", "Ngày hiệu lực", "Ghi chú"],
     ["1", "123/2015/NĐ-CP", "15/11/2015", "Hộ tịch", "Chính phủ", "01/01/2016", ""]),
    (["STT", "Mã hiệu văn bản", "Tên văn bản", "Phân loại", "Cơ quan ban hành", "Ngày hiệu lực", "Tình trạng",
      "Đơn vị theo dõi", "Rà soát gần nhất"],
     ["1", "123/2015/NĐ-CP ngày 15/11/2015", "Hộ tịch", "Nghị định", "Chính phủ", "01/01/2016", "Còn hiệu lực", "VP",
      "05/01/2026"]),
    (["Thời gian", "Số văn bản", "Cơ quan ban hành", "Trích yếu"],
     ["15/11/2015", "123/2015/NĐ-CP", "Chính phủ", "Hộ tịch"]),
    (["TT", "Số, ký hiệu; ngày ban hành", "Tên loại và trích yếu", "Nơi ban hành"],
     ["1", "123/2015/NĐ-CP (15/11/2015)", "Hộ tịch", "Chính phủ"]),
    (["TT", "Số hiệu", "Tên văn bản", "Cơ quan ban hành", "Ngày ký"],
     ["1", "Nghị định số 123/2015/NĐ-CP", "Hộ tịch", "Chính phủ", "15.11.2015"]),
])
def test_every_list_of_laws(head: list[str], row: list[str]) -> None:
    facts = listed(head, row, title="DANH MỤC VĂN BẢN PHÁP LÝ")
    (law,) = facts.listed_laws
    assert (law.number, law.title, law.issuer) == ("123/2015/NĐ-CP", "Hộ tịch", "Chính phủ")
    assert law.issued and law.issued.value == date(2015, 11, 15)
    if "Ngày hiệu lực" in head:
        assert law.effective and law.effective.value == date(2016, 1, 1)
    if "Tình trạng" in head:
        assert law.status == "Còn hiệu lực" and law.reviewed and law.reviewed.value == date(2026, 1, 5)


def test_a_law_whose_number_stands_in_its_title() -> None:
    facts = listed(
        ["TT", "Tên văn bản", "Cơ quan ban hành"],
        ["I", "LUẬT", ""],
        ["1", "Nghị định số 123/2015/NĐ-CP ngày 15/11/2015 của Chính phủ quy định chi tiết", "Chính phủ"],
        ["2", "Luật Hộ tịch năm 2014", "Quốc hội"],
        title="DANH MỤC TÀI LIỆU BÊN NGOÀI",
    )
    first, second = facts.listed_laws
    assert first.number == "123/2015/NĐ-CP" and first.issued and first.issued.value == date(2015, 11, 15)
    assert second.number == "" and second.title == "Luật Hộ tịch năm 2014" and second.issuer == "Quốc hội"


# ---- TTHC


@pytest.mark.parametrize(("head", "row", "field", "limit"), [
    (["TT", "Mã TTHC", "Tên thủ tục hành chính", "Lĩnh vực", "Cấp thực hiện", "Thời hạn giải quyết", "Mã quy trình"],
     ["1", "1.001193", "Đăng ký khai sinh", "Hộ tịch", "Xã", "01 ngày làm việc", "QT.01"], "Hộ tịch", True),
    (["Tên thủ tục", "Mã số TTHC", "Quy trình ISO", "Cơ quan thực hiện"],
     ["Đăng ký khai sinh", "1.001193", "QT.01", "Xã"], "", False),
    (["STT", "Tên TTHC", "Mã hiệu quy trình", "Cấp giải quyết"],
     ["1", "Đăng ký khai sinh (1.001193)", "QT.01", "Xã"], "", False),
])
def test_every_list_of_tthc(head: list[str], row: list[str], field: str, limit: bool) -> None:
    facts = listed(head, row, title="DANH MỤC THỦ TỤC HÀNH CHÍNH")
    (one,) = facts.listed_tthc
    assert (one.code, one.title, one.field, one.level, one.procedure_code) == (
        "1.001193", "Đăng ký khai sinh", field, "Xã", "QT.01")
    assert (one.time_limit is not None and one.time_limit.duration is not None) is limit


def test_field_by_group_and_a_limit_in_two_columns() -> None:
    facts = listed(
        ["TT", "Tên TTHC", "Thời hạn giải quyết", None, "Ghi chú"],
        ["^", "^", "Theo quy định", "Sau cắt giảm", "^"],
        ["I. LĨNH VỰC HỘ TỊCH (02 TTHC)", None, None, None, None],
        ["1", "Đăng ký khai sinh", "05 ngày", "03 ngày", ""],
        title="DANH MỤC TTHC",
    )
    (one,) = facts.listed_tthc
    assert (one.title, one.field, one.time_limit) == ("Đăng ký khai sinh", "HỘ TỊCH", None)


def test_no_list_in_other_papers() -> None:
    facts = Paper().p("BIÊN BẢN ĐÁNH GIÁ NỘI BỘ", bold=True).table(
        ["TT", "Tên tài liệu", "Mã hiệu"], ["1", "A", "B"]).facts()
    assert facts.listed_documents == () and facts.listed_laws == () and facts.listed_tthc == ()


# ---- properties

COLUMNS = {"TT": "1", "Mã hiệu": "QT.01", "Tên tài liệu": "Kiểm soát hồ sơ", "Lần ban hành": "02",
           "Ngày ban hành": "05/01/2026", "Đơn vị áp dụng": "Văn phòng", "Tình trạng": "Còn hiệu lực"}


@settings(max_examples=40, deadline=None)
@given(st.permutations(list(COLUMNS)), st.sampled_from(("NFC", "NFD")))
def test_order_of_columns_and_form_of_letters_do_not_matter(order: list[str], form: Any) -> None:
    rows = [[unicodedata.normalize(form, cell) for cell in row] for row in (order, [COLUMNS[c] for c in order])]
    (one,) = listed(*rows, title=unicodedata.normalize(form, "DANH MỤC TÀI LIỆU NỘI BỘ")).listed_documents
    usual = list(COLUMNS)
    (same,) = listed(usual, [COLUMNS[c] for c in usual]).listed_documents
    assert one._replace(at=same.at, issued=None) == same._replace(issued=None)
    assert one.issued and same.issued and one.issued.value == same.issued.value


LAW = {"TT": "1", "Số, ký hiệu": "123/2015/NĐ-CP", "Ngày ban hành": "15/11/2015", "Trích yếu": "Hộ tịch",
       "Cơ quan ban hành": "Chính phủ", "Ngày hiệu lực": "01/01/2016", "Tình trạng": "Còn hiệu lực"}
TTHC = {"TT": "1", "Mã TTHC": "1.001193", "Tên TTHC": "Khai sinh", "Lĩnh vực": "Hộ tịch",
        "Thời hạn giải quyết": "01 ngày", "Mã quy trình": "QT.01"}
SPOILT = {"NFC": lambda text: text, "NFD": lambda text: unicodedata.normalize("NFD", text),
          "marks": lambda text: text[:1] + "\u200e" + text[1:].replace(" ", "\u00a0"), "big": lambda text: text.upper()}


@settings(max_examples=40, deadline=None)
@given(st.permutations(list(LAW)), st.permutations(list(TTHC)), st.sampled_from(sorted(SPOILT)))
def test_laws_and_tthc_in_every_order_and_spelling(laws: list[str], tthc: list[str], how: str) -> None:
    spoil = SPOILT[how]
    paper = Paper().p(spoil("DANH MỤC VĂN BẢN PHÁP LÝ"), bold=True)
    paper.table([spoil(name) for name in laws], [LAW[name] for name in laws])
    paper.p(spoil("DANH MỤC THỦ TỤC HÀNH CHÍNH"), bold=True)
    paper.table([spoil(name) for name in tthc], [TTHC[name] for name in tthc])
    facts = paper.facts()
    (law,) = facts.listed_laws
    assert (law.number, law.title, law.issuer, law.status) == (
        "123/2015/NĐ-CP", "Hộ tịch", "Chính phủ", "Còn hiệu lực")
    assert law.issued and law.effective and (law.issued.value, law.effective.value) == (
        date(2015, 11, 15), date(2016, 1, 1))
    (one,) = facts.listed_tthc
    assert (one.code, one.title, one.field, one.procedure_code) == ("1.001193", "Khai sinh", "Hộ tịch", "QT.01")
    assert one.time_limit and one.time_limit.duration and one.time_limit.duration.amount == 1


CELLS = st.one_of(
    st.sampled_from(["TT", "Mã hiệu", "Tên tài liệu", "Số, ký hiệu", "Tên TTHC", "Thời hạn giải quyết", "Trích yếu",
                     "Cơ quan ban hành", "", "I", "1", "45000", "123/2015/NĐ-CP ngày", "ngày", "(1)", "Tổng số", "^"]),
    st.text(max_size=12))

ROWS = st.lists(st.one_of(CELLS, st.none()), min_size=1, max_size=5)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from((kinds.DOCUMENT_LIST, kinds.LEGAL_LIST, kinds.TTHC_LIST, kinds.PROMULGATION_DECISION)),
       st.integers(1, 5), st.lists(ROWS, min_size=1, max_size=6))
def test_no_table_breaks_a_list(kind: str, width: int, rows: list[list[str | None]]) -> None:
    made: list[list[str | None]] = []
    for number, row in enumerate(rows):
        line = [*row, *[""] * width][:width]
        made.append(["" if (cell is None and c == 0) or (cell == "^" and number == 0) else cell
                     for c, cell in enumerate(line)])
    Paper().p("DANH MỤC").table(*made).facts(kind=kind)




# ---- tables that go on


def test_a_sheet_whose_groups_stand_apart() -> None:
    facts = sheets(Sheet("DMTL", [
        ["DANH MỤC TÀI LIỆU NỘI BỘ"], [],
        ["TT", "Mã hiệu", "Tên tài liệu", "Lần ban hành"], [1, "QT.01", "Kiểm soát hồ sơ", 1], [],
        [None, "Quy trình TTHC"], [2, "QT.02", "Khai sinh", None], [3, "QT.03", "Khai tử", None], [],
        ["Ghi chú: danh mục cập nhật hằng quý"],
    ], [5, 10, 30, 8], bold_rows=(1, 3)))
    assert [(d.code, d.title) for d in facts.listed_documents] == [
        ("QT.01", "Kiểm soát hồ sơ"), ("QT.02", "Khai sinh"), ("QT.03", "Khai tử")]


def test_a_table_broken_at_a_page() -> None:
    paper = Paper().p("DANH MỤC THỦ TỤC HÀNH CHÍNH", bold=True)
    paper.table(["TT", "Mã TTHC", "Tên TTHC"], ["1", "1.001193", "Khai sinh"])
    paper.table(["2", "1.000656", "Khai tử"])
    paper.table(["Nơi nhận:", "CHỦ TỊCH"])
    assert [t.code for t in paper.facts().listed_tthc] == ["1.001193", "1.000656"]


@pytest.mark.parametrize("foot", [
    [[], [None, "NGƯỜI LẬP", None, "CHỦ TỊCH"], [], [None, "Trần Văn Mẫu", None, "Lê Thị Thử"]],
    [[], [None, None, None, "An Bình, ngày 05 tháng 01 năm 2026"], [None, "Người lập", "Kiểm tra", "Phê duyệt"],
     [None, "Trần Văn Mẫu", "Lê Thị Thử", "Phạm Văn Ví"]],
    [["Nơi nhận:", None, None, "CHỦ TỊCH"], ["- Lưu: VT.", None, None, "Lê Thị Thử"]],
])
def test_rows_to_sign_in_are_no_entries(foot: list[list[Any]]) -> None:
    facts = sheets(Sheet("DMTL", [
        ["DANH MỤC TÀI LIỆU NỘI BỘ"], [], ["TT", "Mã hiệu", "Tên tài liệu", "Lần ban hành"],
        [1, "QT.01", "Kiểm soát hồ sơ", 1], *foot,
    ], [5, 10, 30, 8], bold_rows=(1, 3)))
    assert [d.code for d in facts.listed_documents] == ["QT.01"]


def test_a_table_to_sign_in_is_no_list() -> None:
    paper = Paper().p("DANH MỤC TÀI LIỆU NỘI BỘ", bold=True)
    paper.table(["TT", "Mã hiệu", "Tên tài liệu", "Lần ban hành"], ["1", "QT.01", "Kiểm soát hồ sơ", "01"])
    paper.table(["Trách nhiệm", "Soạn thảo", "Xem xét", "Phê duyệt"], ["Họ tên", "Trần Văn Mẫu", "Lê Thị Thử", "A B"])
    assert [d.code for d in paper.facts().listed_documents] == ["QT.01"]


def test_a_table_to_sign_in_right_behind_the_list() -> None:
    facts = listed(["TT", "Tên tài liệu", "Mã hiệu", "Lần ban hành"], ["1", "Sổ tay chất lượng", "STCL", "02"],
                   ["NGƯỜI LẬP\n(Đã ký)\nĐỗ Thị Mẫu", None, "CHÁNH VĂN PHÒNG\n(Đã ký)\nHà Quang Ví", None])
    assert [one.code for one in facts.listed_documents] == ["STCL"]


def test_a_list_set_as_a_table_says_what_it_is() -> None:
    facts = listed(["TT", "Mã số", "Tên gọi", "Lần BH", "Ngày BH"], ["1", "QT-01", "Khai sinh", "1", "01/9/2025"],
                   title="BẢNG DANH MỤC TÀI LIỆU NỘI BỘ")
    assert facts.kind == kinds.DOCUMENT_LIST and [one.code for one in facts.listed_documents] == ["QT-01"]


def test_a_law_with_its_date_below_the_number() -> None:
    paper = Paper().p("DANH MỤC VĂN BẢN PHÁP LUẬT", bold=True)
    paper.table(["STT", "Số hiệu văn bản", "Trích yếu nội dung", "Hiệu lực từ", "Hết hiệu lực"],
                ["1", "NĐ 123/2015/NĐ-CP\n15/11/2015", "Thi hành Luật Hộ tịch", "01/01/2016", ""])
    (law,) = paper.facts().listed_laws
    assert law.number == "123/2015/NĐ-CP" and law.issued and law.issued.text == "15/11/2015"
    assert law.effective and law.effective.text == "01/01/2016"
