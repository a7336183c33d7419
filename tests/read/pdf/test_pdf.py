"""PDF printed from Word: what comes out as in the Word file, and that nothing but UnreadableDocument is raised."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qmslint import inspect
from qmslint.api import Document, Limits, QualityDocument, SourceFile, UnreadableDocument, tables
from qmslint.plugins.manager import Plugins
from qmslint.read.pdf import READER
from qmslint.run.inspect import facts_of, inspect_bytes
from tests.conftest import ROOT

pytest.importorskip("pypdfium2")
AGENCY, PRINTED = ROOT / "fixtures" / "agency", ROOT / "fixtures" / "formats" / "pdf"
PAIRS = {
    "quy-trinh-tthc.pdf": AGENCY / "04. Quy trình TTHC" / "QT 02-HT-APT Đăng ký kết hôn.docx",
    "quy-trinh-he-thong.pdf": AGENCY / "02. Tài liệu hệ thống" / "QT.HT.05 Xem xét của lãnh đạo.docx",
}
PLUGINS = Plugins()


def read(data: bytes, limits: Limits | None = None) -> Document:
    return READER.read(SourceFile("a.pdf", "pdf"), data, limits or Limits())


def facts(path: Path) -> QualityDocument:
    document = inspect_bytes(path.name, path.read_bytes(), PLUGINS).document
    assert document is not None
    return document


@pytest.mark.parametrize("name", PAIRS)
def test_a_printed_procedure_states_what_its_source_states(name: str) -> None:
    printed = facts_of(read((PRINTED / name).read_bytes()), PLUGINS).document
    source = facts(PAIRS[name])
    assert printed is not None and printed.procedure is not None and source.procedure is not None

    def said(document: QualityDocument) -> dict[str, Any]:
        identity, procedure = document.identity, document.procedure
        assert procedure is not None
        return {
            "kind": document.kind,
            "identity": (identity.code, identity.title, identity.edition, identity.issued, identity.effective),
            "approvals": [(a.role, a.name, a.signature) for a in document.approvals],
            "revisions": [r.content for r in document.revisions],
            "sections": [(s.number, s.key) for s in document.sections if s.level == 1],
            "citations": [c.number or c.name for c in document.citations],
            "items": [item.key for item in procedure.items],
            "steps": [(s.name, s.responsible, [t.text for t in s.times]) for s in procedure.steps],
            "records": [(r.name, r.retention) for r in document.records],
        }

    assert said(printed) == said(source)
    assert {c.page for table in tables(read((PRINTED / name).read_bytes()).blocks) for c in [table.at]} - {0}


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        read(b"%PDF-1.7\n" + data)


def test_a_damaged_file_is_read_or_refused() -> None:
    whole = (PRINTED / "quy-trinh-he-thong.pdf").read_bytes()
    for cut in range(0, len(whole), len(whole) // 40):
        try:
            read(whole[:cut] + whole[cut + 50 :])
        except UnreadableDocument:
            continue


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read((PRINTED / "quy-trinh-he-thong.pdf").read_bytes(), Limits(pages=1))
    assert "pages" in caught.value.message.vi


def test_pdf_files_are_passed_over_and_said_where_no_reader_is_installed() -> None:
    from qmslint.run.discover import discover

    found = discover(PRINTED, [PRINTED], [".docx"])
    assert {one.reason for one in found.ignored} == {"pdf"} and len(found.ignored) == 2


def test_pdf_files_are_read_where_the_library_is_installed() -> None:
    found = [one.source.format for one in inspect(PRINTED)]
    assert found == ["pdf", "pdf"]
