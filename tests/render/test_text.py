"""The report as text: what nobody sees does not part the words that are quoted, and nothing obeys the terminal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qmslint.api import RenderOptions
from qmslint.render.text import render, safe
from qmslint.run.library import check


def test_signs_that_nobody_sees_are_left_out() -> None:
    assert safe("đăng k\u200eý\u00ad, hộ\u200b tịch\ufeff\u2066") == "đăng ký, hộ tịch"


def test_what_a_terminal_obeys_is_a_blank() -> None:
    assert safe("a\x1b[31mb\nc\td") == "a [31mb ⏎ c d"


def test_the_words_are_told_once_and_whole(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Quy trình\n\nNgười yêu cầu đăng k\u200eý hộ tịch.\n", encoding="utf-8")
    report = check(tmp_path, as_of=date(2026, 11, 24))
    (finding,) = [f for f in report.findings if f.rule == "invisible-character"]
    assert finding.evidence == "k\u200eý"
    shown = render(report, RenderOptions(width=0)).decode()
    assert "giữa “k” và “ý” có dấu hướng chữ từ trái sang phải (U+200E)" in shown
    assert "\u200e" not in shown and "k ý" not in shown
