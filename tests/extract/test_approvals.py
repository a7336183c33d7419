"""Who drafted, reviewed and approved, and the revision log."""

from __future__ import annotations

from datetime import date

import pytest

from qmslint.api import Role, Signature
from qmslint.extract.control.signatures import signature_of_text, signatures_at_end
from tests.extract.paper import Paper, procedure

ROLES = [Role.DRAFTER, Role.REVIEWER, Role.APPROVER]


def test_signed_by_pictures() -> None:
    facts = procedure().facts()
    assert [(a.role, a.name, a.position, a.signature) for a in facts.approvals] == [
        (Role.DRAFTER, "Trần Văn Mẫu", "Chuyên viên", Signature.PICTURE),
        (Role.REVIEWER, "Lê Thị Thử", "Trưởng phòng", Signature.PICTURE),
        (Role.APPROVER, "Phạm Văn Ví", "Phó Chủ tịch UBND xã", Signature.PICTURE),
    ]
    assert facts.approval_at.table == 2
    assert facts.approvals[2].at.column == 4


def test_two_approvers() -> None:
    paper = Paper().table(
        ["Trách nhiệm", "Soạn thảo", "Xem xét", "Phê duyệt", "Phê duyệt"],
        ["Họ tên", "Trần Văn Mẫu", "Lê Thị Thử", "Phạm Văn Ví", "Ngô Thị Dụ"],
        ["Chữ ký", "(đã ký)", "", "", "(Ký, ghi rõ họ tên)"],
        ["Chức vụ", "Chuyên viên", "Trưởng phòng", "Giám đốc", "Lãnh đạo VP. UBND"],
        pictures={(2, 3): 1},
    )
    found = paper.facts().approvals
    assert [a.role for a in found] == [*ROLES, Role.APPROVER]
    assert [a.signature for a in found] == [Signature.TEXT, Signature.NONE, Signature.PICTURE, Signature.NONE]


def test_name_and_signature_in_one_row() -> None:
    paper = Paper().table(
        ["Trách nhiệm", "Soạn thảo", "Phê duyệt"], ["Họ tên\nChữ ký", "Trần Văn Mẫu\n(đã ký)", "Phạm Văn Ví\n(Ký tên)"],
        ["Chức vụ", "Thư ký", "Chủ tịch"],
    )
    assert [(a.name, a.signature) for a in paper.facts().approvals] == [
        ("Trần Văn Mẫu", Signature.TEXT), ("Phạm Văn Ví", Signature.NONE)]


def test_one_heading_over_two_approvers() -> None:
    paper = Paper().table(
        ["Trách nhiệm", "Soạn thảo", "Xem xét", "Phê duyệt", None],
        ["Họ và tên", "Trần Văn Mẫu", "Lê Thị Thử", "Phạm Văn Ví", "Ngô Thị Dụ"],
    )
    assert [a.name for a in paper.facts().approvals] == ["Trần Văn Mẫu", "Lê Thị Thử", "Phạm Văn Ví", "Ngô Thị Dụ"]


def test_a_heading_and_all_below_it_merged_is_one_person() -> None:
    paper = Paper().table(
        ["Trách nhiệm", "Soạn thảo", "Xem xét", "Phê duyệt", None],
        ["Họ và tên", "Trần Văn Mẫu", "Lê Thị Thử", "Phạm Văn Ví", None],
        ["Chữ ký", "", "", "", None],
    )
    assert [a.name for a in paper.facts().approvals] == ["Trần Văn Mẫu", "Lê Thị Thử", "Phạm Văn Ví"]


def test_transposed() -> None:
    paper = Paper().table(
        ["", "Họ và tên", "Chức danh", "Chữ ký", "Ngày"],
        ["Người soạn thảo", "Trần Văn Mẫu", "Thư ký", "", "01/3/2026"],
        ["Người kiểm tra", "Lê Thị Thử", "Phó Chi cục trưởng", "", "02/3/2026"],
        ["Người duyệt", "Phạm Văn Ví", "Chi cục trưởng", "Ký bởi: PHẠM VĂN VÍ\nNgày ký: 03/3/2026", "03/3/2026"],
    )
    found = paper.facts().approvals
    assert [a.role for a in found] == ROLES
    assert [a.position for a in found] == ["Thư ký", "Phó Chi cục trưởng", "Chi cục trưởng"]
    assert found[2].signature is Signature.DIGITAL and found[2].signed_on.value == date(2026, 3, 3)


def test_other_words_and_rows() -> None:
    paper = Paper().table(
        ["", "SOẠN THẢO", "SOÁT XÉT", "PHÊ DUYỆT"],
        ["Chức vụ", "Thư ký ISO", "Phó Trưởng ban", "Trưởng ban"],
        ["Chữ ký", "", "", ""],
        ["Họ và tên", "Trần Văn Mẫu", "Lê Thị Thử", "Phạm Văn Ví"],
        ["Chức danh", "Chuyên viên", "Phó Giám đốc", "Giám đốc"],
    )
    found = paper.facts().approvals
    assert [a.position for a in found] == ["Thư ký ISO", "Phó Trưởng ban", "Trưởng ban"]
    assert {a.signature for a in found} == {Signature.NONE}


def test_company_style_without_labels() -> None:
    paper = Paper().table(
        ["NGƯỜI VIẾT", "NGƯỜI KIỂM TRA", "NGƯỜI DUYỆT"],
        ["", "", ""],
        ["Trần Văn Mẫu", "Lê Thị Thử", "Phạm Văn Ví"],
        pictures={(1, 0): 1},
    )
    found = paper.facts().approvals
    assert [(a.role, a.name, a.signature) for a in found] == [
        (Role.DRAFTER, "Trần Văn Mẫu", Signature.PICTURE), (Role.REVIEWER, "Lê Thị Thử", Signature.NONE),
        (Role.APPROVER, "Phạm Văn Ví", Signature.NONE),
    ]


def test_each_person_in_one_cell() -> None:
    paper = Paper().table([
        "NGƯỜI SOẠN THẢO\v\v(Đã ký)\v\vTrần Văn Mẫu\vChuyên viên",
        "NGƯỜI KIỂM TRA\v\vLê Thị Thử\vPhó Trưởng Phòng",
        "PHÊ DUYỆT\nNgày 20/10/2025\nPHÓ GIÁM ĐỐC\nĐã ký\nPhạm Văn Ví",
    ])
    facts = paper.facts()
    assert [(a.role, a.name, a.position, a.signature) for a in facts.approvals] == [
        (Role.DRAFTER, "Trần Văn Mẫu", "Chuyên viên", Signature.TEXT),
        (Role.REVIEWER, "Lê Thị Thử", "Phó Trưởng Phòng", Signature.NONE),
        (Role.APPROVER, "Phạm Văn Ví", "PHÓ GIÁM ĐỐC", Signature.TEXT),
    ]
    assert facts.approval_at.table == 1 and facts.approvals[2].signed_on.value == date(2025, 10, 20)
    below = Paper().table(["Soạn thảo\v(Đã ký)", "Phê duyệt\v(Đã ký)"], ["Trần Văn Mẫu", "Phạm Văn Ví"])
    assert [(a.name, a.signature) for a in below.facts().approvals] == [
        ("Trần Văn Mẫu", Signature.TEXT), ("Phạm Văn Ví", Signature.TEXT),
    ]


def test_names_behind_their_roles() -> None:
    paper = Paper().table(
        ["PHÊ DUYỆT TÀI LIỆU", None], ["Người viết: Trần Văn Mẫu", "Ký tên: (đã ký)"],
        ["Người kiểm tra: Lê Thị Thử", "Ký tên:"], ["Người phê duyệt: Phạm Văn Ví", "Ký tên: (đã ký)"],
    )
    assert [(a.role, a.name, a.signature) for a in paper.facts().approvals] == [
        (Role.DRAFTER, "Trần Văn Mẫu", Signature.TEXT), (Role.REVIEWER, "Lê Thị Thử", Signature.NONE),
        (Role.APPROVER, "Phạm Văn Ví", Signature.TEXT),
    ]


def test_name_and_position_in_one_cell() -> None:
    paper = Paper().table(
        ["Trách nhiệm", "Họ tên – Chức vụ", "Chữ ký"], ["Soạn thảo", "Trần Văn Mẫu – Chuyên viên", "Đã ký"],
        ["Phê duyệt", "Phạm Văn Ví, Chủ tịch UBND xã", ""],
    )
    assert [(a.name, a.position, a.signature) for a in paper.facts().approvals] == [
        ("Trần Văn Mẫu", "Chuyên viên", Signature.TEXT), ("Phạm Văn Ví", "Chủ tịch UBND xã", Signature.NONE),
    ]


def test_the_head_signs_below_the_position() -> None:
    signed = ["KIỂM SOÁT\v(đã ký)\vLê Thị Thử", "GIÁM ĐỐC\v(đã ký)\vPhạm Văn Ví"]
    paper = Paper().table(["NGƯỜI LẬP\vTrần Văn Mẫu", *signed])
    assert [(a.role, a.name, a.position, a.signature) for a in paper.facts().approvals] == [
        (Role.DRAFTER, "Trần Văn Mẫu", "", Signature.NONE), (Role.REVIEWER, "Lê Thị Thử", "", Signature.TEXT),
        (Role.APPROVER, "Phạm Văn Ví", "GIÁM ĐỐC", Signature.TEXT),
    ]


def test_two_languages_in_a_heading_are_nobody() -> None:
    paper = Paper().table(
        ["Soạn thảo\vPrepared by", "Phê duyệt\vApproved by"], ["Họ tên", "Trần Văn Mẫu"], ["Chữ ký", ""],
    )
    assert [a.name for a in paper.facts().approvals] != ["Prepared by", "Approved by"]


def test_empty_names_are_said_as_empty() -> None:
    paper = Paper().table(["Trách nhiệm", "Soạn thảo", "Xem xét", "Phê duyệt"], ["Họ tên", "Trần Văn Mẫu", "", "……"])
    assert [a.name for a in paper.facts().approvals] == ["Trần Văn Mẫu", "", ""]


def test_steps_of_a_process_are_no_approvals() -> None:
    paper = Paper().table(
        ["TT", "Trình tự", "Trách nhiệm", "Thời gian"],
        ["1", "Soạn thảo", "Chuyên viên", "01 ngày"],
        ["2", "Kiểm tra", "Trưởng phòng", "01 ngày"],
        ["3", "Phê duyệt", "Lãnh đạo", "½ ngày"],
    )
    facts = paper.facts()
    assert facts.approvals == () and facts.approval_at is None


@pytest.mark.parametrize(("text", "signature"), [
    ("", Signature.NONE), ("(Ký, ghi rõ họ tên)", Signature.NONE), ("........", Signature.NONE),
    ("(đã ký)", Signature.TEXT), ("Đã ký", Signature.TEXT), ("Trần Văn Mẫu", Signature.TEXT),
    ("Ký bởi: Lê Thị Thử", Signature.DIGITAL), ("Chữ ký số", Signature.DIGITAL),
])
def test_what_stands_in_a_signature_place(text: str, signature: Signature) -> None:
    assert signature_of_text(text) is signature


def test_signatures_of_minutes() -> None:
    paper = Paper().lines("Biên bản kết thúc lúc 11 giờ.").table(
        ["THƯ KÝ\n(đã ký)\nTrần Văn Mẫu", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nPhạm Văn Ví"]
    )
    found = signatures_at_end(paper.reading())
    assert [(a.position, a.name, a.signature) for a in found] == [
        ("THƯ KÝ", "Trần Văn Mẫu", Signature.TEXT),
        ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "Phạm Văn Ví", Signature.NONE),
    ]


def test_signature_of_a_decision_in_paragraphs() -> None:
    paper = Paper().lines("Điều 3. Quyết định này có hiệu lực kể từ ngày ký.")
    for line in ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Phạm Văn Ví"):
        paper.p(line, bold=True, alignment="center")
    (found,) = signatures_at_end(paper.reading())
    assert (found.position, found.name) == ("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH", "Phạm Văn Ví")


def test_revision_log() -> None:
    facts = procedure().facts()
    assert facts.revision_at.table == 3
    first, second = facts.revisions
    assert (first.number, first.content, first.reason, first.filled) == (
        "01", "Sửa thời hạn", "Nghị định số 18/2026/NĐ-CP", True)
    assert not second.filled and first.at.row == 2


def test_revision_log_of_other_agencies() -> None:
    paper = Paper().table(
        ["Yêu cầu sửa đổi/ bổ sung", "Trang / Phần liên quan việc sửa đổi", "Mô tả nội dung sửa đổi",
         "Lần ban hành / Lần sửa đổi", "Ngày ban hành"],
        ["Theo QĐ 12", "Mục 5", "Thay bảng", "02/00", "/06/2021"],
        ["", "", "…", "", ""],
    )
    first, second = paper.facts().revisions
    assert (first.reason, first.part, first.content, first.number) == ("Theo QĐ 12", "Mục 5", "Thay bảng", "02/00")
    assert first.date.problem == "incomplete"
    assert not second.filled


def test_revision_log_of_companies() -> None:
    paper = Paper().table(["Ngày tháng", "Nội dung thay đổi", "Lần ban hành"], ["05.01.2020", "Ban hành lần đầu", "01"])
    (row,) = paper.facts().revisions
    assert (row.date.value, row.content, row.number) == (date(2020, 1, 5), "Ban hành lần đầu", "01")
    paper = Paper().table(
        ["Rev. No", "Ngày sửa đổi / Date of revision", "Nội dung sửa đổi / Revision contents", "Người sửa đổi"],
        ["06", "2023.05.29", "Thêm mục 4", "Ban ISO"],
    )
    (row,) = paper.facts().revisions
    assert (row.number, row.date.value, row.content) == ("06", date(2023, 5, 29), "Thêm mục 4")


def test_automatic_numbers_of_empty_rows_are_no_content() -> None:
    paper = Paper().table(["Lần sửa đổi", "Nội dung sửa đổi", "Ngày sửa đổi"], ["", "", ""])
    table = paper.blocks[0]
    cells = []
    for cell in table.rows[1]:
        (paragraph,) = cell.blocks
        cells.append(cell._replace(blocks=(paragraph._replace(number="1."),)))
    paper.blocks[0] = table._replace(rows=(table.rows[0], tuple(cells)))
    (row,) = paper.facts().revisions
    assert not row.filled and row.number == ""


def test_two_rows_of_headings() -> None:
    paper = Paper().table(
        ["STT", "Nội dung sửa đổi", "Lần sửa đổi", "Thời gian"],
        ["^", "^", "^", "Ngày"],
        ["1", "Thay mẫu", "01", "02/02/2026"],
    )
    (row,) = paper.facts().revisions
    assert (row.content, row.date.value) == ("Thay mẫu", date(2026, 2, 2))


def test_other_tables_are_no_revision_log() -> None:
    paper = Paper().table(["STT", "Nội dung công việc", "Trách nhiệm", "Ngày"], ["1", "Họp", "A", "01/01/2026"])
    paper.table(["TT", "Nội dung", "Thời gian", "Ghi chú"], ["1", "Khai mạc", "8h", ""])
    facts = paper.facts()
    assert facts.revisions == () and facts.revision_at is None
