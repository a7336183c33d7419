"""Corrective action forms: one table of four parts, headings, labels and values; several in a file; logs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from qmslint.api import WHOLE, CorrectiveAction, kinds
from qmslint.extract.checking.corrective_words import is_approved, is_closed, number_in, task_of
from tests.extract.made import Run, cell, excel, facts, letterhead, p, respelt, signing, table, text, title, word
from tests.extract.paper import Paper

FOUR_PARTS = [
    *title("PHIẾU YÊU CẦU HÀNH ĐỘNG KHẮC PHỤC"), p("Số: KPH-01", align="center"),
    table(None, [
        [cell(["Phần 1. Nội dung đề xuất/không phù hợp:", "Danh mục tài liệu chưa cập nhật 03 quy trình mới.",
               "Điều khoản: 7.5.3", "Ngày lập: 12/6/2026", "Người lập phiếu: Lê Thị Bình"])],
        [cell(["Phần 2. Phân tích nguyên nhân, biện pháp:", "Nguyên nhân: chưa phân công người theo dõi.",
               "Biện pháp khắc phục: phân công và cập nhật.", "Người thực hiện: Trần Văn Kiên",
               "Thời hạn hoàn thành: 30/6/2026"])],
        [cell(["Phần 3. Phê duyệt:", "Đồng ý", "LÃNH ĐẠO", "Phạm Văn Ví"])],
        [cell(["Phần 4. Đánh giá kết quả, xác nhận hoàn thành:", "Danh mục đã cập nhật đủ, đạt yêu cầu.",
               "Ngày kiểm tra: 02/7/2026", "Số phiếu mới: Không"])],
    ], [16]),
]
TWO_FORMS = [
    block for number, cause, opinion in (("02/2026", "…………………", "…………"), ("03/2026", "Chưa có kế hoạch.", "Đồng ý"))
    for block in (
        *title("PHIẾU HÀNH ĐỘNG KHẮC PHỤC"), p(f"Số phiếu: {number}"), p("Ngày phát hiện: 11/6/2026"),
        p("1. Mô tả sự không phù hợp:", bold=True), p("Thiếu phiếu kiểm soát của hồ sơ HS-112."),
        p("2. Nguyên nhân:", bold=True), p(cause), p("3. Hành động khắc phục:", bold=True),
        p("Giao Bộ phận Một cửa bổ sung phiếu, hoàn thành trước ngày 20/6/2026."),
        p(f"4. Ý kiến lãnh đạo: {opinion}"), p("5. Kết quả kiểm tra: ................"),
    )
]
LABELLED = [
    *title("PHIẾU BÁO CÁO SỰ KHÔNG PHÙ HỢP"),
    table(None, [["Số phiếu", "KPH-07/2026"], ["Ngày lập", "01/9/2026"],
                 ["Nội dung không phù hợp", "Sổ theo dõi ghi thiếu"], ["Nguyên nhân", "Bàn giao vội"],
                 ["Biện pháp khắc phục", "Ghi bù"], ["Trách nhiệm", "Văn thư"], ["Thời hạn", "10/9/2026"],
                 ["Phê duyệt", cell([p(Run(picture="Ví")), p("Phạm Văn Ví")])], ["Kết quả kiểm tra", "Đã ghi đủ"],
                 ["Tình trạng", "Đã đóng"]], [5, 11]),
]
LOG = [
    ["SỔ THEO DÕI PHIẾU YÊU CẦU HÀNH ĐỘNG KHẮC PHỤC NĂM 2026"],
    ["TT", "Số phiếu", "Ngày phát hiện", "Nội dung không phù hợp", "Nguyên nhân", "Biện pháp khắc phục", "Trách nhiệm",
     "Thời hạn", "Kết quả kiểm tra", "Ngày đóng", "Tình trạng"],
    [1, "KPH-01", date(2026, 6, 10), "Danh mục cũ", "Bàn giao thiếu", "Cập nhật", "Văn phòng", date(2026, 6, 30), "Đạt",
     date(2026, 7, 1), "Đã đóng"],
    [2, "KPH-02", date(2026, 6, 10), "Thiếu phiếu", "Quên", "Bổ sung", "Một cửa", date(2026, 8, 30), None, None,
     "Đang xử lý"],
]
LAYOUTS = {"four parts": FOUR_PARTS, "two forms": TWO_FORMS, "labelled": LABELLED}


def actions(*blocks: Any) -> tuple[CorrectiveAction, ...]:
    """The corrective actions of a paper."""
    document = facts(word(*blocks))
    assert document.kind == kinds.CORRECTIVE_ACTION
    return document.corrective_actions


def day(written: Any) -> date | None:
    """The value of a written date."""
    return written.value if written else None


def test_a_form_of_four_parts() -> None:
    (found,) = actions(*FOUR_PARTS)
    assert (found.number, found.nonconformity, found.cause, found.action, found.responsible) == (
        "KPH-01", "Danh mục tài liệu chưa cập nhật 03 quy trình mới.", "chưa phân công người theo dõi.",
        "phân công và cập nhật.", "Trần Văn Kiên")
    assert (day(found.raised_on), day(found.due), day(found.verified_on)) == (
        date(2026, 6, 12), date(2026, 6, 30), date(2026, 7, 2))
    assert found.approved and found.closed and found.verification == "Danh mục đã cập nhật đủ, đạt yêu cầu."


def test_two_forms_in_a_file() -> None:
    first, second = actions(*TWO_FORMS)
    assert (first.number, first.cause, first.approved, first.verification, first.closed) == (
        "02/2026", "", False, "", False)
    assert (first.responsible, day(first.due), day(first.raised_on)) == (
        "Bộ phận Một cửa", date(2026, 6, 20), date(2026, 6, 11))
    assert (second.number, second.cause, second.approved) == ("03/2026", "Chưa có kế hoạch.", True)
    assert first.at.order < second.at.order


def test_two_forms_without_titles_between() -> None:
    again = [block for block in TWO_FORMS[11:] if block.align != "center"]
    assert [a.number for a in actions(*TWO_FORMS[:11], *again)] == ["02/2026", "03/2026"]


def test_labels_beside_their_values() -> None:
    (found,) = actions(*LABELLED)
    assert (found.number, found.nonconformity, found.action, found.responsible) == (
        "KPH-07/2026", "Sổ theo dõi ghi thiếu", "Ghi bù", "Văn thư")
    assert found.approved and found.closed and day(found.due) == date(2026, 9, 10)


def test_one_part_for_cause_and_action() -> None:
    (found,) = actions(*title("PHIẾU HÀNH ĐỘNG KHẮC PHỤC"), p("1. Nội dung không phù hợp: thiếu sổ"),
                       p("2. Nguyên nhân và biện pháp khắc phục: do bàn giao thiếu; lập sổ mới"))
    assert found.cause == found.action == "do bàn giao thiếu; lập sổ mới"


def test_a_log_in_excel() -> None:
    document = facts(excel(("KPH", LOG)), "so.xlsx")
    first, second = document.corrective_actions
    assert document.kind == kinds.CORRECTIVE_ACTION
    assert (first.number, day(first.due), day(first.verified_on), first.closed, first.at.row) == (
        "KPH-01", date(2026, 6, 30), date(2026, 7, 1), True, 3)
    assert (second.nonconformity, second.verification, second.closed) == ("Thiếu phiếu", "", False)


def test_an_unknown_layout_is_no_form() -> None:
    assert actions(*title("PHIẾU HÀNH ĐỘNG KHẮC PHỤC"), p("Việc đã xảy ra hôm qua."), p("Sẽ cố gắng.")) == ()


def test_signatures_and_boxes_between_the_parts() -> None:
    (found,) = actions(
        letterhead(number="Số: 05/PKP"), *title("PHIẾU YÊU CẦU KHẮC PHỤC"), p("I. MÔ TẢ SỰ KHÔNG PHÙ HỢP", bold=True),
        p("02 hồ sơ thiếu giấy hẹn."), p("Người phát hiện: Lê Thị Bình. Ngày phát hiện: 10/6/2026"),
        p("II. NGUYÊN NHÂN", bold=True), p("Công chức mới."), p("III. BIỆN PHÁP KHẮC PHỤC VÀ PHÒNG NGỪA", bold=True),
        p("- Khắc phục ngay: bổ sung giấy hẹn."), p("- Phòng ngừa: tập huấn."),
        p("Thời hạn: trước ngày 20/6/2026. Người thực hiện: Ngô Thị Dụ"), p("IV. PHÊ DUYỆT", bold=True),
        signing(("CHỦ TỊCH", "picture", "Phạm Văn Ví")), p("V. KIỂM TRA KẾT QUẢ THỰC HIỆN", bold=True),
        p("Phiếu ngày 10/6/2026 đã thực hiện đủ, kiểm tra ngày 25/6/2026."), p("☒ Đạt   ☐ Không đạt"),
        signing(("NGƯỜI KIỂM TRA", "(đã ký)", "Lê Thị Bình")))
    assert (found.number, found.action, found.responsible) == ("05/PKP", "bổ sung giấy hẹn.; tập huấn.", "Ngô Thị Dụ")
    assert found.approved and found.closed
    assert (day(found.raised_on), day(found.due), day(found.verified_on)) == (
        date(2026, 6, 10), date(2026, 6, 20), date(2026, 6, 25))
    assert "NGƯỜI KIỂM TRA" not in found.verification


@pytest.mark.parametrize(("words", "approved"), [
    ("Đồng ý", True), ("Đồng ý với biện pháp trên", True), ("Không đồng ý", False), ("", False), ("……", False),
    ("☐ Đồng ý ☐ Không", False), ("☒ Đồng ý ☐ Không đồng ý", True),
    ("☐ Đồng ý ☒ Không đồng ý", False), ("(đã ký)", True), ("Phạm Văn Ví", True),
    ("LÃNH ĐẠO", False),
])
def test_approval(words: str, approved: bool) -> None:
    assert is_approved(words) is approved


@pytest.mark.parametrize(("status", "verified", "closed"), [
    ("Đã đóng", "", True), ("Đang xử lý", "", False), ("", "Đạt yêu cầu", True), ("", "Không đạt", False),
    ("", "", False), ("Chưa đóng", "Đạt", True), ("☐ Đạt ☐ Không đạt", "", False), ("01/7/2026", "", True),
])
def test_closing(status: str, verified: str, closed: bool) -> None:
    assert is_closed(status, verified) is closed


@pytest.mark.parametrize(("words", "number"), [
    ("KPH-01", "KPH-01"), ("01/2026/PYC", "01/2026/PYC"), ("12", "12"), ("…………", ""), ("Không", ""),
    ("chưa có phiếu nào được lập trong năm 2026", ""),
])
def test_numbers(words: str, number: str) -> None:
    assert number_in(words) == number


@pytest.mark.parametrize(("words", "who", "due"), [
    ("Giao Văn phòng rà soát danh mục, hoàn thành trước ngày 30/6/2026", "Văn phòng", "30/6/2026"),
    ("Phân công đồng chí Trần Văn Kiên lập sổ, xong trong quý I/2027.", "đồng chí Trần Văn Kiên", "quý I/2027"),
    ("Cập nhật danh mục", "", ""),
])
def test_tasks(words: str, who: str, due: str) -> None:
    from qmslint.api import WHOLE

    found, written = task_of(words, WHOLE)
    assert found == who and (written.text if written else "") == due


@pytest.mark.parametrize("how", ["nfd", "marks", "spaces"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_spelling_does_not_count(layout: str, how: str) -> None:
    blocks = LAYOUTS[layout]
    assert text(actions(*(respelt(block, how) for block in blocks))) == text(actions(*blocks))


def test_numbered_parts_and_a_table_of_tasks() -> None:
    (found,) = actions(
        p("PHIẾU YÊU CẦU HÀNH ĐỘNG KHẮC PHỤC", bold=True, align="center"), p("Số: KPH-03/2026", align="center"),
        p("Phần 1. Thông tin chung"), p("Ngày phát hiện: 20/5/2026"),
        p("Phần 2. Nội dung không phù hợp"), p("Hồ sơ số 17 thiếu phiếu kiểm soát."),
        p("Phần 3. Phân tích của bộ phận"), p("Việc riêng của mẫu."),
        p("Phần 4. Nguyên nhân gốc rễ"), p("Công chức mới nhận việc."), p("Phần 5. Hành động khắc phục"),
        table(["TT", "Hành động", "Người thực hiện", "Thời hạn"],
              [["1", "Hướng dẫn lại quy trình", "Bùi Văn Tám", "05/6/2026"],
               ["2", "Kiểm tra hồ sơ cũ", "Đặng Văn Chín", "10/6/2026"]], [1, 6, 3, 2]),
        p("Phê duyệt: Đồng ý"), p("Phần 6. Kiểm tra, xác nhận hiệu lực"), p("Có hiệu lực. Đóng phiếu ngày 15/6/2026."),
    )
    assert found.nonconformity == "Hồ sơ số 17 thiếu phiếu kiểm soát."
    assert found.action == "Hướng dẫn lại quy trình; Kiểm tra hồ sơ cũ"
    assert found.responsible == "Bùi Văn Tám; Đặng Văn Chín"
    assert found.due is not None and found.due.value == date(2026, 6, 10)
    assert found.closed and found.verified_on is not None and found.verified_on.value == date(2026, 6, 15)


def test_who_is_told_may_have_a_verb_in_the_name() -> None:
    who, due = task_of("Mua tủ hút, giao phòng Tổ chức - Hành chính thực hiện trong quý III/2026.", WHOLE)
    assert (who, due.text if due else "") == ("phòng Tổ chức - Hành chính", "quý III/2026")


def test_tasks_in_the_midst_of_a_form() -> None:
    paper = Paper().p("PHIẾU HÀNH ĐỘNG KHẮC PHỤC", bold=True).p("Số: 05/HĐKP-2026").table(
        ["I. Nội dung sự không phù hợp: 03 hồ sơ không có phiếu hẹn", None, None],
        ["II. Nguyên nhân: Máy in hỏng", None, None], ["III. Biện pháp khắc phục", None, None],
        ["Nội dung", "Người thực hiện", "Thời hạn"], ["Sửa máy in", "Vương Thị Hoa", "15/9/2026"],
        ["Bố trí máy dự phòng", "Kế toán", "30/9/2026"],
        ["IV. Kết quả thực hiện: Đạt yêu cầu, đóng phiếu ngày 01/10/2026.", None, None],
    )
    (found,) = paper.facts(kinds.CORRECTIVE_ACTION).corrective_actions
    assert (found.action, found.responsible) == ("Sửa máy in; Bố trí máy dự phòng", "Vương Thị Hoa; Kế toán")
    assert day(found.due) == date(2026, 9, 30) and found.closed


def test_a_log_whose_headings_stand_in_two_rows() -> None:
    paper = Paper().p("SỔ THEO DÕI SỰ KHÔNG PHÙ HỢP NĂM 2026", bold=True).table(
        ["TT", "Ngày, tháng", "Mô tả sự KPH", "Nguyên nhân", "Hành động khắc phục", None, None, "Kết quả kiểm tra"],
        ["^", "^", "^", "^", "Nội dung", "Người thực hiện", "Thời hạn", "^"],
        ["1", "12/9/2026", "Không có phiếu hẹn", "Máy in hỏng", "Sửa máy in", "Vương Thị Hoa", "15/9/2026", "Đạt"],
    )
    (found,) = paper.facts(kinds.CORRECTIVE_ACTION).corrective_actions
    assert (found.action, found.responsible, found.verification) == ("Sửa máy in", "Vương Thị Hoa", "Đạt")
