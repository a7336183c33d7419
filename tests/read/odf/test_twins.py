"""The papers of the sample agency as LibreOffice writes them in OpenDocument: the same facts.

What OpenDocument cannot carry, or LibreOffice does not write, and is left out of the comparison:
- the page of a control block: LibreOffice without a screen stores the fields of page numbers as it counts itself;
- paths, formats, and the order of blocks inside the file (places are compared by table, row and column).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from qmslint.plugins.manager import Plugins
from tests.read.office import converted, differing, office

pytestmark = [pytest.mark.office, office]


def test_the_agencys_papers_say_the_same_in_opendocument(root: Path, tmp_path: Path) -> None:
    papers = sorted((root / "fixtures" / "agency").rglob("*.docx"))
    plugins = Plugins()
    twins = converted(papers, "odt", tmp_path)
    assert len(twins) == len(papers) > 20
    found = {paper.name: differing(paper, twin, "a.odt", plugins) for paper, twin in zip(papers, twins, strict=True)}
    assert {name: fields for name, fields in found.items() if fields} == {}


@pytest.mark.samples
def test_the_real_procedures_say_the_same_in_opendocument(samples: Path, tmp_path: Path) -> None:
    papers = sorted(samples.glob("*.docx"))
    plugins = Plugins()
    for paper, twin in zip(papers, converted(papers, "odt", tmp_path), strict=True):
        assert differing(paper, twin, "a.odt", plugins) == [], paper.name
