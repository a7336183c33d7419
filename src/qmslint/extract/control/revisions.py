"""The revision log: every row of the table in which a document keeps its changes, empty rows too."""

from __future__ import annotations

from qmslint.api import Cell, Extractor, Location, Reading, Revision, Table
from qmslint.extract.cells import at_column, columns_of, content, heading_row, name_of, written
from qmslint.extract.text.dates import written_date
from qmslint.extract.words import book

_KEY = "extract:revisions"


def revisions(reading: Reading) -> tuple[Revision, ...]:
    """The rows of the revision table in order. A running number is no content."""
    found = _table(reading)
    if found is None:
        return ()
    table, first, columns = found
    return tuple(_row(row, columns) for row in table.rows[first:] if _is_own(row, columns))


def revision_at(reading: Reading) -> Location | None:
    """Where the revision table stands."""
    found = _table(reading)
    return found[0].at if found else None


def _table(reading: Reading) -> tuple[Table, int, dict[str, int]] | None:
    if _KEY not in reading.facts:
        reading.facts[_KEY] = _search(reading)
    found: tuple[Table, int, dict[str, int]] | None = reading.facts[_KEY]
    return found


def _search(reading: Reading) -> tuple[Table, int, dict[str, int]] | None:
    names = book().table("revision-columns")
    for table in reading.tables[:40]:
        if table.width < 3:
            continue
        row, columns = heading_row(table, names, 3, rows=3)
        if row < 0 or "content" not in columns or not columns.keys() & {"number", "date"}:
            continue
        first = row + 1
        while first < len(table.rows) and _still_heading(table, first, columns, names):
            first += 1
        return table, first, columns
    return None


def _still_heading(table: Table, index: int, columns: dict[str, int], names: dict[str, str]) -> bool:
    """A second row of headings: cells merged down from the first, or headings of their own."""
    row = table.rows[index]
    above = table.rows[index - 1]
    merged = any(c < len(row) and c < len(above) and row[c] is above[c] for c in columns.values())
    if merged:
        columns.update({k: v for k, v in columns_of(row, names).items() if k not in columns})
        return True
    texts = [written(cell) for cell in row]
    return sum(1 for text in texts if text and name_of(text, names)) >= 2


def _is_own(row: tuple[Cell, ...], columns: dict[str, int]) -> bool:
    cell = at_column(row, columns, "content")
    return cell is not None and cell.column_span < len(row)  # a note over the whole width is no row


def _row(row: tuple[Cell, ...], columns: dict[str, int]) -> Revision:
    def said(name: str) -> str:
        cell = at_column(row, columns, name)
        return content(cell) if cell else ""

    date = at_column(row, columns, "date")
    anchor = at_column(row, columns, "content")
    return Revision(
        number=said("number"),
        date=written_date(written(date), date.at) if date and content(date) else None,
        content=said("content"),
        reason=said("reason"),
        part=said("part"),
        at=(anchor or row[0]).at,
    )


EXTRACTORS = (
    Extractor("revisions", revisions),
    Extractor("revision_at", revision_at),
)
