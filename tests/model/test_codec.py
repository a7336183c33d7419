"""The spelling in JSON: what is written is read back, anything else is refused."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qmslint.model.codec import decode, encode
from qmslint.model.document import SourceFile
from qmslint.model.facts import QualityDocument
from qmslint.model.inspection import Inspection, Problem
from qmslint.model.location import Location
from qmslint.model.settings import Settings
from qmslint.model.text import Text


def nouns(kind: Any) -> st.SearchStrategy[Any]:
    return st.from_type(kind)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)  # a busy machine is no failure
@given(nouns(QualityDocument))
def test_facts_survive(document: QualityDocument) -> None:
    inspection = Inspection(SourceFile("a.docx"), document, (Problem("r", "x", Text("a", "b"), Text("", "")),))
    assert decode(Inspection, json.loads(json.dumps(encode(inspection)))) == inspection


@pytest.mark.parametrize("data", [None, [], [[]], {}, "x", [["a"], 5], [["a"], [1]], [["a"], None, [[]]], 1e9])
def test_damage_is_a_value_error(data: Any) -> None:
    with pytest.raises(ValueError):
        decode(Inspection, data)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=30))
def test_any_other_json_is_a_value_error_or_an_inspection(data: Any) -> None:
    with suppress(ValueError):
        assert isinstance(decode(Inspection, data), Inspection)


def test_defaults_cost_nothing() -> None:
    assert encode(Location()) == []
    assert encode(Location(3)) == [3]
    assert encode(date(2026, 1, 2)) == "2026-01-02"
    assert Settings() == Settings()
