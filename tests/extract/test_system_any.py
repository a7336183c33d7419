"""Whatever an objectives paper, audit, form or review holds, its extractor answers, in order, the same each time."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qmslint.api import kinds
from qmslint.extract.words import book
from tests.extract.paper import Paper

KINDS = (kinds.QUALITY_OBJECTIVES, kinds.QUALITY_POLICY, kinds.AUDIT_PLAN, kinds.AUDIT_CHECKLIST, kinds.AUDIT_MINUTES,
         kinds.AUDIT_REPORT, kinds.CORRECTIVE_ACTION, kinds.MANAGEMENT_REVIEW)
LISTS = ("objective-sections", "objective-details", "objective-columns", "audit-labels", "finding-columns",
         "plan-columns", "people-columns", "finding-types", "action-labels", "action-columns", "review-labels",
         "review-inputs", "review-columns")
WORDS = sorted({variant for key in LISTS for variant in book("system").table(key)})
VALUES = st.sampled_from([
    "Ông Nguyễn Văn Thử - Trưởng phòng - Trưởng đoàn", "Lê Thị Mẫu", "ngày 10/6/2026", "10 - 12/6/2026", "100%", "x",
    "", "NC", "OBS", "điều khoản 7.5.3", "Không có", "………", "☒ Đạt ☐ Không",
    "Giao Văn phòng, xong trước 30/6/2026", "TRƯỞNG ĐOÀN", "KẾT LUẬN", "PHIẾU HÀNH ĐỘNG KHẮC PHỤC",
    "MỤC TIÊU CHẤT LƯỢNG NĂM 2026", "năm 2026", "(đã ký)",
    "Nơi nhận:", "::", "KPH 01: thiếu", "Mục tiêu 1: 95%", "a\nb", "\t", "I.", "1.", "-", "31/02/2026", "Phòng Kinh tế",
    "no\u0323\u0302i dung:",
])
LABELLED = st.builds(lambda word, sign, value: f"{word}{sign}{value}", st.sampled_from(WORDS),
                     st.sampled_from((": ", "", " ", ":\t", " (", ". ")), VALUES)
TEXT = st.one_of(VALUES, LABELLED, LABELLED.map(str.upper), st.text(max_size=12))


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    """Labels, values and tables of all sorts, in any order."""
    paper = Paper()
    for _ in range(draw(st.integers(0, 14))):
        if draw(st.integers(0, 3)) == 0:
            width, height = draw(st.integers(1, 5)), draw(st.integers(1, 4))
            head = [draw(st.sampled_from(WORDS)) for _ in range(width)]
            cell = TEXT.filter(lambda t: t != "^")
            paper.table(head, *[[draw(cell) for _ in range(width)] for _ in range(height)])
        else:
            paper.p(draw(TEXT), bold=draw(st.sampled_from((None, True, False))), pictures=draw(st.integers(0, 1)),
                    number=draw(st.sampled_from(("", "", "1.", "a)", "-", "II.", "5.1", "(1)"))))
    return paper


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(paper=papers())
def test_every_extractor_answers(kind: str, paper: Paper) -> None:
    facts = paper.facts(kind)
    assert facts == paper.facts(kind)
    lists = [facts.corrective_actions]
    lists += [facts.audit.findings] if facts.audit else []
    lists += [facts.review.inputs, facts.review.actions] if facts.review else []
    for found in lists:
        assert [entry.at.order for entry in found] == sorted(entry.at.order for entry in found)
    assert all(not found.text or found.text.strip() for found in (facts.audit.findings if facts.audit else ()))


def test_other_kinds_are_left_alone() -> None:
    paper = Paper().p("Đoàn đánh giá: Lê Thị Mẫu").p("Nguyên nhân: vội").p("Biện pháp: chậm lại")
    facts = paper.facts(kinds.SYSTEM_PROCEDURE)
    assert facts.audit is None and facts.review is None and facts.objectives is None and facts.corrective_actions == ()
