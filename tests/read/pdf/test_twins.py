"""The papers of the sample agency as LibreOffice prints them in PDF: the same facts, the same findings.

What a printed page cannot carry, and is left out of the comparison:
- places by table, row and paragraph: a PDF knows pages;
- sections whose headers and footers are the same: `control_blocks` are compared as a set, without section and page;
- whether a number was typed or counted by Word (`Section.automatic`), tabs, characters that show nothing, comments,
  tracked changes;
- marks of notes, "(1)", in frames: with some fonts they are printed over the words of a cell.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from qmslint import check
from qmslint.api import ControlBlock, Location, QualityDocument, Report, Section
from qmslint.plugins.manager import Plugins
from qmslint.run.inspect import inspect_bytes
from tests.read.office import converted, office

pytest.importorskip("pypdfium2")
pytestmark = [pytest.mark.office, office]

AS_OF = date(2026, 11, 24)
CHOSEN = (
    "QT 01-HT-APT", "QT 02-HT-APT", "QT 08-CT-APT", "QT.HT.01", "QT.HT.02", "MH.01", "QĐ 268", "2. Biên bản", "KP 01",
)
UNSEEN = {"comment-left", "invisible-character", "unaccepted-changes"}  # rules on what no printed page shows
OF_SAMPLES = {"words", "encoding", "citations", "abbreviation_uses", "sections", "extra"}
"""Real papers hold automatic bullets, which are text in print, invisible characters, boxes over tables: these facts
quote the words with them."""


def unmarked(text: str) -> str:
    """The text without marks of notes."""
    return re.sub(r"\s*\([0-9]\)(?=\s|;|$)", "", text)


def comparable(value: Any) -> Any:
    """A fact without places, with what is seen alone."""
    if isinstance(value, ControlBlock):
        value = value._replace(page=None, section=0)
    if isinstance(value, Section):
        value = value._replace(automatic=False)
    if isinstance(value, Location):
        return ()
    if hasattr(value, "_fields"):
        return type(value).__name__, *(comparable(field) for field in value)
    if isinstance(value, str):
        return " ".join(unmarked(value).split())
    return tuple(comparable(one) for one in value) if isinstance(value, tuple) else value


def facts(name: str, data: bytes, plugins: Plugins) -> dict[str, Any]:
    """The facts of a document that a printed twin can carry, by name."""
    document = inspect_bytes(name, data, plugins).document
    assert document is not None, name
    values = {field: comparable(getattr(document, field)) for field in QualityDocument._fields}
    values["control_blocks"] = set(values["control_blocks"])
    for field in ("path", "format", "comments", "tracked_changes"):
        del values[field]
    return values


def compare(papers: list[Path], folder: Path, allowed: frozenset[str] = frozenset()) -> None:
    plugins = Plugins()
    for paper, twin in zip(papers, converted(papers, "pdf", folder), strict=True):
        source, printed = facts(paper.name, paper.read_bytes(), plugins), facts("a.pdf", twin, plugins)
        assert {name for name, value in source.items() if value != printed[name]} <= allowed, paper.name


def findings(report: Report) -> Counter[tuple[str, str, str]]:
    """What is found, without suffixes and places."""
    return Counter(
        (found.rule, found.path.rpartition(".")[0], " / ".join(dict.fromkeys(unmarked(found.evidence).split(" / "))))
        for found in report.findings
        if found.rule not in UNSEEN
    )


def same_findings(papers: list[Path], folder: Path) -> int:
    """The papers and their twins get the same findings; how many."""
    (folder / "word").mkdir()
    (folder / "print").mkdir()
    for paper, twin in zip(papers, converted(papers, "pdf", folder / "work"), strict=True):
        shutil.copyfile(paper, folder / "word" / paper.name)
        (folder / "print" / f"{paper.stem}.pdf").write_bytes(twin)
    expected, found = (findings(check(folder / name, as_of=AS_OF)) for name in ("word", "print"))
    assert found == expected
    return sum(expected.values())


def chosen(root: Path, agency: str) -> list[Path]:
    papers = sorted((root / "fixtures" / agency).rglob("*.docx"))
    found = [paper for paper in papers if paper.name.startswith(CHOSEN)]
    assert len(found) >= len(CHOSEN)
    return found


def readable(root: Path, agency: str) -> list[Path]:
    plugins = Plugins()
    papers = sorted((root / "fixtures" / agency).rglob("*.docx"))
    return [paper for paper in papers if inspect_bytes(paper.name, paper.read_bytes(), plugins).document]


def test_chosen_papers_say_the_same_in_print(root: Path, tmp_path: Path) -> None:
    compare(chosen(root, "agency"), tmp_path)


def test_chosen_papers_with_defects_get_the_same_findings_in_print(root: Path, tmp_path: Path) -> None:
    assert same_findings(chosen(root, "agency-with-defects"), tmp_path) > 10


@pytest.mark.slow
def test_all_papers_say_the_same_in_print(root: Path, tmp_path: Path) -> None:
    compare(readable(root, "agency"), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("agency", ["agency", "agency-with-defects"])
def test_all_papers_get_the_same_findings_in_print(root: Path, tmp_path: Path, agency: str) -> None:
    assert same_findings(readable(root, agency), tmp_path) >= 0


@pytest.mark.samples
def test_the_real_procedures_say_the_same_in_print(samples: Path, tmp_path: Path) -> None:
    papers = sorted([*samples.glob("*.docx"), *samples.glob("*.doc")])
    compare(papers, tmp_path, frozenset(OF_SAMPLES | {"procedure"}))
    plugins = Plugins()
    for paper, twin in zip(papers, sorted((tmp_path / "target-pdf").glob("*.pdf")), strict=True):
        source, printed = (
            inspect_bytes(name, data, plugins).document
            for name, data in ((paper.name, paper.read_bytes()), ("a.pdf", twin.read_bytes()))
        )
        assert source is not None and printed is not None and source.procedure and printed.procedure
        assert comparable(source.procedure.steps) == comparable(printed.procedure.steps), paper.name
        assert [c.number for c in source.citations] == [c.number for c in printed.citations], paper.name


@pytest.mark.samples
def test_the_real_procedures_get_the_same_findings_in_print(samples: Path, tmp_path: Path) -> None:
    assert same_findings(sorted([*samples.glob("*.docx"), *samples.glob("*.doc")]), tmp_path) > 30
