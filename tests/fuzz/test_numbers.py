"""Numbers that nobody expects: thousands of digits, figures of other scripts, where a document has a plain one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

import pytest

from tests.fuzz.seeds import FIXTURES
from tests.fuzz.test_fuzz import faults
from tests.fuzz.trial import Task

STRANGE = {"thousands of digits": "9" * 5000, "a raised figure": "²", "Arabic figures": "٣", "a large one": "9" * 20,
           "one that still counts": "9" * 9}
_NUMBER = re.compile(r"(?<![\w./-])\d+")


def records(number: str, every: int) -> Iterator[Task]:
    """Records of the rules' own fixtures, each other number in them replaced."""
    found = sorted(p for p in (FIXTURES / "rules").rglob("*.yaml") if p.name != "qmslint.yaml")
    for path in found[::every]:
        head, _, rest = path.read_text(encoding="utf-8").partition("\n")
        if "record/1" in head:
            for start in range(2):
                yield f"{start}-{path.name}", f"{head}\n{_every_other(rest, number, start)}".encode()


def _every_other(text: str, number: str, start: int) -> str:
    turn = count(start)
    return _NUMBER.sub(lambda match: number if next(turn) % 2 else match[0], text)


@pytest.mark.parametrize("number", STRANGE)
def test_strange_numbers(number: str) -> None:
    assert faults(list(records(STRANGE[number], 8))) == []


@pytest.mark.slow
@pytest.mark.parametrize("number", STRANGE)
def test_strange_numbers_in_every_record(number: str) -> None:
    assert faults(list(records(STRANGE[number], 1))) == []
