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


_NOTHING: Mapping[int, Value] = {}


class Merged(NamedTuple):
    """A merged range, all ends counted in, from 1."""

    top: int
    left: int
    bottom: int
    right: int


class Tally:
    """What the sheets of one workbook have made so far: places in reading order; cells and paragraphs have bounds."""

    def __init__(self, limits: Limits) -> None:
        self.order = 0
        self._limits = limits
        self._cells = self._paragraphs = self._merged = 0

    def next_order(self) -> int:
        """The next place in reading order."""
        self.order += 1
        return self.order

    def count_cells(self, cells: int) -> None:
        """So many cells more, empty ones too: a few far apart may span a table of millions."""
        self._cells += cells
        if self._cells > self._limits.cells:
            raise over("cells")

    def count_paragraph(self) -> None:
        """One paragraph more that stands in no table."""
        self._paragraphs += 1
        if self._paragraphs > self._limits.paragraphs:
            raise over("paragraphs")

    def count_merged(self, places: int) -> None:
        """So many places more under merged ranges: they may overlap, as no program writes them."""
        self._merged += places
        if self._merged > self._limits.cells:
            raise over("cells")


class _Group:
    """Filled rows that hang together, in order, and what a later row is compared with."""

    def __init__(self, row: int, values: Mapping[int, Value]) -> None:
        self.rows = [row]
        self.columns = set(values)
        self.head = values  # the first row of more than one cell, else the first
        self.last = values

    def add(self, row: int, values: Mapping[int, Value]) -> None:
        """A further row."""
        self.rows.append(row)
        self.columns.update(values)
        self.last = values
        if len(self.head) == 1 < len(values):
            self.head = values


class SheetGrid:
    """One sheet: rows and columns from 1. Only what is filled is held, whatever the sheet's extent is."""

    def __init__(self, name: str, tally: Tally) -> None:
        self.name = name
        self._tally = tally
        self.rows: dict[int, dict[int, Value]] = {}
        self.merged: list[Merged] = []

    def blocks(self) -> list[Block]:
        """The blocks in reading order; every Location names sheet, row and column as Excel counts them."""
        blocks: list[Block] = []
        groups = list(self._groups())
        for group, merged in zip(groups, self._merged_in(groups), strict=True):
            titles = 0
            while titles < len(group) and len(self.rows[group[titles]]) == 1 and (
                titles + 1 == len(group) or self._is_title(group[titles])
            ):
                blocks.append(self._paragraph(group[titles]))
                titles += 1
            rest = group[titles:]
            if rest:
                blocks += [self._table(rows, columns, merged) for rows, columns in self._beside(rest, merged)]
        return blocks

    def _groups(self) -> Iterable[list[int]]:
        """Runs of filled rows. Behind an empty row a lone cell (a title) or headings anew begin the next table."""
        group: _Group | None = None
        for row in sorted(self.rows):
            values = self.rows[row]
            if group and row > group.rows[-1] + 1 and (len(values) == 1 or self._starts_anew(group, values)):
                yield group.rows
                group = None
            if group:
                group.add(row, values)
            else:
                group = _Group(row, values)
        if group:
            yield group.rows

    def _starts_anew(self, group: _Group, values: Mapping[int, Value]) -> bool:
        """Whether a row behind an empty one is the head of another table and no further row of this one."""
        if group.columns.isdisjoint(values):
            return True
        if not self._is_heading(values):
            return False
        if [value.text for value in values.values()] == [value.text for value in group.head.values()]:
            return True
        return all(v.bold for v in values.values()) and not all(v.bold for v in group.last.values())

    def _merged_in(self, groups: list[list[int]]) -> list[list[Merged]]:
        """The merged ranges that reach into each group."""
        found: list[list[Merged]] = [[] for _ in groups]
        lasts = [group[-1] for group in groups]
        for one in self.merged:
            index = bisect_left(lasts, one.top)
            while index < len(groups) and groups[index][0] <= one.bottom:
                found[index].append(one)
                self._tally.count_merged(1)
                index += 1
        return found

    def _is_heading(self, values: Mapping[int, Value]) -> bool:
        return len(values) > 1 and not any(_is_number(value.text) for value in values.values())

    def _beside(self, group: list[int], merged: list[Merged]) -> list[tuple[list[int], list[int]]]:
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
        parts = [([row for row in group if not inside.isdisjoint(self.rows[row])], sorted(inside))
                 for inside in map(set, runs)]
        heads = [self._head(rows, run) for rows, run in parts]
        if None in heads or len(set(heads)) > 1 or self._joined(group, runs, merged):
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

    def _joined(self, group: list[int], runs: list[list[int]], merged: list[Merged]) -> bool:
        return any(
            one.top <= group[-1] and one.bottom >= group[0] and one.left <= run[-1] < one.right
            for one in merged for run in runs[:-1]
        )

    def _is_title(self, row: int) -> bool:
        """Whether the one filled cell of a row stands over the table, not in it: a number alone does not."""
        (value,) = self.rows[row].values()
        return not _is_number(value.text)

    def _paragraph(self, row: int) -> Paragraph:
        ((column, value),) = self.rows[row].items()
        self._tally.count_paragraph()
        return self._written(value, self._at(row, column))

    def _at(self, row: int = 0, column: int = 0) -> Location:
        return Location(self._tally.next_order(), Place.BODY, sheet=self.name, row=row, column=column)

    def _written(self, value: Value, at: Location) -> Paragraph:
        return Paragraph(value.text, at, runs=(Run(value.text, bold=value.bold),))

    def _table(self, rows: list[int], columns: list[int], merged: list[Merged]) -> Table:
        at = self._at(rows[0])
        self._tally.count_cells(len(rows) * len(columns))
        covered = self._covered(rows, columns, merged)
        made: dict[tuple[int, int], Cell] = {}
        grid = []
        for row in rows:
            line = []
            for column in columns:
                under = covered.get((row, column)) if covered else None
                if under is None:
                    line.append(self._cell(row, column, 1, 1))
                    continue
                first, spans = under
                if first not in made:
                    made[first] = self._cell(*first, *spans)
                line.append(made[first])
            grid.append(tuple(line))
        return Table(tuple(grid), at)

    def _cell(self, row: int, column: int, row_span: int, column_span: int) -> Cell:
        value = self.rows.get(row, _NOTHING).get(column)
        at = self._at(row, column)
        return Cell((self._written(value, at),) if value else (), at, row_span, column_span)

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
                self._tally.count_merged(len(own_rows) * len(own_columns))
                for row in own_rows:
                    for column in own_columns:
                        covered[row, column] = ((one.top, one.left), spans)
        return covered


def _is_number(text: str) -> bool:
    return text.replace(".", "").replace(",", "").replace("/", "").strip(" %-").isdigit()
