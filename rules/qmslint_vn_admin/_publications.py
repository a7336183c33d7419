"""The publications of the system: which documents they are, when they were made, and which are only certificates."""

from __future__ import annotations

from datetime import date

from qmslint.api import QualityDocument, Workspace, fold, kinds
from qmslint_vn_admin._data import has, words

CERTIFICATE = "vn_admin:certificate"


def is_certificate(document: QualityDocument) -> bool:
    """Whether the document is a certificate of a certification body about ISO 9001."""
    if document.extras(CERTIFICATE):
        return True
    title = fold(document.identity.title)
    return title.startswith(words("certificate")) and has(title, "standard")


def publications(workspace: Workspace) -> list[QualityDocument]:
    """Decisions and notices that publish the system; drafts and certificates are none."""
    return [d for d in workspace.of_kind(kinds.PUBLICATION_DECISION) if not d.draft and not is_certificate(d)]


def made_on(document: QualityDocument) -> date | None:
    """The day of the publication."""
    stated = document.publication.date if document.publication else None
    return (stated.value if stated else None) or document.identity.issued
