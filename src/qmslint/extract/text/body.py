"""The body of a document: its lines up to the attached forms, each with the heading under which it stands."""

from __future__ import annotations

from bisect import bisect_right

from qmslint.api import Line, Location, Reading, Section, shorten
from qmslint.extract.text.attachments import attached_index
from qmslint.extract.text.sections import section_starts

_KEY = "extract:starts"


def body_lines(reading: Reading) -> tuple[Line, ...]:
    """The lines before the attached forms; their indices are those of `reading.lines`."""
    return reading.lines[: attached_index(reading)]


def first_section(reading: Reading) -> int:
    """The index of the first line behind cover, contents, approval and revision log; 0 without known sections."""
    for index, section in section_starts(reading):
        if section.key not in ("revisions", "approval"):
            return index
    return 0


def section_range(reading: Reading, key: str) -> tuple[int, int]:
    """The lines of the section known as `key`, its heading left out; (0, 0) when there is none."""
    starts = section_starts(reading)
    for place, (index, section) in enumerate(starts):
        if section.key == key:
            end = next((i for i, s in starts[place + 1 :] if s.level <= section.level), attached_index(reading))
            return index + 1, end
    return 0, 0


def place(reading: Reading, index: int) -> Location:
    """Where line `index` stands, said with the heading above it."""
    line = reading.lines[index]
    starts = reading.facts.get(_KEY)
    if starts is None:
        sections = section_starts(reading)
        starts = reading.facts[_KEY] = [i for i, _ in sections], [heading_of(section) for _, section in sections]
    found = bisect_right(starts[0], index) - 1
    if found < 0 or index >= attached_index(reading):
        return line.at
    return line.at.under(starts[1][found])


def heading_of(section: Section) -> str:
    """A heading as people name it: "5. NỘI DUNG"."""
    return shorten(f"{section.number}. {section.title}" if section.number else section.title, 60)
