"""Blocks in reading order: paragraphs, tables resolved to a grid, text boxes after the paragraph that holds them.

Source: ISO/IEC 29500-1, 17.3.1 (paragraphs), 17.4 (tables), 17.5.2 (content controls).
"""

from __future__ import annotations

from typing import Any

from qmslint.api import Block, Cell, Limits, Location, Paragraph, Place, Table, Text, UnreadableDocument
from qmslint.read.docx.cutting import CUT, Cuttings, Inked
from qmslint.read.docx.inline import Fields, Ink, chosen
from qmslint.read.docx.interning import MARK, Interner
from qmslint.read.docx.names import MC, W, number, val
from qmslint.read.docx.numbering import Numbering
from qmslint.read.docx.paragraph_format import ParagraphFormat, read_format
from qmslint.read.docx.plain import plain
from qmslint.read.docx.styles import ParagraphStyle, Styles

_P, _TBL, _TR, _TC, _SDT, _SECT = W + "p", W + "tbl", W + "tr", W + "tc", W + "sdt", W + "sectPr"
_PPR, _TCPR, _TRPR, _VAL = W + "pPr", W + "tcPr", W + "trPr", W + "val"
_SPAN, _VMERGE, _HMERGE = W + "gridSpan", W + "vMerge", W + "hMerge"
_THROUGH = frozenset((W + "sdtContent", W + "customXml", W + "ins", W + "moveTo", W + "smartTag"))
_PLAIN = ParagraphFormat()


class Body:
    """Reads blocks of one document; counts order, tables and bounds across its parts."""

    def __init__(
        self, styles: Styles, numbering: Numbering, interner: Interner, cuttings: Cuttings, limits: Limits
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._limits = limits
        self._fields = Fields()
        self._interner = interner
        self._cuttings = cuttings
        self._formats: dict[str, ParagraphFormat] = {}
        self.order = self.tables = self.changes = 0
        self._paragraphs = self._cells = self._characters = 0
        self.section = 1
        self.sections: list[Any] = []

    def blocks(self, parent: Any, base: Location, depth: int = 0) -> list[Block]:
        """The blocks below `parent`."""
        found: list[Block] = []
        self._fill(found, parent, base, depth, [0])
        return found

    def _fill(self, found: list[Block], parent: Any, base: Location, depth: int, count: list[int]) -> None:
        if depth > self._limits.xml_depth:
            raise _over("xml_depth")
        for child in parent:
            tag = child.tag
            if tag == _P:
                count[0] += 1
                self._paragraph(found, child, base, count[0], depth)
            elif tag == _TBL:
                table = self._table(child, base, depth + 1)
                if table is not None:
                    found.append(table)
            elif tag == _SDT:
                content = child.find(W + "sdtContent")
                if content is not None:
                    self._fill(found, content, base, depth + 1, count)
            elif tag in _THROUGH:
                self._fill(found, child, base, depth + 1, count)
            elif tag == MC + "AlternateContent":
                self._fill(found, chosen(child), base, depth + 1, count)
            elif tag == _SECT and base.place == Place.BODY and not base.table:
                self.sections.append(child)

    # ── paragraphs ──

    def _paragraph(self, found: list[Block], element: Any, base: Location, index: int, depth: int) -> None:
        self._paragraphs += 1
        if self._paragraphs > self._limits.paragraphs:
            raise _over("paragraphs")
        number = element.get(CUT)
        form = self._form(element) if number is None else self._form_of(self._cuttings.properties(number))
        style = self._styles.paragraph(form.style)
        quick: Inked | None
        if number is not None:
            hidden = self._fields.hidden
            quick = ("", ()) if hidden else self._cuttings.inked(number, self._styles, form.style)
        else:
            quick = None if self._fields.hidden else plain(element, self._styles, form.style)
        if quick is not None:
            self._characters += len(quick[0])
            found.append(self._made(quick, base, index, form, style, 0, None, False))
        else:
            self._closer(found, element, base, index, form, style, depth)
        if self._characters > self._limits.text_characters:
            raise _over("text_characters")
        if form.section is not None and base.place == Place.BODY:
            self.sections.append(form.section)
            self.section += 1

    def _closer(
        self, found: list[Block], element: Any, base: Location, index: int, form: ParagraphFormat,
        style: ParagraphStyle, depth: int,
    ) -> None:
        """A paragraph with fields, pictures, changes, boxes."""
        ink = Ink(self._styles, form.style, self._fields, self._limits.xml_depth)
        ink.walk(element)
        inked = ink.finish()
        self._characters += len(inked[0])
        before = None
        if ink.original is not None:
            self.changes += ink.changes
            before = "".join(ink.original)
            before = before if before != inked[0] else None
        made = self._made(inked, base, index, form, style, ink.pictures, before, ink.page_break)
        found.append(made)
        place = Place.BOX if made.at.place == Place.BODY else made.at.place
        for box in ink.boxes:
            found += self.blocks(box, made.at._replace(place=place), depth + 1)

    def _made(
        self, inked: Inked, base: Location, index: int, form: ParagraphFormat, style: ParagraphStyle, pictures: int,
        before: str | None, page_break: bool,
    ) -> Paragraph:
        text, runs = inked
        self.order += 1
        section = base.section or (self.section if base.place == Place.BODY else 0)
        at = Location(self.order, base.place, section, base.variant, base.table, base.row, base.column, index)
        number = ""
        if form.number is not None or style.number is not None:
            number = self._number(form.number, style, form.style, bool(pictures or base.table or text.strip()))
        alignment = form.alignment or style.alignment
        return Paragraph(
            text, at, number, style.name, form.outline or style.outline, runs, pictures,
            "" if alignment == "left" else alignment, before, form.page_break or style.page_break or page_break,
        )

    def _form(self, element: Any) -> ParagraphFormat:
        first = element[0] if len(element) else None
        if first is None or first.tag != _PPR:
            return _PLAIN
        key = first.get(MARK)
        return read_format(first) if key is None else self._form_of(key)

    def _form_of(self, key: str) -> ParagraphFormat:
        """The format of a property block by its number, "" = none."""
        if not key:
            return _PLAIN
        known = self._formats.get(key)
        if known is None:
            known = self._formats[key] = read_format(self._interner.block(key))
        return known

    def _body_section(self, base: Location) -> int:
        return self.section if base.place == Place.BODY else 0

    def _number(self, num: tuple[str, int] | None, style: Any, style_id: str, shown: bool) -> str:
        identifier, level = num if num is not None else (None, -1)
        if not identifier and style.number is not None:
            identifier = style.number[0] if identifier is None else identifier
            tied = self._numbering.level_of_style(identifier or "", style_id)
            level = level if level >= 0 else (tied if tied is not None else style.number[1])
        if not identifier or identifier == "0":
            return ""
        return self._numbering.printed(identifier, max(level, 0)) if shown else ""

    # ── tables ──

    def _table(self, element: Any, base: Location, depth: int) -> Table | None:
        self.tables += 1
        self.order += 1
        at = base._replace(
            order=self.order, table=self.tables, row=0, column=0, paragraph=0,
            section=base.section or self._body_section(base),
        )
        grid: list[list[Cell]] = []
        spans: dict[int, int] = {}
        for row in self._rows(element, depth):
            line: list[Cell] = []
            for _ in range(_skipped(row)):
                line.append(Cell((), at._replace(row=len(grid) + 1, column=len(line) + 1)))
            for cell in self._row_cells(row, depth):
                self._cell(cell, line, grid, spans, at, depth)
            grid.append(line)
        if not grid:
            return None
        rows = [tuple(line) for line in grid]
        if any(height > 1 for height in spans.values()):
            renewed = {
                id(cell): cell._replace(row_span=spans[id(cell)])
                for line in grid for cell in line if spans.get(id(cell), 1) > 1
            }
            rows = [tuple([renewed.get(id(cell), cell) for cell in line]) for line in grid]
        return Table(tuple(rows), at)

    def _cell(
        self, element: Any, line: list[Cell], grid: list[list[Cell]], spans: dict[int, int], at: Location, depth: int
    ) -> None:
        span, merged, joined = 1, "", ""
        properties = element[0] if len(element) else None
        if properties is not None and properties.tag == _TCPR:
            key = properties.get(MARK)
            for child in properties if key is None else self._interner.block(key):
                tag = child.tag
                if tag == _SPAN:
                    span = min(max(1, number(val(child), 1)), 512)
                elif tag == _VMERGE:
                    merged = child.get(_VAL) or "continue"
                elif tag == _HMERGE:
                    joined = child.get(_VAL) or "continue"
        column = len(line)
        self._cells += span
        if self._cells > self._limits.cells:
            raise _over("cells")
        if joined == "continue" and line:
            line += [line[-1]] * span
            return
        if merged == "continue" and grid and column < len(grid[-1]):
            above = grid[-1][column]
            spans[id(above)] = spans.get(id(above), 1) + (0 if any(cell is above for cell in line) else 1)
            line += [above] * span
            return
        self.order += 1
        place = Location(self.order, at.place, at.section, at.variant, at.table, len(grid) + 1, column + 1)
        line += [Cell(tuple(self.blocks(element, place, depth + 1)), place, 1, span)] * span

    def _rows(self, parent: Any, depth: int) -> list[Any]:
        return _inside(parent, _TR, depth)

    def _row_cells(self, row: Any, depth: int) -> list[Any]:
        return _inside(row, _TC, depth)


def _inside(parent: Any, wanted: str, depth: int) -> list[Any]:
    """Children of one name, those inside content controls and revisions too; deleted rows are not shown."""
    found: list[Any] = []
    for child in parent:
        if child.tag == wanted:
            if wanted == _TR and _deleted(child):
                continue
            found.append(child)
        elif child.tag == _SDT:
            content = child.find(W + "sdtContent")
            if content is not None and depth < 200:
                found += _inside(content, wanted, depth + 1)
        elif child.tag in _THROUGH and depth < 200:
            found += _inside(child, wanted, depth + 1)
    return found


def _row_properties(row: Any) -> Any:
    return next((child for child in row if child.tag == _TRPR), ())


def _deleted(row: Any) -> bool:
    return any(child.tag == W + "del" for child in _row_properties(row))


def _skipped(row: Any) -> int:
    """How many columns of the grid the row leaves empty at its start."""
    before = next((child for child in _row_properties(row) if child.tag == W + "gridBefore"), None)
    return min(number(val(before)), 512) if before is not None else 0


def _over(limit: str) -> UnreadableDocument:
    return UnreadableDocument(
        "too-large",
        Text(f"Tệp vượt giới hạn “{limit}”.", f"The file is over the limit “{limit}”."),
        Text("Tách tệp thành nhiều tệp nhỏ hơn.", "Split it into smaller files."),
    )
