"""Blocks in reading order: paragraphs, tables resolved to a grid, text boxes after the paragraph that holds them.

Source: ISO/IEC 29500-1, 17.3.1 (paragraphs), 17.4 (tables), 17.5.2 (content controls).
"""

from __future__ import annotations

from typing import Any

from qmslint.api import Block, Cell, Limits, Location, Paragraph, Place, Run, Table
from qmslint.read.docx.cutting import Inked
from qmslint.read.docx.drawn import DRAWN, drawn_text
from qmslint.read.docx.fields import Fields
from qmslint.read.docx.inline import Ink, chosen
from qmslint.read.docx.inserted import Inserted, Moving
from qmslint.read.docx.maths import FORMULAS, formula
from qmslint.read.docx.names import CUT, MARK, MC, R, W
from qmslint.read.docx.numbering import Numbering
from qmslint.read.docx.paragraph_format import ParagraphFormat, read_format
from qmslint.read.docx.parts import Parts
from qmslint.read.docx.plain import plain
from qmslint.read.docx.rows import TC_PROPERTIES, Spans, cells, merging, rows, skipped, with_heights
from qmslint.read.docx.styles import ParagraphStyle, Styles
from qmslint.read.guard import over
from qmslint.read.joining import DELETED, HIDDEN, joined

_P, _TBL, _SDT, _SECT, _PPR = W + "p", W + "tbl", W + "sdt", W + "sectPr", W + "pPr"
_THROUGH = frozenset((W + "sdtContent", W + "customXml", W + "ins", W + "moveTo", W + "smartTag"))
_PLAIN = ParagraphFormat()


class Body:
    """Reads blocks of one document; counts order, tables and bounds across its parts."""

    def __init__(self, parts: Parts, limits: Limits, inserted: Inserted) -> None:
        self._parts = parts
        self._styles = Styles(parts.related("styles"), parts.interner)
        self._numbering = Numbering(parts.related("numbering"))
        self._limits = limits
        self.inserted = inserted
        self._fields = Fields()
        self._interner, self._cuttings = parts.interner, parts.cuttings
        self._formats: dict[str, ParagraphFormat] = {}
        self._seen: dict[str, tuple[ParagraphFormat, ParagraphStyle, Inked]] = {}
        self._unended: Paragraph | None = None  # the last paragraph, where it runs on into the next
        self._part = ""
        self._new_page = False  # a page break ended the last paragraph
        self.order = self.tables = self.changes = 0
        self._paragraphs = self._cells = self._characters = 0
        self.section = 1
        self.sections: list[Any] = []  # sectPr; the margins of a section that came with a file put in
        self.notes: dict[tuple[str, str], None] = {}  # (part, identifier) of the notes that are called, in order

    def part(self, name: str, root: Any, base: Location) -> tuple[Block, ...]:
        """The blocks of a part of its own: the body, a header, a note."""
        self._part = name
        self._new_page = False
        self._fields.enter(self._parts.paired(name))
        return tuple(self.blocks(root, base))

    def blocks(self, parent: Any, base: Location, depth: int = 0) -> list[Block]:
        """The blocks below `parent`."""
        found: list[Block] = []
        self._fill(found, parent, base, depth, [0])
        return found

    def _fill(self, found: list[Block], parent: Any, base: Location, depth: int, count: list[int]) -> None:
        if depth > self._limits.xml_depth:
            raise over("xml_depth")
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
            elif tag == W + "altChunk":
                found += self._chunk(child.get(R + "id") or "", base, count)
            elif tag in FORMULAS:
                count[0] += 1
                found.append(self._line(formula(child), base, count[0]))
            elif tag == _SECT and base.place == Place.BODY and not base.table:
                self.sections.append(child)

    # ── paragraphs ──

    def _paragraph(self, found: list[Block], element: Any, base: Location, index: int, depth: int) -> None:
        self._paragraphs += 1
        if self._paragraphs > self._limits.paragraphs:
            raise over("paragraphs")
        number = element.get(CUT)
        quick: Inked | None
        if number is not None:
            form, style, quick = self._seen.get(number) or self._cut(number)
            if self._fields.hidden:
                quick = "", ()
        else:
            form = self._form(element)
            style = self._styles.paragraph(form.style)
            quick = None if self._fields.hidden else plain(element, self._styles, form.style)
        if quick is not None:
            self._characters += len(quick[0])
            self._add(found, self._made(quick, base, index, form, style, 0, None, False), form)
        else:
            self._closer(found, element, base, index, form, style, depth)
        if self._characters > self._limits.text_characters:
            raise over("text_characters")
        if form.section is not None and base.place == Place.BODY:
            self.sections.append(form.section)
            self.section += 1

    def _cut(self, number: str) -> tuple[ParagraphFormat, ParagraphStyle, Inked]:
        """Format, style and ink of a paragraph that was cut from the bytes; equal ones share a number."""
        form = self._form_of(self._cuttings.properties(number))
        ink = self._cuttings.inked(number, self._styles, form.style)
        seen = self._seen[number] = form, self._styles.paragraph(form.style), ink
        return seen

    def _add(self, found: list[Block], made: Paragraph, form: ParagraphFormat) -> Paragraph:
        """One more paragraph; one that runs on is joined with what follows it."""
        before = self._unended
        if before is not None:
            self._unended = None
            if found and found[-1] is before:
                found.pop()
                made = joined(before, made)
        found.append(made)
        if form.runs_on:
            self._unended = made
        if form.mark_changed:
            self.changes += 1
        return made

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
        if ink.notes:
            self.notes.update(dict.fromkeys(ink.notes))
        broken = ink.broken >= 0 and not inked[0][: ink.broken].strip()
        made = self._made(inked, base, index, form, style, ink.pictures, before, broken)
        made = self._add(found, made, form)
        at = made.at._replace(place=Place.BOX if made.at.place == Place.BODY else made.at.place)
        for box in ink.boxes:
            if box.tag in DRAWN:
                found += [self._line(line, at, place) for place, line in enumerate(drawn_text(box, self._drawn), 1)]
            else:
                found += self.blocks(box, at, depth + 1)
        self._new_page = ink.broken > 0 and not broken and not inked[0][ink.broken :].strip()

    def _drawn(self, identifier: str) -> Any:
        return self._parts.root(self._parts.named(identifier, self._part))

    def _line(self, text: str, base: Location, index: int) -> Paragraph:
        """A paragraph of text that stands in no paragraph of the file."""
        self._characters += len(text)
        look = self._styles.look("", None)
        return self._made((text, (Run(text, *look[:5]),)), base, index, _PLAIN, ParagraphStyle(), 0, None, False)

    def _chunk(self, identifier: str, base: Location, count: list[int]) -> list[Block]:
        """What a file shows that was put in as it is."""
        inside = base.place == Place.BODY and not base.section
        self.order += 1
        at = base._replace(order=self.order, section=base.section or self.section * inside, paragraph=count[0] + 1)
        shown = self.inserted.read(self._parts.found(identifier, self._part), at, self._left())
        if isinstance(shown, list):
            count[0] += len(shown)
            return [self._line(line, base, at.paragraph + index) for index, line in enumerate(shown)]
        moving = Moving(base, self.order, self.tables, self.section, count[0])
        blocks = moving.blocks(shown.blocks)
        moving.beside(self.inserted, shown)
        if inside:
            margins = moving.margins(shown)
            self.sections += margins
            self.section += len(margins)
        self.order, self.tables = moving.order, moving.tables
        self.changes += shown.tracked_changes
        self._paragraphs, self._cells = self._paragraphs + moving.paragraphs, self._cells + moving.cells
        self._characters += moving.characters
        count[0] += sum(isinstance(block, Paragraph) for block in blocks)
        return list(blocks)

    def _left(self) -> Limits:
        most = self._limits
        return most._replace(
            paragraphs=most.paragraphs - self._paragraphs, cells=most.cells - self._cells,
            text_characters=most.text_characters - self._characters,
        )

    def _made(
        self, inked: Inked, base: Location, index: int, form: ParagraphFormat, style: ParagraphStyle, pictures: int,
        before: str | None, page_break: bool,
    ) -> Paragraph:
        (text, runs), new_page, self._new_page = inked, self._new_page, False
        self.order += 1
        section = base.section or (self.section if base.place == Place.BODY else 0)
        at = Location(self.order, base.place, section, base.variant, base.table, base.row, base.column, index)
        number = ""
        if (form.number is not None or style.number is not None) and form.runs_on != DELETED:
            # Word prints the number of an empty paragraph too, save where that holds nothing but the end of a section.
            shown = bool(pictures or text.strip() or (form.section is None and form.runs_on != HIDDEN))
            number = self._numbering.of(form.number, style.number, form.style, shown)
        alignment = form.alignment or style.alignment
        return Paragraph(
            text, at, number, style.name, form.outline or style.outline, runs, pictures,
            "" if alignment == "left" else alignment, before,
            form.page_break or style.page_break or page_break or new_page,
        )

    def _form(self, element: Any) -> ParagraphFormat:
        first = element[0] if len(element) else None
        if first is None or first.tag != _PPR:
            return _PLAIN
        key = first.get(MARK)
        return read_format(first, self._styles, self._interner) if key is None else self._form_of(key)

    def _form_of(self, key: str) -> ParagraphFormat:
        """The format of a property block by its number, "" = none."""
        if not key:
            return _PLAIN
        known = self._formats.get(key)
        if known is None:
            known = self._formats[key] = read_format(self._interner.block(key), self._styles, self._interner)
        return known

    # ── tables ──

    def _table(self, element: Any, base: Location, depth: int) -> Table | None:
        self.tables += 1
        self.order += 1
        at = base._replace(
            order=self.order, table=self.tables, row=0, column=0, paragraph=0,
            section=base.section or (self.section if base.place == Place.BODY else 0),
        )
        grid: list[list[Cell]] = []
        spans: Spans = {}
        for row in rows(element, depth):
            line: list[Cell] = []
            for _ in range(skipped(row)):
                line.append(Cell((), at._replace(row=len(grid) + 1, column=len(line) + 1)))
            self._cells += len(line)
            for cell in cells(row, depth):
                self._cell(cell, line, grid, spans, at, depth)
            grid.append(line)
        return Table(with_heights(grid, spans), at) if grid else None

    def _cell(
        self, element: Any, line: list[Cell], grid: list[list[Cell]], spans: Spans, at: Location, depth: int
    ) -> None:
        properties = element[0] if len(element) else None
        span, merged, sideways = 1, "", ""
        if properties is not None and properties.tag == TC_PROPERTIES:
            key = properties.get(MARK)
            span, merged, sideways = merging(properties if key is None else self._interner.block(key))
        if not span:
            return
        column = len(line)
        self._cells += span
        if self._cells > self._limits.cells:
            raise over("cells")
        if sideways == "continue" and line:
            line += [line[-1]] * span
            return
        if merged == "continue" and grid and column < len(grid[-1]):
            above = grid[-1][column]
            height, last = spans.get(id(above), (1, 0))
            if last != len(grid):
                spans[id(above)] = height + 1, len(grid)
            line += [above] * span
            return
        self.order += 1
        place = Location(self.order, at.place, at.section, at.variant, at.table, len(grid) + 1, column + 1)
        line += [Cell(tuple(self.blocks(element, place, depth + 1)), place, 1, span)] * span
