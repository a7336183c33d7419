"""What rules may ask besides facts: the legal register and the calendar, put together from all their sources."""

from __future__ import annotations

from qmslint.law.calendar import Calendar
from qmslint.law.register import LegalRegister
from qmslint.model.workspace import Workspace
from qmslint.plugins.rule import World
from qmslint.run.plan import Plan


def world_of(plan: Plan, workspace: Workspace) -> World:
    """The world of one run; nothing is loaded before a rule asks."""

    def register() -> LegalRegister:
        return LegalRegister(())

    return World(plan.as_of, plan.settings, register, Calendar)
