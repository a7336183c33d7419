"""The records that a procedure keeps: what, where or by whom, how long. The table may stand before its heading."""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Cell, Extractor, Location, Reading, RecordEntry, Table, fold, kinds
from qmslint.extract.cells import at_column, columns_of, content, heading_row, name_of, one_line, written
from qmslint.extract.patterns import late
from qmslint.extract.procedure.forms import names_nothing, without_point
from qmslint.extract.text.attachments import attached_index
from qmslint.extract.text.body import place, section_range
from qmslint.extract.words import book

_WIDE = 240  # characters of a line that can name a record
_DASH = late(r"\s+[-–—]\s+")
_RETENTION = late(r"(?:(?:thời (?:gian|hạn) )?lưu(?: trữ)?:? )?(?:\d{1,3} (?:\([^)]*\) )?năm|vĩnh viễn|lâu dài)")
_MARKS = ("lưu", "bảo quản", "retention", "storage")
_Found = tuple[Table, int, dict[str, int]]


def records(reading: Reading) -> tuple[RecordEntry, ...]:
    """Every row of the tables of records; without a table, the lines of the section."""
    start, end = section_range(reading, "records")
    tables = list(_tables(reading, start, end))
    found: list[RecordEntry] = []
    for number, (table, row, columns) in enumerate(tables):
        if number and table.at.table != tables[number - 1][0].at.table + 1:
            break  # tables that belong together stand together
        found += _rows(table, row, columns, _heading(reading, table))
    return tuple(found) if tables else tuple(_lines(reading, start, end))


def _tables(reading: Reading, start: int, end: int) -> Iterator[_Found]:
    """Those under the heading, else any of the body that says how long or where records are kept."""
    own: dict[int, bool] = {reading.lines[i].at.table: True for i in range(start, end) if reading.lines[i].in_table}
    inside = [found for t in reading.tables if t.at.table in own and (found := _head(t, 1 if len(own) == 1 else 2))]
    if inside:
        yield from inside
        return
    limit = attached_index(reading)
    marked = {
        line.at.table: True
        for line in reading.lines[:limit]
        if line.in_table and len(line.folded) < 80 and any(mark in line.folded for mark in _MARKS)
    }
    for table in reading.tables:
        found = _head(table, 2) if table.at.table in marked else None
        if found is not None and found[2].keys() & {"retention", "keeper"} and _keeps(found):
            yield found


def _keeps(found: _Found) -> bool:
    """Whether a heading outside of the section speaks of keeping; "Trách nhiệm" alone does not."""
    table, row, columns = found
    heads = (fold(written(table.rows[row][columns[name]])) for name in ("retention", "keeper") if name in columns)
    return any(mark in head for head in heads for mark in _MARKS)


def _head(table: Table, least: int) -> _Found | None:
    names = book("procedure").table("record-columns")
    row, columns = heading_row(table, names, least)
    if row < 0 or "name" not in columns:
        return None
    first = row + 1
    while first < len(table.rows) and _still_heading(table, row, first, columns, names):
        columns = {**columns_of(table.rows[first], names), **columns}
        first += 1
    return table, first - 1, columns


def _still_heading(table: Table, head: int, index: int, columns: dict[str, int], names: dict[str, str]) -> bool:
    row = table.rows[index]
    name = columns["name"]
    if name < len(row) and name < len(table.rows[head]) and row[name] is table.rows[head][name]:
        return True
    texts = [text for cell in row if (text := written(cell))]
    return len(texts) >= 2 and all(name_of(text, names) for text in texts)


def _heading(reading: Reading, table: Table) -> str:
    index = next((i for i, line in enumerate(reading.lines) if line.at.table == table.at.table), 0)
    return place(reading, index).heading if reading.lines else ""


def _rows(table: Table, head: int, columns: dict[str, int], heading: str) -> Iterator[RecordEntry]:
    last: Cell | None = None
    for row in table.rows[head + 1 :]:
        cell = at_column(row, columns, "name")
        if cell is None or cell is last or (len(row) > 1 and cell.column_span >= len(row)):
            continue
        name = content(cell)
        if name and fold(name).strip(" .") not in ("không", "không có"):
            last = cell
            yield RecordEntry(name, _said(row, columns, "keeper"), _said(row, columns, "retention"),
                              cell.at.under(heading))


def _said(row: tuple[Cell, ...], columns: dict[str, int], name: str) -> str:
    cell = at_column(row, columns, name)
    return content(cell) if cell is not None else ""


def _lines(reading: Reading, start: int, end: int) -> Iterator[RecordEntry]:
    for index in range(start, end):
        line = reading.lines[index]
        if line.in_table or len(line.text) > _WIDE:
            continue
        text = without_point(one_line(line.paragraph.text)).strip(" ;.,")
        if text and not names_nothing(fold(text)) and not text.endswith(":"):
            yield _of_line(text, place(reading, index))


def _of_line(text: str, at: Location) -> RecordEntry:
    """A record in a line, perhaps with its keeper and time: "Sổ theo dõi - Bộ phận Một cửa - 05 năm"."""
    parts = _DASH.split(text)
    if len(parts) in (2, 3) and _RETENTION.fullmatch(fold(parts[-1])):
        return RecordEntry(parts[0], parts[1] if len(parts) == 3 else "", parts[-1], at)
    return RecordEntry(text, at=at)


_KINDS = (kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE, kinds.QUALITY_MANUAL)

EXTRACTORS = (Extractor("records", records, version=2, needs=("kind",), kinds=_KINDS),)
