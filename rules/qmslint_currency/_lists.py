"""Rows of the agency's lists of legal documents, with what the rules on them share."""

from __future__ import annotations

from datetime import date

from qmslint.api import ListedLaw, QualityDocument, Workspace, WrittenDate, kinds


def legal_lists(workspace: Workspace) -> tuple[QualityDocument, ...]:
    """The lists of legal documents, drafts left out."""
    return tuple(document for document in workspace.of_kind(kinds.LEGAL_LIST) if not document.draft)


def day(written: WrittenDate | None) -> date | None:
    """The day a cell gives, None where it gives none."""
    return written.value if written is not None else None


def name(row: ListedLaw) -> str:
    """What a row is called in a message."""
    return " ".join((row.number or row.title).split())[:90]
