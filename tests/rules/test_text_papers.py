"""The Word fixtures of the rules on structure and text are what their generator writes."""

from __future__ import annotations

import pytest
from fixtures.make.text_papers import PAPERS, RULES
from fixtures.make.word import docx


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_a_paper_is_what_the_generator_writes(name: str) -> None:
    assert (RULES / name).read_bytes() == docx(PAPERS[name])
