"""An agency through two years: the whole table of states at six days, against a key worked out by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from qmslint.law.followed import followed
from qmslint.law.update import Update
from qmslint.model.workspace import Workspace
from qmslint.plugins.manager import Plugins
from qmslint.run.check import find
from qmslint.run.gather import gather
from qmslint.run.library import make_plan
from qmslint.run.world import calendar_of, register_of

FOLDER = Path(__file__).parents[2] / "fixtures" / "currency-two-years"
KEY: dict[date, dict[str, Any]] = yaml.safe_load((FOLDER / "key.yaml").read_text(encoding="utf-8"))


def said(update: Update) -> str:
    """An update as the key says it."""
    words = [str(update.state)]
    if update.state in ("due", "overdue", "coming", "late"):
        words.append(str(update.days))
    return " ".join([*words, *(["grace"] if update.grace else []), *(["doubtful"] if update.doubtful else [])])


@pytest.fixture(scope="module")
def table() -> dict[date, dict[str, dict[str, str]]]:
    """Day → document → law → state, as the engine says."""
    plan = make_plan([FOLDER], as_of=max(KEY), plugins=Plugins())
    workspace = Workspace(gather(plan, find(plan).files), plan.settings)
    register, calendar = register_of(plan), calendar_of(plan)
    assert not register.problems
    return {
        day: {
            one.document.path.removesuffix(".yaml"): {
                f"{u.law.number} {u.part}".strip(): said(u) for u in one.updates
            }
            for one in followed(workspace, register, calendar, day)
        }
        for day in KEY
    }


@pytest.mark.parametrize("day", KEY, ids=str)
def test_the_table_of_states_is_that_of_the_key(day: date, table: dict[date, dict[str, dict[str, str]]]) -> None:
    expected = {name: {} if rows == "absent" else rows for name, rows in KEY[day].items()}
    assert table[day] == expected


def test_the_key_knows_every_state() -> None:
    tables = [row for rows in KEY.values() for row in rows.values() if row != "absent"]
    words = {state.split()[0] for row in tables for state in row.values()}
    assert words == {"absorbed", "late", "due", "overdue", "coming", "silenced", "unknown"}
