"""What the documentation says is so: examples are read, links lead somewhere, generated pages are those of today."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qmslint import inspect
from qmslint.plugins.manager import Plugins
from qmslint.run.inspect import inspect_bytes
from qmslint.workshop import pages, schemas
from tests.conftest import ROOT

DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
RECORD_PAGE = (DOCS / "formats" / "record.md").read_text(encoding="utf-8")
RECORDS = re.findall(r"```(yaml|markdown)\n(.*?)```", RECORD_PAGE, re.S)


@pytest.mark.parametrize("number", range(len(RECORDS)))
def test_records_of_the_page_are_read(number: int) -> None:
    language, text = RECORDS[number]
    name = "a.md" if language == "markdown" else "a.yaml"
    inspection = inspect_bytes(name, text.encode(), Plugins())
    assert inspection.document is not None and not inspection.problems, inspection.problems
    assert f"kind: {inspection.document.kind}" in text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert target.startswith(("http://", "https://")) or (page.parent / target).exists(), target


def test_pages_of_the_rules_are_those_of_today(tmp_path: Path) -> None:
    """`make docs` writes them."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    made = pages.write(tmp_path / "docs")
    for path in made:
        kept = DOCS / path.relative_to(tmp_path / "docs")
        assert kept.is_file() and kept.read_text(encoding="utf-8") == path.read_text(encoding="utf-8"), kept
    assert {path.name for path in (DOCS / "rules").glob("*.md")} == {p.name for p in made if p.parent.name == "rules"}


def test_published_schemas_are_those_of_today(tmp_path: Path) -> None:
    for path in schemas.write(tmp_path):
        kept = DOCS / "schemas" / path.name
        assert kept.is_file() and kept.read_text(encoding="utf-8") == path.read_text(encoding="utf-8"), kept


def test_the_library_example_of_the_readme_runs() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    code = re.search(r"```python\n(.*?)```", text, re.S)
    assert code is not None
    agency = ROOT / "fixtures" / "agency"
    exec(compile(code[1].replace('"ISO 2026"', repr(str(agency))), "README.md", "exec"), {})
    assert any(i.document and i.document.procedure for i in inspect(agency / "04. Quy trình TTHC"))
