"""When a document was last revised, as far as it says so itself."""

from __future__ import annotations

from datetime import date

from qmslint.api import QualityDocument


def last_revised(document: QualityDocument) -> date | None:
    """The latest of its dates of issue and effect and of the dated rows of its revision table."""
    rows = [row.date.value for row in document.revisions if row.date and row.date.value]
    days = [day for day in (document.identity.issued, document.identity.effective, *rows) if day is not None]
    return max(days, default=None)


def judged_from(document: QualityDocument, as_of: date) -> date:
    """What changed up to this day can be held against the document: its date (if it has one), the day of judgement."""
    return min(last_revised(document) or _held(document) or as_of, as_of)


def _held(document: QualityDocument) -> date | None:
    """The day of a record that bears no date of issue: a meeting, an audit, a form, objectives of a year."""
    told = [document.review.date if document.review else None, document.audit.date if document.audit else None,
            *(action.raised_on for action in document.corrective_actions)]
    days = [day.value for day in told if day and day.value]
    if document.objectives and document.objectives.year:
        days.append(date(document.objectives.year, 1, 1))
    return max(days, default=None)
