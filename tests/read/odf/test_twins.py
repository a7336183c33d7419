"""The papers of the sample agency as LibreOffice writes them in OpenDocument: the same facts.

What OpenDocument cannot carry, or LibreOffice does not write, and is left out of the comparison:
- the page of a control block: LibreOffice without a screen stores the fields of page numbers as it counts itself;
- paths, formats, and the order of blocks inside the file (places are compared by table, row and column).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qmslint.model.facts import ControlBlock
from qmslint.model.location import Location
from qmslint.plugins.manager import Plugins
from qmslint.run.inspect import inspect_bytes
from tests.read.office import converted, office

pytestmark = [pytest.mark.office, office]


def comparable(value: Any) -> Any:
    """A fact without what the format cannot carry."""
    if isinstance(value, ControlBlock):
        value = value._replace(page=None)
    if isinstance(value, Location):
        return value.place, value.table, value.row, value.column
    if hasattr(value, "_fields"):
        return type(value).__name__, *(comparable(field) for field in value)
    return tuple(comparable(one) for one in value) if isinstance(value, tuple) else value


def differing(one: Path, data: bytes, name: str, plugins: Plugins) -> list[str]:
    """The facts in which the twin differs from the Word file."""
    first = inspect_bytes(one.name, one.read_bytes(), plugins)
    second = inspect_bytes(name, data, plugins)
    assert first.document is not None and second.document is not None, second.problems
    return [
        field for field in first.document._fields
        if field not in ("path", "format")
        and comparable(getattr(first.document, field)) != comparable(getattr(second.document, field))
    ]


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
