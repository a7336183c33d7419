"""The lines at the head of a document that say what it is: letterhead, type, subject, place and date."""

from __future__ import annotations

from functools import cache

from qmslint.api import Line, Phrase, Reading, WrittenDate, fold
from qmslint.extract.cells import clean, one_line
from qmslint.extract.control.control_title import is_agency
from qmslint.extract.text.dates import written_date
from qmslint.extract.words import book

_HEAD = 40  # lines in which the title of a document stands
_KEY = "extract:headline"


@cache
def _state_headings() -> tuple[str, ...]:
    return book().variants("state-heading")


@cache
def _types() -> tuple[str, ...]:
    return tuple(sorted(book().variants("document-types"), key=len, reverse=True))


@cache
def _below_title() -> tuple[str, ...]:
    return book().variants("below-title")


def is_state_heading(folded: str) -> bool:
    """Whether a line is the name of the State (Quốc hiệu), as it heads an administrative document or a form."""
    return folded.startswith("cộng h") and any(word in folded for word in _state_headings())


def stands_out(line: Line) -> bool:
    """Whether a line is set as a title: capitals, bold, centred, or a heading of Word."""
    paragraph = line.paragraph
    return bool(paragraph.level) or paragraph.text.isupper() or paragraph.alignment == "center" or paragraph.bold


def type_of(folded: str) -> str:
    """The word for a type of document with which a folded line begins ("biên bản"), "" if none."""
    return next((word for word in _types() if folded == word or folded.startswith((word + " ", word + ":"))), "")


def title_lines(reading: Reading) -> tuple[Line, ...]:
    """The line with the type of the document and the lines of its subject below, as far as they stand out."""
    known = reading.facts.get(_KEY)
    if known is None:
        known = reading.facts[_KEY] = _find(reading.lines[:_HEAD])
    return tuple(known)


def _find(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    for index, line in enumerate(lines):
        if len(line.text) > 300 or is_state_heading(line.folded):
            continue
        word = type_of(line.folded)
        if not word or not stands_out(line) or is_agency(line.text) or _is_column_heading(lines, index):
            continue
        found = [line]
        for other in lines[index + 1 : index + 4]:
            if other.in_table != line.in_table or not stands_out(other) or len(other.text) > 300:
                break
            if is_agency(other.text) or other.paragraph.number:
                break
            if other.folded.startswith((*_below_title(), "i.", "1.")):
                break
            found.append(other)
        return tuple(found)
    return ()


def _is_column_heading(lines: tuple[Line, ...], index: int) -> bool:
    """Whether a line is one of four headings or more in a row: letterheads and covers have three columns at most."""
    at = lines[index].at
    if not at.table:
        return False
    near = lines[max(index - 6, 0) : index + 7]
    return len({one.at.column for one in near if (one.at.table, one.at.row) == (at.table, at.row)}) > 3


def title_of(reading: Reading) -> Phrase | None:
    """The title of a document without a control block: type and subject on one line."""
    found = title_lines(reading)
    return Phrase(" ".join(one_line(line.text) for line in found)[:400], found[0].at) if found else None


def place_date(reading: Reading) -> WrittenDate | None:
    """The date beside the place, as an administrative document carries it: "Xã A, ngày 05 tháng 01 năm 2026"."""
    return next((day for line in reading.lines[:20] if (day := _date_alone(line))), None)


def signing_date(reading: Reading, stop: int) -> WrittenDate | None:
    """The date beside the place at the head, else the last one above the signature, before line `stop`."""
    own = reading.lines[:stop]
    return place_date(reading) or next((day for line in reversed(own[-15:]) if (day := _date_alone(line))), None)


def _date_alone(line: Line) -> WrittenDate | None:
    """The date with which a line ends. In the legal basis words follow: "… ngày 05 tháng 3 năm 2014 của Chính phủ;"."""
    if "ngày" not in line.folded or len(line.text) >= 100:
        return None
    if "tháng" not in line.folded and not _begins_with_place(clean(line.text)):
        return None  # "Quyết định số 12/QĐ-UBND, ngày 05/01/2026" ends with another paper's date
    found = written_date(clean(line.text), line.at)
    return found if found and line.folded.rstrip(" .)").endswith(fold(found.text).rstrip(" .)")) else None


def _begins_with_place(text: str) -> bool:
    """Whether a name and a comma stand before the date: "Sơn Hải, ngày 05/01/2026"."""
    place, _, rest = text.partition(",")
    words = place.split()
    return 1 <= len(words) <= 5 and all(word[0].isupper() for word in words) and fold(rest).startswith("ngày ")
