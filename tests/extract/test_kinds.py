"""Kinds of document, each by the words of its title, cover, items or columns; doubt is said."""

from __future__ import annotations

import pytest

from qmslint.api import Confidence, kinds
from tests.extract.paper import Paper, procedure

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def letter(*title: str) -> Paper:
    """An administrative document: letterhead, place and date, type, subject, a paragraph."""
    paper = Paper().table(["UBND XÃ AN BÌNH\nSố: 12/KH-UBND", f"{STATE}\nĐộc lập - Tự do - Hạnh phúc"])
    paper.p("An Bình, ngày 05 tháng 01 năm 2026", alignment="right")
    for line in title:
        paper.p(line, bold=True, alignment="center")
    return paper.p("Thực hiện kế hoạch công tác năm, đơn vị báo cáo như sau:", bold=False)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        (["BIÊN BẢN", "Đánh giá chất lượng nội bộ năm 2026"], kinds.AUDIT_MINUTES),
        (["BIÊN BẢN ĐÁNH GIÁ NỘI BỘ"], kinds.AUDIT_MINUTES),
        (["KẾ HOẠCH", "Đánh giá nội bộ hệ thống quản lý chất lượng năm 2026"], kinds.AUDIT_PLAN),
        (["CHƯƠNG TRÌNH ĐÁNH GIÁ NỘI BỘ"], kinds.AUDIT_PLAN),
        (["BÁO CÁO", "Tổng hợp kết quả đánh giá nội bộ năm 2026"], kinds.AUDIT_REPORT),
        (["BIÊN BẢN HỌP XEM XÉT CỦA LÃNH ĐẠO"], kinds.MANAGEMENT_REVIEW),
        (["BIÊN BẢN CUỘC HỌP XEM XÉT CỦA LÃNH ĐẠO"], kinds.MANAGEMENT_REVIEW),
        (["PHIẾU YÊU CẦU HÀNH ĐỘNG KHẮC PHỤC"], kinds.CORRECTIVE_ACTION),
        (["MỤC TIÊU CHẤT LƯỢNG NĂM 2026"], kinds.QUALITY_OBJECTIVES),
        (["KẾ HOẠCH", "Thực hiện mục tiêu chất lượng năm 2026"], kinds.QUALITY_OBJECTIVES),
        (["CHÍNH SÁCH CHẤT LƯỢNG"], kinds.QUALITY_POLICY),
        (["QUYẾT ĐỊNH", "Về việc ban hành hệ thống tài liệu theo TCVN ISO 9001:2015"], kinds.PROMULGATION_DECISION),
        (["QUYẾT ĐỊNH", "Công bố hệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015"], kinds.PUBLICATION_DECISION),
        (["BẢN CÔNG BỐ", "Hệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015"], kinds.PUBLICATION_DECISION),
        (["BÁO CÁO", "Kết quả khảo sát sự hài lòng của tổ chức, công dân"], kinds.SURVEY),
        (["SỔ TAY CHẤT LƯỢNG"], kinds.QUALITY_MANUAL),
        (["BẢNG NHẬN DIỆN, ĐÁNH GIÁ RỦI RO VÀ CƠ HỘI"], kinds.RISK_REGISTER),
        (["BỐI CẢNH CỦA TỔ CHỨC"], kinds.CONTEXT),
        (["DANH MỤC CÁC BÊN QUAN TÂM"], kinds.INTERESTED_PARTIES),
        (["DANH MỤC TÀI LIỆU NỘI BỘ"], kinds.DOCUMENT_LIST),
        (["DANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT"], kinds.LEGAL_LIST),
        (["DANH MỤC TÀI LIỆU BÊN NGOÀI"], kinds.LEGAL_LIST),
        (["DANH MỤC THỦ TỤC HÀNH CHÍNH"], kinds.TTHC_LIST),
        (["PHIẾU GHI CHÉP ĐÁNH GIÁ"], kinds.AUDIT_CHECKLIST),
        (["KẾ HOẠCH ĐÀO TẠO NĂM 2026"], kinds.TRAINING_RECORD),
        (["QUYẾT ĐỊNH", "Về việc thành lập Đoàn đánh giá nội bộ"], kinds.ADMINISTRATIVE_DOCUMENT),
        (["KẾ HOẠCH", "Tuyên truyền cải cách hành chính năm 2026"], kinds.ADMINISTRATIVE_DOCUMENT),
        (["GIẤY MỜI", "Họp xem xét của lãnh đạo"], kinds.ADMINISTRATIVE_DOCUMENT),
        (["BIÊN BẢN ĐÁNH GIÁ NHÀ CUNG CẤP"], kinds.ADMINISTRATIVE_DOCUMENT),
        (["BIÊN BẢN", "Tập huấn nhận thức và đánh giá viên nội bộ theo TCVN ISO 9001:2015"], kinds.TRAINING_RECORD),
    ],
)
def test_titles(title: list[str], kind: str) -> None:
    facts = letter(*title).facts()
    assert facts.kind == kind
    assert facts.kind_confidence is not Confidence.LOW
    assert title[0].casefold() in facts.kind_reason.casefold()


def test_procedure_for_a_tthc() -> None:
    facts = procedure().facts()
    assert (facts.kind, facts.kind_confidence) == (kinds.TTHC_PROCEDURE, Confidence.HIGH)
    assert "QUY TRÌNH" in facts.kind_reason and "Thời hạn giải quyết" in facts.kind_reason


def system(title: str, code: str = "QT.03") -> Paper:
    paper = Paper().table(["CHI CỤC A", "QUY TRÌNH", f"Mã hiệu: {code}"], ["^", title, "Lần ban hành: 01"])
    for number, name in enumerate(["MỤC ĐÍCH", "PHẠM VI", "TÀI LIỆU VIỆN DẪN", "ĐỊNH NGHĨA", "NỘI DUNG", "HỒ SƠ"], 1):
        paper.p(f"{number}. {name}", bold=True).p("Một đoạn văn.", bold=False)
    return paper


@pytest.mark.parametrize("title", ["Đánh giá nội bộ", "KIỂM SOÁT THÔNG TIN DẠNG VĂN BẢN", "Quản lý rủi ro và cơ hội",
                                   "Xem xét của lãnh đạo", "Kiểm soát sự không phù hợp và hành động khắc phục"])
def test_system_procedures(title: str) -> None:
    facts = system(title).facts()
    assert (facts.kind, facts.kind_confidence) == (kinds.SYSTEM_PROCEDURE, Confidence.HIGH)


def test_code_of_system_procedures() -> None:
    assert system("Tiếp công dân", "QT-HT 09").facts().kind == kinds.SYSTEM_PROCEDURE


def test_unknown_procedure_is_not_sure() -> None:
    facts = system("Nâng bậc lương thường xuyên").facts()
    assert (facts.kind, facts.kind_confidence) == (kinds.SYSTEM_PROCEDURE, Confidence.LOW)


def test_lists_by_their_columns() -> None:
    heads = ["STT", "Mã hiệu", "Tên tài liệu", "Lần ban hành", "Ngày ban hành"]
    paper = Paper().table(heads, ["1", "QT 01", "A", "1", ""])
    facts = paper.facts()
    assert (facts.kind, facts.kind_confidence) == (kinds.DOCUMENT_LIST, Confidence.MEDIUM)
    heads = ["TT", "Số, ký hiệu", "Trích yếu", "Cơ quan ban hành", "Ngày hiệu lực"]
    paper = Paper().table(heads, ["1", "", "", "", ""])
    assert paper.facts().kind == kinds.LEGAL_LIST


def test_a_list_of_records_is_another_administrative_document() -> None:
    paper = Paper().p("DANH MỤC HỒ SƠ CỦA HỆ THỐNG QUẢN LÝ CHẤT LƯỢNG", bold=True)
    paper.table(["TT", "Tên hồ sơ", "Đơn vị lưu", "Thời gian lưu"], ["1", "Biên bản đánh giá", "Văn phòng", "5 năm"])
    facts = paper.facts()
    assert (facts.kind, facts.kind_confidence) == (kinds.ADMINISTRATIVE_DOCUMENT, Confidence.HIGH)
    untitled = Paper().table(["TT", "Tên hồ sơ", "Đơn vị lưu", "Thời gian lưu"], ["1", "Sổ theo dõi", "VP", "5 năm"])
    assert untitled.facts().kind == kinds.ADMINISTRATIVE_DOCUMENT


def test_a_unit_is_no_application() -> None:
    assert Paper().p("Đơn vị lưu", bold=True).p("Văn phòng").facts().kind == kinds.UNCLASSIFIED
    assert Paper().p("Đơn đăng ký khai sinh", bold=True).p("Kính gửi: …").facts().kind == kinds.FORM


def test_blank_form_is_a_form() -> None:
    paper = Paper().header("BM.01.05").p("KẾ HOẠCH ĐÁNH GIÁ NỘI BỘ NĂM ……", bold=True)
    for label in ("Mục đích", "Phạm vi", "Thời gian", "Trưởng đoàn"):
        paper.p(f"{label}: ............................")
    assert paper.facts().kind == kinds.FORM


def test_application_form() -> None:
    paper = Paper().p(STATE, bold=True).p("TỜ KHAI ĐĂNG KÝ KHAI SINH", bold=True).p("Kính gửi: ..................")
    facts = paper.p("Họ tên: ............").facts()
    assert (facts.kind, facts.kind_confidence) == (kinds.FORM, Confidence.HIGH)


def test_nothing_known_is_unclassified() -> None:
    facts = Paper().lines("Xin chào\nHôm nay trời đẹp, chúng tôi đi dạo quanh hồ.").facts()
    assert (facts.kind, facts.kind_confidence, facts.kind_reason) == (kinds.UNCLASSIFIED, Confidence.LOW, "")
    assert Paper().facts().kind == kinds.UNCLASSIFIED


def test_a_title_in_running_text_is_no_title() -> None:
    facts = letter("TỜ TRÌNH", "Về việc phê duyệt Kế hoạch đánh giá nội bộ").facts()
    assert facts.kind == kinds.ADMINISTRATIVE_DOCUMENT
    facts = procedure(title="Đánh giá nội bộ chất lượng dịch vụ").facts()
    assert facts.kind == kinds.TTHC_PROCEDURE


def test_settings_stand_above_all() -> None:
    facts = procedure().facts(kind=kinds.FORM)
    assert (facts.kind, facts.kind_confidence, facts.kind_reason) == (kinds.FORM, Confidence.HIGH, "qmslint.yaml")


def test_who_signs_is_no_part_of_the_title() -> None:
    paper = Paper()
    for text in ("QUYẾT ĐỊNH", "Ban hành quy chế", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ"):
        paper.p(text, bold=True, alignment="center")
    assert paper.p("Căn cứ Luật Hộ tịch;").facts().identity.title == "QUYẾT ĐỊNH Ban hành quy chế"


def cover(code: str) -> Paper:
    paper = Paper()
    paper.table(["UBND XÃ AN BÌNH", "QUY TRÌNH", f"Mã hiệu: {code}"], ["^", "Đăng ký khai sinh", "Lần ban hành: 01"])
    for name in ("1. MỤC ĐÍCH", "2. PHẠM VI", "3. TÀI LIỆU VIỆN DẪN", "4. ĐỊNH NGHĨA", "5. NỘI DUNG"):
        paper.p(name, bold=True)
    return paper


@pytest.mark.parametrize("beside", [False, True])
def test_items_in_numbered_rows(beside: bool) -> None:
    items = ("Điều kiện thực hiện TTHC", "Thành phần hồ sơ", "Số lượng hồ sơ", "Thời hạn giải quyết", "Lệ phí")
    if beside:
        rows = [row for number, item in enumerate(items, 1) for row in ([f"5.{number}", item], ["", "Theo quy định"])]
    else:
        rows = [[f"{number}. {item}", "Theo quy định"] for number, item in enumerate(items, 1)]
    facts = cover("QT-01/HT").table(*rows).facts()
    assert (facts.kind, facts.kind_confidence) == (kinds.TTHC_PROCEDURE, Confidence.HIGH)


def test_letters_behind_the_number_of_a_code_name_a_field() -> None:
    facts = cover("QT-HT-01").facts()
    assert (facts.kind, facts.kind_confidence) == (kinds.SYSTEM_PROCEDURE, Confidence.HIGH)
    assert cover("QT-01/HT").facts().kind_confidence is Confidence.LOW  # hộ tịch: the code does not say which


def test_a_letter_names_no_type() -> None:
    paper = Paper().table(["SỞ NỘI VỤ\nSố: 233/SNV-VP\nV/v đăng ký đào tạo", f"{STATE}\nĐộc lập - Tự do - Hạnh phúc"])
    facts = paper.p("Kính gửi: Các phòng, đơn vị thuộc Sở.").p("Sở đề nghị các đơn vị đăng ký.").facts()
    assert (facts.kind, facts.kind_reason) == (kinds.ADMINISTRATIVE_DOCUMENT, "V/v đăng ký đào tạo")
