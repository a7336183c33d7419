"""Interested parties: what each needs and how that is met or monitored."""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Cell, Extractor, InterestedParty, Reading, kinds
from qmslint.extract.cells import content
from qmslint.extract.lists.list_tables import Captioned, Entry, captioned_tables, entries, head_of
from qmslint.extract.words import book


def parties(reading: Reading) -> tuple[InterestedParty, ...]:
    """Every party of the tables of parties, in order."""
    return tuple(party for captioned in captioned_tables(reading) for party in _in_table(captioned))


def _in_table(captioned: Captioned) -> Iterator[InterestedParty]:
    names = book("lists").table("party-columns")
    head = head_of(captioned.table, names, 2)
    if head is None or "party" not in head.columns or not head.has("need", "requirement"):
        # A list of names alone says nothing of needs; it is no register of parties.
        return
    missing = () if head.has("response") else ("response",)
    found: list[tuple[Cell, InterestedParty]] = []
    for entry in entries(captioned.table, head, names, "party"):
        cell = entry.cell("party")
        if cell is None:
            continue
        goes_on = found and (cell is found[-1][0] or not (content(cell) or entry.said("running")))
        if goes_on:
            first, known = found[-1]
            found[-1] = (first, _joined(known, entry))
        elif content(cell):
            found.append((cell, InterestedParty(content(cell), _need(entry), entry.said("response"), missing, cell.at)))
    yield from (party for _, party in found)


def _need(entry: Entry) -> str:
    return "; ".join(text for text in (entry.said("need"), entry.said("requirement")) if text)


def _joined(party: InterestedParty, entry: Entry) -> InterestedParty:
    """The party with what a further row of it says."""
    need, response = _need(entry), entry.said("response")
    return party._replace(
        need=party.need if not need or need in party.need else "; ".join(filter(None, (party.need, need))),
        response=party.response if not response or response in party.response
        else "; ".join(filter(None, (party.response, response))),
    )


EXTRACTORS = (
    Extractor("parties", parties, version=2, needs=("kind",),
              kinds=(kinds.CONTEXT, kinds.INTERESTED_PARTIES, kinds.RISK_REGISTER, kinds.QUALITY_MANUAL)),
)
