"""Quality policies: as bullets, in prose, as a chapter of a manual."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qmslint.api import Policy, kinds
from tests.extract.paper import Paper


def with_signature(paper: Paper) -> Paper:
    return paper.table(["Nơi nhận:\n- Như trên", "CHỦ TỊCH\n(đã ký)\nNguyễn Văn Mẫu"])


def read(paper: Paper) -> Policy:
    facts = paper.facts()
    assert facts.kind == kinds.QUALITY_POLICY and facts.policy is not None
    found: Policy = facts.policy
    return found


def test_bullets_under_a_letterhead() -> None:
    paper = Paper().table(["ỦY BAN NHÂN DÂN\nXÃ AN BÌNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do"])
    paper.p("An Bình, ngày 05 tháng 01 năm 2026", alignment="right")
    paper.p("CHÍNH SÁCH CHẤT LƯỢNG", bold=True, alignment="center")
    paper.p("Ủy ban nhân dân xã An Bình cam kết với tổ chức và công dân:", bold=False)
    paper.p("Giải quyết thủ tục hành chính công khai, đúng pháp luật;", number="-", bold=False)
    paper.p("- Cải tiến liên tục hệ thống quản lý chất lượng.", bold=False)
    policy = read(with_signature(paper))
    assert [c.text for c in policy.commitments] == [
        "Ủy ban nhân dân xã An Bình cam kết với tổ chức và công dân:",
        "Giải quyết thủ tục hành chính công khai, đúng pháp luật;", "Cải tiến liên tục hệ thống quản lý chất lượng."]
    assert policy.signatory and (policy.signatory.name, policy.signatory.role) == ("Nguyễn Văn Mẫu", "CHỦ TỊCH")
    assert policy.date and policy.date.value == date(2026, 1, 5)


def test_dashes_inside_a_line_stay() -> None:
    paper = Paper().p("CHÍNH SÁCH CHẤT LƯỢNG", bold=True, alignment="center")
    paper.p("Cam kết CÔNG KHAI - MINH BẠCH - ĐÚNG HẸN", bold=True)
    assert [c.text for c in read(paper).commitments] == ["Cam kết CÔNG KHAI - MINH BẠCH - ĐÚNG HẸN"]


def test_prose_dated_above_the_signature() -> None:
    paper = Paper().p("SỞ NỘI VỤ TỈNH X", bold=True).p("CHÍNH SÁCH CHẤT LƯỢNG", bold=True)
    paper.p("“Công khai - Minh bạch - Đúng luật - Hài lòng”", alignment="center", bold=True)
    paper.p("Sở luôn đáp ứng yêu cầu của tổ chức, công dân và không ngừng cải tiến.", bold=False)
    paper.p("X, ngày 12 tháng 3 năm 2026").p("GIÁM ĐỐC", bold=True).p("(đã ký)").p("Trần Thị Ví", bold=True)
    policy = read(paper)
    assert len(policy.commitments) == 2 and policy.signatory and policy.signatory.name == "Trần Thị Ví"
    assert policy.date and policy.date.value == date(2026, 3, 12)


def test_objectives_behind_the_policy_are_no_commitments() -> None:
    paper = Paper().p("CHÍNH SÁCH VÀ MỤC TIÊU CHẤT LƯỢNG", bold=True).p("CHÍNH SÁCH CHẤT LƯỢNG", bold=True)
    paper.p("1. Tuân thủ pháp luật.").p("2. Cải tiến liên tục.").p("MỤC TIÊU CHẤT LƯỢNG NĂM 2026", bold=True)
    paper.p("1. Thực hiện 100% hồ sơ đúng hạn.")
    assert [c.text for c in read(paper).commitments] == ["Tuân thủ pháp luật.", "Cải tiến liên tục."]


def test_unsigned_and_undated() -> None:
    policy = read(Paper().p("CHÍNH SÁCH CHẤT LƯỢNG", bold=True).p("- Cam kết đáp ứng mọi yêu cầu hợp pháp."))
    assert policy.signatory is None and policy.date is None and len(policy.commitments) == 1


def test_chapter_of_a_manual() -> None:
    paper = Paper().p("SỔ TAY CHẤT LƯỢNG", bold=True, level=0)
    paper.p("1. GIỚI THIỆU", bold=True).p("Cơ quan được thành lập năm 2025.", bold=False)
    paper.p("2. CHÍNH SÁCH CHẤT LƯỢNG", bold=True)
    paper.p("- Cam kết tuân thủ pháp luật;", bold=False).p("- Cam kết cải tiến liên tục.", bold=False)
    paper.p("3. PHẠM VI ÁP DỤNG", bold=True).p("Áp dụng và thực hiện tại xã.", bold=False)
    facts = paper.facts(kind=kinds.QUALITY_MANUAL)
    assert facts.policy and [c.text for c in facts.policy.commitments] == [
        "Cam kết tuân thủ pháp luật;", "Cam kết cải tiến liên tục."]
    assert facts.policy.date is None


def test_a_manual_without_policy() -> None:
    paper = Paper().p("SỔ TAY CHẤT LƯỢNG", bold=True).p("1. MỤC ĐÍCH", bold=True).p("Cam kết.", bold=False)
    assert paper.facts(kind=kinds.QUALITY_MANUAL).policy is None


LINES = ["- Tuân thủ pháp luật và các yêu cầu áp dụng;", "- Cải tiến liên tục hệ thống.", "CHỦ TỊCH", "Lê Thị Thử"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_form_of_letters_does_not_matter(form: Any) -> None:
    paper = Paper().p(unicodedata.normalize(form, "CHÍNH SÁCH CHẤT LƯỢNG"), bold=True)
    for line in LINES:
        paper.p(unicodedata.normalize(form, line), bold=line.isupper())
    policy = read(paper)
    assert [c.text for c in policy.commitments] == [line[2:] for line in LINES[:2]]
    assert policy.signatory and policy.signatory.name == "Lê Thị Thử"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.sampled_from([*LINES, "CHÍNH SÁCH CHẤT LƯỢNG", "Nơi nhận:", "ngày … tháng … năm"]),
                          st.text(max_size=15)), max_size=8))
def test_no_paper_breaks_a_policy(lines: list[str]) -> None:
    paper = Paper()
    for line in lines:
        paper.p(line)
    for kind in (kinds.QUALITY_POLICY, kinds.QUALITY_MANUAL):
        paper.facts(kind=kind)
