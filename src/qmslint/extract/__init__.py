"""The wing that turns a Document into facts, one file a fact; every label and heading is data in `words/`.

`text/`, `control/` and `kind/` read every paper; `procedure/`, `lists/`, `system/`, `objectives/` and `checking/` read
papers of a kind; `stated/` takes what a typed record says outright.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from qmslint.api import Catalogue, Extractor, hookimpl

MODULES = (
    "stated.stated",  # first: no other runs for what a record states
    "control.control",
    "kind.kinds",
    "control.identity",
    "control.approvals",
    "control.revisions",
    "text.attachments",
    "text.sections",
    "text.citations",
    "text.contents",
    "text.abbreviations",
    "text.abbreviation_uses",
    "text.annexes",
    "text.references",
    "text.placeholders",
    "text.encoding",
    "procedure.procedure",
    "procedure.forms",
    "procedure.records",
    "text.volume",
    "lists.listed_documents",
    "lists.listed_laws",
    "lists.listed_tthc",
    "system.risks",
    "system.policy",
    "system.publication",
    "objectives.objectives",
    "checking.audit",
    "checking.corrective",
    "checking.review",
    "system.issues",
    "system.parties",
    "system.processes",
    "system.scope",
    "system.steering",
    "system.training",
    "system.survey",
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
        from qmslint.extract.stated.stated_schema import record_schema

        return record_schema()

    return (Catalogue("qmslint-record-1.json", "schema", load),)
