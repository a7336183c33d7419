"""Tables that list something: their headings over one row or two, their entries, and what is no entry between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qmslint.api import Cell, NamedTuple, Paragraph, Reading, Table, WrittenDate, fold, paragraphs, tables
from qmslint.extract.cells import at_column, columns_of, content, heading_row, name_of, one_line, written
from qmslint.extract.control.signatures import is_signing_line
from qmslint.extract.patterns import late
from qmslint.extract.text.dates import written_date
from qmslint.extract.words import book

_KEY = "extract:captioned"
_TABLES = 200
_HEADING_ROWS = 12  # a sheet may carry letterhead and title above its columns
_ROMAN = late(r"[ivxlc]{1,6}|[a-zđ]|phần \S+|mục \S+")
_LEAD = late(
    r"(?:(?:[ivxlc]{1,6}|[a-zđ]|[0-9]{1,2}(?:\.[0-9]{1,2})*)\s*[.)/:-](?![0-9])|[0-9]{1,2}(?:\.[0-9]{1,2})+(?=\s))\s*",
    re.IGNORECASE,
)
_COUNT = late(r"\s*\(\s*[0-9]{1,4}\s*[^()]*\)\s*$")
_NUMBERS = late(r"\W*(?:[0-9]{1,2}|[a-z])\W*")
_SERIAL = late(r"[1-6][0-9]{4}(?:\.0+)?")
_DIGIT = late(r"[0-9]")


class Captioned(NamedTuple):
    """A table and the folded lines above it, the nearest first; the name of its sheet is the last of them."""

    table: Table
    captions: tuple[str, ...]
    title: str = ""  # the line right above it, as written
    lines: int = 0  # how many lines stand between it and the table before


class Head(NamedTuple):
    """The headings of a table: the name of each known column, the first row behind them, the group it opens with."""

    columns: dict[str, int]
    first: int
    group: str = ""

    def has(self, *names: str) -> bool:
        """Whether there is a column for one of `names`."""
        return any(name in self.columns for name in names)


class Entry(NamedTuple):
    """One row that lists something, under the title row of its group."""

    row: tuple[Cell, ...]
    columns: dict[str, int]
    group: str
    texts: dict[int, str]  # what each cell of the row says, by identity: it is asked for many times

    def cell(self, name: str) -> Cell | None:
        """The cell in the column called `name`."""
        return at_column(self.row, self.columns, name)

    def said(self, name: str) -> str:
        """What stands in that cell, "" when it is empty or there is no such column."""
        index = self.columns.get(name, -1)
        return self.texts.get(id(self.row[index]), "") if 0 <= index < len(self.row) else ""

    def day(self, name: str) -> WrittenDate | None:
        """The date in that cell."""
        cell = self.cell(name)
        return date_of(cell) if cell and id(cell) in self.texts else None


def date_of(cell: Cell) -> WrittenDate | None:
    """The date in a cell. A number in a sheet is a date whose format was lost; a year alone is incomplete."""
    text = one_line(written(cell))
    if not text or not _DIGIT.search(text):
        return None
    if cell.at.sheet and _SERIAL.fullmatch(text):
        from datetime import date, timedelta

        day = date(1899, 12, 30) + timedelta(days=int(text.partition(".")[0]))
        return WrittenDate(text, day, "", cell.at) if 1946 <= day.year <= 2100 else None
    return written_date(text, cell.at) or WrittenDate(text, None, "incomplete", cell.at)


def captioned_tables(reading: Reading) -> tuple[Captioned, ...]:
    """Every table of the body with the lines that stand over it. Made once."""
    if _KEY not in reading.facts:
        reading.facts[_KEY] = tuple(_captioned(reading))
    found: tuple[Captioned, ...] = reading.facts[_KEY]
    return found


def _captioned(reading: Reading) -> Iterator[Captioned]:
    above: list[str] = []
    sheet = title = ""
    count = lines = 0
    for block in reading.document.blocks:
        if block.at.sheet != sheet:
            sheet, above, title, lines = block.at.sheet, [fold(block.at.sheet)], "", 0
        if isinstance(block, Paragraph):
            text = block.text
            if 3 < len(text) < 250 and not text.isspace():
                above.insert(0, unnumbered(fold(text)))
                title = text
            lines += not text.isspace() and bool(text)
            continue
        for table in tables((block,)):
            count += 1
            if count > _TABLES:
                return
            yield Captioned(table, (*_own_captions(table), *above[:5], *above[5:][-1:]), title, lines)
            title, lines = "", 0
        above = above[:1] if len(block.rows) <= 3 else above[-1:] if sheet else []


def _own_captions(table: Table) -> Iterator[str]:
    """Titles in the table itself, above its headings: rows of one filled cell."""
    for row in table.rows[:6]:
        filled = [cell for cell in _distinct(row) if content(cell)]
        if len(filled) == 1 and len(row) > 1:
            yield from (unnumbered(fold(line)) for line in written(filled[0]).split("\n"))


def unnumbered(folded: str) -> str:
    """A folded heading without the number before it: "ii. danh mục tài liệu" → "danh mục tài liệu"."""
    match = _LEAD.match(folded)
    return folded[match.end() :] if match else folded


def head_of(table: Table, names: dict[str, str], least: int = 2) -> Head | None:
    """The headings of `table`, those below merged headings too; None when fewer than `least` columns are named."""
    if not table.rows:
        return None
    row, columns = heading_row(table, names, 1, rows=_HEADING_ROWS)
    if row < 0:
        return None
    first = row + 1
    while first < len(table.rows) and first <= row + 3 and _goes_on(table, first, columns, names):
        first += 1
    known = len(columns.keys() - {"running", "other"})
    return Head(columns, first) if known >= least else None


def continued(before: Captioned, head: Head, after: Captioned) -> Head | None:
    """The headings of a table without any, where it goes on with the one before: behind a page, or a group's title.

    Its columns are those of the same letters in a sheet, of the same places in a text.
    """
    first, second = before.table, after.table
    if after.lines > 1 or first.at.sheet != second.at.sheet or not first.rows or not second.rows:
        return None
    columns = head.columns
    if first.at.sheet:
        letters = [cell.at.column for cell in second.rows[0]]
        top = first.rows[max(head.first - 1, 0)]
        columns = {name: letters.index(top[place].at.column) for name, place in head.columns.items()
                   if place < len(top) and top[place].at.column in letters}
    elif first.width != second.width:
        return None
    number = at_column(second.rows[0], columns, "running")
    # Only a running number shows that the list goes on: a table to sign in has as many columns.
    counts = number is not None and content(number).strip(" .").isdigit()
    return Head(columns, 0, group_title(after.title)) if counts and len(columns) >= 3 else None


def _goes_on(table: Table, index: int, columns: dict[str, int], names: dict[str, str]) -> bool:
    """Whether row `index` is headings still: below cells merged downwards, or names of its own under a wide one."""
    row, above = table.rows[index], table.rows[index - 1]
    merged = any(c < len(row) and c < len(above) and row[c] is above[c] and content(row[c]) for c in columns.values())
    own = {
        name: column for name, column in columns_of(row, names).items()
        if not (column < len(above) and row[column] is above[column])
    }
    wide = any(cell.column_span > 1 for cell in above) and len(own) >= 2
    if not (merged or wide):
        return False
    for name in [name for name, column in columns.items() if column < len(above) and above[column].column_span > 1]:
        if any(above[columns[name]] is above[column] for column in own.values() if column < len(above)):
            del columns[name]  # the wide heading names no column, those under it do
    for name, column in own.items():
        columns.setdefault(name, column)
    return True


def entries(table: Table, head: Head, names: dict[str, str], title: str = "title") -> Iterator[Entry]:
    """The rows that list something. Headings repeated, rows of column numbers, totals, groups, blank rows are none."""
    group = head.group
    previous: tuple[Cell, ...] = ()
    for row in table.rows[head.first :]:
        texts = {id(cell): text for cell in _distinct(row) if (text := content(cell))}
        if not texts:
            continue
        entry = Entry(row, head.columns, group, texts)
        if previous and _is_foot(entry, previous):
            return
        if previous and all(a is b for a, b in zip(row, previous, strict=False)):
            continue
        previous = row
        said = list(texts.values())
        if _is_heading(entry, head, names, title) or _is_numbers(said) or _is_total(said):
            continue
        titled = _group(entry, title)
        if titled is not None:
            group = titled
            continue
        yield entry


def _is_total(said: list[str]) -> bool:
    """"Tổng cộng" among the first cells."""
    totals = book("lists").variants("list-totals")
    texts = [fold(text).strip(" .:") for text in said[:2] if len(text) < 40]
    return any(text in totals or text.startswith(("tổng cộng ", "tổng số ")) for text in texts)


def _is_foot(entry: Entry, previous: tuple[Cell, ...]) -> bool:
    """Whether the rows to sign in begin here, without a running number: in a sheet, behind an empty row.

    In a text a table to sign in, right behind the list, runs together with it: all its cells open a signature.
    """
    row = entry.row
    if entry.said("running").strip(" .").isdigit():
        return False
    if not row[0].at.sheet:
        firsts = [fold(written(cell).split("\n", 1)[0]) for cell in _distinct(row) if id(cell) in entry.texts]
        return len(firsts) <= 3 and all(is_signing_line(text) or text in book().table("roles") for text in firsts)
    if row[0].at.row <= previous[0].at.row + previous[0].row_span:
        return False
    texts = [fold(text) for text in entry.texts.values()]
    return any(
        is_signing_line(text) or text.startswith("nơi nhận") or text in book().table("roles")
        or ("ngày" in text and "tháng" in text and len(texts) <= 2) for text in texts
    )


def _distinct(row: tuple[Cell, ...]) -> list[Cell]:
    return [cell for index, cell in enumerate(row) if not (index and row[index - 1] is cell)]


def _is_heading(entry: Entry, head: Head, names: dict[str, str], title: str) -> bool:
    if not name_of(entry.said(title if title in head.columns else next(iter(head.columns))), names):
        return False  # cheap, and true of nearly every row
    again = columns_of(entry.row, names)
    return len(again) >= 2 and all(head.columns.get(name) == column for name, column in again.items())


def _is_numbers(said: list[str]) -> bool:
    """A row "(1) (2) (3)" or "A B C" under the headings."""
    return len(said) >= 3 and all(len(text) < 6 and _NUMBERS.fullmatch(text.lower()) for text in said)


def _group(entry: Entry, title: str) -> str | None:
    """The title of a group, "" for a note over the whole width without one; None when the row is an entry."""
    if len(entry.texts) > 2:
        return None
    running = entry.cell("running")
    others = [cell for cell in _distinct(entry.row) if id(cell) in entry.texts and cell is not running]
    number = fold(entry.said("running")).strip(" .)")
    if not others:
        return group_title(entry.said("running")) if not number.isdigit() else None
    if len(others) > 1:
        return None
    cell = others[0]
    text = entry.texts[id(cell)]
    if cell.column_span >= max(2, len(entry.row) - 2) or (number and _ROMAN.fullmatch(number)):
        return group_title(text)
    if number or cell is not entry.cell(title) or len(entry.columns) < 3:
        return None
    automatic = running is not None and any(p.number for p in paragraphs(running.blocks))
    stands_out = all(p.bold or p.text.isupper() for p in paragraphs(cell.blocks) if p.text.strip())
    return group_title(text) if stands_out and not automatic else None


def group_title(text: str) -> str:
    """"I. LĨNH VỰC HỘ TỊCH (10 TTHC)" → "LĨNH VỰC HỘ TỊCH"."""
    match = _LEAD.match(text)
    return _COUNT.sub("", text[match.end() :] if match else text).strip(" .:-")
