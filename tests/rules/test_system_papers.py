"""The Word and Excel fixtures on objectives, audits, actions and reviews are what their generator writes."""

from __future__ import annotations

import pytest
from fixtures.make.system_papers import PAPERS, RULES, made


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_a_paper_is_what_the_generator_writes(name: str) -> None:
    assert (RULES / name).read_bytes() == made(name)
