"""Which tables of a document are lists of documents, of laws, of TTHC: by the lines above them and their columns."""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import NamedTuple, Reading, Table, kinds
from qmslint.extract.kind.kind_titles import title_kind
from qmslint.extract.lists.list_tables import Captioned, Entry, Head, captioned_tables, continued, entries, head_of
from qmslint.extract.words import book

_KEY = "extract:lists"
BOOKS = {
    kinds.DOCUMENT_LIST: "document-list-columns",
    kinds.LEGAL_LIST: "legal-list-columns",
    kinds.TTHC_LIST: "tthc-list-columns",
}
_DEFAULT = {kinds.PROMULGATION_DECISION: kinds.DOCUMENT_LIST, kinds.PUBLICATION_DECISION: kinds.TTHC_LIST}


class Listing(NamedTuple):
    """One table that lists something: of what, and its headings."""

    kind: str
    table: Table
    head: Head

    def entries(self) -> Iterator[Entry]:
        """Its entries in order."""
        return entries(self.table, self.head, book("lists").table(BOOKS[self.kind]))


def listings(reading: Reading, kind: str) -> Iterator[Listing]:
    """The tables of a document that are lists of `kind`. Looked for once."""
    if _KEY not in reading.facts:
        default = _DEFAULT.get(reading.kind, reading.kind)
        reading.facts[_KEY] = tuple(_all(reading, default))
    return (one for one in reading.facts[_KEY] if one.kind == kind)


def _all(reading: Reading, default: str) -> Iterator[Listing]:
    before: Captioned | None = None
    last: Listing | None = None
    for one in captioned_tables(reading):
        found = _listing(one, default)
        if found is None and before is not None and last is not None:
            head = continued(before, last.head, one)
            found = last._replace(table=one.table, head=head) if head else None
        if found is not None:
            yield found
        # Columns are known by the headings, so what goes on goes on from the table that has them.
        if found is None or found.head.first:
            before, last = (one, found) if found else (None, None)


def _listing(captioned: Captioned, default: str) -> Listing | None:
    heads = {kind: head for kind in BOOKS if (head := _head(captioned.table, kind))}
    if not heads:
        return None
    said = next((kind for line in captioned.captions if (kind := title_kind(line)) in BOOKS), "")
    if said in heads:
        return Listing(said, captioned.table, heads[said])
    weights = {kind: len(head.columns.keys() - {"running", "other"}) for kind, head in heads.items()}
    best = max(weights, key=lambda kind: (weights[kind], kind == default))
    if default in heads and weights[best] - weights[default] < 2:
        best = default
    return Listing(best, captioned.table, heads[best])


def _head(table: Table, kind: str) -> Head | None:
    """The headings of `table` as those of a list of `kind`, None when what makes such a list is not there."""
    if len(table.rows) < 2:
        return None
    head = head_of(table, book("lists").table(BOOKS[kind]), 1)
    if head is None:
        return None
    if kind == kinds.TTHC_LIST:
        return head if "title" in head.columns else None
    if kind == kinds.LEGAL_LIST:
        whole = head.has("title", "number") and head.has("number", "issuer", "effective", "reviewed", "issued")
    else:
        whole = head.has("title") and head.has("code", "edition")
    return head if whole and len(head.columns.keys() - {"running", "other"}) >= 2 else None
