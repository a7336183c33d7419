"""From the filled cells of a sheet to blocks: lone words above are paragraphs, the rest tables, empty columns out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from qmslint.api import Block, Cell, Limits, Location, NamedTuple, Paragraph, Place, Run, Table
from qmslint.read.guard import over

_MAX_BESIDE = 8


class Value(NamedTuple):
    """What one cell shows."""

    text: str
    bold: bool = False


class Merged(NamedTuple):
    """A merged range, all ends counted in, from 1."""

    top: int
    left: int
    bottom: int
    right: int


class SheetGrid:
    """One sheet: rows and columns from 1. Only what is filled is held, whatever the sheet's extent is."""

    def __init__(self, name: str, order: int, limits: Limits) -> None:
        self.name = name
        self.order = order
        self._limits = limits
        self.rows: dict[int, dict[int, Value]] = {}
        self.merged: list[Merged] = []
        self._covering = 0

    def blocks(self) -> list[Block]:
        """The blocks in reading order; every Location names sheet, row and column as Excel counts them."""
        blocks: list[Block] = []
        for group in self._groups():
            while group and len(self.rows[group[0]]) == 1 and (len(group) == 1 or self._is_title(group[0])):
                blocks.append(self._paragraph(group.pop(0)))
            if group:
                blocks += [self._table(rows, columns) for rows, columns in self._beside(group)]
        return blocks

    def _groups(self) -> Iterable[list[int]]:
        """Runs of filled rows. Behind an empty row a lone cell (a title) or headings anew begin the next table."""
        group: list[int] = []
        for row in sorted(self.rows):
            if group and row > group[-1] + 1 and (len(self.rows[row]) == 1 or self._starts_anew(group, row)):
                yield group
                group = []
            group.append(row)
        if group:
            yield group

    def _starts_anew(self, group: list[int], row: int) -> bool:
        """Whether a row behind an empty one is the head of another table and no further row of this one."""
        values = self.rows[row]
        if not any(column in self.rows[earlier] for earlier in group for column in values):
            return True
        if not self._is_heading(values):
            return False
        words = [value.text for value in values.values()]
        head = next((r for r in group if len(self.rows[r]) > 1), group[0])
        if words == [value.text for value in self.rows[head].values()]:
            return True
        return all(v.bold for v in values.values()) and not all(v.bold for v in self.rows[group[-1]].values())

    def _is_heading(self, values: Mapping[int, Value]) -> bool:
        return len(values) > 1 and not any(_is_number(value.text) for value in values.values())

    def _beside(self, group: list[int]) -> list[tuple[list[int], list[int]]]:
        """The tables that stand side by side in these rows, each with its rows and columns.

        An empty column parts two tables only where the headings begin anew behind it: the same first heading, or
        both count their rows from 1. Otherwise it is a gap in one table.
        """
        columns = sorted({column for row in group for column in self.rows[row]})
        runs: list[list[int]] = []
        for column in columns:
            if runs and column == runs[-1][-1] + 1:
                runs[-1].append(column)
            else:
                runs.append([column])
        whole = [(group, columns)]
        if len(runs) < 2 or any(len(run) < 2 for run in runs) or len(runs) > _MAX_BESIDE:
            return whole
        parts = [([row for row in group if any(c in self.rows[row] for c in run)], run) for run in runs]
        heads = [self._head(rows, run) for rows, run in parts]
        if None in heads or len(set(heads)) > 1 or self._joined(group, runs):
            return whole
        return parts

    def _head(self, rows: list[int], run: list[int]) -> str | None:
        """What a table's first heading is: its words, or "1" where the first column counts; None without headings."""
        values = {column: value for column, value in self.rows[rows[0]].items() if run[0] <= column <= run[-1]}
        if not self._is_heading(values):
            return None
        below = [self.rows[row][run[0]].text for row in rows[1:3] if run[0] in self.rows[row]]
        if [text.strip(" .").lstrip("0") for text in below[:1]] == ["1"]:
            return "1"
        first = values.get(run[0])
        return " ".join(first.text.casefold().split()) if first else None

    def _joined(self, group: list[int], runs: list[list[int]]) -> bool:
        return any(
            one.top <= group[-1] and one.bottom >= group[0] and one.left <= run[-1] < one.right
            for one in self.merged for run in runs[:-1]
        )

    def _is_title(self, row: int) -> bool:
        """Whether the one filled cell of a row stands over the table, not in it: a number alone does not."""
        (value,) = self.rows[row].values()
        return not _is_number(value.text)

    def _paragraph(self, row: int) -> Paragraph:
        ((column, value),) = self.rows[row].items()
        return self._written(value, self._at(row, column))

    def _at(self, row: int = 0, column: int = 0) -> Location:
        self.order += 1
        return Location(order=self.order, place=Place.BODY, sheet=self.name, row=row, column=column)

    def _written(self, value: Value, at: Location) -> Paragraph:
        return Paragraph(value.text, at, runs=(Run(value.text, bold=value.bold),))

    def _table(self, rows: list[int], columns: list[int]) -> Table:
        at = self._at(rows[0])
        inside = [m for m in self.merged if m.bottom >= rows[0] and m.top <= rows[-1]]
        if len(rows) * len(columns) > self._limits.cells:
            raise over("cells")
        covered = self._covered(rows, columns, inside)
        made: dict[tuple[int, int], Cell] = {}
        grid = []
        for row in rows:
            line = []
            for column in columns:
                first, spans = covered.get((row, column), ((row, column), (1, 1)))
                if first not in made:
                    made[first] = self._cell(first, spans)
                line.append(made[first])
            grid.append(tuple(line))
        return Table(tuple(grid), at)

    def _cell(self, place: tuple[int, int], spans: tuple[int, int]) -> Cell:
        value = self.rows.get(place[0], {}).get(place[1])
        at = self._at(*place)
        return Cell((self._written(value, at),) if value else (), at, *spans)

    def _covered(
        self, rows: list[int], columns: list[int], merged: list[Merged]
    ) -> Mapping[tuple[int, int], tuple[tuple[int, int], tuple[int, int]]]:
        """Place → first place of the merged cell that covers it, and its spans in this table."""
        covered = {}
        for one in merged:
            own_rows = rows[bisect_left(rows, one.top) : bisect_right(rows, one.bottom)]
            own_columns = columns[bisect_left(columns, one.left) : bisect_right(columns, one.right)]
            if own_rows and own_columns:
                spans = (len(own_rows), len(own_columns))
                self._covering += len(own_rows) * len(own_columns)
                if self._covering > self._limits.cells:  # ranges that overlap, as no program writes them
                    raise over("cells")
                for row in own_rows:
                    for column in own_columns:
                        covered[row, column] = ((one.top, one.left), spans)
        return covered


def _is_number(text: str) -> bool:
    return text.replace(".", "").replace(",", "").replace("/", "").strip(" %-").isdigit()
