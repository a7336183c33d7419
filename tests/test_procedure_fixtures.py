"""The Word files of the fixtures are what their recipe makes."""

from __future__ import annotations

import pytest
from fixtures.make.procedures import FILES, RULES, paper
from fixtures.make.word import docx


@pytest.mark.parametrize("name", FILES)
def test_stored_as_made(name: str) -> None:
    assert (RULES / name).read_bytes() == docx(paper(FILES[name])), "run python -m fixtures.make.procedures"
