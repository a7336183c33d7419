"""Scanned pages: named, and where asked read by Tesseract, with nothing of it trusted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qmslint import check
from qmslint.api import Document, Limits, Report, SourceFile, UsageError, paragraphs, tables
from qmslint.config.load import parse_settings
from qmslint.plugins.manager import Plugins
from tests.conftest import ROOT
from tests.read.pdf.scans import program, row, scanned, sentence

pytest.importorskip("pypdfium2")
from qmslint.read.pdf import READER
from qmslint.read.pdf.scans import groups_of
from qmslint.read.pdf.tesseract import found, words_in

PRINTED = ROOT / "fixtures" / "formats" / "pdf"
TWO_LINES = [*sentence("Quy trình tiếp công dân", 300, 1), *sentence("Lần ban hành 01", 420, 2)]
fake = pytest.mark.skipif(os.name == "nt", reason="the program that stands in for Tesseract is a script")
real = pytest.mark.skipif(found() is None, reason="Tesseract with Vietnamese data is not installed")


@pytest.fixture(scope="module")
def scan() -> bytes:
    return scanned((PRINTED / "quy-trinh-he-thong.pdf").read_bytes(), 2)


def read(data: bytes, pages: int, seconds: float = 20) -> Document:
    return READER.read(SourceFile("a.pdf", "pdf"), data, Limits(ocr_pages=pages, seconds=seconds))


def said(document: Document) -> list[tuple[int, str]]:
    return [(part.at.page, part.reason) for part in document.unread]


def words(document: Document) -> list[tuple[int, str]]:
    return [(one.at.page, one.text) for one in paragraphs(document.blocks) if one.text]


def judged(folder: Path, scan: bytes, settings: str) -> Report:
    (folder / "set").mkdir()
    (folder / "set" / "a.pdf").write_bytes(scan)
    (folder / "set" / "qmslint.yaml").write_text(settings, "utf-8")
    return check(folder / "set")


@fake
def test_who_does_not_ask_starts_no_program(scan: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trace = tmp_path / "started"
    path = program(tmp_path / "bin", TWO_LINES, then=f"open({str(trace)!r}, 'w')")
    monkeypatch.setenv("PATH", str(path.parent))
    assert said(read(scan, 0)) == [(1, "scanned"), (2, "scanned")] and not trace.exists()
    read(scan, 1)
    assert trace.exists()


@fake
def test_so_many_pages_are_read_as_are_asked_for(scan: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(program(tmp_path / "bin", TWO_LINES).parent))
    document = read(scan, 1)
    assert words(document) == [(1, "Quy trình tiếp công dân"), (1, "Lần ban hành 01")]
    assert said(document) == [(1, "ocr"), (2, "scanned")]


@fake
def test_printed_lines_make_a_table(scan: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [row(" ", 280, top, 900, 3, 9) for top in (280, 400, 520)]
    lines += [row(" ", left, 280, 3, 240, 9) for left in (280, 700, 1180)]
    cells = [row("Mã", 300, 320, 60, 40, 1), row("Tên", 720, 320, 80, 40, 1),
             row("BM.01", 300, 440, 120, 40, 2), row("Đơn", 720, 440, 80, 40, 2)]
    monkeypatch.setenv("PATH", str(program(tmp_path / "bin", lines + cells).parent))
    (table,) = tables(read(scan, 1).blocks)
    assert [[cell.text for cell in one] for one in table.rows] == [["Mã", "Tên"], ["BM.01", "Đơn"]]


@fake
@pytest.mark.parametrize("languages, then, reason", [
    ("eng", "", "no-ocr"), ("eng\nvie", "sys.exit(3)", "ocr-failed"),
    ("eng\nvie", "import time; time.sleep(30)", "ocr-failed")])
def test_a_program_that_does_not_serve_is_said(
    languages: str, then: str, reason: str, scan: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(program(tmp_path / "bin", TWO_LINES, languages, then).parent))
    document = read(scan, 1, seconds=1)
    assert said(document)[0] == (1, reason) and not words(document)
    assert all(part.message.vi and part.mend.vi for part in document.unread if part.reason != "scanned")


def test_a_program_among_the_documents_is_not_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, TWO_LINES)
    monkeypatch.chdir(tmp_path)
    for path in (".", str(tmp_path)):
        monkeypatch.setenv("PATH", path)
        assert found() is None


def test_where_nothing_is_installed_one_finding_says_how(
    scan: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    report = judged(tmp_path, scan, "limits: {ocr_pages: 5}\n")
    (finding,) = [f for f in report.findings if f.rule == "scanned-without-text"]
    assert finding.level == "warning" and "tesseract-ocr-vie" in finding.mend.vi and "ocr_pages" in finding.message.vi


@fake
def test_nothing_of_a_recognised_file_is_certain(
    scan: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = [*sentence("QUY TRÌNH TIẾP CÔNG DÂN", 300, 1), *sentence("Ngày ban hành: 31/02/2026", 500, 2)]
    monkeypatch.setenv("PATH", str(program(tmp_path / "bin", wrong).parent))
    found = [f for f in judged(tmp_path, scan, "limits: {ocr_pages: 5}\n").findings if f.path == "a.pdf"]
    assert {"scanned-without-text", "impossible-date"} <= {f.rule for f in found}
    assert {str(f.confidence) for f in found} == {"low"}
    assert [str(f.level) for f in found if f.rule == "scanned-without-text"] == ["info"]
    assert not [f for f in found if f.rule.endswith("-missing")]


@real
def test_a_scanned_procedure_is_read(tmp_path: Path) -> None:
    data = scanned((PRINTED / "quy-trinh-he-thong.pdf").read_bytes(), 3)
    report = judged(tmp_path, data, "limits: {ocr_pages: 5}\n")
    (document,) = report.documents
    assert (document.kind, document.identity.code) == ("system-procedure", "QT.HT.05")
    assert {str(f.confidence) for f in report.findings if f.path == "a.pdf"} == {"low"}


def test_the_limit_may_be_zero_and_no_less() -> None:
    plugins = Plugins()
    parse_settings("limits: {ocr_pages: 0}\n", "qmslint.yaml", plugins)
    with pytest.raises(UsageError):
        parse_settings("limits: {ocr_pages: -1}\n", "qmslint.yaml", plugins)


def test_dots_that_lead_to_a_page_take_their_line_along() -> None:
    rows = [row("1.", 300, 300, 30, 40, 1), row("cccsss", 400, 330, 1400, 8, 1, 0.0), row("3", 1900, 300, 20, 40, 1),
            row("||", 300, 400, 9, 40, 2), row("Tên", 330, 400, 80, 40, 2), row("vNx", 500, 400, 80, 40, 2, 12.0)]
    assert [word.text for word in words_in("\n".join(rows))] == ["Tên"]


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_table_is_read(table: str) -> None:
    words_in(table)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.text(min_size=1, max_size=8), *[st.integers(1, 5000)] * 4, st.integers(0, 3))))
def test_any_words_become_groups(given_words: list[tuple[str, int, int, int, int, int]]) -> None:
    words = words_in("\n".join(row(*one) for one in given_words))
    groups = groups_of(words, 842.0, 300 / 72)
    assert sorted(group.text for group in groups) == sorted(word.text for word in words if word.text)
    assert all(len(group.edges) == len(group.text) and group.size >= 1 for group in groups)


def test_printed_lines_are_no_letters() -> None:
    words = words_in("\n".join([row(" ", 280, 280, 900, 3, 1), row("Mã", 300, 320, 60, 40, 1)]))
    assert [group.text for group in groups_of(words, 842.0, 300 / 72)] == ["Mã"]
