"""Which rows of a process table are steps, and which are totals, headings of a group, or the applicant's own."""

from __future__ import annotations

from qmslint.api import Procedure, Step, StepTime, fold, shorten
from qmslint_vn_admin._data import words


def is_total(step: Step) -> bool:
    """Whether the row adds up the others: "Tổng cộng"."""
    return fold(step.name).strip(" .:") in words("total-row") or fold(step.number).strip(" .:") in words("total-row")


def is_heading(step: Step) -> bool:
    """Whether the row is the heading of a group of steps: a name alone, in capitals or "Giai đoạn …"."""
    alone = not (step.responsible.strip() or step.result.strip() or any(time.text.strip() for time in step.times))
    return alone and (step.name.isupper() or fold(step.name).startswith(words("group-row")))


def steps_of(procedure: Procedure) -> tuple[Step, ...]:
    """The rows that are steps."""
    return tuple(s for s in procedure.steps if s.name.strip() and not is_total(s) and not is_heading(s))


def of_applicant(step: Step) -> bool:
    """Whether the applicant does the step: that time is not the agency's."""
    return fold(step.responsible).startswith(words("applicant"))


def times_in(step: Step, column: int) -> tuple[StepTime, ...]:
    """What the step says in a time column, a merged cell only where it begins."""
    return tuple(time for time in step.times if time.column == column and time.first and time.text.strip(" -–—."))


def label(step: Step) -> str:
    """The step as a reader would name it."""
    name = shorten(step.name, 90)
    return f"{step.number.rstrip('. ')}. {name}" if step.number else name
