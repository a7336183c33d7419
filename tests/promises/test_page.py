"""The page on reliability says what is so."""

from __future__ import annotations

import re

import pytest

from qmslint.model.limits import Limits
from tests.promises.ground import ROOT


def test_the_page_lists_every_limit_as_it_is() -> None:
    page = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| ([0-9]+) \|", page, re.MULTILINE)
    assert {name: float(value) for name, value in rows} == {name: float(v) for name, v in Limits()._asdict().items()}


@pytest.mark.parametrize("page", ["README.md", "docs/settings.md"])
def test_every_limit_is_named_where_people_look(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert [name for name in Limits._fields if not re.search(rf"\b{name}\b", text)] == []


def test_every_promise_has_a_test() -> None:
    page = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    promised = {int(number) for number in re.findall(r"^\| ([0-9]+) \|", page, re.MULTILINE)}
    code = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "tests" / "promises").glob("test_*.py"))
    tested = {int(number) for number in re.findall(r"^def test_([0-9]{2})_", code, re.MULTILINE)}
    assert promised == tested == set(range(1, 18))
