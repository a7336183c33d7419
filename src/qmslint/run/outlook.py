"""Looking ahead: the agenda of a set and the impact of a law, from a plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qmslint.law.agenda import Agenda, agenda_of
from qmslint.law.followed import Followed, followed
from qmslint.law.impact import Impact, impact_of
from qmslint.model.workspace import Workspace
from qmslint.run.check import find
from qmslint.run.gather import Progress, gather
from qmslint.run.plan import Plan
from qmslint.run.world import calendar_of, register_of


def agenda(plan: Plan, until: date | None = None, progress: Progress | None = None) -> Agenda:
    """What must follow the law, as of the plan's day. Raises NothingToCheck when there is no document."""
    workspace = _workspace(plan, progress)
    register, calendar = register_of(plan), calendar_of(plan)
    documents = followed(workspace, register, calendar, plan.as_of)
    found = agenda_of(documents, calendar, plan.as_of, until, len(register.documents))
    return found._replace(unread=_unread(workspace))


def impact(plan: Plan, number: str, progress: Progress | None = None) -> Impact:
    """What a law touches, as of the plan's day. Raises NothingToCheck when there is no document."""
    workspace = _workspace(plan, progress)
    register, calendar = register_of(plan), calendar_of(plan)
    documents: Sequence[Followed] = followed(workspace, register, calendar, plan.as_of)
    found = impact_of(number, workspace, documents, register, calendar, plan.as_of)
    return found._replace(unread=_unread(workspace))


def _unread(workspace: Workspace) -> tuple[str, ...]:
    return tuple(one.source.path for one in workspace.inspections if one.document is None and one.problems)


def _workspace(plan: Plan, progress: Progress | None) -> Workspace:
    return Workspace(gather(plan, find(plan).files, progress), plan.settings)
