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
    return World(plan.as_of, plan.settings, lambda: register_of(plan, workspace), lambda: calendar_of(plan))


def register_of(plan: Plan, workspace: Workspace | None = None) -> LegalRegister:
    """The built-in registers, and the files that the settings name over them."""
    from qmslint.run.cache import Cache
    from qmslint.run.registers import built_in, with_files

    register = built_in(plan.plugins)
    if not plan.settings.legal_registers:
        return register
    cache = Cache(plan.cache)
    try:
        folder = plan.settings_folder or plan.root
        documents = workspace.by_path if workspace is not None else None
        return with_files(register, plan.settings.legal_registers, folder, plan.plugins, plan.limits, cache, documents)
    finally:
        cache.close()


def calendar_of(plan: Plan) -> Calendar:
    """The calendar with the agency's own days over it."""
    from qmslint.law.calendar import Calendar

    return Calendar(plan.own_days)
