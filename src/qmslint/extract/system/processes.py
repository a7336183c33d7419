"""The processes of the system as a manual tables them: input, output, owner, criteria."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Extractor, Process, Reading, kinds
from qmslint.extract.cells import content
from qmslint.extract.lists.list_tables import Captioned, captioned_tables, entries, head_of
from qmslint.extract.words import book

_ASKED = ("input", "output", "owner", "criteria")


def processes(reading: Reading) -> tuple[Process, ...]:
    """Every process of the tables that name inputs or outputs; other tables with processes are no map of them."""
    return tuple(process for captioned in captioned_tables(reading) for process in _in_table(captioned))


def _in_table(captioned: Captioned) -> Iterator[Process]:
    names = book("lists").table("process-columns")
    head = head_of(captioned.table, names, 3)
    if head is None or "process" not in head.columns or not head.has("input", "output"):
        return
    missing = tuple(key for key in _ASKED if key not in head.columns)
    found: list[Process] = []
    last = None
    for entry in entries(captioned.table, head, names, "process"):
        cell = entry.cell("process")
        if cell is None:
            continue
        said: dict[str, Any] = {key: entry.said(key) for key in _ASKED}
        if found and (cell is last or not (content(cell) or entry.said("running"))):
            known = found[-1]
            found[-1] = known._replace(**{key: text for key, text in said.items() if text and not getattr(known, key)})
        elif content(cell):
            found.append(Process(content(cell), missing_columns=missing, at=cell.at, **said))
            last = cell
    yield from found


EXTRACTORS = (Extractor("processes", processes, needs=("kind",), kinds=(kinds.QUALITY_MANUAL,)),)
