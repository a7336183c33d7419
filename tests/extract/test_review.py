"""Minutes of management reviews: after the decree, with headings, as a table of inputs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from qmslint.api import ManagementReview, Signature, kinds
from qmslint.extract.checking.review_actions import output_of
from tests.extract.made import facts, letterhead, p, respelt, signing, table, text, title, word

DECREE = [
    letterhead("ỦY BAN NHÂN DÂN\nXÃ AN BÌNH", "Số: 15/BB-UBND", "20/12/2025"),
    *title("BIÊN BẢN", "Họp xem xét của lãnh đạo về hệ thống quản lý chất lượng năm 2025"),
    p("Thời gian bắt đầu: 08 giờ 00, ngày 20 tháng 12 năm 2025"), p("Địa điểm: Phòng họp số 1"),
    p("Thành phần tham dự: Ông Phạm Văn Ví, Bà Lê Thị Bình, Ông Trần Văn Kiên"),
    p("Chủ trì (chủ tọa): Ông Phạm Văn Ví - Chủ tịch UBND xã"), p("Thư ký (người ghi biên bản): Trần Văn Kiên"),
    p("Nội dung (theo diễn biến cuộc họp):"),
    p("1. Tình trạng các hành động từ lần xem xét trước: đã hoàn thành 3/3 việc."),
    p("2. Thay đổi trong các vấn đề nội bộ và bên ngoài: sáp nhập đơn vị hành chính."),
    p("3. Sự thỏa mãn của khách hàng và phản hồi: 96%."), p("4. Mức độ thực hiện mục tiêu chất lượng: đạt 4/5."),
    p("5. Kết quả thực hiện các quá trình và sự phù hợp của dịch vụ: tốt."),
    p("6. Sự không phù hợp và hành động khắc phục: 02 phiếu."), p("7. Kết quả theo dõi và đo lường: đủ."),
    p("8. Kết quả đánh giá nội bộ: 02 điểm không phù hợp."),
    p("9. Kết quả hoạt động của nhà cung cấp bên ngoài: bưu điện."), p("10. Sự đầy đủ của nguồn lực: thiếu máy quét."),
    p("11. Hiệu lực của hành động giải quyết rủi ro và cơ hội."), p("12. Cơ hội cải tiến."),
    p("Kết luận:"), p("- Hệ thống được duy trì."),
    p("- Giao Văn phòng sửa đổi 02 quy trình, hoàn thành trước ngày 31/01/2026."),
    p("- Giao Phòng Kinh tế mua máy quét, xong trong quý I/2026."), p("- Tiếp tục cải tiến liên tục."),
    p("Cuộc họp kết thúc vào 11 giờ 00, ngày 20 tháng 12 năm 2025."),
    signing(("THƯ KÝ", "(Chữ ký)", "Trần Văn Kiên"), ("CHỦ TỌA", "picture", "Phạm Văn Ví")),
]
HEADED = [
    *title("BIÊN BẢN CUỘC HỌP XEM XÉT CỦA LÃNH ĐẠO"), p("Số 03/2025 - Năm 2025", align="center"),
    p("I. THÀNH PHẦN THAM DỰ CUỘC HỌP", bold=True),
    table(["TT", "Họ và tên", "Chức vụ", "Ghi chú"],
          [["1", "Phạm Văn Ví", "Chủ tịch UBND xã", "Chủ trì"], ["2", "Lê Thị Bình", "Phó Chủ tịch UBND xã", ""],
           ["3", "Trần Văn Kiên", "Công chức", "Thư ký"]], [1, 5, 5, 4]),
    p("Thời gian: 14 giờ ngày 20/12/2025"), p("II. NỘI DUNG CUỘC HỌP", bold=True),
    p("1. Kết quả thực hiện những đề xuất từ lần xem xét trước", bold=True), p("Đã xong."),
    p("2. Những thay đổi bên trong, bên ngoài", bold=True), p("Sáp nhập."),
    p("3. Kết quả đánh giá nội bộ", bold=True), p("Có 02 điểm không phù hợp, đã khắc phục."),
    p("III. KẾT LUẬN VÀ Ý KIẾN CỦA CHỦ TOẠ CUỘC HỌP", bold=True),
    table(["TT", "Nội dung", "Trách nhiệm", "Thời hạn"],
          [["1", "Đào tạo lại công chức Một cửa", "Văn phòng", "31/3/2026"],
           ["2", "Rút ngắn thời hạn 5 TTHC", "Phòng Kinh tế", "Quý II/2026"], ["3", "Cập nhật sổ tay", "", ""]],
          [1, 7, 4, 3]),
    signing(("THƯ KÝ", "(đã ký)", "Trần Văn Kiên"), ("CHỦ TRÌ", "(đã ký)", "Phạm Văn Ví")),
]
TABLE = [
    *title("BIÊN BẢN HỌP XEM XÉT CỦA LÃNH ĐẠO"),
    p("Hôm nay, ngày 20/12/2025, tại Hội trường UBND xã, tiến hành họp xem xét."),
    p("Chủ trì: Bà Lê Thị Bình, Phó Chủ tịch UBND xã (được ủy quyền)"), p("Thành phần: Trưởng các phòng chuyên môn"),
    table(["TT", "Nội dung đầu vào", "Tình hình", "Quyết định", "Trách nhiệm", "Thời hạn"],
          [["a", "Tình trạng hành động từ cuộc họp trước", "Xong", "", "", ""], ["b", "Bối cảnh", "Ổn", "", "", ""],
           ["c", "Mục tiêu chất lượng", "4/5", "", "", ""],
           ["d", "Nguồn lực", "Thiếu", "Mua 01 máy quét", "Văn phòng", "31/3/2026"]], [1, 5, 3, 4, 3, 2]),
    p("Các quyết định và hành động", bold=True), p("- Văn phòng: sửa đổi sổ tay chất lượng trước ngày 31/3/2026"),
]
LAYOUTS = {"decree": DECREE, "headed": HEADED, "table": TABLE}


def review(*blocks: Any) -> ManagementReview:
    """The review of a paper."""
    document = facts(word(*blocks))
    assert document.kind == kinds.MANAGEMENT_REVIEW and document.review is not None
    return document.review


def tasks(found: ManagementReview) -> list[tuple[str, str, str, str]]:
    """Text, output, person and deadline of each task."""
    return [(a.text, a.output, a.responsible, a.due.text if a.due else "") for a in found.actions]


def test_minutes_after_the_decree() -> None:
    found = review(*DECREE)
    assert found.date and found.date.value == date(2025, 12, 20)
    assert found.chair and (found.chair.name, found.chair.role) == ("Phạm Văn Ví", "Chủ tịch UBND xã")
    assert [a.name for a in found.attendees] == ["Phạm Văn Ví", "Lê Thị Bình", "Trần Văn Kiên"]
    assert [i.key for i in found.inputs] == ["a", "b", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "d", "e", "f"]
    assert next(i for i in found.inputs if i.key == "c6").text == "Kết quả đánh giá nội bộ: 02 điểm không phù hợp."
    assert {o.key for o in found.outputs} == {"improvement", "changes", "resources"}
    assert tasks(found) == [
        ("Giao Văn phòng sửa đổi 02 quy trình, hoàn thành trước ngày 31/01/2026.", "changes", "Văn phòng",
         "31/01/2026"),
        ("Giao Phòng Kinh tế mua máy quét, xong trong quý I/2026.", "resources", "Phòng Kinh tế", "quý I/2026")]
    assert [(s.name, s.signature) for s in found.signatures] == [
        ("Trần Văn Kiên", Signature.NONE), ("Phạm Văn Ví", Signature.PICTURE)]


def test_minutes_with_headings_and_a_table_of_tasks() -> None:
    found = review(*HEADED)
    assert found.date and found.date.value == date(2025, 12, 20)
    assert found.chair and (found.chair.name, found.chair.role) == ("Phạm Văn Ví", "Chủ tịch UBND xã")
    assert [a.role for a in found.attendees] == ["chủ trì", "Phó Chủ tịch UBND xã", "thư ký"]
    assert {"a", "b", "c6"} <= {i.key for i in found.inputs} <= {"a", "b", "c4", "c6"}
    assert tasks(found) == [("Đào tạo lại công chức Một cửa", "resources", "Văn phòng", "31/3/2026"),
                            ("Rút ngắn thời hạn 5 TTHC", "improvement", "Phòng Kinh tế", "Quý II/2026"),
                            ("Cập nhật sổ tay", "changes", "", "")]
    assert [s.signature for s in found.signatures] == [Signature.TEXT, Signature.TEXT]


def test_a_table_of_inputs_that_gives_tasks() -> None:
    found = review(*TABLE)
    assert found.chair and found.chair.role == "Phó Chủ tịch UBND xã (được ủy quyền)"
    assert [a.name for a in found.attendees] == ["Lê Thị Bình", "Trưởng các phòng chuyên môn"]
    assert {"a", "b", "c2", "d"} <= {i.key for i in found.inputs}
    assert tasks(found) == [
        ("Mua 01 máy quét", "resources", "Văn phòng", "31/3/2026"),
        ("Văn phòng: sửa đổi sổ tay chất lượng trước ngày 31/3/2026", "changes", "Văn phòng", "31/3/2026")]


def test_an_unknown_layout_states_nothing() -> None:
    found = review(*title("BIÊN BẢN HỌP XEM XÉT CỦA LÃNH ĐẠO"), p("Mọi người ngồi lại với nhau."), p("Ai cũng có lời."))
    assert found == ManagementReview()


@pytest.mark.parametrize(("words", "key"), [
    ("1. Việc thực hiện kết luận của cuộc họp trước", "a"), ("2. Bối cảnh của tổ chức", "b"),
    ("Mức độ hài lòng của người dân", "c1"), ("Kết quả thực hiện mục tiêu năm 2025", "c2"),
    ("Tình hình giải quyết hồ sơ TTHC", "c3"), ("Các hành động khắc phục", "c4"),
    ("Giám sát, đo lường các quá trình", "c5"),
    ("Đánh giá chất lượng nội bộ", "c6"), ("Dịch vụ bưu chính công ích", "c7"), ("Nguồn nhân lực, cơ sở vật chất", "d"),
    ("Nhận diện rủi ro", "e"), ("Các cơ hội cải tiến", "f"),
])
def test_inputs_by_many_wordings(words: str, key: str) -> None:
    found = review(*title("BIÊN BẢN HỌP XEM XÉT CỦA LÃNH ĐẠO"), p(words))
    assert key in {i.key for i in found.inputs}


@pytest.mark.parametrize("how", ["nfd", "marks", "spaces"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_spelling_does_not_count(layout: str, how: str) -> None:
    blocks = LAYOUTS[layout]
    assert text(review(*(respelt(block, how) for block in blocks))) == text(review(*blocks))


def test_what_stands_before_the_colon_says_which_output_it_is() -> None:
    assert output_of("Cơ hội cải tiến: tập huấn phần mềm một cửa") == "improvement"
    assert output_of("Mua máy quét, tập huấn phần mềm một cửa") == "resources"
    assert output_of("Giao Văn phòng: rà soát quy trình") == "changes"


def test_everything_in_one_report_and_tasks_in_sentences() -> None:
    found = review(
        *title("BIÊN BẢN", "Họp xem xét lãnh đạo năm 2025"), p("1. Đ/c Phạm Văn Ví, Chủ tịch UBND xã - chủ trì"),
        p("Thành phần: Đ/c Phạm Văn Ví, Chủ tịch UBND xã - chủ trì"),
        p("Nội dung: báo cáo việc thực hiện các kết luận kỳ họp trước; kết quả khảo sát mức độ hài lòng; nguồn lực."),
        p("III. Kết luận của chủ trì", bold=True),
        p("1. Phòng Kinh tế tham mưu sửa đổi quy trình đất đai, xong trước 28/02/2026."),
        p("2. Các phòng tiếp tục cải tiến lề lối làm việc."))
    assert {i.key for i in found.inputs} == {"a", "c1", "d"}, "the title is no input"
    assert found.chair and found.chair.name == "Phạm Văn Ví"
    assert tasks(found) == [("Phòng Kinh tế tham mưu sửa đổi quy trình đất đai, xong trước 28/02/2026.", "changes",
                             "Phòng Kinh tế", "28/02/2026")]
    assert {o.key for o in found.outputs} == {"changes", "improvement"}


def test_a_conclusion_to_each_input() -> None:
    found = review(
        *title("BIÊN BẢN XEM XÉT CỦA LÃNH ĐẠO"), p("1. Kết quả đánh giá nội bộ", bold=True), p("Có 02 điểm."),
        p("Kết luận: yêu cầu khắc phục."), p("2. Mục tiêu chất lượng", bold=True), p("Đạt 5/5."),
        p("Kết luận: bổ sung 01 máy in, giao Văn phòng, xong trước 30/01/2026."))
    assert {i.key for i in found.inputs} == {"c6", "c2"}
    assert [(a.responsible, a.output) for a in found.actions] == [("Văn phòng", "resources")]


def test_a_column_of_decisions_that_gives_no_task() -> None:
    found = review(
        *title("BIÊN BẢN HỌP XEM XÉT CỦA LÃNH ĐẠO"), p("Thời gian: 14 giờ ngày 20/12/2025"),
        p("Chủ tọa: ThS. Phạm Văn Ví – Chủ tịch UBND phường"),
        table(["TT", "Nội dung đầu vào", "Kết quả", "Kết luận của chủ tọa", "Người thực hiện", "Thời hạn"],
              [["1", "Kết quả đánh giá nội bộ", "03 KPH, 04 lưu ý", "Ghi nhận", "", ""],
               ["2", "Cơ hội cải tiến", "Rút ngắn 05 TTHC", "Đồng ý", "Các phòng", "31/12/2026"],
               ["3", "Nguồn lực", "Thiếu", "Mua 02 máy quét", "", ""]], [1, 5, 3, 4, 3, 2]),
        p("NGƯỜI GHI BIÊN BẢN\t\t\tCHỦ TỌA", bold=True), p("(Đã ký)\t\t\t(Đã ký)"),
        p("Trần Văn Kiên\t\t\tThS. Phạm Văn Ví", bold=True),
    )
    assert tasks(found) == [("Đồng ý", "improvement", "Các phòng", "31/12/2026"),
                            ("Mua 02 máy quét", "resources", "", "")]
    assert found.chair is not None and (found.chair.name, found.chair.role) == ("Phạm Văn Ví", "Chủ tịch UBND phường")
    assert [one.text for one in found.inputs if one.key == "c6"] == [
        "Kết quả đánh giá nội bộ 03 KPH, 04 lưu ý Ghi nhận",
    ]
    assert [(one.name, one.signature) for one in found.signatures] == [
        ("Trần Văn Kiên", Signature.TEXT), ("Phạm Văn Ví", Signature.TEXT)]
    assert "CHỦ TỌA" not in [person.name for person in found.attendees]


def test_people_in_a_table_of_labels_and_headings_below_it() -> None:
    found = review(
        *title("BIÊN BẢN XEM XÉT CỦA LÃNH ĐẠO"), p("Ngày họp: 20/11/2026"),
        table(None, [["Chủ trì", "Ông Phạm Văn Ví - Chủ tịch UBND xã"], ["Thành phần", "Ông Hồ Văn Bé - Phó Chủ tịch"]],
              [3, 9]),
        p("A. ĐẦU VÀO", bold=True),
        table(["STT", "Nội dung", "Tình hình"], [["1", "Điểm KPH và HĐKP", "05 phiếu"]], [1, 6, 5]),
        p("B. ĐẦU RA", bold=True),
        table(["TT", "Quyết định của lãnh đạo", "ĐV thực hiện", "Hoàn thành"],
              [["1", "Cải tiến: rút ngắn 10 TTHC", "TTPVHCC", "31/12/2026"]], [1, 6, 3, 3]),
    )
    assert [person.name for person in found.attendees] == ["Phạm Văn Ví", "Hồ Văn Bé"]
    assert [one.key for one in found.inputs] == ["c4"]
    assert tasks(found) == [("Cải tiến: rút ngắn 10 TTHC", "improvement", "TTPVHCC", "31/12/2026")]
