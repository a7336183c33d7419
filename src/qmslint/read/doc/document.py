"""Putting a Word binary document together: body, tables, text boxes, headers and footers of every section, notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from struct import unpack_from

from qmslint.api import (
    Block,
    Comment,
    Document,
    Limits,
    Location,
    Margin,
    Note,
    Paragraph,
    Place,
    SourceFile,
    Text,
    UnreadableDocument,
)
from qmslint.read.doc import fib as head
from qmslint.read.doc.grid import RawCell, RowShape, make_table, row_shape
from qmslint.read.doc.lists import Lists
from qmslint.read.doc.looks import Looks
from qmslint.read.doc.ole import Streams
from qmslint.read.doc.pages import read_formats
from qmslint.read.doc.paragraphs import RawParagraph, Story
from qmslint.read.doc.sections import Section, read_sections
from qmslint.read.doc.shapes import Shapes, read_shapes
from qmslint.read.doc.styles import read_fonts, read_styles
from qmslint.read.doc.text import read_characters

_MAX_DEPTH = 32
_ODD_BYTES = {bytes([value]) for value in range(1, 256, 2)}  # the lowest bit: even pages have headers of their own


def read_document(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The whole document."""
    streams = Streams(data, limits) if data[:2] == b"\xd0\xcf" else None
    word = streams.read("WordDocument") if streams else data
    info = head.read_fib(word)
    assert streams is not None
    table = streams.read(info.table_stream)
    characters = read_characters(word, info.structure(table, head.PIECES), limits.text_characters)
    styles = read_styles(info.structure(table, head.STYLES))
    looks = Looks(styles, read_fonts(info.structure(table, head.FONTS)))
    story = Story(
        characters,
        read_formats(word, info.structure(table, head.CHARACTER_PAGES), paragraphs=False),
        read_formats(word, info.structure(table, head.PARAGRAPH_PAGES), paragraphs=True),
        styles, looks, streams.read("Data"),
    )
    return _Builder(source, word, table, info, story, limits).document(streams)


class _Builder:
    def __init__(
        self, source: SourceFile, word: bytes, table: bytes, info: head.Fib, story: Story, limits: Limits
    ) -> None:
        self.source, self.table, self.info, self.story, self.limits = source, table, info, story, limits
        self.order = self.tables = self.changes = self.count = 0
        start, length = info.pairs[head.LISTS] if len(info.pairs) > head.LISTS else (0, 0)
        parts = info.structure(table, head.LISTS), info.structure(table, head.LIST_OVERRIDES)
        self._list_parts = (*parts, start + length)
        self.lists = self._new_lists()
        self.sections = read_sections(info.structure(table, head.SECTIONS), word)
        self.shapes = self._shapes(head.SHAPES_MAIN, head.BOX_TEXTS)

    def _new_lists(self) -> Lists:
        definitions, overrides, end = self._list_parts
        return Lists(definitions, overrides, self.table, end)

    def _shapes(self, anchors: int, texts: int) -> Shapes:
        return read_shapes(
            self.info.structure(self.table, anchors), self.info.structure(self.table, head.DRAWINGS),
            self.info.structure(self.table, texts),
        )

    def document(self, streams: Streams) -> Document:
        """Body first, then margins, notes, comments: the reading order."""
        stories = self.info.stories
        blocks = self._blocks(0, stories.main, Location())
        margins = self._margins(stories)
        notes = (
            *self._notes(head.FOOTNOTE_TEXTS, "footnotes", "footnote", Place.FOOTNOTE),
            *self._notes(head.ENDNOTE_TEXTS, "endnotes", "endnote", Place.ENDNOTE),
        )
        comments = tuple(
            Comment("", " ".join(p.text for p in note.blocks if isinstance(p, Paragraph)), note.at)
            for note in self._notes(head.COMMENT_TEXTS, "comments", "comment", Place.COMMENT)
        )
        return Document(
            self.source, blocks, margins, notes, comments, streams.properties(), tracked_changes=self.changes
        )

    # ── blocks ──

    def _blocks(self, start: int, end: int, base: Location, boxes: bool = True) -> tuple[Block, ...]:
        raw = list(self.story.paragraphs(start, end))
        return tuple(self._level(raw, 0, base, boxes))

    def _level(self, raw: Sequence[RawParagraph], depth: int, base: Location, boxes: bool) -> list[Block]:
        blocks: list[Block] = []
        group: list[RawParagraph] = []
        number = 0
        after_break = False
        for paragraph in (*raw, None):
            if paragraph is not None and paragraph.format.depth > depth and depth < _MAX_DEPTH:
                group.append(paragraph)
                continue
            if group:
                blocks.append(self._table(group, depth + 1, base, boxes))
                group = []
            if paragraph is None:
                break
            if paragraph.mark == "\x0c" and paragraph.end == paragraph.start:
                after_break = True  # a page break of its own is no paragraph
                continue
            number += 1
            made = self._paragraph(paragraph, base._replace(paragraph=number), boxes)
            blocks.append(made[0]._replace(page_break=True) if after_break else made[0])
            blocks += made[1:]
            after_break = paragraph.mark == "\x0c"
        return blocks

    def _paragraph(self, raw: RawParagraph, at: Location, boxes: bool) -> list[Paragraph]:
        self.count += 1
        if self.count > self.limits.paragraphs:
            raise UnreadableDocument(
                "too-large", Text("Quá nhiều đoạn văn (paragraphs).", "Too many paragraphs (paragraphs).")
            )
        ink = self.story.ink(raw)
        self.changes += ink.changes
        form = raw.format
        style = self.story.styles[form.style].name if form.style < len(self.story.styles) else ""
        shown = ink.text.strip() or ink.pictures or at.table  # in a cell Word prints the number of an empty paragraph
        number = self.lists.number(form.list, form.level) if form.list and shown else ""
        self.order += 1
        at = at._replace(order=self.order, section=self._section(raw.start) if at.place == Place.BODY else at.section)
        shapes = [self.shapes.anchors.get(anchor, 0) for anchor in ink.anchors] if boxes else []
        pictures = ink.pictures + sum(1 for shape in shapes if shape in self.shapes.pictures)
        made = [Paragraph(
            ink.text, at, number, style, form.outline, ink.runs, pictures, form.alignment, ink.original, form.page_break
        )]
        start = self.info.stories.start("boxes" if at.place == Place.BODY else "header_boxes")
        for shape in shapes:
            if shape in self.shapes.texts:
                first, last = self.shapes.texts[shape]
                inner = self._blocks(start + first, start + last - 1, at._replace(place=Place.BOX), boxes=False)
                made += [block for block in inner if isinstance(block, Paragraph) and block.text.strip()]
        return made

    def _table(self, group: Sequence[RawParagraph], depth: int, base: Location, boxes: bool) -> Block:
        self.tables += 1
        self.order += 1
        at = base._replace(order=self.order, table=self.tables, row=0, column=0, paragraph=0)
        rows: list[tuple[list[RawCell], RowShape]] = []
        cells: list[RawCell] = []
        inside: list[RawParagraph] = []
        for paragraph in group:
            form = paragraph.format
            own = form.depth == depth
            if own and form.row_end:
                if cells:
                    rows.append((cells, row_shape(form.row, len(cells))))
                cells, inside = [], []
                continue
            inside.append(paragraph)
            if own and (form.cell_end if depth > 1 else paragraph.mark == "\x07"):
                place = at._replace(row=len(rows) + 1, column=len(cells) + 1)
                self.order += 1
                order = self.order
                cells.append(RawCell(tuple(self._level(inside, depth, place, boxes)), order))
                inside = []
        if cells or inside:
            cells.append(RawCell(tuple(self._level(inside, depth, at, boxes)), self.order))
            rows.append((cells, row_shape(b"", len(cells))))
        return make_table(rows, at)

    def _section(self, position: int) -> int:
        return next((s.number for s in self.sections if position < s.end), len(self.sections) or 1)

    # ── headers, footers, notes ──

    def _margins(self, stories: head.Stories) -> tuple[Margin, ...]:
        plc = self.info.structure(self.table, head.HEADERS)
        if len(plc) < 8:
            return ()
        positions = unpack_from(f"<{len(plc) // 4}I", plc)
        self.shapes = self._shapes(head.SHAPES_HEADER, head.HEADER_BOX_TEXTS)
        start = stories.start("headers")
        even = bool(self.info.structure(self.table, head.DOCUMENT_PROPERTIES)[:1] in _ODD_BYTES)
        margins: list[Margin] = []
        latest: dict[tuple[str, str], tuple[Block, ...]] = {}
        for section in self.sections:
            for slot, kind, variant in _slots(section, even):
                index = 6 + 6 * (section.number - 1) + slot
                if index + 1 >= len(positions):
                    continue
                first, last = start + positions[index], start + positions[index + 1]
                margins += self._margin(first, last, section, kind, variant, latest)
        return tuple(margins)

    def _margin(
        self, start: int, end: int, section: Section, kind: str, variant: str,
        last: dict[tuple[str, str], tuple[Block, ...]],
    ) -> Iterable[Margin]:
        self.order += 1
        at = Location(self.order, kind, section.number, variant)
        inherited = end <= start
        if not inherited:
            last[kind, variant] = self._blocks(start, end - 1, at)
        blocks = last.get((kind, variant), ())
        return (Margin(kind, section.number, variant, blocks, at, inherited),) if blocks else ()

    def _notes(self, index: int, story: str, kind: str, place: str) -> Iterable[Note]:
        plc = self.info.structure(self.table, index)
        positions = unpack_from(f"<{len(plc) // 4}I", plc)
        start = self.info.stories.start(story)
        for first, last in pairwise(positions[:-1]):
            self.order += 1
            at = Location(self.order, place)
            yield Note(kind, self._blocks(start + first, start + last, at), at)


def _slots(section: Section, even: bool) -> Iterable[tuple[int, str, str]]:
    """Which of the six stories of a section print: (slot, kind, variant)."""
    yield 1, "header", ""
    yield 3, "footer", ""
    if even:
        yield 0, "header", "even"
        yield 2, "footer", "even"
    if section.title_page:
        yield 4, "header", "first"
        yield 5, "footer", "first"
