"""Tables of papers of the system: columns known by their headings, one heading may stand for several things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from qmslint.api import Cell, Location, NamedTuple, Reading, Table, fold
from qmslint.extract.cells import content, written
from qmslint.extract.patterns import late
from qmslint.extract.system.flow import BOOK, labels
from qmslint.extract.text.attachments import attached_index
from qmslint.extract.words import book

_ASIDE = late(r"\([^)]*\)|\b(?:năm|year)\s*(?:19|20)\d\d(?:\s*[-/]\s*(?:19|20)\d\d)?")
_PARTS = late(r"\s*[/,;\n&]\s*|\s+(?:và|and|-)\s+")
_COLUMN_NUMBER = late(r"[\[(]?\d{0,2}[\])]?")
_HEADS = 12  # rows among which the headings of a table stand


class Grid(NamedTuple):
    """A table whose headings are known: the row of headings, and which columns carry which name."""

    table: Table
    head: int
    columns: dict[str, int]

    @property
    def order(self) -> int:
        """Where it stands in reading order."""
        return self.table.at.order


class Row(NamedTuple):
    """One row under the headings. `group` is the text of a row that only divides the table, "" for a true row."""

    texts: dict[str, str]
    cells: dict[str, Cell]
    at: Location
    group: str = ""

    def get(self, name: str) -> str:
        """What stands in the column called `name`; "" when it is empty or there is none."""
        return self.texts.get(name, "")


@cache
def names_of(text: str, key: str) -> tuple[str, ...]:
    """The names that a heading stands for: itself, its parts, or the label with which it begins."""
    folded = " ".join(_ASIDE.sub(" ", fold(text)).split()).strip(" .:*;,-")
    if not folded or len(folded) > 90:
        return ()
    known = book(BOOK).table(key)
    if folded in known:
        return (known[folded],)
    halves = [half.strip(" .:*") for half in _PARTS.split(folded)]
    found = tuple(dict.fromkeys(known[half] for half in halves if half in known))
    if found and len(halves) > 1:
        return found
    name, _ = labels(key).at_start(folded)
    return (name,) if name else ()


def grid_of(table: Table, key: str, least: int, needs: Sequence[str] = ()) -> Grid | None:
    """`table` with its columns, when a row among the first names `least` of them, all of `needs` among them."""
    best, columns = -1, dict[str, int]()
    for number, row in enumerate(table.rows[:_HEADS]):
        found: dict[str, int] = {}
        places = set()
        for index, cell in enumerate(row):
            if index and row[index - 1] is cell:
                continue
            for name in names_of(written(cell), key):
                found.setdefault(name, index)
                places.add(index)
        if number:
            _from_above(table, number, key, found)
        if len(places) > 1 and len(found) > len(columns):
            best, columns = number, found
    if best < 0 or len(set(columns.values())) < least or any(need not in columns for need in needs):
        return None
    return Grid(table, best, columns)


def _from_above(table: Table, number: int, key: str, found: dict[str, int]) -> None:
    """Columns that only the heading above names: "Nội dung" under "Hành động khắc phục" that spans three columns."""
    row, above = table.rows[number], table.rows[number - 1]
    named = set(found.values())
    for index, cell in enumerate(row[: len(above)]):
        wide = above[index]
        if index in named or wide is cell or (index and row[index - 1] is cell):
            continue
        if 2 <= sum(other is wide for other in above) < len(above):
            for name in names_of(written(wide), key):
                found.setdefault(name, index)


def grids(
    reading: Reading, key: str, least: int, needs: Sequence[str] = (), attached: bool = False
) -> list[Grid]:
    """Every table of the document whose headings are known; those in its annexes only where `attached`."""
    stop = attached_index(reading)
    limit = reading.lines[stop].at.order if stop < len(reading.lines) and not attached else None
    found = []
    for table in reading.tables[:200]:
        if table.width >= 2 and len(table.rows) >= 2 and (limit is None or table.at.order < limit):
            grid = grid_of(table, key, least, needs)
            if grid is not None:
                found.append(grid)
    return found


def rows_of(grid: Grid) -> Iterator[Row]:
    """The rows below the headings, empty ones and rows of column numbers left out."""
    heading = grid.table.rows[grid.head]
    for row in grid.table.rows[grid.head + 1 :]:
        if all(cell in heading for cell in row if content(cell)):
            continue  # nothing in it, or the lower half of merged headings
        shown = [(text, cell) for index, cell in enumerate(row)
                 if (not index or row[index - 1] is not cell) and (text := content(cell))]
        if all(_COLUMN_NUMBER.fullmatch(text) or cell in heading for text, cell in shown):
            continue  # numbers of columns, or the months below a heading that spans them
        cells = {name: row[index] for name, index in grid.columns.items() if index < len(row)}
        texts = {name: content(cell) for name, cell in cells.items()}
        at = next((cell.at for cell in row if content(cell)), grid.table.at)
        yield Row(texts, cells, at, _group(row, shown))


def _group(row: Sequence[Cell], shown: list[tuple[str, Cell]]) -> str:
    """The words of a cell that spans all columns, or all behind the running number; "" for a true row."""
    wide = [(text, cell) for text, cell in shown if row.count(cell) >= max(2, len(row) - 2)]
    others = [text for text, cell in shown if not wide or cell is not wide[0][1]]
    return wide[0][0] if wide and all(len(text) <= 6 for text in others) and len(others) <= 1 else ""
