"""Papers in old fonts yield the facts of their twins in Unicode."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from fixtures.make import lists
from fixtures.make.agency import files
from fixtures.make.blocks import Paper
from fixtures.make.excel import workbook
from fixtures.make.word import docx
from fixtures.make.word_cases import Case, word_file

from qmslint.model.facts import QualityDocument
from qmslint.run.inspect import inspect_bytes
from tests.extract.paper import _plugins
from tests.legacy.retyped import retyped
from tests.legacy.spelling import kept, written

_FILES = {name: file for name, file in files().items() if isinstance(file, Paper)}
_NAMES = sorted(name for name in _FILES if any(part in name for part in (
    "QT 02-HT", "QT 08-CT", "QT.HT.03", "MH.01", "KP 01", "Biên bản họp năm 2026", "TB 301",
)))


@cache
def _facts_of(name: str, codec: str = "", font: str | None = None) -> QualityDocument:
    paper = _FILES[name]
    data = docx(retyped(paper, codec, font) if codec else replace(paper, legacy=False))
    inspection = inspect_bytes("a.docx", data, _plugins())
    assert inspection.document is not None and not inspection.problems
    return inspection.document


@pytest.mark.parametrize("codec", ["tcvn3", "vni"])
@pytest.mark.parametrize("name", _NAMES)
def test_a_paper_in_old_fonts_says_what_its_twin_says(name: str, codec: str) -> None:
    today, old = _facts_of(name), _facts_of(name, codec)
    assert old._replace(encoding=()) == today._replace(encoding=())
    assert [(defect.defect, defect.sure) for defect in old.encoding] == [(f"legacy-{codec}", True)]


@pytest.mark.parametrize("name", _NAMES)
def test_so_does_one_in_vni_without_its_font(name: str) -> None:
    today, old = _facts_of(name), _facts_of(name, "vni", "Times New Roman")
    assert old._replace(encoding=()) == today._replace(encoding=())


@pytest.mark.parametrize("name", _NAMES)
def test_tcvn3_without_its_fonts_has_lost_no_more_than_its_capitals(name: str) -> None:
    today, old = _facts_of(name), _facts_of(name, "tcvn3", "Times New Roman")
    assert old.kind == today.kind and len(old.revisions) == len(today.revisions)
    if today.procedure is not None:
        assert old.procedure is not None
        assert [s.name.lower() for s in old.procedure.steps] == [s.name.lower() for s in today.procedure.steps]
        assert [i.key for i in old.procedure.items] == [i.key for i in today.procedure.items]


@pytest.mark.parametrize("codec", ["tcvn3", "vni"])
def test_a_workbook_keeps_no_fonts_and_is_read_by_its_letters(codec: str) -> None:
    book = lists.tthc([("1.000894", "Thủ tục đăng ký kết hôn", "Hộ tịch", "05 ngày làm việc", "QT 02/HT-APT"),
                       ("2.000815", "Thủ tục chứng thực bản sao từ bản chính", "Chứng thực", "02 ngày", "QT 08/CT")])
    sheets = [
        replace(sheet, rows=[[kept(v, codec) if isinstance(v, str) else v for v in row] for row in sheet.rows])
        for sheet in book.sheets
    ]
    old = [
        replace(sheet, rows=[[written(v, codec) if isinstance(v, str) else v for v in row] for row in sheet.rows])
        for sheet in book.sheets
    ]
    today = inspect_bytes("a.xlsx", workbook(replace(book, sheets=sheets)), _plugins()).document
    made = inspect_bytes("a.xlsx", workbook(replace(book, sheets=old)), _plugins()).document
    assert today is not None and made is not None and len(today.listed_tthc) == 2
    assert made._replace(encoding=()) == today._replace(encoding=())
    assert {defect.defect for defect in made.encoding} == {f"legacy-{codec}"}


def test_the_font_of_letters_beyond_ascii_decides() -> None:
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi=".VnTimeH"/>'
    data = word_file(Case("fonts", "", f"<w:p><w:r><w:rPr>{fonts}</w:rPr><w:t>Quy tr×nh</w:t></w:r></w:p>", {}))
    inspection = inspect_bytes("a.docx", data, _plugins())
    assert inspection.document is not None
    assert [defect.shown for defect in inspection.document.encoding] == ["QUY TRÌNH"]
