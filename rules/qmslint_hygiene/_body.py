"""The lines that are the document's own words: those before the printed forms behind it."""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Line, Reading


def own_lines(reading: Reading) -> Iterator[Line]:
    """The lines of the body up to the attached forms."""
    behind = reading.facts.get("attachments_from")
    for line in reading.lines:
        if behind is not None and line.at.order >= behind.order:
            return
        yield line
