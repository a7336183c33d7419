"""Whether what is not told may have been told in words that were not understood: then nobody is accused."""

from __future__ import annotations

from qmslint.api import Audit, ManagementReview, QualityDocument


def is_read(document: QualityDocument) -> bool:
    """Whether the facts were looked for in running words; a typed record states them outright."""
    return document.format not in ("", "record")


def audit_understood(audit: Audit, least: int = 2) -> bool:
    """Whether at least so many parts of an audit paper were recognised besides its date and signatures."""
    parts = (audit.place, audit.team, audit.units or audit.scope, audit.criteria,
             audit.findings or audit.no_findings_stated, audit.conclusion)
    return sum(bool(part) for part in parts) >= least


def review_understood(review: ManagementReview) -> bool:
    """Whether at least two parts of the minutes were recognised besides their date and signatures."""
    parts = (review.chair, review.attendees, review.inputs, review.outputs or review.actions)
    return sum(bool(part) for part in parts) >= 2
