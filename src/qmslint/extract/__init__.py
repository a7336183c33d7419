"""The wing that turns a Document into facts, one file a fact; every label and heading is data in `words/`."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from qmslint.api import Catalogue, Extractor, hookimpl

MODULES = (
    "stated",  # first: no other runs for what a record states
    "control",
    "kinds",
    "identity",
    "approvals",
    "revisions",
    "attachments",
    "sections",
    "citations",
    "contents",
    "abbreviations",
    "abbreviation_uses",
    "annexes",
    "references",
    "placeholders",
    "encoding",
    "procedure",
    "forms",
    "records",
    "volume",
    "listed_documents",
    "listed_laws",
    "listed_tthc",
    "risks",
    "policy",
    "publication",
    "objectives",
    "audit",
    "corrective",
    "review",
    "issues",
    "parties",
    "processes",
    "scope",
    "steering",
    "training",
    "survey",
)
"""The modules of this wing that give facts; a new one is one line here."""


@hookimpl
def qmslint_extractors() -> Iterable[Extractor]:
    """The facts of every document, then those of a kind. What others need is put first by the manager."""
    # Imported here: a run that only lists rules or renders a report reads no document.
    for name in MODULES:
        yield from import_module(f"qmslint.extract.{name}").EXTRACTORS


@hookimpl
def qmslint_catalogues() -> Iterable[Catalogue]:
    """The schema of typed records, for editors."""

    def load() -> dict[str, Any]:
        from qmslint.extract.stated_schema import record_schema

        return record_schema()

    return (Catalogue("qmslint-record-1.json", "schema", load),)
