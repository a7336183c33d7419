"""The quality policy: what it commits to, who signed it, when; from the policy itself or the chapter of a manual."""

from __future__ import annotations

from functools import cache

from qmslint.api import Extractor, Line, Person, Phrase, Policy, Reading, kinds
from qmslint.extract.cells import one_line
from qmslint.extract.control.control_title import is_agency
from qmslint.extract.control.signatures import is_signing_line, signatures_at_end
from qmslint.extract.lists.list_tables import unnumbered
from qmslint.extract.patterns import late
from qmslint.extract.text.attachments import attached_index
from qmslint.extract.text.dates import written_date
from qmslint.extract.text.headline import is_state_heading, signing_date
from qmslint.extract.text.sections import section_starts
from qmslint.extract.words import book

_LINES = 60
_LIST_MARK = late(r"\s*(?:[-–+•*]|[0-9]{1,2}[.)]|[a-zđ][.)])\s*")


def policy(reading: Reading) -> Policy | None:
    """The policy, None when the document holds none."""
    begin, end = _range(reading)
    if begin < 0:
        return None
    commitments: list[Phrase] = []
    for line in reading.lines[begin:end]:
        if line.folded.startswith(_ends()) or (is_signing_line(line.folded) and commitments and len(line.text) < 90):
            break
        if _commits(line):
            commitments.append(Phrase(_unmarked(one_line(line.text)), line.at))
    if reading.kind != kinds.QUALITY_POLICY and len(commitments) < 2:
        return None
    if reading.kind != kinds.QUALITY_POLICY:
        return Policy(tuple(commitments))
    stop = attached_index(reading)
    who = next((one for one in signatures_at_end(reading, stop) if one.name), None)
    signatory = Person(who.name, who.position, at=who.at) if who else None
    return Policy(tuple(commitments), signatory, signing_date(reading, stop))


def _unmarked(text: str) -> str:
    """`text` without the mark of a list before it; dashes inside stay."""
    match = _LIST_MARK.match(text)
    return text[match.end() :] if match else text


@cache
def _ends() -> tuple[str, ...]:
    return book("lists").variants("policy-ends")


@cache
def _titles() -> tuple[str, ...]:
    return book("lists").variants("policy-titles")


@cache
def _words() -> tuple[str, ...]:
    return book("lists").variants("commitment-words")


def _range(reading: Reading) -> tuple[int, int]:
    """The lines of the policy; (-1, -1) without one. In a manual: the section of that title."""
    if reading.kind == kinds.QUALITY_POLICY:
        lines = reading.lines[:40]
        titles = [index for index, line in enumerate(lines) if unnumbered(line.folded).startswith(_titles())
                  and len(line.text) < 100]
        return (titles[0] + 1 if titles else 0), attached_index(reading)
    starts = section_starts(reading)
    for place, (index, section) in enumerate(starts):
        if reading.lines[index].in_table or not unnumbered(reading.lines[index].folded).startswith(_titles()):
            continue
        stop = next((i for i, s in starts[place + 1 :] if s.level <= section.level), len(reading.lines))
        if stop - index > 1:
            return index + 1, min(stop, index + _LINES)
    return -1, -1


def _commits(line: Line) -> bool:
    """Whether a line of the policy says what it commits to: no letterhead, date, label, heading."""
    folded = line.folded
    words = folded.split()
    if len(words) < 3 or is_state_heading(folded) or unnumbered(folded).startswith(_titles()):
        return False
    if is_agency(line.text) and (line.text.isupper() or len(words) < 8):
        return False
    if len(line.text) < 100 and "ngày" in folded and "tháng" in folded and written_date(line.text, line.at):
        return False
    listed = bool(line.paragraph.number) or _LIST_MARK.match(line.text) is not None
    if line.in_table and not listed and len(words) < 8:
        return False
    return listed or any(word in folded for word in _words())


EXTRACTORS = (
    Extractor("policy", policy, needs=("kind", "sections"), kinds=(kinds.QUALITY_POLICY, kinds.QUALITY_MANUAL),
              version=4),
)
