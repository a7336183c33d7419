"""The wing that turns a Document into facts, one file a fact; every label and heading is data in `words/`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qmslint.api import Catalogue, Extractor, hookimpl


@hookimpl
def qmslint_extractors() -> Iterable[Extractor]:
    """The facts of every document, then those of a kind. What others need is put first by the manager."""
    # Imported here: a run that only lists rules or renders a report reads no document.
    from qmslint.extract import (
        abbreviation_uses,
        abbreviations,
        annexes,
        approvals,
        attachments,
        citations,
        contents,
        control,
        encoding,
        forms,
        identity,
        issues,
        kinds,
        listed_documents,
        listed_laws,
        listed_tthc,
        parties,
        placeholders,
        policy,
        procedure,
        processes,
        publication,
        records,
        references,
        revisions,
        risks,
        scope,
        sections,
        stated,
        steering,
        survey,
        training,
        volume,
    )

    return (
        *stated.EXTRACTORS,  # first: no other runs for what a record states
        *control.EXTRACTORS,
        *kinds.EXTRACTORS,
        *identity.EXTRACTORS,
        *approvals.EXTRACTORS,
        *revisions.EXTRACTORS,
        *attachments.EXTRACTORS,
        *sections.EXTRACTORS,
        *citations.EXTRACTORS,
        *contents.EXTRACTORS,
        *abbreviations.EXTRACTORS,
        *abbreviation_uses.EXTRACTORS,
        *annexes.EXTRACTORS,
        *references.EXTRACTORS,
        *placeholders.EXTRACTORS,
        *encoding.EXTRACTORS,
        *procedure.EXTRACTORS,
        *forms.EXTRACTORS,
        *records.EXTRACTORS,
        *volume.EXTRACTORS,
        *listed_documents.EXTRACTORS,
        *listed_laws.EXTRACTORS,
        *listed_tthc.EXTRACTORS,
        *risks.EXTRACTORS,
        *policy.EXTRACTORS,
        *publication.EXTRACTORS,
        *issues.EXTRACTORS,
        *parties.EXTRACTORS,
        *processes.EXTRACTORS,
        *scope.EXTRACTORS,
        *steering.EXTRACTORS,
        *training.EXTRACTORS,
        *survey.EXTRACTORS,
    )


@hookimpl
def qmslint_catalogues() -> Iterable[Catalogue]:
    """The schema of typed records, for editors."""

    def load() -> dict[str, Any]:
        from qmslint.extract.stated_schema import record_schema

        return record_schema()

    return (Catalogue("qmslint-record-1.json", "schema", load),)
