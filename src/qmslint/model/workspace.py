"""Workspace: all documents of one agency, indexed. What rules about the whole set are given."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from qmslint.model.facts import QualityDocument
from qmslint.model.inspection import Inspection
from qmslint.model.kinds import CONTROLLED, DOCUMENT_LIST, FORM, LEGAL_LIST, QUALITY_POLICY, TTHC_LIST
from qmslint.model.old_copies import in_old_folder
from qmslint.model.settings import Settings
from qmslint.model.text import fold

# What is issued anew and so leaves old copies behind; records of last year are looked at wherever they are kept.
_REPLACEABLE = frozenset((*CONTROLLED, DOCUMENT_LIST, FORM, LEGAL_LIST, QUALITY_POLICY, TTHC_LIST))


class Workspace:
    """The set, in the order of paths. Never changed once made."""

    def __init__(self, inspections: Iterable[Inspection], settings: Settings | None = None) -> None:
        self.inspections: tuple[Inspection, ...] = tuple(sorted(inspections, key=lambda i: i.source.path))
        self.settings = settings or Settings()

    @cached_property
    def documents(self) -> tuple[QualityDocument, ...]:
        """Every document of the set that was read, by path."""
        old = self.old_copies
        return tuple(i.document for i in self.inspections if i.document is not None and i.source.path not in old)

    @cached_property
    def old_copies(self) -> frozenset[str]:
        """The paths of replaced copies in a folder that says so ("Bản cũ"): not of the set, reported as ignored."""
        return frozenset(
            i.source.path for i in self.inspections
            if in_old_folder(i.source.path) and i.document is not None and i.document.kind in _REPLACEABLE
        )

    @cached_property
    def _by_kind(self) -> dict[str, tuple[QualityDocument, ...]]:
        kinds: dict[str, list[QualityDocument]] = {}
        for document in self.documents:
            kinds.setdefault(document.kind, []).append(document)
        return {kind: tuple(found) for kind, found in kinds.items()}

    @cached_property
    def by_code(self) -> dict[str, tuple[QualityDocument, ...]]:
        """Documents by folded code; documents without a code are not in it."""
        codes: dict[str, list[QualityDocument]] = {}
        for document in self.documents:
            if document.identity.code:
                codes.setdefault(fold_code(document.identity.code), []).append(document)
        return {code: tuple(found) for code, found in codes.items()}

    @cached_property
    def by_path(self) -> dict[str, QualityDocument]:
        """Documents by path."""
        return {document.path: document for document in self.documents}

    def of_kind(self, *kinds: str) -> tuple[QualityDocument, ...]:
        """The documents of these kinds, by path."""
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], ())
        return tuple(document for document in self.documents if document.kind in kinds)


def fold_code(code: str) -> str:
    """A document code as it is compared: "QT 01/CX-HCTP" = "qt01/cx-hctp"."""
    return fold(code).replace(" ", "")
