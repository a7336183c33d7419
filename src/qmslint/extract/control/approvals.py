"""Who drafted, reviewed and approved a document, and with what each signed."""

from __future__ import annotations

from functools import cache

from qmslint.api import Approval, Cell, Extractor, Location, NamedTuple, Reading, Role, Signature, Table, fold
from qmslint.extract.cells import content, name_of, one_line, written
from qmslint.extract.control.signatures import is_signing_line, signature_in, signature_of_text, signed_words
from qmslint.extract.patterns import late
from qmslint.extract.text.dates import written_date
from qmslint.extract.words import book

_KEY = "extract:approval"
_DASH_OR_LINE = late(r"\s[-–—]\s|,\s|\n")
_ROWS, _COLUMNS = 14, 8  # an approval table is small


class _Grid(NamedTuple):
    """An approval table the usual way round: a column a person, a row a label."""

    at: Location
    roles: list[tuple[Role, int]]  # with the column
    rows: list[tuple[str, list[Cell]]]  # label and cells, the row of roles left out
    stacked: tuple[Approval, ...] = ()  # made already, where each person fills one cell


def approvals(reading: Reading) -> tuple[Approval, ...]:
    """One entry a person in the approval table, in its order."""
    grid = _grid(reading)
    if grid is None or grid.stacked:
        return grid.stacked if grid else ()
    found: list[Approval] = []
    seen: set[tuple[int, ...]] = set()
    for role, column in grid.roles:
        cells = tuple(id(row[column]) for _, row in grid.rows if column < len(row))
        if cells and cells in seen:
            continue  # the role's heading spans columns, and so does everything below it
        seen.add(cells)
        found.append(_approval(role, column, grid))
    return tuple(found)


def approval_at(reading: Reading) -> Location | None:
    """Where the approval table stands."""
    grid = _grid(reading)
    return grid.at if grid else None


def _grid(reading: Reading) -> _Grid | None:
    if _KEY not in reading.facts:
        reading.facts[_KEY] = _search(reading)
    grid: _Grid | None = reading.facts[_KEY]
    return grid


def _search(reading: Reading) -> _Grid | None:
    for table in reading.tables[:40]:
        if not 1 <= len(table.rows) <= _ROWS or not 2 <= table.width <= _COLUMNS:
            continue
        people = _stacked(table) or _in_rows(table)
        if people:
            return _Grid(table.at, [], [], people)
        if len(table.rows) < 2:
            continue
        for rows in (table.rows, _turned(table)):
            grid = _read(table, rows)
            if grid is not None:
                return grid
    return None


def _stacked(table: Table) -> tuple[Approval, ...]:
    """People who fill a cell each: "NGƯỜI SOẠN THẢO⏎(Đã ký)⏎Lê Thị A⏎Chuyên viên", the name perhaps in a row below."""
    names = book().table("roles")
    for number, row in enumerate(table.rows):
        found: list[Approval] = []
        inside = 0
        for column, cell in enumerate(row):
            head, *rest = written(cell).split("\n") if not column or row[column - 1] is not cell else [""]
            role = name_of(head, names) if 0 < len(head) < 60 else ""
            if not role and rest and found and is_signing_line(fold(head)):
                role, rest = Role.APPROVER.value, [head, *rest]  # "GIÁM ĐỐC⏎(đã ký)⏎Lê A" beside those who prepared it
            own = [line for line in rest if line.strip() and not name_of(line, names)]
            if role:
                cells = [cell, *(below[column] for below in table.rows[number + 1 :] if column < len(below))]
                lines = own + [line for below in cells[1:] for line in written(below).split("\n") if line.strip()]
                inside += any(_looks_like_name(line) or _is_mark(line) for line in own)
                found.append(_person(Role(role), lines, cells))
        if inside >= 2 and len({one.role for one in found}) >= 2:
            return tuple(found)
    return ()


def _in_rows(table: Table) -> tuple[Approval, ...]:
    """People named behind their roles: "Người viết: Trần Văn A | Ký tên: (đã ký)"."""
    names = book().table("roles")
    found: list[Approval] = []
    for row in table.rows:
        head, colon, rest = written(row[0]).partition(":")
        role = name_of(head, names) if colon and len(head) < 60 else ""
        if role and any(_looks_like_name(line) for line in rest.split("\n")):
            cells = [cell for column, cell in enumerate(row) if not column or row[column - 1] is not cell]
            lines = [*rest.split("\n"), *(line for cell in cells[1:] for line in written(cell).split("\n"))]
            found.append(_person(Role(role), [line for line in lines if line.strip()], cells))
    return tuple(found) if len({one.role for one in found}) >= 2 else ()


def _person(role: Role, lines: list[str], cells: list[Cell]) -> Approval:
    names = [line for line in lines if _looks_like_name(line)]
    marks = [line for line in lines if _is_mark(line)]
    date = next((day for line in lines if (day := written_date(line, cells[0].at))), None)
    position = next((x for x in lines if x not in names and x not in marks and not (date and date.text in x)), "")
    said = " ".join(rest if _is_label(head) else f"{head}{rest}" for head, _, rest in (m.partition(":") for m in marks))
    signature = Signature.PICTURE if any(cell.pictures for cell in cells) else signature_of_text(said)
    return Approval(role, one_line(names[-1]) if names else "", one_line(position), signature, date, cells[0].at)


def _is_mark(line: str) -> bool:
    """Whether a line stands for a signature, or says where to put one: "(Đã ký)", "Ký tên: đã ký", "(Ký, họ tên)"."""
    folded = fold(line)
    return folded.startswith(("(", *signed_words())) or _is_label(folded.partition(":")[0])


def _is_label(text: str) -> bool:
    return fold(text).strip() in book().variants("approval-labels", "signature")


def _turned(table: Table) -> tuple[tuple[Cell, ...], ...]:
    width = min(len(row) for row in table.rows)
    return tuple(tuple(row[column] for row in table.rows) for column in range(width))


def _read(table: Table, rows: tuple[tuple[Cell, ...], ...]) -> _Grid | None:
    """Two roles at least side by side in one row, and below them at least one label or a short block to sign in."""
    names, labels = book().table("roles"), book().table("approval-labels")
    for number, row in enumerate(rows[:-1]):
        roles: list[tuple[Role, int]] = []
        for column, cell in enumerate(row):
            text = written(cell)
            name = name_of(text, names) if 0 < len(text) < 60 else ""
            if name:
                roles.append((Role(name), column))
        if len({role for role, _ in roles}) < 2:
            continue
        below = [(name_of(written(line[0]), labels), list(line)) for line in rows[number + 1 :] if line]
        labelled = any(label and label != "date" for label, _ in below)
        taken = {column for _, column in roles}
        if labelled or (0 in taken and len(taken) == len(row) and len(below) <= 4):
            return _Grid(table.at, roles, below)
    return None


def _approval(role: Role, column: int, grid: _Grid) -> Approval:
    said: dict[str, Cell] = {}
    unlabelled: list[Cell] = []
    for label, row in grid.rows:
        if column >= len(row):
            continue
        if label:
            said.setdefault(label, row[column])
        else:
            unlabelled.append(row[column])
    if not said:
        return _unlabelled(role, unlabelled, grid.at)
    name, sign, date = said.get("name"), said.get("signature"), said.get("date")
    position = said.get("position") or said.get("title")
    both = said.get("name-position")
    signature = signature_in([cell for cell in (sign, *unlabelled) if cell], [cell for cell in (name,) if cell])
    if signature is Signature.NONE and name is not None and "\n" in written(name):  # one row for name and signature
        signature = signature_of_text(" ".join(line for line in written(name).split("\n") if _is_mark(line)))
    anchor = name or both or sign or position or (unlabelled[0] if unlabelled else None)
    who, office = _name(name), content(position) if position else ""
    if both is not None and not who:
        who, office = _parted(both)
    return Approval(
        role, who, office, signature,
        written_date(written(date), date.at) if date and content(date) else None,
        anchor.at if anchor else grid.at,
    )


def _unlabelled(role: Role, cells: list[Cell], at: Location) -> Approval:
    """Roles over signatures over names, without a word at the side: the last words are the name."""
    words = [(line, cell) for cell in cells for line in written(cell).split("\n") if line.strip()]
    names = [(line, cell) for line, cell in words if _looks_like_name(line)]
    name, place = names[-1] if names else ("", None)
    position = next((line for line, _ in words if line != name and not line.strip().startswith("(")), "")
    own = [cell for cell in cells if cell is not place] or cells
    signature = signature_in(own, [place] if place else [])
    return Approval(role, " ".join(name.split()), " ".join(position.split()), signature, None,
                    place.at if place else (cells[0].at if cells else at))


def _looks_like_name(line: str) -> bool:
    words = line.split()
    capitals = 2 <= len(words) <= 6 and all(word[0].isupper() for word in words)
    return capitals and not line.strip().endswith(":") and not f"{fold(line)} ".startswith(_positions())


@cache
def _positions() -> tuple[str, ...]:
    """Beginnings of positions with a space behind: "Phó Giám Đốc Sở" is nobody's name."""
    words = (*book().variants("signing-positions"), *book("procedure").variants("positions"))
    return tuple(f"{word} " for word in words if " " in word)


def _parted(cell: Cell) -> tuple[str, str]:
    """Name and position in one cell: "Trần Văn A – Trưởng phòng"."""
    parts = [part for part in _DASH_OR_LINE.split(written(cell)) if part.strip()]
    return (one_line(parts[0]), one_line(" ".join(parts[1:]))) if parts else ("", "")


def _name(cell: Cell | None) -> str:
    text = content(cell) if cell else ""
    if cell is None or "(" not in text or "\n" not in written(cell):
        return text
    return " ".join(one_line(line) for line in written(cell).split("\n") if not _is_mark(line))


EXTRACTORS = (
    Extractor("approvals", approvals, version=4),
    Extractor("approval_at", approval_at, version=2),
)
