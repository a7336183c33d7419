"""Items and time limits of a TTHC in every template, codes, forms, records."""

from __future__ import annotations

from fractions import Fraction

import pytest

from qmslint.api import Location, Procedure, Unit
from qmslint.extract.procedure.procedure_words import heading_scenario, scenario_of
from qmslint.extract.procedure.time_limits import item_limits
from tests.extract.paper import Paper, procedure

TTHC = "tthc-procedure"


def facts_of(paper: Paper) -> Procedure:
    found = paper.facts(TTHC).procedure
    assert isinstance(found, Procedure)
    return found


def items(paper: Paper) -> list[tuple[str, str]]:
    return [(item.number, item.key) for item in facts_of(paper).items]


def content() -> Paper:
    """The head of a procedure up to its content."""
    paper = Paper().p("QUY TRÌNH", bold=True).p("1. MỤC ĐÍCH", bold=True).p("Quy định trình tự.")
    return paper.p("2. PHẠM VI", bold=True).p("UBND xã.").p("5. NỘI DUNG", bold=True)


# ── items ──


def test_the_department_template() -> None:
    found = facts_of(procedure())
    assert [(i.number, i.key, i.title) for i in found.items] == [
        ("a", "dossier", "Thành phần, số lượng hồ sơ"), ("b", "time-limit", "Thời hạn giải quyết"),
        ("c", "subject", "Đối tượng thực hiện thủ tục hành chính"),
        ("d", "agency", "Cơ quan thực hiện thủ tục hành chính"),
        ("đ", "result", "Kết quả thực hiện thủ tục hành chính"), ("e", "fee", "Phí, lệ phí"),
        ("g", "form", "Tên mẫu đơn, mẫu tờ khai"), ("h", "process", "Quy trình các bước xử lý công việc"),
    ]
    texts = {item.key: item.text for item in found.items}
    assert texts["dossier"] == "- Tờ khai theo mẫu;" and texts["fee"] == "8.000 đồng/bản" and texts["form"] == "Không."
    assert found.items[1].at.heading == "b. Thời hạn giải quyết"


def test_automatic_letters_and_items_that_are_not_bold() -> None:
    paper = content()
    for number, text in zip(("a.", "b.", "c.", "d.", "đ."), (
        "Trình tự thực hiện:", "Cách thức thực hiện: Nộp trực tiếp.", "Thành phần hồ sơ:", "Số lượng hồ sơ: 01 bộ",
        "Cơ quan phối hợp: Không",
    ), strict=True):
        paper.p(text, number=number)
    assert items(paper) == [
        ("a", "sequence"), ("b", "manner"), ("c", "dossier"), ("d", "dossier-count"), ("đ", "coordination"),
    ]


def test_numbered_items_of_the_second_template() -> None:
    paper = content()
    for line in ("5.1 Cơ sở pháp lý", "5.2. Thành phần hồ sơ", "5.3 Số lượng hồ sơ", "5.4 Thời gian xử lý",
                 "5.5 Nơi tiếp nhận và trả kết quả", "5.6. Lệ phí", "5.7 Quy trình xử lý công việc"):
        paper.p(line, bold=True).p("Như quy định.")
    assert [key for _, key in items(paper)] == [
        "legal-basis", "dossier", "dossier-count", "time-limit", "place", "fee", "process",
    ]
    assert items(paper)[0][0] == "5.1" and facts_of(paper).items[3].text == "Như quy định."


def test_items_as_rows_of_one_table_with_the_steps_in_it() -> None:
    paper = content()
    paper.table(
        ["5.1", "Cơ sở pháp lý", None, None, None], ["", "Luật số 60/2014/QH13.", None, None, None],
        ["5.2", "Thành phần hồ sơ", None, "Bản chính", "Bản sao"], ["", "Tờ khai", None, "x", ""],
        ["5.3", "Số lượng hồ sơ", None, None, None], ["", "01 bộ", None, None, None],
        ["5.4", "Thời gian xử lý", None, None, None], ["", "02 ngày làm việc", None, None, None],
        ["5.5", "Nơi tiếp nhận và trả kết quả", None, None, None], ["", "Bộ phận Một cửa", None, None, None],
        ["5.6", "Lệ phí", None, None, None], ["", "Không", None, None, None],
        ["5.7", "Quy trình xử lý công việc", None, None, None],
        ["TT", "Trình tự", "Trách nhiệm", "Thời gian", "Biểu mẫu/Kết quả"],
        ["B1", "Nộp hồ sơ", "Tổ chức/cá nhân", "Giờ hành chính", "Theo mục 5.2"],
        ["B2", "Thẩm định", "Chuyên viên", "1,5 ngày", "BM.02"],
        ["B3", "Ký duyệt", "Lãnh đạo UBND", "½ ngày", "Quyết định"],
    )
    found = facts_of(paper)
    assert [(i.number, i.key) for i in found.items] == [
        ("5.1", "legal-basis"), ("5.2", "dossier"), ("5.3", "dossier-count"), ("5.4", "time-limit"),
        ("5.5", "place"), ("5.6", "fee"), ("5.7", "process"),
    ]
    assert [(t.text, t.scenario) for t in found.time_limits] == [("02 ngày làm việc", "")]
    assert found.columns == ("number", "step", "responsible", "time", "result")
    assert [(s.number, s.name, s.responsible, s.result) for s in found.steps] == [
        ("B1", "Nộp hồ sơ", "Tổ chức/cá nhân", "Theo mục 5.2"), ("B2", "Thẩm định", "Chuyên viên", "BM.02"),
        ("B3", "Ký duyệt", "Lãnh đạo UBND", "Quyết định"),
    ]
    assert [[t.duration and t.duration.amount for t in s.times] for s in found.steps] == [
        [None], [Fraction(3, 2)], [Fraction(1, 2)],
    ]


def test_several_items_in_one_paragraph() -> None:
    paper = content()
    paper.p("a. Thành phần hồ sơ: Đơn\n- Bản sao\nb. Thời hạn giải quyết: 3 ngày\nc) Phí, lệ phí: Không", bold=True)
    paper.p("Miễn cho hộ nghèo.").p("d. Kết quả thực hiện:\n- Giấy phép", bold=True)
    found = facts_of(paper)
    assert [(i.number, i.key, i.text) for i in found.items] == [
        ("a", "dossier", "Đơn\n- Bản sao"), ("b", "time-limit", "3 ngày"), ("c", "fee", "Không\nMiễn cho hộ nghèo."),
        ("d", "result", "- Giấy phép"),
    ]
    assert [t.text for t in found.time_limits] == ["3 ngày"]
    lines = content().p("b. Thời hạn giải quyết:\n- Cấp tỉnh: 10 ngày\n- Cấp xã: 5 ngày", bold=True)
    assert [(t.scenario, t.duration and t.duration.amount) for t in facts_of(lines).time_limits] == [
        ("Cấp tỉnh", 10), ("Cấp xã", 5),
    ]
    broken = content().p("a. Thành phần,\nsố lượng hồ sơ:", bold=True).p("- Đơn")
    assert [(i.title, i.text) for i in facts_of(broken).items] == [("Thành phần, số lượng hồ sơ", "- Đơn")]


def test_one_heading_over_several_items() -> None:
    paper = content().p("5.1 Thời hạn giải quyết – Lệ phí – Đối tượng:", bold=True).p("- 05 ngày.").p("- Lệ phí: Không")
    paper.p("5.2. Cơ quan giải quyết; kết quả: UBND xã; Giấy xác nhận", bold=True)
    paper.p("5.3. Yêu cầu, điều kiện và thời gian nộp bổ sung: Không", bold=True)
    assert [(i.number, i.key, i.text) for i in facts_of(paper).items] == [
        ("5.1", "time-limit", "- 05 ngày.\n- Lệ phí: Không"), ("5.1", "fee", "- 05 ngày.\n- Lệ phí: Không"),
        ("5.1", "subject", "- 05 ngày.\n- Lệ phí: Không"),
        ("5.2", "agency", "UBND xã; Giấy xác nhận"), ("5.2", "result", "UBND xã; Giấy xác nhận"),
        ("5.3", "conditions", "Không"),
    ]


def test_a_label_over_its_text_in_one_cell() -> None:
    paper = content().table(
        ["TT", "Nội dung"], ["5.1", "Thành phần hồ sơ (01 bộ)\v- Đơn đề nghị;\v- Bản sao"],
        ["5.2", "Phí, lệ phí\v2.000 đồng/trang"], ["5.3", "Nơi tiếp nhận, cách thức nộp\vBộ phận Một cửa"],
    )
    assert [(i.number, i.key, i.title, i.text) for i in facts_of(paper).items] == [
        ("5.1", "dossier", "Thành phần hồ sơ (01 bộ)", "- Đơn đề nghị;\n- Bản sao"),
        ("5.2", "fee", "Phí, lệ phí", "2.000 đồng/trang"),
        ("5.3", "place", "Nơi tiếp nhận, cách thức nộp", "Bộ phận Một cửa"),
        ("5.3", "manner", "Nơi tiếp nhận, cách thức nộp", "Bộ phận Một cửa"),
    ]


def test_short_labels_in_numbered_cells() -> None:
    paper = content().table(
        ["1", "Hồ sơ", "- Đơn theo mẫu"], ["2", "Thời hạn", "07 ngày làm việc"], ["3", "Đối tượng", "Cá nhân"],
        ["4", "Điều kiện", "Không"],
    )
    assert [(i.number, i.key, i.text) for i in facts_of(paper).items] == [
        ("1", "dossier", "- Đơn theo mẫu"), ("2", "time-limit", "07 ngày làm việc"), ("3", "subject", "Cá nhân"),
        ("4", "conditions", "Không"),
    ]
    assert not items(content().p("Hồ sơ:").p("Đối tượng là cá nhân."))


def test_the_number_of_the_next_row_is_no_text_of_this_one() -> None:
    paper = content().table(
        ["5.1", "Phí, lệ phí"], ["", "200.000 đồng/bản"], ["5.2", "Đối tượng thực hiện"], ["", "Cá nhân"],
    )
    assert [(i.key, i.text) for i in facts_of(paper).items] == [("fee", "200.000 đồng/bản"), ("subject", "Cá nhân")]


def test_prose_that_begins_like_a_label_is_no_item() -> None:
    paper = content().p("a. Thành phần hồ sơ:", bold=True).p("- Tờ khai.")
    paper.p("Thời hạn giải quyết hồ sơ được tính từ ngày nhận đủ hồ sơ hợp lệ của người nộp.")
    paper.p("1. Kết quả giải quyết được trả theo phiếu hẹn và không trả trước khi có chữ ký của người có thẩm quyền, "
            "kể cả khi người nộp yêu cầu trả trước vì lý do riêng của mình.", bold=False)
    assert items(paper) == [("a", "dossier")]


def test_one_item_without_a_number_is_said_once() -> None:
    paper = content().p("a. Thành phần, số lượng hồ sơ:", bold=True).p("Thành phần hồ sơ:", bold=True).p("- Đơn")
    assert items(paper) == [("a", "dossier")]
    paper.p("b. Thời hạn giải quyết: 3 ngày", bold=True).p("b. Thời hạn giải quyết: 5 ngày", bold=True)
    assert [key for _, key in items(paper)] == ["dossier", "time-limit", "time-limit"]


def test_labels_outside_of_the_content_are_no_items() -> None:
    paper = Paper().p("QUY TRÌNH", bold=True).p("1. MỤC ĐÍCH", bold=True).p("Kết quả thực hiện: tốt hơn.", bold=True)
    paper.p("2. PHẠM VI", bold=True).p("Đối tượng thực hiện: mọi người.", bold=True).p("5. NỘI DUNG", bold=True)
    paper.p("a. Phí, lệ phí: Không", bold=True).p("7. HỒ SƠ LƯU", bold=True).p("Kết quả giải quyết: bản photo")
    assert items(paper) == [("a", "fee")]


def test_nothing_found_is_none_and_no_empty_procedure() -> None:
    assert Paper().p("QUY TRÌNH", bold=True).p("Văn bản chỉ có lời.").facts(TTHC).procedure is None
    assert content().p("Chỉ có lời.").facts(TTHC).procedure == Procedure()
    assert procedure().facts("quality-policy").procedure is None


# ── limits ──


def limits(*lines: str) -> list[tuple[str, str]]:
    """Case and length of each limit: ("có xác minh", "≤10 working-day")."""
    found = []
    for limit in item_limits((line, Location(order=n)) for n, line in enumerate(lines)):
        d = limit.duration
        shown = "" if d is None else "same-day" if d.same_day else f"{'≤' if d.at_most else ''}{d.amount} {d.unit}"
        found.append((limit.scenario, shown))
    return found


@pytest.mark.parametrize(("text", "expected"), [
    ("05 ngày làm việc.", [("", "5 working-day")]),
    ("10 ngày, kể từ ngày nhận đủ hồ sơ hợp lệ", [("", "10 day")]),
    ("Không quá 02 (hai) ngày làm việc, kể từ ngày nhận đủ hồ sơ", [("", "≤2 working-day")]),
    ("05 ngày làm việc, trường hợp phải xác minh thì thời hạn giải quyết không quá 10 ngày làm việc.",
     [("", "5 working-day"), ("có xác minh", "≤10 working-day")]),
    ("Ngay trong ngày tiếp nhận hồ sơ, trường hợp nhận hồ sơ sau 15 giờ mà không giải quyết được ngay thì trả kết quả "
     "trong ngày làm việc tiếp theo. Trong trường hợp phải xác minh thì thời hạn giải quyết không quá 3 ngày làm việc.",
     [("", "same-day"), ("có xác minh", "≤3 working-day")]),
    ("Ngay trong ngày hoặc ngày làm việc tiếp theo, nếu tiếp nhận sau 15 giờ", [("", "same-day")]),
    ("- Trường hợp không xác minh: 03 ngày; - Trường hợp có xác minh: 08 ngày",
     [("", "3 day"), ("có xác minh", "8 day")]),
    ("Nộp trực tiếp: 5 ngày; nộp trực tuyến: 3 ngày", [("trực tiếp", "5 day"), ("trực tuyến", "3 day")]),
    ("05 ngày đối với trường hợp thông thường; 10 ngày đối với trường hợp cần xác minh",
     [("", "5 day"), ("có xác minh", "10 day")]),
    ("15 ngày làm việc, trong đó: Sở 10 ngày; UBND tỉnh 5 ngày", [("", "15 working-day")]),
    ("15 ngày, trong đó: xã 10 ngày; tỉnh 5 ngày. Trường hợp phải xác minh: 20 ngày",
     [("", "15 day"), ("có xác minh", "20 day")]),
    ("12 ngày làm việc (bao gồm 03 ngày tại xã)", [("", "12 working-day")]),
    ("02 ngày. Trường hợp hồ sơ có nhiều trang; yêu cầu nhiều bản thì được kéo dài thêm không quá 02 ngày làm việc",
     [("", "2 day"), ("kéo dài", "≤2 working-day")]),
    ("Thời hạn trả kết quả: tối đa 30 (ba mươi) ngày", [("", "≤30 day")]),
    ("Thời hạn xem xét: 07 ngày; Thời hạn trả kết quả: 05 ngày", [("xem xét", "7 day"), ("trả kết quả", "5 day")]),
    ("Trong thời hạn 03 ngày làm việc kể từ ngày nhận đơn; trường hợp không cấp phải trả lời bằng văn bản",
     [("", "≤3 working-day")]),
    ("Không quá 20 ngày đối với trường hợp thuộc thẩm quyền tỉnh", [("thuộc thẩm quyền tỉnh", "≤20 day")]),
    ("20 ngày làm việc (Một cửa: 01 ngày; Sở: 17 ngày; UBND tỉnh: 02 ngày)", [("", "20 working-day")]),
    ("03 ngày (trường hợp phải xác minh: 08 ngày; không kể ngày nghỉ)", [("", "3 day"), ("có xác minh", "8 day")]),
    ("Trả ngay", [("", "")]),
    ("Theo thỏa thuận với người yêu cầu", [("", "")]),
    ("", []),
])
def test_limits_by_case(text: str, expected: list[tuple[str, str]]) -> None:
    assert limits(text) == expected


def test_limits_on_lines_of_their_own() -> None:
    assert limits("", "- Cấp tỉnh: 10 ngày làm việc", "- Cấp xã: 5 ngày làm việc") == [
        ("Cấp tỉnh", "10 working-day"), ("Cấp xã", "5 working-day"),
    ]
    paper = content().p("b. Thời hạn giải quyết:", bold=True).p("- 03 ngày làm việc;")
    paper.p("- Có xác minh: 08 ngày làm việc.").p("c. Phí, lệ phí: nộp trong 01 ngày", bold=True)
    found = facts_of(paper).time_limits
    assert [(t.scenario, t.duration and t.duration.amount) for t in found] == [("", 3), ("có xác minh", 8)]
    assert found[1].at.heading == "b. Thời hạn giải quyết" and found[1].at.order > found[0].at.order


@pytest.mark.parametrize(("heading", "scenario"), [
    ("Thời gian", ""), ("Thời gian (05 ngày làm việc)", ""), ("Thời gian không xác minh: 01 ngày làm việc", ""),
    ("Thời gian có xác minh (10 ngày làm việc)", "có xác minh"), ("Thời gian (ngày)", ""),
    ("Thời hạn (ngày làm việc)", ""),
    ("Thời gian thực hiện (tính theo giờ)", ""), ("Thời gian (trường hợp khác)", "trường hợp khác"),
    ("Thời gian nộp trực tuyến 3 ngày", "trực tuyến"), ("Thời gian/Time", ""), ("Số ngày", ""),
    ("Thời gian cấp lại", "cấp lại"), ("Không quá 05 ngày làm việc", ""),
])
def test_cases_of_headings(heading: str, scenario: str) -> None:
    assert heading_scenario(heading.split("/")[0]) == scenario


def test_a_case_that_speaks_of_two_known_ones_keeps_its_words() -> None:
    assert scenario_of("Trường hợp nộp trực tuyến phải xác minh") == "nộp trực tuyến phải xác minh"
    assert scenario_of("trong trường hợp phải xác minh") == "có xác minh"
    assert scenario_of("") == ""


# ── codes ──


@pytest.mark.parametrize(("line", "codes"), [
    ("Mã số TTHC: 1.001193", ["1.001193"]), ("Mã thủ tục: 1.001193.000.00.00.H56", ["1.001193.000.00.00.H56"]),
    ("Mã TTHC: 11.01193", ["11.01193"]), ("Đăng ký khai sinh (5.002544)", ["5.002544"]),
    ("Lệ phí 1.000000 đồng", []), ("Nghị định 1.0011934", []), ("Theo mục 1.001", []),
])
def test_codes(line: str, codes: list[str]) -> None:
    assert [c.text for c in facts_of(content().p("a. Phí: không", bold=True).p(line)).tthc_codes] == codes


def test_codes_of_other_procedures_are_left_out_where_the_own_one_is_labelled() -> None:
    paper = content().p("a. Phí: không", bold=True).p("Mã TTHC: 2.000635").p("Xem thủ tục 1.001193 và 1.001193")
    assert [c.text for c in facts_of(paper).tthc_codes] == ["2.000635"]


# ── forms, records ──


def test_forms_of_a_list() -> None:
    paper = content().p("Lời.").p("6. BIỂU MẪU", bold=True)
    paper.p("Mẫu sổ theo dõi hồ sơ;", number="-").p("Xem mục 5 ở trên.", number="-")
    paper.p("BM.01.02: Phiếu tiếp nhận hồ sơ").p("- Phiếu kiểm soát quá trình (BM-HT04.01)")
    paper.p("Các biểu mẫu gồm:").p("7. HỒ SƠ LƯU", bold=True).p("Sổ")
    assert [(f.name, f.code) for f in paper.facts(TTHC).forms] == [
        ("Mẫu sổ theo dõi hồ sơ", ""), ("Phiếu tiếp nhận hồ sơ", "BM.01.02"),
        ("Phiếu kiểm soát quá trình", "BM-HT04.01"),
    ]


def test_a_form_whose_code_has_strokes() -> None:
    paper = content().p("Lời.").p("6. BIỂU MẪU", bold=True).p("6.1. BM/NVY/07.01 Phiếu tiếp nhận")
    assert [(f.name, f.code) for f in paper.facts(TTHC).forms] == [("Phiếu tiếp nhận", "BM/NVY/07.01")]


def test_forms_of_a_table() -> None:
    paper = content().p("Lời.").p("6. BIỂU MẪU", bold=True)
    paper.table(["TT", "Mã hiệu", "Tên biểu mẫu"], ["1", "BM.01", "Giấy tiếp nhận"], ["2", "", "Phiếu hẹn (BM.02)"],
                ["3", "", ""])
    found = paper.facts("system-procedure").forms
    assert [(f.name, f.code) for f in found] == [("Giấy tiếp nhận", "BM.01"), ("Phiếu hẹn", "BM.02")]
    assert found[0].at.row == 2 and found[0].at.heading == "6. BIỂU MẪU"
    none = content().p("Lời.").p("6. BIỂU MẪU", bold=True).p("Không có.")
    assert none.facts(TTHC).forms == ()


def test_records_with_merged_cells_and_further_columns() -> None:
    paper = content().p("Lời.").p("7. HỒ SƠ LƯU", bold=True)
    paper.table(
        ["TT", "Tên hồ sơ", "Nơi lưu", "Thời gian lưu", "PP lưu", "PP hủy"],
        ["1", "Sổ theo dõi", "Văn phòng", "05 năm", "Giấy", "Hủy"], ["2", "Bộ hồ sơ", "^", "^", "^", "^"],
        ["Hồ sơ điện tử", None, None, None, None, None], ["3", "Dữ liệu", "Máy chủ", "Lâu dài", "Số", ""],
        ["", "", "", "", "", ""],
    )
    assert [(r.name, r.keeper, r.retention) for r in paper.facts(TTHC).records] == [
        ("Sổ theo dõi", "Văn phòng", "05 năm"), ("Bộ hồ sơ", "Văn phòng", "05 năm"), ("Dữ liệu", "Máy chủ", "Lâu dài"),
    ]


def test_records_table_before_its_heading() -> None:
    paper = content().p("Lời.")
    paper.table(["STT", "Hồ sơ / Records", "Bộ phận lưu / Kept by", "Thời gian lưu / Retention"],
                ["1", "Báo cáo", "Ban ISO", "3 năm"])
    paper.p("7. HỒ SƠ LƯU", bold=True).p("Theo bảng trên.")
    assert [(r.name, r.keeper, r.retention) for r in paper.facts("system-procedure").records] == [
        ("Báo cáo", "Ban ISO", "3 năm"),
    ]


def test_records_in_lines_with_keeper_and_time() -> None:
    paper = content().p("Lời.").p("7. HỒ SƠ", bold=True).p("7.1. Hồ sơ cấp phép - Phòng Nghiệp vụ - 10 năm")
    paper.p("7.2. Sổ theo dõi - Lưu trữ: vĩnh viễn").p("7.3. Bản sao - 2")
    assert [(r.name, r.keeper, r.retention) for r in paper.facts(TTHC).records] == [
        ("Hồ sơ cấp phép", "Phòng Nghiệp vụ", "10 năm"), ("Sổ theo dõi", "", "Lưu trữ: vĩnh viễn"),
        ("Bản sao - 2", "", ""),
    ]


def test_records_of_a_short_heading_and_a_closing_remark() -> None:
    paper = content().p("Lời.").p("7. LƯU TRỮ", bold=True)
    paper.table(["Tên hồ sơ", "Nơi lưu", "Thời gian"], ["Hồ sơ đăng ký", "Phòng Tài chính", "Vĩnh viễn"])
    assert [(r.name, r.retention) for r in paper.facts(TTHC).records] == [("Hồ sơ đăng ký", "Vĩnh viễn")]
    lines = content().p("Lời.").p("7. HỒ SƠ LƯU", bold=True).p("- Quyết định;").p("Hồ sơ lưu tại Văn phòng 10 năm.")
    assert [r.name for r in lines.facts(TTHC).records] == ["Quyết định"]


def test_records_in_lines_and_in_a_table_of_one_column() -> None:
    paper = content().p("Lời.").p("7. HỒ SƠ LƯU", bold=True).p("Hồ sơ lưu gồm:").p("- Biên bản họp;").p("- Báo cáo.")
    assert [r.name for r in paper.facts("system-procedure").records] == ["Biên bản họp", "Báo cáo"]
    paper = content().p("Lời.").p("7. HỒ SƠ LƯU", bold=True).table(["TT", "Hồ sơ lưu"], ["1", "Quyết định"])
    assert [r.name for r in paper.facts(TTHC).records] == ["Quyết định"]


def test_the_process_table_is_no_table_of_records() -> None:
    paper = content().p("a. Quy trình:", bold=True)
    paper.table(["TT", "Nội dung", "Trách nhiệm", "Thời gian"], ["1", "Lưu hồ sơ", "Văn thư", "01 ngày"])
    assert paper.facts(TTHC).records == ()


def test_every_unit_of_a_limit_is_kept() -> None:
    paper = content().p("b. Thời hạn giải quyết: 04 giờ làm việc", bold=True)
    duration = facts_of(paper).time_limits[0].duration
    assert duration is not None and duration.unit is Unit.WORKING_HOUR
