"""Where the printed forms behind a document begin. What stands behind that place is not the document's own word."""

from __future__ import annotations

from functools import cache

from qmslint.api import Extractor, Line, Location, Reading, kinds
from qmslint.extract.kind.kind_titles import title_kind
from qmslint.extract.patterns import late
from qmslint.extract.text.headline import is_state_heading, stands_out, type_of
from qmslint.extract.text.outline import outline
from qmslint.extract.words import book

_KEY = "extract:attached"


@cache
def _starts() -> tuple[str, ...]:
    return tuple(word + " " for word in (*book().variants("form-titles"), *book().variants("annex")))


@cache
def _annexes() -> tuple[str, ...]:
    return book().variants("annex")


_MARK = late(lambda: rf"(?:{book().pattern('form-marks')})[ .:]*(?:số[ :]*)?[\w./-]{{0,20}}\d[\w./-]*[ .]*")
_BEHIND = late(lambda: rf"\(?(?:ban hành )?(?:{book().pattern('attached')}) ")


def attached_index(reading: Reading) -> int:
    """The index in `reading.lines` of the first line of the attached forms; the number of lines when there are none."""
    known = reading.facts.get(_KEY)
    if known is None:
        known = reading.facts[_KEY] = _find(reading)
    return int(known)


def attachments_from(reading: Reading) -> Location | None:
    """Where the attached forms begin; None when there are none."""
    index = attached_index(reading)
    return reading.lines[index].at if index < len(reading.lines) else None


def _find(reading: Reading) -> int:
    lines = reading.lines
    anchor = _last_section(reading)
    if anchor >= 0:
        index = _behind_sections(lines, anchor)
    else:
        index = _behind_letter(lines)
    return _start_of_form(lines, index, anchor) if index < len(lines) else len(lines)


def _last_section(reading: Reading) -> int:
    """The line of the last section of a procedure ("HỒ SƠ LƯU", else "BIỂU MẪU"); -1 when it has no such sections."""
    found = outline(reading)
    if len(found.keys) < 3:
        return -1
    last = -1
    for heading in found.headings:
        if heading.level == 1 and heading.key:
            if last >= 0 and any(is_state_heading(line.folded) for line in reading.lines[last : heading.line]):
                break  # a form with headings of its own
            last = heading.line
    return last


def _behind_sections(lines: tuple[Line, ...], anchor: int) -> int:
    """The first line behind the last section (its table or its list) that looks like a form."""
    own_table = 0
    section = lines[anchor].at.section
    for index in range(anchor + 1, len(lines)):
        line = lines[index]
        if is_state_heading(line.folded):
            return index
        if line.in_table and line.at.place == lines[anchor].at.place:
            own_table = own_table or line.at.table
            if line.at.table == own_table and line.at.section == section:
                continue
        if _looks_like_form(line) or (line.at.section > section and stands_out(line)):
            return index
        if line.paragraph.page_break and stands_out(line) and not line.paragraph.number:
            return index
    return len(lines)


def _looks_like_form(line: Line) -> bool:
    folded = line.folded
    if folded in _annexes() or (len(folded) < 60 and _MARK.fullmatch(folded)):
        return True
    return line.paragraph.text.isupper() and folded.startswith(_starts())


def _behind_letter(lines: tuple[Line, ...]) -> int:
    """For decisions, minutes, plans: the second name of the State, or an annex behind the signature."""
    signed = False
    for index, line in enumerate(lines):
        folded = line.folded
        if index > 8 and is_state_heading(folded):
            return index
        if folded.startswith("nơi nhận"):
            signed = True
        elif signed and index > 3 and len(folded) < 160:
            if stands_out(line) and title_kind(folded) == kinds.QUALITY_OBJECTIVES:
                continue  # the plan behind the objectives is their other half
            if stands_out(line) and (folded in _annexes() or (folded.startswith(_starts()) and line.text.isupper())):
                return index
            if _BEHIND.match(folded) and stands_out(lines[index - 1]):
                return _title_above(lines, index)
    return len(lines)


def _title_above(lines: tuple[Line, ...], index: int) -> int:
    """Where the title above a line "(Ban hành kèm theo …)" begins: at its type ("BẢN CÔNG BỐ"), else right above."""
    for place in range(index - 1, max(index - 4, 0), -1):
        if not stands_out(lines[place]):
            break
        if type_of(lines[place].folded):
            return place
    return index - 1


def _start_of_form(lines: tuple[Line, ...], index: int, anchor: int) -> int:
    """Back to the first line of the table in which the form stands, and over its mark ("Mẫu số 01")."""
    first = index
    if lines[first].in_table:
        table = lines[first].at.table
        while first - 1 > anchor and lines[first - 1].in_table and lines[first - 1].at.table == table:
            first -= 1
    while first - 1 > max(anchor, 0) and len(lines[first - 1].text) < 60 and _MARK.fullmatch(lines[first - 1].folded):
        first -= 1
    return first


EXTRACTORS = (Extractor("attachments_from", attachments_from, version=2),)
