"""Internal audits: plan, minutes, report, checklist, in tables and in running text."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from qmslint.api import Audit, Signature, kinds
from tests.extract.made import excel, facts, letterhead, p, respelt, signing, table, text, title, word
from tests.extract.paper import Paper

SIGNED = signing(("ĐẠI DIỆN ĐƠN VỊ ĐƯỢC ĐÁNH GIÁ", "picture", "Phạm Văn Ví"),
                 ("TRƯỞNG ĐOÀN ĐÁNH GIÁ", "picture", "Lê Thị Bình"))
HEADED = [
    letterhead("UBND XÃ AN BÌNH\nĐOÀN ĐÁNH GIÁ NỘI BỘ", "Số: 01/BB-ĐGNB"),
    *title("BIÊN BẢN", "Đánh giá nội bộ hệ thống quản lý chất lượng"),
    p("I. THỜI GIAN, ĐỊA ĐIỂM", bold=True), p("- Thời gian: từ 8 giờ 00 ngày 10/6/2026 đến 16 giờ ngày 11/6/2026"),
    p("- Địa điểm: Phòng họp số 1, trụ sở UBND xã"),
    p("II. THÀNH PHẦN", bold=True), p("1. Đoàn đánh giá:", bold=True),
    p("- Bà Lê Thị Bình - Phó Chủ tịch UBND xã - Trưởng đoàn"),
    p("- Ông Trần Văn Kiên, công chức Văn phòng HĐND và UBND - Thành viên"),
    p("2. Đơn vị được đánh giá: Phòng Kinh tế", bold=True), p("- Ông Phạm Văn Ví - Trưởng phòng"),
    p("III. NỘI DUNG", bold=True), p("1. Phạm vi: việc giải quyết TTHC tại Phòng Kinh tế"),
    p("2. Chuẩn mực: TCVN ISO 9001:2015; các quy trình đã ban hành"),
    p("IV. KẾT QUẢ ĐÁNH GIÁ", bold=True), p("1. Điểm tốt:", bold=True), p("- Hồ sơ được sắp xếp khoa học"),
    p("2. Điểm không phù hợp:", bold=True),
    p("a) Danh mục tài liệu nội bộ chưa cập nhật 03 quy trình mới (điều khoản 7.5.3)."),
    p("- Bằng chứng: danh mục ngày 05/01/2026"), p("- Phiếu yêu cầu hành động khắc phục số: KPH-01"),
    p("b) Chưa lưu phiếu kiểm soát của hồ sơ HS-112 theo điều 8.5.2."),
    p("3. Khuyến nghị:", bold=True), p("- Nên dán nhãn kệ hồ sơ."),
    p("V. KẾT LUẬN", bold=True), p("Hệ thống được duy trì, có hiệu lực."),
    p("Biên bản lập xong hồi 17 giờ cùng ngày."), SIGNED,
]
OPENED = [
    p("UBND XÃ AN BÌNH"), *title("BIÊN BẢN ĐÁNH GIÁ NỘI BỘ"),
    p("Hôm nay, vào hồi 08 giờ 00 ngày 10 tháng 6 năm 2026, tại Phòng Tư pháp, Đoàn đánh giá nội bộ tiến hành "
      "đánh giá."),
    p("Trưởng đoàn: Bà Lê Thị Bình"), p("Thành viên: Ông Trần Văn Kiên, Bà Ngô Thị Dụ"),
    p("Đơn vị được đánh giá: Phòng Tư pháp"), p("Phạm vi đánh giá: Toàn bộ hoạt động"),
    table(["STT", "Nội dung phát hiện", "Điều khoản", "Loại (NC/OBS)", "Bằng chứng", "Số phiếu KPH"],
          [["1", "Chưa rà soát văn bản bên ngoài", "7.5.3.2", "NC", "Danh mục lập năm 2023", "KPH-02"],
           ["2", "Bàn tiếp dân chật", "7.1.3", "OBS", "", ""]], [1, 5, 2, 2, 4, 2]),
    p("Kết luận: Cần khắc phục trong 30 ngày."),
    signing(("THƯ KÝ", "(đã ký)", "Trần Văn Kiên"), ("TRƯỞNG ĐOÀN", "", "Lê Thị Bình")),
]
LABELLED = [
    *title("BIÊN BẢN ĐÁNH GIÁ NỘI BỘ"),
    table(None, [["Ngày đánh giá", "10/6/2026"], ["Địa điểm", "Phòng họp"],
                 ["Bộ phận được đánh giá", "Bộ phận Một cửa"],
                 ["Chuyên gia đánh giá", "Lê Thị Bình\nTrần Văn Kiên"], ["Điểm không phù hợp", "Không có"],
                 ["Kết luận", "Phù hợp"]], [5, 11]),
]
MINUTES_1_9 = [  # 30/2020/NĐ-CP, Mẫu 1.9
    letterhead("UBND XÃ AN BÌNH", "Số: 07/BB-UBND"),
    *title("BIÊN BẢN", "Họp đánh giá nội bộ hệ thống quản lý chất lượng"),
    p("Thời gian bắt đầu 08 giờ 00 ngày 10 tháng 6 năm 2026"), p("Địa điểm Phòng họp số 1"),
    p("Thành phần tham dự: Đoàn đánh giá và Văn phòng HĐND và UBND"),
    p("Chủ trì (chủ tọa): Bà Lê Thị Bình"), p("Thư ký (người ghi biên bản): Ông Trần Văn Kiên"),
    p("Nội dung (theo diễn biến cuộc họp):"), p("Đoàn đánh giá không phát hiện điểm không phù hợp nào."),
    p("Cuộc họp kết thúc vào 11 giờ 00, ngày 10 tháng 6 năm 2026./."),
    signing(("THƯ KÝ", "(Chữ ký)", "Trần Văn Kiên"), ("CHỦ TỌA", "picture", "Lê Thị Bình")),
]
PLAN = [
    letterhead(), *title("KẾ HOẠCH", "Đánh giá nội bộ năm 2026"),
    p("1. Mục đích: đánh giá sự phù hợp"), p("2. Phạm vi: các phòng chuyên môn thuộc UBND xã"),
    p("3. Chuẩn mực: TCVN ISO 9001:2015"), p("4. Thời gian: ngày 22 - 24/6/2026"), p("5. Thành phần đoàn đánh giá:"),
    table(["TT", "Họ và tên", "Chức vụ", "Nhiệm vụ"],
          [["1", "Lê Thị Bình", "Phó Chủ tịch UBND xã", "Trưởng đoàn"],
           ["2", "Trần Văn Kiên", "Công chức Phòng Kinh tế", "Thành viên"]], [1, 4, 5, 4]),
    p("6. Chương trình"),
    table(["Thời gian", "Đơn vị", "Chuyên gia đánh giá", "Điều khoản"],
          [["08h00 22/6", "Họp khai mạc", "Cả đoàn", ""], ["08h30", "Phòng Kinh tế", "Lê Thị Bình", "8.1, 8.5"],
           ["14h00", "Văn phòng HĐND và UBND\nBộ phận Một cửa", "Trần Văn Kiên", "7.5"],
           ["16h00", "Họp kết thúc", "", ""]], [3, 5, 4, 3]),
    signing(("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "(đã ký)", "Lê Thị Bình")),
]
LAYOUTS = {"headed": HEADED, "opened": OPENED, "labelled": LABELLED, "mẫu 1.9": MINUTES_1_9, "plan": PLAN}


def audit(*blocks: Any, kind: str = kinds.AUDIT_MINUTES) -> Audit:
    """The audit of a paper."""
    document = facts(word(*blocks))
    assert document.kind == kind and document.audit is not None
    return document.audit


def words(phrase: Any) -> str:
    """The text of a phrase, "" for none."""
    return phrase.text if phrase else ""


def test_minutes_with_headings() -> None:
    found = audit(*HEADED)
    assert found.date and found.date.value == date(2026, 6, 10)
    assert found.ended and found.ended.value == date(2026, 6, 11)
    assert words(found.place) == "Phòng họp số 1, trụ sở UBND xã"
    assert [(t.name, t.role, t.unit) for t in found.team] == [
        ("Lê Thị Bình", "trưởng đoàn", ""), ("Trần Văn Kiên", "thành viên", "Văn phòng HĐND và UBND")]
    assert [u.text for u in found.units] == ["Phòng Kinh tế"]
    assert words(found.scope) == "việc giải quyết TTHC tại Phòng Kinh tế"
    assert words(found.criteria) == "TCVN ISO 9001:2015; các quy trình đã ban hành"
    assert words(found.conclusion) == "Hệ thống được duy trì, có hiệu lực."
    assert [(f.type, f.clause, f.evidence, f.action) for f in found.findings] == [
        ("strength", "", "", ""), ("nonconformity", "7.5.3", "danh mục ngày 05/01/2026", "KPH-01"),
        ("nonconformity", "8.5.2", "", ""), ("recommendation", "", "", "")]
    assert found.findings[1].at.heading == "2. Điểm không phù hợp"
    assert [(s.name, s.signature) for s in found.signatures] == [
        ("Phạm Văn Ví", Signature.PICTURE), ("Lê Thị Bình", Signature.PICTURE)]
    assert not found.no_findings_stated


def test_minutes_that_open_with_a_sentence_and_list_findings_in_a_table() -> None:
    found = audit(*OPENED)
    assert found.date and found.date.value == date(2026, 6, 10)
    assert words(found.place) == "Phòng Tư pháp"
    assert [(t.name, t.role) for t in found.team] == [
        ("Lê Thị Bình", "trưởng đoàn"), ("Trần Văn Kiên", "thành viên"), ("Ngô Thị Dụ", "thành viên")]
    assert [(f.text, f.type, f.clause, f.evidence, f.number, f.action) for f in found.findings] == [
        ("Chưa rà soát văn bản bên ngoài", "nonconformity", "7.5.3.2", "Danh mục lập năm 2023", "1", "KPH-02"),
        ("Bàn tiếp dân chật", "observation", "7.1.3", "", "2", "")]
    assert [(s.name, s.position, s.signature) for s in found.signatures] == [
        ("Trần Văn Kiên", "THƯ KÝ", Signature.TEXT), ("Lê Thị Bình", "TRƯỞNG ĐOÀN", Signature.NONE)]


def test_a_form_of_labels_and_values() -> None:
    found = audit(*LABELLED)
    assert found.date and words(found.place) == "Phòng họp" and [u.text for u in found.units] == ["Bộ phận Một cửa"]
    assert [t.name for t in found.team] == ["Lê Thị Bình", "Trần Văn Kiên"]
    assert found.no_findings_stated and found.findings == () and words(found.conclusion) == "Phù hợp"
    assert found.signatures == ()


def test_minutes_after_the_decree() -> None:
    found = audit(*MINUTES_1_9)
    assert found.date and found.date.value == date(2026, 6, 10) and found.ended is None
    assert words(found.place) == "Phòng họp số 1" and found.no_findings_stated
    assert [(s.name, s.signature) for s in found.signatures] == [
        ("Trần Văn Kiên", Signature.NONE), ("Lê Thị Bình", Signature.PICTURE)]


def test_a_plan() -> None:
    found = audit(*PLAN, kind=kinds.AUDIT_PLAN)
    assert found.date and found.date.value == date(2026, 6, 12), "the day it was issued"
    assert [u.text for u in found.units] == ["Phòng Kinh tế", "Văn phòng HĐND và UBND", "Bộ phận Một cửa"]
    assert [(t.name, t.role, t.unit) for t in found.team] == [
        ("Lê Thị Bình", "trưởng đoàn", ""), ("Trần Văn Kiên", "thành viên", "Phòng Kinh tế")]
    assert found.findings == ()


def test_a_report_with_dividing_rows() -> None:
    found = audit(
        *title("BÁO CÁO TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ NỘI BỘ"), p("Thời gian đánh giá: 10/6/2026"),
        table(["TT", "Đơn vị", "Nội dung không phù hợp", "Điều khoản"], [
            ["Điểm không phù hợp", "Điểm không phù hợp", "Điểm không phù hợp", "Điểm không phù hợp"],
            ["1", "Phòng Kinh tế", "Thiếu phiếu kiểm soát của 02 hồ sơ", "8.5.2"],
        ], [1, 4, 7, 3]), p("Kết luận: đạt."), kind=kinds.AUDIT_REPORT)
    assert [(f.unit, f.text) for f in found.findings][-1] == ("Phòng Kinh tế", "Thiếu phiếu kiểm soát của 02 hồ sơ")
    assert [u.text for u in found.units] == ["Phòng Kinh tế"]


def test_a_checklist_states_only_what_is_wrong() -> None:
    document = facts(excel(("Checklist", [
        ["PHIẾU GHI CHÉP ĐÁNH GIÁ NỘI BỘ"], ["Ngày đánh giá: 10/6/2026"], ["Đơn vị được đánh giá: Phòng Kinh tế"],
        ["Điều khoản", "Câu hỏi/Yêu cầu", "Bằng chứng", "Nhận xét (Phù hợp/NC/OBS)"],
        ["7.5.3", "Danh mục tài liệu có cập nhật?", "Danh mục 2023", "NC"],
        ["8.5.1", "Quy trình sẵn có?", "QT-01", "Phù hợp"],
    ])), "phieu.xlsx")
    assert document.kind == kinds.AUDIT_CHECKLIST and document.audit is not None
    assert [(f.type, f.clause, f.text) for f in document.audit.findings] == [
        ("nonconformity", "7.5.3", "Danh mục 2023")]
    assert [u.text for u in document.audit.units] == ["Phòng Kinh tế"]


def test_an_unknown_layout_states_nothing() -> None:
    found = audit(*title("BIÊN BẢN ĐÁNH GIÁ NỘI BỘ"), p("Anh em trong cơ quan đã cùng nhau xem lại mọi việc."),
                  p("Có nhiều điều hay và vài điều dở."))
    assert found == Audit()


@pytest.mark.parametrize("sentence", [
    "Không có điểm không phù hợp.", "Đoàn không phát hiện sự không phù hợp nào.", "Số điểm KPH: Không có KPH",
])
def test_nothing_found_is_said_in_words(sentence: str) -> None:
    assert audit(*title("BIÊN BẢN ĐÁNH GIÁ NỘI BỘ"), p(sentence)).no_findings_stated


@pytest.mark.parametrize(("written", "first", "last"), [
    ("ngày 10/6/2026", (10, 6), None), ("từ ngày 10 đến ngày 12/6/2026", (10, 6), (12, 6)),
    ("ngày 10 và 11/6/2026", (10, 6), (11, 6)), ("29/5 - 02/6/2026", (29, 5), (2, 6)),
    ("08h00 ngày 10/6/2026 đến 11h30 ngày 10/6/2026", (10, 6), None),
])
def test_days(written: str, first: tuple[int, int], last: tuple[int, int] | None) -> None:
    found = audit(*title("BIÊN BẢN ĐÁNH GIÁ NỘI BỘ"), p(f"Thời gian: {written}"))
    assert found.date and found.date.value == date(2026, first[1], first[0])
    assert (found.ended.value if found.ended else None) == (date(2026, last[1], last[0]) if last else None)


@pytest.mark.parametrize("how", ["nfd", "marks", "spaces"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_spelling_does_not_count(layout: str, how: str) -> None:
    blocks = LAYOUTS[layout]
    kind = kinds.AUDIT_PLAN if layout == "plan" else kinds.AUDIT_MINUTES
    assert text(audit(*(respelt(block, how) for block in blocks), kind=kind)) == text(audit(*blocks, kind=kind))


def test_automatic_numbers_and_findings_with_codes() -> None:
    found = audit(
        *title("BIÊN BẢN ĐÁNH GIÁ NỘI BỘ"), p("Thời gian: 8h30 ngày 10/6/2026.", numbered="sections"),
        p("Thành phần đoàn đánh giá", numbered="sections", bold=True),
        p("Bà Lê Thị Bình – Phó Chủ tịch UBND xã – Trưởng đoàn", numbered="dashes"),
        p("Đơn vị được đánh giá", numbered="sections", bold=True), p("Văn phòng", numbered="dashes"),
        p("Kết quả đánh giá", numbered="sections", bold=True), p("Những điểm không phù hợp", bold=True),
        p("KPH 01: Chưa ký phê duyệt danh mục (7.5.2).", numbered="dashes"),
        p("Những điểm cần lưu ý", bold=True), p("Không", numbered="dashes"),
        p("Kết luận chung", numbered="sections", bold=True), p("Hệ thống phù hợp."))
    assert [(f.number, f.type, f.clause, f.text) for f in found.findings] == [
        ("KPH 01", "nonconformity", "7.5.2", "Chưa ký phê duyệt danh mục (7.5.2).")]
    assert [u.text for u in found.units] == ["Văn phòng"] and words(found.conclusion) == "Hệ thống phù hợp."


def test_lines_inside_one_paragraph() -> None:
    found = audit(*title("BIÊN BẢN ĐÁNH GIÁ NỘI BỘ"),
                  p("Thời gian: 10/6/2026\nĐịa điểm: Phòng họp\nTrưởng đoàn: Lê Thị Bình\nKết luận: đạt"))
    assert found.date and words(found.place) == "Phòng họp" and words(found.conclusion) == "đạt"
    assert [(t.name, t.role) for t in found.team] == [("Lê Thị Bình", "trưởng đoàn")]


def test_a_column_for_each_type_and_a_tick() -> None:
    found = audit(*title("BIÊN BẢN ĐÁNH GIÁ NỘI BỘ"), table(
        ["TT", "Nội dung", "Điều khoản", "Không phù hợp", "Lưu ý"],
        [["1", "Thiếu phiếu 12 hồ sơ", "8.5.2", "x", ""], ["2", "Kệ hồ sơ chật", "7.1.3", "", "x"]], [1, 6, 2, 2, 2]))
    assert [(f.type, f.action) for f in found.findings] == [("nonconformity", ""), ("observation", "")]


def test_representatives_of_the_unit_are_no_auditors() -> None:
    found = audit(
        *title("BIÊN BẢN", "Đánh giá nội bộ năm 2026"), p("3. Thành phần:"), p("a) Đoàn đánh giá"),
        table(["TT", "Họ tên", "Chức vụ", "Nhiệm vụ"],
              [["1", "Lê Thị Bình", "Phó Chủ tịch", "Trưởng đoàn"]], [1, 5, 4, 4]),
        p("b) Đại diện đơn vị được đánh giá"),
        table(["TT", "Họ tên", "Chức vụ", "Đơn vị"],
              [["1", "Phạm Văn Ví", "Trưởng phòng", "Phòng Kinh tế"]], [1, 5, 4, 4]),
        p("4. Kết luận: đạt"))
    assert [t.name for t in found.team] == ["Lê Thị Bình"] and [u.text for u in found.units] == ["Phòng Kinh tế"]


def test_findings_that_begin_with_the_unit() -> None:
    found = audit(*title("BÁO CÁO", "Kết quả đánh giá nội bộ năm 2026"), p("1. Điểm lưu ý (01 điểm)", bold=True),
                  p("- Văn phòng HĐND: nhãn hồ sơ mờ"), p("Kết luận: đạt"), kind=kinds.AUDIT_REPORT)
    assert [(f.unit, f.text, f.type) for f in found.findings] == [
        ("Văn phòng HĐND", "nhãn hồ sơ mờ", "observation")]


def test_a_programme_of_the_year() -> None:
    found = audit(*title("CHƯƠNG TRÌNH ĐÁNH GIÁ NỘI BỘ NĂM 2026"), p("- Thành viên: Bà Ngô Thị Dụ (Phòng Kinh tế)"),
                  table(["TT", "Bộ phận", "T1", "T2"], [["1", "Phòng Kinh tế", "", "x"]], [1, 6, 1, 1]),
                  kind=kinds.AUDIT_PLAN)
    assert [(t.name, t.unit) for t in found.team] == [("Ngô Thị Dụ", "Phòng Kinh tế")]
    assert [u.text for u in found.units] == ["Phòng Kinh tế"]


def test_a_day_cited_is_not_the_day_of_the_audit() -> None:
    found = audit(
        *title("BIÊN BẢN ĐÁNH GIÁ NỘI BỘ", "Tại Phòng Văn hóa - Xã hội"),
        p("Hồi 13 giờ 30 ngày 15 tháng 10 năm 2026, tại phòng họp, Đoàn đánh giá thành lập theo Quyết định số "
          "415/QĐ-UBND ngày 01/10/2026 tiến hành đánh giá."),
        p("III. KẾT QUẢ", bold=True), p("2. Tồn tại (điểm không phù hợp)", bold=True),
        p("- KPH01 (8.5.1): Hồ sơ trả chậm 02 ngày. Phiếu KPH số 01/2026."),
        p("IV. KẾT LUẬN", bold=True), p("Hệ thống được duy trì."),
    )
    assert found.date is not None and found.date.value == date(2026, 10, 15) and found.ended is None
    (one,) = found.findings
    assert (one.type, one.number, one.clause, one.action) == ("nonconformity", "KPH01", "8.5.1", "01/2026")


def test_a_report_that_its_team_leader_signs() -> None:
    found = audit(
        letterhead("UBND PHƯỜNG BÌNH KHÊ", "Số: 05/BC-BCĐ", "20/10/2026"),
        *title("BÁO CÁO", "Kết quả đánh giá nội bộ năm 2026"), p("1. Đơn vị được đánh giá", bold=True),
        p("Văn phòng HĐND và UBND; Phòng Kinh tế, Hạ tầng và Đô thị."), p("2. Kết luận", bold=True), p("Phù hợp."),
        signing(("Nơi nhận:", "", "- Lưu: VT."), ("TRƯỞNG ĐOÀN ĐÁNH GIÁ\nCHÁNH VĂN PHÒNG\nHĐND VÀ UBND", "(đã ký)",
                                                  "Phan Thị Linh")),
        kind=kinds.AUDIT_REPORT,
    )
    assert [(one.name, one.signature) for one in found.signatures] == [("Phan Thị Linh", Signature.TEXT)]
    assert "HĐND VÀ UBND" not in [person.name for person in found.team]


def test_a_programme_in_a_form_of_its_own_edition() -> None:
    found = audit(
        table(None, [["UBND XÃ", "CHƯƠNG TRÌNH ĐÁNH GIÁ NỘI BỘ NĂM 2026", "Mã hiệu: BM.03.01"],
                     ["", "", "Ngày BH: 10/7/2025"]], [3, 6, 4]),
        p("Phạm vi: toàn bộ hoạt động."), p("Đơn vị được đánh giá: Phòng Tư pháp"),
        p("An Bình, ngày 15 tháng 01 năm 2026", align="right"), kind=kinds.AUDIT_PLAN,
    )
    assert found.date is not None and found.date.value == date(2026, 1, 15)


def test_types_in_a_second_row_of_headings_and_abbreviations() -> None:
    found = audit(
        *title("BIÊN BẢN ĐÁNH GIÁ CHẤT LƯỢNG NỘI BỘ"),
        table(None, [["Ngày: 20 – 21/5/2026", "Địa điểm: UBND xã"],
                     ["Bộ phận được ĐG: Công chức Địa chính", "Trưởng nhóm: Lê Thị Sáu (PCT UBND xã)"]], [6, 6]),
        table(["Stt", "Nội dung kiểm tra", "Kết quả/Bằng chứng", "Đánh giá", "Đánh giá"],
              [["Stt", "Nội dung kiểm tra", "Kết quả/Bằng chứng", "Đạt", "Không đạt"],
               ["1", "Kiểm soát tài liệu", "Thống nhất", "X", ""],
               ["2", "Thực hiện QT-03", "Hồ sơ số 17 thiếu phiếu kiểm soát", "", "X"]], [1, 4, 5, 1, 1]),
        p("Kết luận: Có 01 điểm không đạt."),
        signing(("ĐẠI DIỆN BỘ PHẬN ĐƯỢC ĐG", "(đã ký)", "Đặng Văn Chín"), ("TRƯỞNG NHÓM ĐG", "(đã ký)", "Lê Thị Sáu")),
    )
    assert [(one.type, one.text) for one in found.findings] == [("nonconformity", "Hồ sơ số 17 thiếu phiếu kiểm soát")]
    assert [unit.text for unit in found.units] == ["Công chức Địa chính"]
    assert found.conclusion is not None and found.conclusion.text == "Có 01 điểm không đạt."
    assert [one.name for one in found.signatures] == ["Đặng Văn Chín", "Lê Thị Sáu"]


def test_units_named_by_their_field_in_a_column_of_units() -> None:
    found = audit(
        *title("KẾ HOẠCH ĐÁNH GIÁ NỘI BỘ NĂM 2026"),
        table(["Thời gian", "Nội dung", "Bộ phận", "Điều khoản"],
              [["8h00", "Hộ tịch", "Tư pháp - Hộ tịch", "8.2"], ["9h00", "Họp đoàn", "Cả đoàn", ""],
               ["10h00", "Văn thư", "Văn phòng - Thống kê; Bộ phận một cửa", "7.5"]], [2, 4, 4, 2]),
        kind=kinds.AUDIT_PLAN,
    )
    assert [unit.text for unit in found.units] == [
        "Tư pháp - Hộ tịch", "Văn phòng - Thống kê", "Bộ phận một cửa"]


def test_a_programme_of_months() -> None:
    paper = Paper().p("CHƯƠNG TRÌNH ĐÁNH GIÁ NỘI BỘ NĂM 2026", bold=True).table(
        ["TT", "Đơn vị được đánh giá", "Tháng", None, None], ["^", "^", "4", "5", "6"],
        ["1", "Phòng Tư pháp", "", "x", ""], ["2", "Văn hóa - Xã hội", "", "", "x"],
    )
    assert [unit.text for unit in paper.facts(kinds.AUDIT_PLAN).audit.units] == ["Phòng Tư pháp", "Văn hóa - Xã hội"]
