"""The list of TTHC: code, title, field, level, the procedure that covers each, time limit; annexes of decisions too."""

from __future__ import annotations

import re

from qmslint.api import Cell, Extractor, ListedTthc, Reading, Table, TimeLimit, fold, kinds, read_duration
from qmslint.extract.cells import content
from qmslint.extract.lists.list_tables import Entry
from qmslint.extract.lists.lists import BOOKS, Listing, listings
from qmslint.extract.patterns import late
from qmslint.extract.words import book

_CODE = late(r"(?<![\d.])[1-9]\.\d{6}(?:\.[\w.]+)?")
_BARE = late(r"[0-9]{1,3}(?:[.,][0-9]{1,2})?|1/2|½")
_FIELD = late(r"lĩnh vực\s*:?\s*", re.IGNORECASE)


def listed_tthc(reading: Reading) -> tuple[ListedTthc, ...]:
    """Every TTHC that the tables list, in order. The title row of a group is the field of those under it."""
    found: list[ListedTthc] = []
    for listing in listings(reading, kinds.TTHC_LIST):
        unit = _unit(listing)
        split = _is_split(listing)
        before: Entry | None = None
        for entry in listing.entries():
            if before is None or before.cell("title") is not entry.cell("title"):
                found.append(_tthc(entry, unit, split))
            before = entry
    return tuple(one for one in found if one.code or one.title)


def _tthc(entry: Entry, unit: str, split: bool) -> ListedTthc:
    anchor = entry.cell("title") or entry.row[0]
    title, code = entry.said("title"), entry.said("code")
    if not code:
        match = _CODE.search(title)
        if match:  # the code stands with the title in one cell
            code = match[0]
            title = (title[: match.start()] + title[match.end() :]).strip(" -–:;,.()")
    return ListedTthc(
        code=code,
        title=title,
        field=entry.said("field") or _FIELD.sub("", entry.group, count=1),
        level=entry.said("level"),
        procedure_code=entry.said("procedure-code"),
        time_limit=None if split else _limit(entry.cell("time-limit"), unit),
        at=anchor.at,
    )


def _limit(cell: Cell | None, unit: str) -> TimeLimit | None:
    text = content(cell) if cell else ""
    if cell is None or not text:
        return None
    whole = f"{text} {unit}" if unit and _BARE.fullmatch(text) else text
    return TimeLimit(whole, read_duration(whole), at=cell.at)


def _headings(table: Table, first: int, column: int) -> list[Cell]:
    return [row[column] for row in table.rows[:first] if column < len(row)]


def _unit(listing: Listing) -> str:
    """The unit that the heading of the time limits gives: "Thời hạn (ngày làm việc)"."""
    column = listing.head.columns.get("time-limit", -1)
    if column < 0:
        return ""
    words = " ".join(fold(content(cell)) for cell in _headings(listing.table, listing.head.first, column))
    return next((unit for unit in book("lists").variants("time-units") if unit in words), "")


def _is_split(listing: Listing) -> bool:
    """Whether the heading stands over several columns: nobody can say which of them is the limit."""
    column = listing.head.columns.get("time-limit", -1)
    return column >= 0 and any(
        cell.column_span > 1 and cell.column_span < len(row) - 1 and row[column] is cell
        for row in listing.table.rows[: listing.head.first]
        for cell in row[column : column + 1]
    )


EXTRACTORS = (
    Extractor("listed_tthc", listed_tthc, version=3, needs=("kind",), kinds=(*BOOKS, kinds.PUBLICATION_DECISION)),
)
