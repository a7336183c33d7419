"""Which lines of a procedure are its content proper: no cover, no definitions, no lists of forms and records."""

from __future__ import annotations

from qmslint.api import Reading
from qmslint.extract.text.attachments import attached_index
from qmslint.extract.text.sections import section_starts

_KEY = "extract:content-ranges"
_NEVER = ("approval", "revisions", "purpose", "scope", "references", "definitions", "forms", "records")


def content_ranges(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Ranges of `reading.lines` (end excluded) in which items and steps may stand."""
    known = reading.facts.get(_KEY)
    if known is None:
        known = reading.facts[_KEY] = _find(reading)
    return tuple(known)


def _find(reading: Reading) -> tuple[tuple[int, int], ...]:
    end = attached_index(reading)
    main = [(index, section.key) for index, section in section_starts(reading) if section.level == 1]
    if not main:
        return ((0, end),)
    keys = {key for _, key in main}
    never = (*_NEVER, "responsibility") if "content" in keys else _NEVER
    ranges = [
        (index, main[place + 1][0] if place + 1 < len(main) else end)
        for place, (index, key) in enumerate(main)
        if key not in never
    ]
    return tuple(ranges)
