"""The table of the steps of a process: where it stands, which column holds what, over which Word tables it goes."""

from __future__ import annotations

from qmslint.api import Cell, Location, NamedTuple, Reading, Table, fold
from qmslint.extract.cells import one_line, written
from qmslint.extract.patterns import late
from qmslint.extract.procedure.procedure_parts import content_ranges
from qmslint.extract.procedure.procedure_words import candidate_heads, column_role, scenario_of, words
from qmslint.extract.text.body import place

Rows = tuple[tuple[Cell, ...], ...]
SHOWN = ("number", "step", "responsible", "time", "result")

_KEY = "extract:process-table"
_COUNTED = late(r"\(?\w{1,2}\)?")
_NUMBERED = late(r"(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[ivx]{1,4})\s*[.)/:-]\s*")
_SPARE = (("step", "description"), ("step", "ambiguous"), ("number", "ambiguous"))


class Head(NamedTuple):
    """The headings of a process table: rows first..end (end excluded), and the grid columns of each role."""

    table: Table
    first: int
    end: int
    columns: dict[str, tuple[int, ...]]

    def heading(self, column: int) -> str:
        """Everything written over `column`, each cell once."""
        cells: list[Cell] = []
        for row in self.table.rows[self.first : self.end]:
            if column < len(row) and not any(row[column] is cell for cell in cells):
                cells.append(row[column])
        return " ".join(text for cell in cells if (text := one_line(written(cell))) and not _COUNTED.fullmatch(text))


class Part(NamedTuple):
    """The steps of one case: headings, rows, the line that names the case, and where it stands."""

    head: Head
    rows: Rows
    caption: str
    at: Location


def process_parts(reading: Reading) -> tuple[Part, ...]:
    """The process table of the document, one part for each case that has a table of its own; () when there is none."""
    if _KEY not in reading.facts:
        reading.facts[_KEY] = _find(reading)
    found: tuple[Part, ...] = reading.facts[_KEY]
    return found


def _find(reading: Reading) -> tuple[Part, ...]:
    candidates = _candidates(reading)
    if not candidates:
        return ()
    parts: list[Part] = []
    before = -1  # last line of the table before
    pieces = _pieces(reading)
    for piece in pieces:
        head = find_head(piece.table, candidates[piece.table.at.table]) if piece.table.at.table in candidates else None
        alone = bool(parts) and not any(_between(reading, before, piece.start))
        if head is not None and (not parts or not (alone and _alike(parts[-1].head, head))):
            caption = _caption(reading, before, piece.start)
            parts.append(Part(head, piece.table.rows[head.end :], caption, _at(reading, piece)))
        elif head is not None:
            parts[-1] = parts[-1]._replace(rows=parts[-1].rows + _fitted(head, parts[-1].head))
        elif alone and piece.table.width == parts[-1].head.table.width:
            parts[-1] = parts[-1]._replace(rows=parts[-1].rows + piece.table.rows)
        else:
            if parts:
                before = -2  # another table stands between: nothing goes on behind it
            continue
        before = piece.end
    return tuple(parts)


class _Piece(NamedTuple):
    """A Word table of the body and the lines that it fills."""

    table: Table
    start: int
    end: int


def _pieces(reading: Reading) -> list[_Piece]:
    spans: dict[int, list[int]] = {}
    for first, last in content_ranges(reading):
        for index in range(first, last):
            number = reading.lines[index].at.table
            if number:
                spans.setdefault(number, [index, index])[1] = index
    known = {table.at.table: table for table in reading.tables}
    return [_Piece(known[n], start, end) for n, (start, end) in spans.items() if n in known]


def _candidates(reading: Reading) -> dict[int, list[int]]:
    """Rows with a heading of person or time, by table."""
    heads = candidate_heads()
    found: dict[int, list[int]] = {}
    for first, last in content_ranges(reading):
        for index in range(first, last):
            line = reading.lines[index]
            if line.in_table and len(line.folded) <= 120 and line.folded.startswith(heads) and line.at.row:
                rows = found.setdefault(line.at.table, [])
                if len(rows) < 20 and line.at.row - 1 not in rows:
                    rows.append(line.at.row - 1)
    return found


def find_head(table: Table, rows: list[int]) -> Head | None:
    """The headings of a process table among `rows` of `table`; None when none of them are such."""
    for number in rows:
        if number >= len(table.rows):
            continue
        roles = _roles(table.rows[number])
        if "keeping" in roles or "step" not in roles or not roles.keys() & {"responsible", "time"}:
            continue
        end = number + 1
        while end < len(table.rows) and _still_heading(table, number, end, roles):
            end += 1
        return Head(table, number, end, roles)
    return None


def _roles(row: tuple[Cell, ...]) -> dict[str, tuple[int, ...]]:
    """Role → columns. One heading may go over several columns; a second heading of a role counts for times only."""
    found: dict[str, tuple[int, ...]] = {}
    role = ""
    for column, cell in enumerate(row):
        if column and row[column - 1] is cell:
            if role:
                found[role] = (*found[role], column)
            continue
        role = column_role(written(cell))
        if role and (role == "time" or role not in found):
            found[role] = (*found.get(role, ()), column)
        else:
            role = ""
    for wanted, spare in _SPARE:
        if wanted not in found and spare in found:
            found[wanted] = found.pop(spare)
    return found


def _still_heading(table: Table, first: int, index: int, roles: dict[str, tuple[int, ...]]) -> bool:
    row, above = table.rows[index], table.rows[first]
    step = roles["step"][0]
    if step >= len(row):
        return False
    if row[step] is above[step]:
        return True
    texts = [one_line(written(cell)) for column, cell in enumerate(row) if not column or row[column - 1] is not cell]
    filled = [text for text in texts if text]
    if is_counted(filled):
        return True
    if not one_line(written(row[step])):
        others = [c for role in ("responsible", "number") for c in roles.get(role, ())]
        empty = not any(c < len(row) and row[c] is not above[c] and one_line(written(row[c])) for c in others)
        return empty and bool(filled) and index == first + 1
    return sum(1 for text in filled if column_role(text)) >= min(2, len(filled))


def is_counted(texts: list[str]) -> bool:
    """Whether the cells of a row count the columns: "(1) (2) (3)", "A B 1 2"."""
    if len(texts) < 3 or not all(_COUNTED.fullmatch(text) for text in texts):
        return False
    signs = [text.strip("()").lower() for text in texts]
    figures = [int(sign) for sign in signs if sign.isdecimal()]
    letters = [sign for sign in signs if not sign.isdecimal()]
    return figures == list(range(1, len(figures) + 1)) and letters == list("abcdefgh"[: len(letters)])


def _alike(first: Head, second: Head) -> bool:
    """Whether the second table repeats the headings of the first, as a table cut in two does."""
    return [fold(first.heading(c)) for c in first.columns.get("time", ())] == [
        fold(second.heading(c)) for c in second.columns.get("time", ())
    ] and first.columns.keys() == second.columns.keys()


def _fitted(head: Head, model: Head) -> Rows:
    """The rows below `head`, their cells put into the columns of `model`."""
    if head.columns == model.columns:
        return head.table.rows[head.end :]
    width = model.table.width
    rows: list[tuple[Cell, ...]] = []
    for row in head.table.rows[head.end :]:
        made = [Cell((), row[0].at)] * width
        for role, columns in model.columns.items():
            for target, column in zip(columns, head.columns.get(role, ()), strict=False):
                if column < len(row) and target < width:
                    made[target] = row[column]
        rows.append(tuple(made))
    return tuple(rows)


def _at(reading: Reading, piece: _Piece) -> Location:
    return piece.table.at.under(place(reading, piece.start).heading)


def _between(reading: Reading, before: int, start: int) -> list[str]:
    """The lines between two tables that say something; a table continued says nothing there."""
    if before == -2:
        return ["…"]
    lines = reading.lines[max(before + 1, 0) : start]
    return [line.text for line in lines if line.folded.strip(" .:") not in words("continued")]


def _caption(reading: Reading, before: int, start: int) -> str:
    """The line over a table, without its number; "" when it is long or belongs to another table."""
    if start - 1 <= max(before, 0):
        return ""
    line = reading.lines[start - 1]
    if line.in_table or len(line.text) > 200:
        return ""
    text = one_line(line.text).lstrip("-+* ")
    match = _NUMBERED.match(fold(text))
    return text[match.end() :].rstrip(" :") if match and fold(text) == text.lower() else text.rstrip(" :")


def case_of(part: Part, place: int, several: bool) -> str:
    """The case to which a part belongs; "" for the only one that has no name."""
    if fold(part.caption).startswith(words("case-rows")):
        return scenario_of(part.caption)
    return (scenario_of(part.caption) or f"bảng {place + 1}") if several else ""


def process_place(parts: tuple[Part, ...]) -> Location | None:
    """Where the process table stands."""
    return parts[0].at if parts else None
