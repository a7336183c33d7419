"""The papers of the sample agency as LibreOffice writes them in RTF: the same facts.

What RTF cannot carry, or LibreOffice does not write, and is left out of the comparison:
- the page of a control block: LibreOffice stores the fields of page numbers as it counts itself, so the footer of first
  pages, else the same as the others, makes a control block of its own: `control_blocks` are compared as a set;
- columns of cells: RTF knows the edges of cells, no grid, so a row that begins further left moves the count.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from qmslint.plugins.manager import Plugins
from qmslint.run.inspect import inspect_bytes
from tests.read.office import converted, differing, office

pytestmark = [pytest.mark.office, office]


def check(papers: list[Path], folder: Path) -> None:
    plugins = Plugins()
    for paper, twin in zip(papers, converted(papers, "rtf", folder), strict=True):
        assert set(differing(paper, twin, "a.rtf", plugins, columns=False)) <= {"control_blocks"}, paper.name
        first, second = (
            {(b.place, b.section, *(v and v.text for v in (b.code, b.title, b.edition, b.issued, b.effective)))
             for b in inspect_bytes(name, data, plugins).document.control_blocks}  # type: ignore[union-attr]
            for name, data in ((paper.name, paper.read_bytes()), ("a.rtf", twin))
        )
        assert first == second, paper.name


def test_the_agencys_papers_say_the_same_in_rtf(root: Path, tmp_path: Path) -> None:
    papers = sorted((root / "fixtures" / "agency").rglob("*.docx"))
    assert len(papers) > 20
    check(papers, tmp_path)


@pytest.mark.samples
def test_the_real_procedures_say_the_same_in_rtf(samples: Path, tmp_path: Path) -> None:
    check(sorted(samples.glob("*.docx")), tmp_path)
