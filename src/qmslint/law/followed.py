"""The documents of a set that must follow the law, each with every change of law that bears on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from qmslint.law.calendar import Calendar
from qmslint.law.register import LegalRegister
from qmslint.law.subject import Subject, subject_of
from qmslint.law.update import Update, updates_of
from qmslint.model import kinds
from qmslint.model.facts import QualityDocument
from qmslint.model.tuples import NamedTuple
from qmslint.model.workspace import Workspace, fold_code

MUST_FOLLOW = (kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE, kinds.QUALITY_MANUAL, kinds.LEGAL_LIST)
"""Kinds that must follow the law. (Decisions and minutes say what held on their day.)"""


class Followed(NamedTuple):
    """One document with every change of law that bears on it."""

    document: QualityDocument
    subject: Subject
    updates: tuple[Update, ...]

    @property
    def revised(self) -> date | None:
        """When it was last issued or revised; None = it carries no date."""
        return self.subject.versions[-1] if self.subject.versions else None


def followed(
    workspace: Workspace,
    register: LegalRegister,
    calendar: Calendar,
    as_of: date,
) -> tuple[Followed, ...]:
    """The documents that must follow the law, drafts left out, by path."""
    fields = _fields(workspace)
    around = cache(register.territories.around)  # one agency, many documents
    found = []
    for document in workspace.of_kind(*MUST_FOLLOW):
        if document.draft:
            continue
        subject = subject_of(document, register, _fields_of(document, fields))
        places = around(workspace.settings.agency.name or document.identity.agency)
        found.append(Followed(document, subject, updates_of(subject, register, calendar, as_of, places)))
    return tuple(found)


def _fields(workspace: Workspace) -> dict[str, str]:
    """Code of a TTHC, or of the procedure that covers it → its field, as the list of TTHC says."""
    return {
        fold_code(code): row.field
        for document in workspace.of_kind(kinds.TTHC_LIST)
        for row in document.listed_tthc
        for code in (row.code, row.procedure_code)
        if code and row.field
    }


def _fields_of(document: QualityDocument, fields: Mapping[str, str]) -> Iterator[str]:
    codes = [phrase.text for phrase in document.procedure.tthc_codes] if document.procedure else []
    known = (fields[fold_code(code)] for code in (*codes, document.identity.code) if fold_code(code) in fields)
    first = next(known, "")
    if first:
        yield first
