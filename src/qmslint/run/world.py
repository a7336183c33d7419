"""What rules may ask besides facts: the legal register and the calendar, put together from all their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qmslint.model.workspace import Workspace
from qmslint.plugins.rule import World
from qmslint.run.plan import Plan

if TYPE_CHECKING:
    from qmslint.law.calendar import Calendar
    from qmslint.law.register import LegalRegister


def world_of(plan: Plan, workspace: Workspace) -> World:
    """The world of one run; nothing is loaded before a rule asks."""

    def register() -> LegalRegister:
        from qmslint.law.register import LegalRegister

        return LegalRegister(())

    def calendar() -> Calendar:
        from qmslint.law.calendar import Calendar

        return Calendar()

    return World(plan.as_of, plan.settings, register, calendar)
