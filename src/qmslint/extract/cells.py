"""Text as extractors take it from cells and lines: cleaned, on one line, columns known by their headings."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from qmslint.api import INVISIBLE, Cell, NamedTuple, Paragraph, Table, fold, paragraphs
from qmslint.extract.patterns import late

_TABLE = str.maketrans(
    {**dict.fromkeys(INVISIBLE, ""), "\u00a0": " ", "\u202f": " ", "：": ":", "\u2010": "-", "\u2011": "-"}
)
_ODD = late(f"[{INVISIBLE}\u00a0\u202f：\u2010\u2011]")
_BRACKETS = late(r"\s*\([^)]*\)")
_JOINT = late(r"\s*(?:[,&/]|(?<=\s)và(?=\s))\s*")  # "theo dõi, xem xét" is "theo dõi và xem xét"
_SLASH = late(r"\s*/\s*")
_EMPTY = late(r"[\W_]*")


@lru_cache(maxsize=8192)
def clean(text: str) -> str:
    """`text` with precomposed letters, without invisible characters; tabs and line breaks stay.

    Kept: one cell or line is asked for by several extractors, and the documents of a set share their headings.
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    return text.translate(_TABLE) if _ODD.search(text) else text  # translating costs ten times the search


def one_line(text: str) -> str:
    """`text` cleaned, white space run together."""
    return " ".join(clean(text).split())


def written(cell: Cell) -> str:
    """What somebody wrote in `cell`, a line a paragraph. Automatic numbers of empty paragraphs do not count."""
    if len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph):  # nearly always
        only = cell.blocks[0]
        return only.shown if only.text and not only.text.isspace() else ""
    return "\n".join(p.shown for p in paragraphs(cell.blocks) if p.text and not p.text.isspace())


def content(cell: Cell) -> str:
    """What stands in `cell` on one line; "" when it is only dashes or dots."""
    text = one_line(written(cell))
    return "" if _EMPTY.fullmatch(text) else text


def name_of(text: str, names: dict[str, str]) -> str:
    """The name that a heading or label stands for, "" if none. Brackets, colons, second languages are passed over."""
    return _name_of_folded(text, _folded(text), names)


def _folded(text: str) -> str:
    """`text` as names are looked up; "" when it is too long for a name."""
    return fold(text).strip(" .:*;") if len(text) <= 120 else ""


def _name_of_folded(text: str, folded: str, names: dict[str, str]) -> str:
    name = names.get(folded, "")
    if name or not folded:
        return name
    if "/" in folded or "(" in folded:
        name = _name_in_parts(_SLASH.sub("/", folded), names)
    if not name and ("," in folded or "&" in folded or "/" in folded or " và " in folded):
        parts = _JOINT.split(folded)
        name = next((found for by in (", ", " và ", "/") if (found := names.get(by.join(parts), ""))), "")
    if not name and "\n" in text:
        name = next((found for line in text.split("\n") if (found := names.get(fold(line).strip(" .:*;"), ""))), "")
    return name


def _name_in_parts(folded: str, names: dict[str, str]) -> str:
    short = _BRACKETS.sub("", folded).strip(" .:*;")
    name = names.get(folded) or names.get(short)
    if not name and "/" in short:
        name = next((found for half in short.split("/") if (found := names.get(half.strip(" .:*;")))), None)
    return name or ""


def columns_of(row: tuple[Cell, ...], names: dict[str, str]) -> dict[str, int]:
    """Which column carries which name, by the headings in `row`; the first column of a name counts."""
    return _named(_headings(row), names)


def heading_row(table: Table, names: dict[str, str], least: int, rows: int = 4) -> tuple[int, dict[str, int]]:
    """The row among the first `rows` whose cells name most columns, and those; (-1, {}) when fewer than `least`."""
    return heading_row_of(headings(table, rows), names, least)


class Heading(NamedTuple):
    """What stands at the head of a column: as written, and as names are looked up."""

    column: int
    text: str
    folded: str


def headings(table: Table, rows: int) -> list[list[Heading]]:
    """What may be headings in the first `rows`: read once, to be compared with the names of several lists."""
    return [_headings(row) for row in table.rows[:rows]]


def heading_row_of(heads: list[list[Heading]], names: dict[str, str], least: int) -> tuple[int, dict[str, int]]:
    """As `heading_row`, of headings that are read already."""
    best, columns = -1, dict[str, int]()
    for index, row in enumerate(heads):
        found = _named(row, names)
        if len(found) > len(columns):
            best, columns = index, found
    return (best, columns) if len(columns) >= least else (-1, {})


def _headings(row: tuple[Cell, ...]) -> list[Heading]:
    found = []
    for index, cell in enumerate(row):
        if index and row[index - 1] is cell:
            continue
        text = written(cell)
        folded = _folded(text)
        if folded:
            found.append(Heading(index, text, folded))
    return found


def _named(heads: list[Heading], names: dict[str, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, text, folded in heads:
        name = _name_of_folded(text, folded, names)
        if name:
            found.setdefault(name, index)
    return found


def at_column(row: tuple[Cell, ...], columns: dict[str, int], name: str) -> Cell | None:
    """The cell of `row` in the column called `name`; None when there is no such column."""
    index = columns.get(name, -1)
    return row[index] if 0 <= index < len(row) else None
