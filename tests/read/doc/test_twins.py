"""Word 97 twins that LibreOffice writes of Word files say the same, and our reader agrees with LibreOffice's own.

All documents of the sample agencies: all facts, and all findings in .doc, .odt and .rtf. What the twins of LibreOffice
do not carry, and is left out of the comparison: the page of a control block (LibreOffice stores the fields of page
numbers as it counts itself), and two facts of two real procedures (`NOT_CARRIED`).
"""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from qmslint import check
from qmslint.api import QualityDocument, Report
from qmslint.plugins.manager import Plugins
from qmslint.run.inspect import inspect_bytes
from tests.read.office import comparable, converted, office

pytestmark = [pytest.mark.office, office]

AS_OF = date(2026, 11, 24)
NOT_CARRIED = {
    "29. Ghi vào Sổ hộ tịch": {"control_blocks"},  # a section of nothing but a page is joined with the next
    "2.Thủ tục chứng thực": {"contents"},  # of a list that starts anew LibreOffice makes two
}
CHOSEN = (
    "QT 01-HT-APT", "QT 02-HT-APT", "QT 03-HT-APT", "QT 05-HT-APT", "QT 06-HT-APT", "QT 08-CT-APT", "QT.HT.01",
    "QT.HT.04", "Mục tiêu chất lượng năm 2026", "2. Biên bản",
)


def facts(name: str, data: bytes, plugins: Plugins) -> dict[str, Any]:
    """The facts of a document that a twin can carry, by name."""
    document = inspect_bytes(name, data, plugins).document
    assert document is not None, name
    values = {field: comparable(getattr(document, field)) for field in QualityDocument._fields}
    for field in ("path", "format"):
        del values[field]
    return values


def differing(one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    """The names of the facts that differ."""
    return [name for name, value in one.items() if value != other[name]]


def compare(papers: list[Path], suffix: str, folder: Path) -> None:
    """The papers and what LibreOffice makes of them have the same facts."""
    plugins = Plugins()
    for paper, twin in zip(papers, converted(papers, suffix, folder), strict=True):
        first, second = facts(paper.name, paper.read_bytes(), plugins), facts(f"a.{suffix}", twin, plugins)
        allowed = next((fields for name, fields in NOT_CARRIED.items() if paper.name.startswith(name)), set())
        assert set(differing(first, second)) == allowed, paper.name


def chosen(root: Path, agency: str) -> list[Path]:
    """Ten papers of an agency."""
    papers = sorted((root / "fixtures" / agency).rglob("*.docx"))
    found = [paper for paper in papers if paper.name.startswith(CHOSEN)]
    assert len(found) >= len(CHOSEN)
    return found


def test_ten_papers_say_the_same_as_doc(root: Path, tmp_path: Path) -> None:
    compare(chosen(root, "agency"), "doc", tmp_path)


@pytest.mark.slow
def test_all_papers_say_the_same_as_doc(root: Path, tmp_path: Path) -> None:
    compare(sorted((root / "fixtures" / "agency").rglob("*.docx")), "doc", tmp_path)


@pytest.mark.samples
def test_libreoffice_reads_the_real_procedures_as_we_do(samples: Path, tmp_path: Path) -> None:
    compare(sorted(samples.glob("*.doc")), "docx", tmp_path)


@pytest.mark.samples
def test_the_real_procedures_say_the_same_as_doc(samples: Path, tmp_path: Path) -> None:
    compare(sorted(samples.glob("*.docx")), "doc", tmp_path)


def findings(report: Report) -> Counter[tuple[str, str, str]]:
    """What is found, with neither suffixes nor the number of a paragraph; what blocks say alike is told once."""
    assert "unreadable" not in {document.status for document in report.documents}
    return Counter(
        (found.rule, Path(found.path).stem, " / ".join(dict.fromkeys(found.evidence.split(" / "))))
        for found in report.findings
    )


def same_findings(papers: list[Path], folder: Path) -> None:
    """A folder of the papers and folders of their twins get the same findings."""
    expected = None
    for suffix in ("docx", "doc", "odt", "rtf"):
        (folder / suffix).mkdir()
        if suffix == "docx":
            for paper in papers:
                shutil.copyfile(paper, folder / suffix / paper.name)
        else:
            twins = converted(papers, suffix, folder / f"work-{suffix}")
            for paper, twin in zip(papers, twins, strict=True):
                (folder / suffix / f"{paper.stem}.{suffix}").write_bytes(twin)
        found = findings(check(folder / suffix, as_of=AS_OF))
        expected = found if expected is None else expected
        assert found == expected, suffix
    assert expected is not None and sum(expected.values()) > 10


def test_ten_papers_with_defects_get_the_same_findings(root: Path, tmp_path: Path) -> None:
    same_findings(chosen(root, "agency-with-defects"), tmp_path)


@pytest.mark.slow
def test_all_papers_with_defects_get_the_same_findings(root: Path, tmp_path: Path) -> None:
    papers = sorted((root / "fixtures" / "agency-with-defects").rglob("*.docx"))
    plugins = Plugins()
    same_findings([p for p in papers if inspect_bytes(p.name, p.read_bytes(), plugins).document], tmp_path)
