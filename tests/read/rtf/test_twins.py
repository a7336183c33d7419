"""The papers of the sample agency as LibreOffice writes them in RTF: the same facts.

What RTF cannot carry, or LibreOffice does not write, and is left out of the comparison:
- the page of a control block: LibreOffice stores the fields of page numbers as it counts itself;
- columns of cells: RTF knows the edges of cells, no grid, so a row that begins further left moves the count.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from qmslint.plugins.manager import Plugins
from tests.read.office import converted, differing, office

pytestmark = [pytest.mark.office, office]


def check(papers: list[Path], folder: Path) -> None:
    plugins = Plugins()
    for paper, twin in zip(papers, converted(papers, "rtf", folder), strict=True):
        assert differing(paper, twin, "a.rtf", plugins, columns=False) == [], paper.name


def test_the_agencys_papers_say_the_same_in_rtf(root: Path, tmp_path: Path) -> None:
    papers = sorted((root / "fixtures" / "agency").rglob("*.docx"))
    assert len(papers) > 20
    check(papers, tmp_path)


@pytest.mark.samples
def test_the_real_procedures_say_the_same_in_rtf(samples: Path, tmp_path: Path) -> None:
    check(sorted(samples.glob("*.docx")), tmp_path)
