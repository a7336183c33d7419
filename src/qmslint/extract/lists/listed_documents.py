"""The list of internal documents: code, title, edition, dates, unit, status of each; annexes of decisions too."""

from __future__ import annotations

from qmslint.api import Extractor, ListedDocument, Reading, fold, kinds
from qmslint.extract.lists.list_tables import Entry
from qmslint.extract.lists.lists import BOOKS, listings
from qmslint.extract.words import book


def listed_documents(reading: Reading) -> tuple[ListedDocument, ...]:
    """Every document that the tables list, in order; a row that goes on from the one above is one entry with it."""
    found: list[ListedDocument] = []
    for listing in listings(reading, kinds.DOCUMENT_LIST):
        before: Entry | None = None
        for entry in listing.entries():
            if before is None or not _goes_on(before, entry):
                found.append(_document(entry))
            before = entry
    return tuple(one for one in found if one.code or one.title)


def _goes_on(before: Entry, entry: Entry) -> bool:
    """Whether code and title are the very cells of the row above, merged downwards."""
    pairs = [(before.cell(name), entry.cell(name)) for name in ("code", "title") if name in entry.columns]
    return bool(pairs) and all(first is not None and first is second for first, second in pairs)


def _document(entry: Entry) -> ListedDocument:
    anchor = entry.cell("title") or entry.cell("code") or entry.row[0]
    return ListedDocument(
        code=entry.said("code"),
        title=entry.said("title"),
        edition=entry.said("edition") or entry.said("revision"),
        issued=entry.day("issued"),
        effective=entry.day("effective"),
        unit=entry.said("unit"),
        status=entry.said("status") or _status(entry.said("note")),
        number=entry.said("running"),
        at=anchor.at,
    )


def _status(note: str) -> str:
    """A note that says whether the document is in use is its status."""
    folded = fold(note)
    return note if folded and folded.startswith(book("lists").variants("status-words")) else ""


EXTRACTORS = (
    Extractor("listed_documents", listed_documents, needs=("kind",), kinds=(*BOOKS, kinds.PROMULGATION_DECISION),
              version=2),
)
