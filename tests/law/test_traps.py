"""The known traps of the field, one by one, each beside a paper on which the same rule rightly speaks."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from qmslint.law.calendar import Calendar, OwnDays
from qmslint.law.citation import parse_citations
from qmslint.law.number import parse_number
from qmslint.law.period import end_of_working_days, update_deadline
from qmslint.law.register_data import register_of_data
from qmslint.law.register_keys import place_of
from qmslint.law.subject import starts_a_clock
from qmslint.model.limits import Limits
from qmslint.model.text import Text, same
from qmslint.plugins.manager import Plugins
from qmslint.run.register_reading import read_register
from qmslint.run.registers import built_in
from qmslint.testing import findings_in
from tests.run.workbooks import csv_of

PLUGINS = Plugins()
REGISTER = built_in(PLUGINS)
HEAD = ("qmslint: record/1\nkind: {kind}\ncontrol_blocks:\n"
        "  - {{place: cover, code: QT 01/HT, title: Đăng ký khai sinh, edition: \"01\", issued: {day}}}\n")


def lines(*texts: str) -> str:
    return "text:\n" + "".join(f"  - '{text}'\n" for text in texts)


def cited(*texts: str, section: str = "legal-basis") -> str:
    return "citations:\n" + "".join(f'  - {{text: "{text}", section: {section}}}\n' for text in texts)


def letters(*signs: str) -> str:
    rows = "".join(f"  - {{title: Mục {one}, number: {one}, level: 2}}\n" for one in signs)
    return f"sections:\n  - {{title: NỘI DUNG, number: \"5\", key: content}}\n{rows}"


TITLE_19 = ("Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống quản lý chất "
            "lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan hành chính nhà nước;")
TITLE_104 = ("Nghị định số 104/2022/NĐ-CP ngày 21/12/2022 của Chính phủ sửa đổi, bổ sung một số điều của các nghị định "
             "liên quan đến việc nộp, xuất trình sổ hộ khẩu, sổ tạm trú giấy khi thực hiện thủ tục hành chính;")
HND_SOC_TRANG = ("Nghị quyết số 12/2023/NQ-HĐND ngày 07/12/2023 của Hội đồng nhân dân tỉnh Sóc Trăng quy định mức thu, "
                 "chế độ thu, nộp, quản lý và sử dụng phí trên địa bàn tỉnh Sóc Trăng;")

UNSIGNED = ("approvals:\n  - {role: drafter, name: Trần Văn An, position: Công chức, signature: none}\n"
            "  - {role: approver, name: Phạm Quốc Cường, position: Chủ tịch, signature: none}\n")
UNDATED = "  - {place: header, section: 1, issued: /07/2025}\n"

# what the trap is · the rule · the paper on which it must be silent · the paper on which it must speak
PAPERS = [
    ("the title of Decision 19/2014 says 9001:2008", "standard-edition-outdated",
     lines(TITLE_19), lines("Áp dụng TCVN ISO 9001:2008.")),
    ("what a manual tells of past years", "standard-edition-outdated",
     lines("Từ năm 2016, Sở áp dụng ISO 9001:2008; năm 2018 chuyển đổi sang phiên bản ISO 9001:2015.",
           "Năm 2010 được cấp giấy chứng nhận phù hợp TCVN ISO 9001:2000."),
     lines("Năm 2024 tiếp tục áp dụng ISO 9001:2008 cho các phòng.")),
    ("so does that of Circular 26/2014", "standard-edition-outdated",
     lines("Thông tư số 26/2014/TT-BKHCN quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg về việc áp dụng hệ "
           "thống quản lý chất lượng theo TCVN ISO 9001:2008;"), lines("Theo ISO 9001:2008.")),
    ("so does that of Circular 116/2015", "standard-edition-outdated",
     lines("Thông tư số 116/2015/TT-BTC về quản lý tài chính áp dụng hệ thống theo TCVN ISO 9001:2008;"),
     lines("Hệ thống theo TCVN ISO 9001:2008 được duy trì.")),
    ("that of Decision 144/2006 says 9001:2000", "standard-edition-outdated",
     lines("Quyết định số 144/2006/QĐ-TTg về việc áp dụng hệ thống quản lý chất lượng theo TCVN ISO 9001:2000;"),
     lines("Hệ thống theo TCVN ISO 9001:2000 được duy trì.")),
    ("the title of Decree 104/2022 says sổ hộ khẩu", "abolished-paper",
     lines(TITLE_104), lines("Nộp bản sao sổ hộ khẩu.")),
    ("CMND in a form that is printed behind", "abolished-paper",
     "attachments_from: {text: MẪU}\n" + lines("Nội dung."), lines("Xuất trình Chứng minh nhân dân.")),
    ("resolutions of a merged province stay cited", "abolished-unit-name",
     lines(HND_SOC_TRANG), lines("Áp dụng trên địa bàn tỉnh Sóc Trăng.")),
    ("(tỉnh Sóc Trăng cũ) beside a fee", "abolished-unit-name",
     lines("Nộp trực tuyến 60.000 đồng (tỉnh Sóc Trăng cũ)."), lines("Nộp 60.000 đồng tại tỉnh Sóc Trăng.")),
    ("a province of today that bears the name of a smaller one", "abolished-unit-name",
     lines("Áp dụng tại tỉnh Phú Thọ, tỉnh Quảng Trị, tỉnh Gia Lai."), lines("Áp dụng tại tỉnh Hòa Bình.")),
    ("the address of an old record", "abolished-unit-name",
     lines("Thường trú: thị trấn Đồi Mây, tỉnh Hà Giang."), lines("Nộp tại thị trấn Đồi Mây.")),
    ("Bà Rịa – Vũng Tàu however its dash is written", "abolished-unit-name",
     lines("Nghị quyết số 9/2020/NQ-HĐND của HĐND tỉnh Bà Rịa – Vũng Tàu;"),
     lines("Áp dụng tại tỉnh Bà Rịa – Vũng Tàu.")),
    ("such a resolution is no error while nothing replaced it", "law-repealed",
     cited(HND_SOC_TRANG), cited("Nghị định số 42/2022/NĐ-CP")),
    ("a partial repeal leaves the parent", "law-repealed",
     cited("Nghị định số 367/2025/NĐ-CP"), cited("Nghị định số 42/2022/NĐ-CP ngày 24/6/2022")),
    ("files of before the change", "law-repealed",
     lines("Hồ sơ nhận trước ngày 01/7/2026 thực hiện theo Nghị định số 42/2022/NĐ-CP."),
     lines("Trước ngày 25 hằng tháng, báo cáo theo Nghị định số 42/2022/NĐ-CP.")),
    ("a law told of as ended", "law-repealed",
     lines("Nghị định số 224/2026/NĐ-CP bãi bỏ Nghị định số 42/2022/NĐ-CP."), cited("Nghị định số 42/2022/NĐ-CP")),
    ("the issuer of an older circular is a ministry of then", "abolished-body",
     lines("Thông tư số 15/2023/TT-BTTTT ngày 12/12/2023 của Bộ trưởng Bộ Thông tin và Truyền thông quy định về mạng;"),
     lines("Gửi hồ sơ đến Bộ Thông tin và Truyền thông.")),
    ("a quotation of the old name", "abolished-body",
     lines("Cụm từ “Ủy ban nhân dân huyện” được thay."), lines("Ủy ban nhân dân huyện phê duyệt.")),
    ("an empty revision table of the first issue", "revision-log-empty",
     "revisions:\n  - {number: \"\"}\n  - {number: \"\"}\n",
     '  - {place: header, section: 1, edition: "03"}\nrevisions:\n  - {number: ""}\n'),
    ("letters without f, j, w, z", "section-number-skipped",
     letters("d", "đ", "e", "g", "h", "i", "k"), letters("g", "h", "k")),
    ("a law without a number, as Decree 30 asks", "law-unregistered",
     cited("Luật Hộ tịch năm 2014"), cited("Nghị định số 999/2019/NĐ-CP")),
    ("a law with its number, as the Government writes", "law-citation-mismatch",
     cited("Luật Tổ chức Chính phủ số 63/2025/QH15"), cited("Luật Tổ chức Chính phủ số 63/2025/QH5")),
    ("both HÒA and HOÀ stand in names", "tone-mark-inconsistent",
     lines("Ông Hoà và bà Thuý ở Khánh Hoà, hòa giải, xóa, hủy."),
     lines(*["Việc hoà giải, xoá, huỷ, toà, thuỷ lợi.", "Việc hòa giải, xóa, hủy, tòa, thủy lợi."])),
    ("Bộ phận tiếp nhận và trả kết quả is a name of the decree", "receiving-unit-outdated",
     lines("Nộp tại Bộ phận tiếp nhận và trả kết quả."), lines("Nộp tại Bộ phận tiếp nhận và hoàn trả kết quả.")),
    ("one number in two terms of the Assembly", "law-citation-mismatch",
     cited("Bộ luật Dân sự số 91/2015/QH13", "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15"),
     cited("Bộ luật Dân sự số 91/2015/QH15")),
    ("a law in force the day it was signed", "legal-list-row-invalid",
     "listed_laws:\n  - {number: 07/2025/NĐ-CP, issued: 09/01/2025, effective: 09/01/2025}\n",
     "listed_laws:\n  - {number: 07/2025/NĐ-CP, issued: 09/01/2025, effective: 08/01/2025}\n"),
    ("a consolidated text beside its original", "consolidated-text-cited",
     cited("Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15", "Văn bản hợp nhất số 54/VBHN-VPQH"),
     cited("Văn bản hợp nhất số 54/VBHN-VPQH")),
    ("a draft needs no signature", "signature-missing", UNSIGNED + "draft: true\n", UNSIGNED),
    ("a draft needs no full date", "date-incomplete", UNDATED + "draft: true\n", UNDATED),
]


@pytest.mark.parametrize(("rule", "silent", "speaks"), [one[1:] for one in PAPERS], ids=[one[0] for one in PAPERS])
def test_a_rule_steps_over_the_trap(rule: str, silent: str, speaks: str, tmp_path: Path) -> None:
    kind = "legal-list" if rule.startswith("legal-list") else "tthc-procedure"
    for name, body in (("silent", silent), ("speaks", speaks)):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "qmslint.yaml").write_text("legal_registers: [so.yaml]\n", encoding="utf-8")
        (folder / "so.yaml").write_text("documents: [{number: 1/1990/QĐ-TTg}]\n", encoding="utf-8")
        text = HEAD.format(kind=kind, day="01/9/2026") + body
        (folder / "qt.yaml").write_text(text, encoding="utf-8")
    assert [finding.message.vi for finding in findings_in(tmp_path / "silent", rule, PLUGINS)] == []
    assert findings_in(tmp_path / "speaks", rule, PLUGINS)


# ── the engine ──


def test_one_number_in_two_terms_of_the_assembly_is_two_laws() -> None:
    civil, data = REGISTER.get("91/2015/QH13"), REGISTER.get("91/2025/QH15")
    assert civil is not None and data is not None and civil.title != data.title
    assert REGISTER.get("91/2015/QH15") is None


def test_a_law_by_name_and_year_is_the_law() -> None:
    (citation,) = parse_citations("Luật Hộ tịch năm 2014")
    assert citation.number == "" and citation.year == 2014
    found = REGISTER.named("Luật Hộ tịch")
    assert found is not None and found.number == "60/2014/QH13"


@pytest.mark.parametrize("name", [
    "Luật Phòng, chống ma túy", "Luật Thủy lợi", "Luật Thủy sản", "Luật Chất lượng sản phẩm, hàng hóa",
    "Luật Hòa giải ở cơ sở",
])
def test_a_law_is_known_by_name_wherever_its_tone_stands(name: str) -> None:
    other = name
    for first, second in (("úy", "uý"), ("ủy", "uỷ"), ("óa", "oá"), ("òa", "oà")):
        other = other.replace(first, second)
    assert other != name
    assert [one.name for one in parse_citations(f"theo {name};")] == [name]
    assert [one.name for one in parse_citations(f"theo {other};")] == [other]


def test_a_place_is_one_wherever_its_tone_stands() -> None:
    assert place_of("HĐND tỉnh HÒA BÌNH") == place_of("Hội đồng nhân dân tỉnh Hoà Bình (cũ)")
    assert place_of("tỉnh Bà Rịa - Vũng Tàu") == place_of("UBND tỉnh Bà Rịa–Vũng Tàu") and same("HÒA", "Hoà")


@pytest.mark.parametrize(("number", "clock"), [
    ("118/2025/NĐ-CP", True), ("12/2023/NQ-HĐND", True), ("101/QĐ-BKHCN", False), ("54/VBHN-VPQH", False),
    ("313/QĐ-BTP", False),
])
def test_only_normative_documents_start_the_clock(number: str, clock: bool) -> None:
    row = REGISTER.get(number)
    assert row is not None and starts_a_clock(row) is clock


@pytest.mark.parametrize("number", ["30/QĐ-TTg", "1829/QĐ-UBND", "493/QĐ-UBND"])
def test_a_decision_without_a_year_is_an_individual_one(number: str) -> None:
    known = parse_number(number)
    assert known is not None and not known.normative and not known.malformed


@pytest.mark.parametrize(("effect", "nominal", "rolled"), [
    (date(2026, 2, 28), date(2026, 5, 28), date(2026, 5, 28)),  # the end of a month does not stick
    (date(2014, 12, 1), date(2015, 3, 1), date(2015, 3, 2)),  # a Sunday
    (date(2026, 8, 24), date(2026, 11, 24), date(2026, 11, 25)),  # the new holiday
    (date(2026, 1, 26), date(2026, 4, 26), date(2026, 4, 28)),  # a holiday on a Sunday is made up for
])
def test_the_end_of_a_period(effect: date, nominal: date, rolled: date) -> None:
    found = update_deadline(effect, Calendar())
    assert (found.nominal, found.rolled, found.provisional) == (nominal, rolled, False)


def test_a_saturday_worked_in_exchange_is_a_working_day() -> None:
    saturday, friday, calendar = date(2026, 8, 22), date(2026, 8, 21), Calendar()
    assert calendar.works(saturday) and not calendar.works(date(2026, 8, 31))
    assert end_of_working_days(friday, 1, calendar).rolled == saturday
    own = OwnDays({date(2026, 11, 9): Text("nghỉ bù", "in lieu")}, {date(2026, 11, 7): Text("làm bù", "worked")})
    swapped = Calendar(own)
    assert end_of_working_days(date(2026, 11, 6), 1, calendar).rolled == date(2026, 11, 9)
    assert end_of_working_days(date(2026, 11, 6), 1, swapped).rolled == date(2026, 11, 7)
    assert end_of_working_days(date(2026, 11, 6), 2, swapped).rolled == date(2026, 11, 10)


def test_a_year_that_the_calendar_does_not_know_is_said() -> None:
    found = update_deadline(date(2026, 10, 1), Calendar())
    assert found.provisional and found.nominal == date(2027, 1, 1)


def test_three_months_are_not_ninety_days() -> None:
    assert update_deadline(date(2025, 7, 1), Calendar()).nominal == date(2025, 10, 1)  # 92 days


def test_a_register_whose_column_of_numbers_is_empty_is_read_whole() -> None:
    """Automatic numbering leaves no text behind."""
    head = ["TT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu"]
    rows = [["", "901/2020/NĐ-CP", "15/11/2020", "Một"], ["", "902/2020/NĐ-CP", "16/11/2020", "Hai"]]
    register = read_register(*csv_of([head, *rows]), PLUGINS, Limits())
    assert [row.number for row in register.documents] == ["901/2020/NĐ-CP", "902/2020/NĐ-CP"] and not register.problems


@pytest.mark.parametrize("days", [0, 10, 44])
def test_a_short_time_before_effect_is_no_error(days: int) -> None:
    signed = date(2025, 1, 9)
    row = {"number": "907/2025/NĐ-CP", "signed": signed.isoformat(),
           "in_force": (signed + timedelta(days)).isoformat()}
    assert register_of_data({"documents": [row]}).problems == ()
