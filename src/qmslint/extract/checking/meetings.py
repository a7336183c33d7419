"""When and where people met, and who signed: what minutes of audits and reviews have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from qmslint.api import Approval, Location, Phrase, Reading, Table, WrittenDate, find_dates
from qmslint.extract.control.signatures import names_signer, signatures_at_end, signers_in
from qmslint.extract.patterns import late
from qmslint.extract.system.flow import BOOK, Item, Labels, Part, filled, label_of, where
from qmslint.extract.text.attachments import attached_index
from qmslint.extract.text.headline import is_state_heading, title_lines
from qmslint.extract.words import book

# "10 - 12/6/2026", "10/6 đến ngày 12/6/2026": the first day, which shares month or year with the last.
_FIRST = late(r"(?<![\d/])(\d{1,2})(?:\s*/\s*(\d{1,2}))?\s*(?:[-–—]|,|và|đến)\s*(?:hết\s*)?(?:ngày\s*)?$",
              re.IGNORECASE)
_TODAY = late(lambda: rf"^\W*(?:{book(BOOK).pattern('opening-words')})\b", re.IGNORECASE)
_AT = late(r"\btại\s+(?:địa điểm\s*:?\s*)?", re.IGNORECASE)
# "theo Quyết định số 415/QĐ-UBND ngày": the date of what is cited, not of the meeting.
_CITED = late(r"\d/(?:\d{4}/)?[A-ZĐ][A-ZĐ\d-]*\s*,?\s*(?:ký\s+)?(?:ngày\s+)?$", re.IGNORECASE)
_SHORT = 160
_PLACE_END = late(lambda: rf"[.;]|,?\s*(?:{book(BOOK).pattern('place-ends')})", re.IGNORECASE)


def body_of(reading: Reading, flow: Sequence[Item], known: Labels) -> list[Item]:
    """The lines between title and signatures. Behind the first place to sign no part begins any more."""
    title = title_lines(reading)
    first = title[0].at.order if title else 0
    body = [item for item in flow if item.line.at.order > first and not is_state_heading(item.line.folded)]
    last = max((n for n, item in enumerate(body) if not _may_sign(item) and label_of(item, known)[0]), default=-1)
    for place in range(last + 1, len(body)):
        if _may_sign(body[place]) or body[place].line.folded.startswith("nơi nhận"):
            return body[:place]
    return body


def _may_sign(item: Item) -> bool:
    line = item.line
    if not (line.in_table or item.stands_out or line.paragraph.alignment):
        return False
    if "\n" in line.text:  # the words of a printed line, not of the whole paragraph
        return not item.number and names_signer(item.words)
    if not line.in_table and len(line.text) < _SHORT:
        return any(names_signer(piece) for piece in signers_in(line.text))
    return names_signer(line.text)


def days(text: str, at: Location) -> tuple[WrittenDate | None, WrittenDate | None]:
    """The first day that `text` names and the last, where it names more than one."""
    found = [one for one in find_dates(text, at) if not _CITED.search(text[: one[0]])]
    if not found:
        return None, None
    start, _, first = found[0]
    last = found[-1][2] if len(found) > 1 and found[-1][2].value != first.value else None
    before = _FIRST.search(text[:start])
    if before and first.value and last is None:
        earlier = _earlier(before, first.value)
        if earlier is not None:
            whole = text[before.start() : start] + first.text
            return WrittenDate(" ".join(whole.split()), earlier, "", at), first
    return first, last


def _earlier(before: re.Match[str], last: date) -> date | None:
    try:
        found = last.replace(day=int(before[1]), month=int(before[2] or last.month))
    except ValueError:
        return None
    return found if found < last else None


def opening(flow: Sequence[Item]) -> Item | None:
    """The sentence with which minutes open: "Hôm nay, vào hồi 8 giờ ngày …, tại …"."""
    return next((i for i in flow[:40] if _TODAY.match(i.words) and find_dates(i.words)), None)


def place_in(item: Item, reading: Reading) -> Phrase | None:
    """The place in a sentence that tells when and where: what stands behind "tại"."""
    match = _AT.search(item.words)
    if match is None:
        return None
    rest = item.words[match.end() :]
    stop = _PLACE_END.search(rest)
    text = filled(rest[: stop.start()] if stop else rest).strip(" ,:-")
    return Phrase(text, where(reading, item)) if text else None


def first_date(parts: Iterable[Part], reading: Reading) -> tuple[WrittenDate | None, WrittenDate | None]:
    """The first and last day in the first of `parts` that names one."""
    for part in parts:
        if part.head.folded.startswith(book(BOOK).variants("control-dates")):
            continue  # of the form that was filled in
        for item, text in ((part.head, part.rest), *((i, i.words) for i in part.body[:4])):
            first, last = days(text, where(reading, item))
            if first:
                return first, last
    return None, None


def signed(reading: Reading, behind: int, without: Iterable[Table]) -> tuple[Approval, ...]:
    """The signatures at the end; nobody named before the place `behind` (in reading order) or in tables of facts."""
    inside = {(t.at.sheet, t.at.table) for t in without}
    return tuple(
        found for found in signatures_at_end(reading, attached_index(reading))
        if found.at.order > behind and not (found.at.row and (found.at.sheet, found.at.table) in inside)
    )
