"""When a document was last revised, as far as it says so itself."""

from __future__ import annotations

from datetime import date

from qmslint.api import QualityDocument


def last_revised(document: QualityDocument) -> date | None:
    """The latest of its dates of issue and effect and of the dated rows of its revision table."""
    rows = [row.date.value for row in document.revisions if row.date and row.date.value]
    days = [day for day in (document.identity.issued, document.identity.effective, *rows) if day is not None]
    return max(days, default=None)


def judged_by(document: QualityDocument, since: date, as_of: date) -> bool:
    """Whether what changed on a day can be held against the document: dated later (or undated), judged later."""
    return as_of >= since and (last_revised(document) or as_of) >= since
