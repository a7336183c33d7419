"""Whether a document was issued together with a decision, which then approves, numbers and dates it."""

from __future__ import annotations

from qmslint.api import QualityDocument, fold


def issued_by_decision(document: QualityDocument) -> bool:
    """Whether its title says so: "(Ban hành kèm theo Quyết định số 1215/QĐ-UBND ngày …)"."""
    return "kèm theo quyết định" in fold(document.identity.title)
