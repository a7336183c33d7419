"""Every construct of Word that carries text or numbering is shown as Word shows it, whichever way the reader goes."""

from __future__ import annotations

import re
from pathlib import Path
from unittest.mock import patch

import pytest
from fixtures.make.word_cases import Case, cases, word_file

from qmslint.api import Document, Limits, SourceFile
from qmslint.read.docx import READER, body
from tests.read.outline import outline

CASES = tuple(cases())
FILLER = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>đệm</w:t></w:r></w:p>" * 400  # large parts are cut, small ones are not


def read(data: bytes) -> Document:
    return READER.read(SourceFile("a.docx", "docx"), data, Limits())


def without_filler(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if line != "đệm\n")


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_what_word_shows(case: Case) -> None:
    quick = read(word_file(case))
    assert outline(quick) == case.shown
    with patch.object(body, "plain", lambda *_: None):
        full = read(word_file(case))
    assert full == quick
    assert without_filler(outline(read(word_file(case, FILLER)))) == case.shown


def test_every_case_stands_in_the_table(root: Path) -> None:
    page = (root / "docs" / "what-word-shows.md").read_text(encoding="utf-8")
    named = re.findall(r"`case:([a-z0-9-]+)`", page)
    assert sorted(set(named)) == sorted(case.name for case in CASES)
    assert len({case.name for case in CASES}) == len(CASES)
