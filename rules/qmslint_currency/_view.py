"""The set as the rules on law see it: worked out once a run, every rule of the pack is given the same view."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from qmslint.api import MUST_FOLLOW, Calendar, Context, Followed, LegalRegister, Text, Workspace, followed

JUDGED = MUST_FOLLOW
Judged = Followed


def judged(workspace: Workspace, context: Context[Any]) -> tuple[Followed, ...]:
    """The documents of the set that must follow the law, with the standing of each change, by path."""
    return _judged(workspace, context.register, context.calendar, context.as_of)


@lru_cache(maxsize=2)
def _judged(
    workspace: Workspace, register: LegalRegister, calendar: Calendar, as_of: date
) -> tuple[Followed, ...]:
    return followed(workspace, register, calendar, as_of)


def register_missing(workspace: Workspace, context: Context[Any]) -> bool:
    """Whether there is no register to judge by; says so once, where documents would have been judged."""
    if context.register.documents:
        return False
    if workspace.of_kind(*JUDGED):
        context.cannot_judge(Text(
            "Không có sổ văn bản pháp luật nào để đối chiếu (legal_registers trong qmslint.yaml).",
            "There is no register of legal documents to compare with (legal_registers in qmslint.yaml).",
        ))
    return True


def own_register(context: Context[Any]) -> bool:
    """Whether the agency keeps a register of its own; the built-in one alone knows only a few laws."""
    return bool(context.settings.legal_registers)
