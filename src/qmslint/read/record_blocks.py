"""The optional `text:` of a typed record: a list of paragraphs, headings and tables, made into blocks."""

from __future__ import annotations

from typing import Any

from qmslint.api import Block, Cell, Limits, Location, Paragraph, Place, Run, Table, UnreadableDocument
from qmslint.read.guard import over
from qmslint.read.plain_data import unfit

_LOOKS = ("number", "style", "alignment", "font", "bold", "level", "pictures", "page_break")
_KEYS = ("paragraph", "heading", "table")


class TextBlocks:
    """Makes blocks out of plain data. `lines` gives the line of each key path; order is the order of the keys."""

    def __init__(self, lines: tuple[tuple[str, int], ...], limits: Limits) -> None:
        self._lines = dict(lines)
        self._orders = {path: order for order, (path, _) in enumerate(lines, 1)}
        self._limits = limits
        self._tables = self._cells = 0
        self._line, self._order = 1, 0

    def blocks(self, data: Any, path: str) -> tuple[Block, ...]:
        """The blocks that `data`, found at `path`, describes."""
        if data is None:
            return ()
        if isinstance(data, str):
            return (self._paragraph(data, self._at(path), {}),)
        if not isinstance(data, list):
            raise self._unfit(path, "phải là danh sách các đoạn", "must be a list of paragraphs")
        if len(data) > self._limits.paragraphs:
            raise over("paragraphs")
        return tuple(self._block(item, f"{path}[{index}]") for index, item in enumerate(data) if item is not None)

    def _block(self, item: Any, path: str) -> Block:
        at = self._at(path)
        if isinstance(item, str):
            return self._paragraph(item, at, {})
        if not isinstance(item, dict) or sum(key in item for key in _KEYS) != 1:
            raise self._unfit(path, "phải là một câu, hoặc có đúng một trong các khóa heading, paragraph, table",
                              "must be a sentence or hold exactly one of the keys heading, paragraph, table")
        if "table" in item:
            return self._table(item["table"], f"{path}.table")
        looks = {key: value for key, value in item.items() if key not in _KEYS}
        for key in looks:
            if key not in _LOOKS:
                raise self._unfit(f"{path}.{key}", f"không có khóa “{key}”; các khóa: {', '.join(_LOOKS)}",
                                  f"there is no key “{key}”; the keys are {', '.join(_LOOKS)}")
        if "heading" in item:
            return self._paragraph(self._words(item["heading"], path), at, {"bold": "true", **looks})
        return self._paragraph(self._words(item["paragraph"], path), at, looks)

    def _paragraph(self, text: str, at: Location, looks: dict[str, Any]) -> Paragraph:
        for key, value in looks.items():
            if not isinstance(value, str):
                raise self._unfit(f"{at.key}.{key}", f"“{key}” phải là một từ", f"“{key}” must be a word")
        run = Run(text, bold=looks.get("bold") == "true", font=looks.get("font", ""))
        return Paragraph(
            text.rstrip("\n"), at, looks.get("number", ""), looks.get("style", ""), self._digit(looks, "level", at),
            (run._replace(text=text.rstrip("\n")),), self._digit(looks, "pictures", at), looks.get("alignment", ""),
            page_break=looks.get("page_break") == "true",
        )

    def _digit(self, looks: dict[str, Any], key: str, at: Location) -> int:
        value = looks.get(key, "0")
        if len(value) > 2 or not value.isascii() or not value.isdigit():
            raise self._unfit(f"{at.key}.{key}", f"“{key}” phải là số từ 0 đến 99", f"“{key}” must be 0 to 99")
        return int(value)

    def _table(self, data: Any, path: str) -> Table:
        if not isinstance(data, list) or not all(isinstance(row, list) for row in data):
            raise self._unfit(path, "bảng là danh sách các dòng, mỗi dòng là danh sách các ô",
                              "a table is a list of rows, each a list of cells")
        self._tables += 1
        at = self._at(path, table=self._tables)
        rows: list[tuple[Cell, ...]] = []
        for r, row in enumerate(data):
            cells: list[Cell] = []
            for c, value in enumerate(row):
                merged = self._merged(value, r, c, cells, rows)
                cells.append(merged or self._cell(value, f"{path}[{r}][{c}]", r + 1, c + 1))
            rows.append(tuple(cells))
        return Table(_with_spans(rows), at)

    def _merged(self, value: Any, r: int, c: int, cells: list[Cell], rows: list[tuple[Cell, ...]]) -> Cell | None:
        if value == "<" and c:
            return cells[c - 1]
        if value == "^" and r and c < len(rows[r - 1]):
            return rows[r - 1][c]
        return None

    def _cell(self, value: Any, path: str, row: int, column: int) -> Cell:
        self._cells += 1
        if self._cells > self._limits.cells:
            raise over("cells")
        at = self._at(path, table=self._tables, row=row, column=column)
        if isinstance(value, dict):
            return Cell((self._block(value, path),), at)
        words = value if isinstance(value, list) else [value]
        blocks = (self._paragraph(self._words(word, path), at, {}) for word in words if word is not None)
        return Cell(tuple(blocks), at)

    def _words(self, value: Any, path: str) -> str:
        if not isinstance(value, str):
            raise self._unfit(path, "phải là chữ", "must be words")
        return value

    def _at(self, path: str, **places: Any) -> Location:
        # What an alias repeats has no line of its own: it stands where the alias does.
        self._line = self._lines.get(path, self._line)
        self._order = self._orders.get(path, self._order)
        return Location(order=self._order, place=Place.KEY, line=self._line, key=path, **places)

    def _unfit(self, path: str, vi: str, en: str) -> UnreadableDocument:
        return unfit(self._at(path).line, f"“{path}” {vi}", f"“{path}” {en}")


def _with_spans(rows: list[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Say in each merged cell how far it reaches, keeping it one object at all its places."""
    reach: dict[int, tuple[set[int], set[int]]] = {}
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            across, down = reach.setdefault(id(cell), (set(), set()))
            across.add(c)
            down.add(r)
    renewed = {
        id(cell): cell._replace(row_span=len(reach[id(cell)][1]), column_span=len(reach[id(cell)][0]))
        for row in rows for cell in row
    }
    return tuple(tuple(renewed[id(cell)] for cell in row) for row in rows)
