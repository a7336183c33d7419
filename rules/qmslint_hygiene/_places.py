"""Where a line stands, said with the heading above it, for the facts that this pack brings."""

from __future__ import annotations

from bisect import bisect_right

from qmslint.api import Location, Reading, shorten
from qmslint_hygiene._outline import named

_KEY = "hygiene:starts"


def under(reading: Reading, at: Location) -> Location:
    """The same place, named with the heading under which it stands; what is printed behind has none."""
    sections = reading.facts.get("sections") or ()
    starts = reading.facts.get(_KEY)
    if starts is None:
        starts = reading.facts[_KEY] = [section.at.order for section in sections]
    behind = reading.facts.get("attachments_from")
    index = bisect_right(starts, at.order) - 1
    if at.heading or index < 0 or at.key or (behind is not None and at.order >= behind.order):
        return at
    return at.under(shorten(named(sections[index]), 60))
