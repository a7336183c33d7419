"""Registers as tables: the agency's own "danh mục văn bản pháp lý", whatever its columns are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice

from qmslint.law.register_builder import RegisterBuilder
from qmslint.law.register_words import column_of, columns
from qmslint.model.text import Text, fold, shorten
from qmslint.model.tuples import NamedTuple

MOST_ROWS = 50_000
"""Rows of one register that are read; no agency has so many laws, and a sheet filled to its end has."""

_HEAD = 30
"""How many rows may stand above the row of titles."""


class Grid(NamedTuple):
    """One table as text: `first` is the number of its first row in the file; `sheet` its name, where it has one."""

    rows: Iterable[Sequence[str]]
    first: int = 1
    sheet: str = ""


def read_grids(grids: Iterable[Grid], builder: RegisterBuilder) -> None:
    """Every row of every table that has a column for numbers or titles. Says what it could not understand."""
    found, tables = False, 0
    for grid in grids:
        tables += 1
        found = _read_grid(grid, builder) or found
    if found:
        return
    builder.begin("")
    if not tables:
        builder.say(
            "empty", Text("Tệp không có bảng nào.", "The file holds no table."),
            Text("Lập bảng có ít nhất hai cột: Số, ký hiệu và Trích yếu.", "Make a table: number and title at least."),
            0,
        )
        return
    builder.say(
        "no-header",
        Text("Không tìm thấy dòng tiêu đề có cột “Số, ký hiệu” hoặc “Trích yếu”.",
             "There is no row of titles with a column “Số, ký hiệu” or “Trích yếu”."),
        Text("Đặt tên cột: Số, ký hiệu | Ngày ban hành | Trích yếu | Cơ quan ban hành | Ngày hiệu lực | Tình trạng.",
             "Name the columns: Số, ký hiệu | Ngày ban hành | Trích yếu | Cơ quan ban hành | Ngày hiệu lực."),
        0,
    )


def _read_grid(grid: Grid, builder: RegisterBuilder) -> bool:
    rows = iter(grid.rows)
    row = grid.first - 1
    for cells in islice(rows, _HEAD):
        row += 1
        fields = _header(cells)
        if fields:
            break
    else:
        return False
    builder.begin(grid.sheet)
    second = next(rows, None)
    if second is not None and _goes_on(cells, second, fields):
        cells, row = _joined(cells, second), row + 1
        fields = _header(cells)
    elif second is not None:
        rows = chain((second,), rows)
    _say_unknown(cells, fields, builder, row)
    count = 0
    for cells in rows:
        row += 1
        if not any(cell.strip() for cell in cells):
            continue
        count += 1
        if count > MOST_ROWS:
            builder.say(
                "too-many-rows",
                Text(f"Bảng có hơn {MOST_ROWS} dòng; phần sau không được đọc.",
                     f"The table has more than {MOST_ROWS} rows; the rest is not read."),
                Text("Xóa các dòng thừa ở cuối bảng, hoặc tách thành nhiều tệp.", "Delete needless rows, or split it."),
                row,
            )
            break
        values = _values(cells, fields)
        if values:
            builder.add(values, row, grid.sheet)
    return True


def _header(cells: Sequence[str]) -> dict[int, str]:
    """Index of a column → field, when this row is the row of titles; else nothing."""
    fields: dict[int, str] = {}
    for index, cell in enumerate(cells[:60]):
        if not cell or len(cell) > 80:
            continue
        name = column_of(cell)
        if name and name not in fields.values():
            fields[index] = name
    known = set(fields.values())
    return fields if len(known) > 1 and known & {"number", "title"} else {}


def _goes_on(first: Sequence[str], second: Sequence[str], fields: dict[int, str]) -> bool:
    """Whether the titles take two rows: titles merged downwards stand in both, others are divided in the second."""
    shared = [i for i in fields if i < len(second) and second[i].strip() and fold(second[i]) == fold(first[i])]
    return bool(shared) and not any(letter.isdigit() for cell in second for letter in cell)


def _joined(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """One row of titles of two: "Ngày" over "ban hành" is "Ngày ban hành", a title that says all itself stays."""
    titles = []
    for index, below in enumerate(second):
        above = first[index] if index < len(first) else ""
        whole = f"{above} {below}".strip()
        known = above if fold(above) == fold(below) or not below.strip() else whole if column_of(whole) else below
        titles.append(known if known.strip() else above)
    return titles


def _say_unknown(cells: Sequence[str], fields: dict[int, str], builder: RegisterBuilder, row: int) -> None:
    seen: set[str] = set()
    for index, cell in enumerate(cells[:60]):
        title = " ".join(cell.split())
        if index in fields or not title or fold(title) in seen:
            continue
        seen.add(fold(title))
        known = column_of(title)
        if known is not None:
            if known in fields.values() and known:
                builder.say(
                    "column-twice",
                    Text(f"Hai cột cùng mang nghĩa “{shorten(title, 40)}”; cột sau không được đọc.",
                         f"Two columns mean “{shorten(title, 40)}”; the second is not read."),
                    Text("Đổi tên hoặc bỏ một cột.", "Rename or delete one."), row,
                )
            continue
        from difflib import get_close_matches  # where a title is wrong

        near = get_close_matches(fold(title), list(columns()), n=1, cutoff=0.75)
        hint = (f" Có phải “{near[0]}”?", f" Did you mean “{near[0]}”?") if near else ("", "")
        builder.say(
            "unknown-column",
            Text(f"Không hiểu cột “{shorten(title, 40)}”; cột này không được đọc.{hint[0]}",
                 f"The column “{shorten(title, 40)}” is not understood and not read.{hint[1]}"),
            Text("Đổi tên cột, hoặc để nguyên nếu cột không cần cho việc kiểm tra.",
                 "Rename it, or leave it when it is not needed."), row,
        )


def _values(cells: Sequence[str], fields: dict[int, str]) -> dict[str, str]:
    """Field → text of one row; nothing for a row of column numbers "(1) (2) …" or a heading across the table."""
    filled = {cell.strip() for cell in cells if cell.strip()}
    if len(filled) == 1 and len(cells) > 2 and not _names_document(next(iter(filled))):
        return {}
    if all(len(cell.strip("() ")) <= 2 and cell.strip("() ").isdigit() for cell in filled):
        return {}
    values = {name: cells[index].strip() for index, name in fields.items() if index < len(cells)}
    if column_of(values.get("number", "")) == "number":  # the row of titles again, on the next page
        return {}
    return {name: value for name, value in values.items() if value and value not in ("-", "–", "...", "…", "x", "X")}


def _names_document(text: str) -> bool:
    return "/" in text and any(letter.isdigit() for letter in text)
