"""Papers in a layout that is not understood are accused of nothing; that they could not be judged is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qmslint.plugins.manager import Plugins
from qmslint.run.library import check
from tests.extract.made import p, signing, table, title, word

RULES = ("objective-not-measurable", "objective-plan-incomplete", "audit-minutes-incomplete", "finding-without-clause",
         "nonconformity-without-action", "audit-scope-gap", "auditor-audits-own-unit", "review-input-missing",
         "review-output-missing", "review-not-chaired-by-head", "review-unsigned", "review-action-untracked",
         "corrective-action-incomplete", "corrective-action-overdue", "action-without-finding")
STRANGE = {
    "MỤC TIÊU CHẤT LƯỢNG NĂM 2026": {"objective-not-measurable"},
    "BIÊN BẢN ĐÁNH GIÁ NỘI BỘ": {"audit-minutes-incomplete"},
    "BÁO CÁO ĐÁNH GIÁ NỘI BỘ": {"audit-minutes-incomplete"},
    "PHIẾU YÊU CẦU HÀNH ĐỘNG KHẮC PHỤC": {"corrective-action-incomplete"},
    "BIÊN BẢN HỌP XEM XÉT CỦA LÃNH ĐẠO": {
        "review-input-missing", "review-output-missing", "review-not-chaired-by-head", "review-unsigned"},
}
PLUGINS = Plugins()


@pytest.mark.parametrize("name", STRANGE)
def test_an_unknown_layout_is_not_accused(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(
        *title(name), p("Mọi người đã cùng nhau xem lại công việc trong năm."), p("Có điều hay, có điều phải sửa."),
        table(["A", "B"], [["một", "hai"], ["ba", "bốn"]], [8, 8]), signing(("Cùng ký", "", "Lê Thị Bình"))))
    report = check(tmp_path, as_of=date(2026, 11, 24), select=list(RULES), plugins=PLUGINS)
    assert [(f.rule, f.message.vi) for f in report.findings] == []
    assert {left.rule for left in report.not_judged} == STRANGE[name]


def test_a_form_that_cannot_be_read_may_be_the_answer(tmp_path: Path) -> None:
    (tmp_path / "bien-ban.docx").write_bytes(word(
        *title("BIÊN BẢN ĐÁNH GIÁ NỘI BỘ"), p("Ngày đánh giá: 10/6/2026"), p("Điểm không phù hợp:"),
        p("- Thiếu phiếu kiểm soát của 02 hồ sơ (8.5.2).")))
    rule = "nonconformity-without-action"
    alone = check(tmp_path, as_of=date(2026, 11, 24), select=[rule], plugins=PLUGINS)
    assert [f.rule for f in alone.findings] == [rule]
    (tmp_path / "phieu.docx").write_bytes(word(*title("PHIẾU YÊU CẦU HÀNH ĐỘNG KHẮC PHỤC"), p("Việc ấy đã sửa rồi.")))
    both = check(tmp_path, as_of=date(2026, 11, 24), select=[rule], plugins=PLUGINS)
    assert both.findings == () and [left.rule for left in both.not_judged] == [rule]
