"""The rows of a process table as steps: merged cells once, times by column, totals kept apart."""

from __future__ import annotations

import re

from qmslint.api import Cell, Duration, Step, StepTime, TimeLimit, Unit, fold, paragraphs, read_duration
from qmslint.extract.cells import content, one_line, written
from qmslint.extract.patterns import late
from qmslint.extract.procedure.procedure_words import (
    column_role,
    durations,
    heading_scenario,
    scenario_of,
    unit_in,
    words,
)
from qmslint.extract.procedure.process_table import Head, Part, Rows, case_of, is_counted

_STEP_NUMBER = late(r"(?P<number>(?:bước|step|b)\s*\d{1,2})\s*(?:[.:)/]|\s-|(?=\s))\s*", re.IGNORECASE)
_TYPED_NUMBER = late(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)\s*[.)]\s+")
_EARLIER = late(r"\s*(?:trước|before)(?!\w)", re.IGNORECASE)
_HOURS = {Unit.HOUR: 8, Unit.WORKING_HOUR: 8, Unit.MINUTE: 480}


class Steps:
    """Steps and time columns of all parts, gathered."""

    def __init__(self, unit: Unit | None) -> None:
        self.steps: list[Step] = []
        self.columns: list[TimeLimit] = []
        self._heading = ""
        self._unit = unit  # what a bare number means where no heading says so

    def add(self, part: Part, place: int, several: bool) -> None:
        """The steps of one part. A row that names another case begins columns of its own."""
        case = case_of(part, place, several)
        self._heading = part.at.heading
        rows: list[tuple[Cell, ...]] = []
        for row in part.rows:
            named = _case_row(row)
            if named:
                self._add_rows(part.head, tuple(rows), case, optional=True)
                case, rows = named, []
            else:
                rows.append(row)
        self._add_rows(part.head, tuple(rows), case, optional=bool(self.columns))

    def _add_rows(self, head: Head, rows: Rows, case: str, optional: bool) -> None:
        if optional and not rows:
            return
        columns = time_columns(head, rows)
        offset = len(self.columns)
        units = {}
        for number, column in enumerate(columns):
            limit = column_limit(head, column, case, self._heading)
            self.columns.append(limit)
            units[column] = (offset + number, unit_in(limit.text) or self._unit)
        self.steps += _Builder(head, units, self._heading).steps(rows)


def time_columns(head: Head, rows: Rows) -> list[int]:
    """The grid columns that hold times: neither the tail of a cell over two of them, nor an empty one beside."""
    kept: list[int] = []
    for column in head.columns.get("time", ()):
        if kept and head.heading(column) == head.heading(kept[-1]):
            cells = [(row[kept[-1]], row[column]) for row in rows if column < len(row)]
            if all(left is right or not content(right) for left, right in cells):
                continue
            if all(left is right or not content(left) for left, right in cells):
                kept[-1] = column
                continue
        kept.append(column)
    return kept


def column_limit(head: Head, column: int, case: str, heading: str = "") -> TimeLimit:
    """What the heading of a time column promises."""
    text = head.heading(column)
    found = durations(text)
    scenario = heading_scenario(text)
    joined = f"{case}; {scenario}" if case and scenario and case != scenario else case or scenario
    place = head.table.rows[head.first][column].at.under(heading)
    return TimeLimit(text, found[0].duration if len(found) == 1 else None, joined, place)


def step_duration(text: str, unit: Unit | None) -> Duration | None:
    """The time of a step; None where there is no number, or two that disagree."""
    told = durations(text)
    found = [one.duration for one in told if not _EARLIER.match(text, one.end)]
    if told and not found:
        return None  # "10 ngày trước khi họp" says when, not how long
    if not found:
        bare = text.strip(" -–—:()")
        return read_duration(bare, unit) if unit is not None else None
    lengths = {_comparable(duration) for duration in found}
    return found[0] if len(lengths) == 1 else None


def _comparable(duration: Duration) -> tuple[str, object]:
    if duration.unit in (Unit.DAY, Unit.WORKING_DAY):
        return "day", duration.amount
    if duration.unit in _HOURS:
        return "day", duration.amount / _HOURS[duration.unit]
    return duration.unit.value, duration.amount


def _case_row(row: tuple[Cell, ...]) -> str:
    """The case that a row over the whole width names, "" for any other row."""
    if not _is_whole(row):
        return ""
    text = one_line(written(row[-1]))
    return scenario_of(text) if len(text) <= 200 and fold(text).startswith(words("case-rows")) else ""


def _is_whole(row: tuple[Cell, ...]) -> bool:
    """Whether one cell fills the row, or all but the column of numbers."""
    return len(row) > 1 and all(cell is row[-1] for cell in row[1:]) and (len(row) > 2 or row[0] is row[1])


class _Builder:
    """Makes steps of rows that have one kind of columns."""

    def __init__(self, head: Head, times: dict[int, tuple[int, Unit | None]], heading: str) -> None:
        self._columns = head.columns
        self._heading = heading
        self._times = times  # grid column → (index of the time column, unit of bare numbers)
        self._made: list[Step] = []
        self._under: list[list[tuple[int, Cell]]] = []  # of each step: its cells of time with their grid columns
        self._last: Cell | None = None
        self._said: dict[int, str] = {}  # what stands in each cell

    def steps(self, rows: Rows) -> list[Step]:
        """Every step of `rows` in order."""
        for row in rows:
            self._row(row)
        users: dict[tuple[int, int], list[int]] = {}
        for number, cells in enumerate(self._under):
            for column, cell in cells:
                users.setdefault((column, id(cell)), []).append(number)
        return [
            step._replace(times=tuple(
                self._time(column, cell, len(users[column, id(cell)]), users[column, id(cell)][0] == number)
                for column, cell in self._under[number]
            ))
            for number, step in enumerate(self._made)
        ]

    def _time(self, column: int, cell: Cell, shared: int, first: bool) -> StepTime:
        index, unit = self._times[column]
        text = self._content(cell)
        return StepTime(text, step_duration(text, unit), index, shared, first, cell.at.under(self._heading))

    def _row(self, row: tuple[Cell, ...]) -> None:
        times = self._row_times(row)
        total = _total(row)
        if total:
            self._last = None
            if not times and durations(content(row[-1])):  # "Tổng cộng: 03 ngày" over the whole row
                times = [(column, row[column]) for column in list(self._times)[:1] if column < len(row)]
            self._put(Step(total, at=row[0].at.under(self._heading)), times)
            return
        if _is_whole(row) or _is_heading(row):
            return  # heading of a group, remark, headings repeated, columns counted
        cell = self._cell(row, "step")
        name = self._text(row, "step", " ") or self._text(row, "description", " ")
        number = self._number(row)
        responsible, result = self._text(row, "responsible", "; "), self._text(row, "result", "; ")
        if self._made and ((cell is not None and cell is self._last) or not (name or number)):
            self._join(responsible, result, times)
        elif name or responsible or times:
            self._last = cell
            if not number:
                number, name = split_number(name, cell)
            at = (cell or row[0]).at.under(self._heading)
            self._put(Step(name, number, responsible, (), result, at), times)

    def _put(self, step: Step, times: list[tuple[int, Cell]]) -> None:
        self._made.append(step)
        self._under.append(times)

    def _join(self, responsible: str, result: str, times: list[tuple[int, Cell]]) -> None:
        """A further row of the same step: a second person, a second time."""
        step = self._made[-1]
        joined = _together(step.responsible, responsible)
        self._made[-1] = step._replace(responsible=joined, result=_together(step.result, result))
        mine = self._under[-1]
        mine += [(c, cell) for c, cell in times if not any(c == other and cell is known for other, known in mine)]

    def _row_times(self, row: tuple[Cell, ...]) -> list[tuple[int, Cell]]:
        """The cells with something written, by column; a cell over other columns too is none of times."""
        step = self._cell(row, "step")
        return [(c, row[c]) for c in self._times if c < len(row) and row[c] is not step and self._content(row[c])]

    def _content(self, cell: Cell) -> str:
        text = self._said.get(id(cell))
        if text is None:
            text = self._said[id(cell)] = content(cell)
        return text

    def _cell(self, row: tuple[Cell, ...], role: str) -> Cell | None:
        column = self._columns.get(role, (len(row),))[0]
        return row[column] if column < len(row) else None

    def _text(self, row: tuple[Cell, ...], role: str, glue: str) -> str:
        cells: list[Cell] = []
        for column in self._columns.get(role, ()):
            if column < len(row) and not any(row[column] is cell for cell in cells):
                cells.append(row[column])
        return glue.join(text for cell in cells if (text := self._content(cell)))

    def _number(self, row: tuple[Cell, ...]) -> str:
        """The number in its column, Word's own included."""
        cell = self._cell(row, "number")
        if cell is None:
            return ""
        shown = next((p.shown for p in paragraphs(cell.blocks) if p.shown.strip()), "")
        text = one_line(shown).strip(" .):")
        return text if len(text) <= 12 and any(c.isalnum() for c in text) else ""


def split_number(name: str, cell: Cell | None = None) -> tuple[str, str]:
    """"Bước 2: Thẩm định" → ("Bước 2", "Thẩm định"); Word's own number of the first paragraph is taken off too."""
    match = _STEP_NUMBER.match(name)
    if match is None:
        first = next((p for p in paragraphs(cell.blocks) if p.text.strip()), None) if cell is not None else None
        if first is not None and first.number[:1].isdigit() and name.startswith(first.number):
            return first.number.strip(" .)"), name[len(first.number) :].strip()
        match = _TYPED_NUMBER.match(name)
    if match is None or match.end() >= len(name):
        return "", name
    return match["number"], name[match.end() :].strip()


def _together(first: str, second: str) -> str:
    return first if not second or second == first else f"{first}; {second}" if first else second


def _total(row: tuple[Cell, ...]) -> str:
    """The label of a row that adds up the others ("Tổng cộng"), else ""."""
    for cell in row[:3]:
        raw = written(cell)
        text = one_line(raw) if len(raw) < 120 else raw
        if not text:
            continue
        if len(text) >= 120:
            return ""
        folded = fold(text).strip(" .:*")
        label = next((w for w in words("total-rows") if folded == w or folded.startswith((w + ":", w + " ("))), "")
        if label or len(text) > 6:
            return text.partition(":")[0].partition("(")[0].strip(" .*") if label else ""
    return ""


def _is_heading(row: tuple[Cell, ...]) -> bool:
    """Headings repeated on a new page, or columns counted: (1) (2) (3)."""
    own = [cell for column, cell in enumerate(row) if not column or row[column - 1] is not cell]
    texts: list[str] = []
    for cell in own:
        raw = written(cell)
        if len(raw) > 160:
            return False
        texts += [text] if (text := one_line(raw)) else []
    if len(texts) < 3:
        return False
    return (is_counted(texts) and len(texts) == len(own)) or all(column_role(text) for text in texts)
