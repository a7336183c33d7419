"""Characters that print right and are not, and the state of a document."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.api import Document, Reading, Run, SourceFile
from tests.extract.paper import Paper


def defects(paper: Paper) -> dict[str, tuple[str, str, int]]:
    """Kind → first word, how it should be, how many."""
    return {d.defect: (d.text, d.shown, d.total) for d in paper.facts().encoding}


def test_clean_text_has_none() -> None:
    paper = Paper().lines("Quy trình đăng ký khai sinh – bước ½ ngày…\nPlain words\nGiá 5 µm, Δt, “nháy”, 25°C, m²")
    assert defects(paper) == {}


def test_loose_marks() -> None:
    wrong = unicodedata.normalize("NFD", "ộ")
    paper = Paper().p(f"Hộ tịch và h{wrong} khẩu").p("đô\u0323i ngũ").header("Ma\u0303 hiệu")
    assert defects(paper) == {"not-nfc": (f"h{wrong}", "hộ", 3)}


def test_invisible_signs() -> None:
    assert defects(Paper().p("quản l\u200eý, đăng k\u200eý")) == {"invisible": ("l\u200eý,", "lý,", 2)}
    assert defects(Paper().p("một\u00a0hai")) == {}


def test_look_alike_letters() -> None:
    assert defects(Paper().p("Ðề án và ðơn")) == {"look-alike": ("Ðề", "Đề", 2)}
    assert defects(Paper().p("cơ quаn")) == {"look-alike": ("quаn", "quan", 1)}  # a Cyrillic а
    assert defects(Paper().p("góc α, β và trục Οx của А")) == {"look-alike": ("Οx", "Ox", 1)}


def test_old_fonts_by_their_letters() -> None:
    assert defects(Paper().p("B¶o Th¾ng, tØnh Lµo Cai"))["legacy-tcvn3"][:2] == (
        "B¶o Th¾ng, tØnh Lµo Cai", "Bảo Thắng, tỉnh Lào Cai")
    assert defects(Paper().p("Xin chaøo caùc baïn"))["legacy-vni"][:2] == ("Xin chaøo caùc baïn", "Xin chào các bạn")


def test_old_fonts_by_their_name_need_letters_too() -> None:
    paper = Paper().p("Tài liệu", runs=(Run("Tài liệu", font=".VnTime"),))
    assert defects(paper) == {}
    paper = Paper().p("5×3 ± 2", runs=(Run("5×3 ± 2", font=".VnTime"),))
    assert defects(paper) == {}  # the sign of multiplication makes no word
    paper = Paper().p("Quy tr×nh", runs=(Run("Quy tr×nh", font=".VnTime"),))
    assert defects(paper)["legacy-tcvn3"][1] == "Quy trình"
    paper = Paper().p("§¨ng ký", runs=(Run("§¨ng ký", font=".VnTime"),))
    assert defects(paper)["legacy-tcvn3"][1] == "Đăng ký"
    paper = Paper().p("b¶o", runs=(Run("b¶o", font=".VnTimeH"),))
    assert defects(paper)["legacy-tcvn3"][1] == "BẢO"


@pytest.mark.parametrize("text", ["Windows® và Word®", "où est-il? où où", "niño, señor", "Søren, Malmø", "« trích »",
                                  "h. oà, hoà bình", "5 ± 1 · 2"])
def test_foreign_words_are_no_old_font(text: str) -> None:
    assert not {"legacy-tcvn3", "legacy-vni"} & defects(Paper().p(text)).keys()


@given(st.text())
def test_no_text_makes_an_extractor_fail(text: str) -> None:
    paper = Paper().p(text).table([f" {text}", "Mã hiệu:"], ["Lần ban hành:", f" {text}"]).header(text)
    paper.facts()


def test_words_are_counted() -> None:
    assert Paper().p("một hai ba").table(["bốn", "năm sáu"]).facts().words == 6


@pytest.mark.parametrize(("line", "draft"), [
    ("DỰ THẢO", True), ("(Dự thảo lần 2)", True), ("Dự thảo 05/3/2026", True), ("DRAFT", True), ("Bản dự thảo", True),
    ("Dự thảo văn bản từ chối nhận di sản;", False), ("Xây dựng dự thảo kế hoạch", False), ("QUY TRÌNH", False),
])
def test_drafts(line: str, draft: bool) -> None:
    assert Paper().p(line).p("Lời.").facts().draft is draft
    assert Paper().p("Lời.").header(line).facts().draft is draft


def test_counts_of_word() -> None:
    document = Document(SourceFile("a.docx"), tracked_changes=3)
    from qmslint.extract.text.volume import EXTRACTORS

    found = {e.fact: e.extract(Reading(document)) for e in EXTRACTORS}
    assert found["tracked_changes"] == 3 and found["comments"] == 0
