"""Damaged documents of all formats: each one reason or a normal reading, none long, none large; what was found stays
mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from qmslint.plugins.manager import Plugins
from tests.fuzz.seeds import SEEDS, seeds
from tests.fuzz.trial import Outcome, Task, cases, outcomes

FOUND = sorted(path for path in (Path(__file__).parent / "found").iterdir() if path.name != ".gitkeep")
OFFERED = {suffix.lstrip(".") for reader in Plugins().readers for suffix in reader.suffixes}
FORMATS = [suffix for suffix in SEEDS if suffix in OFFERED and seeds(suffix)]


def faults(tasks: list[Task]) -> list[tuple[str, str]]:
    answered: list[Outcome] = list(outcomes(tasks))
    assert len(answered) == len(tasks)
    return [(outcome.name, outcome.fault) for outcome in answered if outcome.fault]


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_whole_documents_are_read(suffix: str) -> None:
    tasks = [(f"{number}.{suffix}", data) for number, data in enumerate(seeds(suffix)[:6])]
    answers = list(outcomes(tasks))
    assert [outcome.fault for outcome in answers] == [""] * len(tasks)
    assert any(outcome.answer == "read" for outcome in answers)


@pytest.mark.parametrize("suffix", FORMATS)
def test_two_hundred_damages(suffix: str) -> None:
    assert faults(list(cases(suffix, 200 // len(FORMATS) + 1, seed=1))) == []


@pytest.mark.slow
@pytest.mark.parametrize("suffix", FORMATS)
def test_two_thousand_damages(suffix: str) -> None:
    assert faults(list(cases(suffix, 2000 // len(FORMATS) + 1, seed=2))) == []


@pytest.mark.parametrize("path", FOUND, ids=lambda path: str(path.name))
def test_what_was_found_stays_mended(path: Path) -> None:
    assert faults([(path.name, path.read_bytes())]) == []


def test_the_trial_sees_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object) -> object:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("qmslint.read.markdown_blocks.blocks_of", broken)
    monkeypatch.setattr("tests.fuzz.trial.judge_inspections", broken)
    assert {outcome.answer for outcome in outcomes([("a.md", b"# x\n")])} == {"record"}
    assert [outcome.answer for outcome in outcomes([("a.yaml", seeds("yaml")[0])])] == ["died"]
