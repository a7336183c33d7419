"""LegalRegister: the legal documents known, and questions about them."""

from __future__ import annotations

from qmslint.model.legal import LegalDocument


class LegalRegister:
    """The register of legal documents."""

    def __init__(self, documents: tuple[LegalDocument, ...] = ()) -> None:
        self.documents = documents
