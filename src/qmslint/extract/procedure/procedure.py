"""What a procedure lays down: its items, time limits, steps, brought together into one fact."""

from __future__ import annotations

from qmslint.api import Extractor, Procedure, Reading, Unit, kinds
from qmslint.extract.procedure.procedure_parts import content_ranges
from qmslint.extract.procedure.procedure_words import unit_in, words
from qmslint.extract.procedure.process_list import chart_steps, list_steps
from qmslint.extract.procedure.process_steps import Steps
from qmslint.extract.procedure.process_table import SHOWN, Part, process_parts, process_place
from qmslint.extract.procedure.tthc_codes import tthc_codes
from qmslint.extract.procedure.tthc_items import time_limits, tthc_items
from qmslint.extract.text.sections import section_starts


def procedure(reading: Reading) -> Procedure | None:
    """The procedure; None where neither content nor process was found, so that nobody takes it for an empty one."""
    parts = process_parts(reading)
    found = Procedure(
        tthc_codes=tthc_codes(reading), items=tthc_items(reading), time_limits=time_limits(reading)
    )
    found = _with_table(reading, found, parts) if parts else _without_table(reading, found)
    anything = found.items or found.steps or parts or found.tthc_codes
    known = anything or any(section.key == "content" for _, section in section_starts(reading))
    return found if known else None


def _with_table(reading: Reading, found: Procedure, parts: tuple[Part, ...]) -> Procedure:
    steps = Steps(_unit(reading, found, parts))
    for number, part in enumerate(parts):
        steps.add(part, number, len(parts) > 1)
    columns = sorted((places[0], role) for role, places in parts[0].head.columns.items() if role in SHOWN)
    return found._replace(
        time_columns=tuple(steps.columns), steps=tuple(steps.steps), process_at=process_place(parts),
        process_form="table", columns=tuple(role for _, role in columns),
    )


def _without_table(reading: Reading, found: Procedure) -> Procedure:
    steps, form = chart_steps(reading), "chart"
    if not steps:
        steps, form = list_steps(reading), "list"
    return found._replace(steps=steps, process_at=steps[0].at, process_form=form) if steps else found


def _unit(reading: Reading, found: Procedure, parts: tuple[Part, ...]) -> Unit | None:
    """What a bare number of the table counts: as a note behind it says, else as the item on the time limit does."""
    order = parts[-1].head.table.at.order
    notes = words("unit-notes")
    for first, last in content_ranges(reading):
        for index in range(first, last):
            line = reading.lines[index]
            if line.at.order > order and not line.in_table and any(note in line.folded for note in notes):
                note = next(n for n in notes if n in line.folded)
                return unit_in(line.folded[line.folded.index(note) + len(note) :].partition(",")[0][:60])
    return next((limit.duration.unit for limit in found.time_limits if limit.duration), None)


_KINDS = (kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE)

EXTRACTORS = (Extractor("procedure", procedure, version=2, needs=("kind", "revision_at"), kinds=_KINDS),)

