"""A place in a paper is told with the heading that stands above it."""

from __future__ import annotations

from pathlib import Path

import pytest

from qmslint.plugins.manager import Plugins
from qmslint.testing import findings_in

PAPERS = Path(__file__).parents[2] / "fixtures" / "agency-with-defects"


@pytest.mark.parametrize("rule", ["abolished-paper", "abolished-unit-name"])
def test_what_is_abolished_is_told_with_its_heading(rule: str) -> None:
    found = findings_in(PAPERS, rule, Plugins())
    assert found and all("dưới đề mục “" in finding.at.label("vi") for finding in found)
