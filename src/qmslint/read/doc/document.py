"""Putting a Word binary document together: body, tables, text boxes, headers and footers of every section, notes."""

from __future__ import annotations

from bisect import bisect_right
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
    Run,
    SourceFile,
    Text,
    UnreadableDocument,
    paragraphs,
)
from qmslint.read.doc import fib as head
from qmslint.read.doc.comments import comment_authors
from qmslint.read.doc.grid import RawCell, RowShape, make_table, row_shape
from qmslint.read.doc.inline import Inked
from qmslint.read.doc.lists import Lists
from qmslint.read.doc.looks import Looks
from qmslint.read.doc.ole import Streams, damaged
from qmslint.read.doc.pages import read_formats
from qmslint.read.doc.paragraphs import RawParagraph, Story
from qmslint.read.doc.sections import Section, read_sections
from qmslint.read.doc.shapes import Shapes, read_shapes
from qmslint.read.doc.styles import Styles, read_fonts
from qmslint.read.doc.text import read_characters
from qmslint.read.guard import over
from qmslint.read.joining import DELETED, HIDDEN, joined

_MAX_DEPTH = 32
_ODD_BYTES = {bytes([value]) for value in range(1, 256, 2)}  # the lowest bit: even pages have headers of their own


def read_document(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The whole document."""
    streams = Streams(data, limits) if data[:2] == b"\xd0\xcf" else None
    word = streams.read("WordDocument") if streams else data
    info = head.read_fib(word)
    if streams is None:
        raise damaged("no compound file")
    table = streams.read(info.table_stream)
    characters = read_characters(word, info.structure(table, head.PIECES), limits.text_characters)
    styles = Styles(info.structure(table, head.STYLES))
    fonts = read_fonts(info.structure(table, head.FONTS))
    looks = Looks(styles, fonts)
    story = Story(
        characters,
        read_formats(word, info.structure(table, head.CHARACTER_PAGES), paragraphs=False),
        read_formats(word, info.structure(table, head.PARAGRAPH_PAGES), paragraphs=True),
        styles, looks, streams.read("Data"),
    )
    return _Builder(source, word, table, info, story, fonts, limits).document(streams)


class _Builder:
    def __init__(
        self, source: SourceFile, word: bytes, table: bytes, info: head.Fib, story: Story, fonts: Sequence[str],
        limits: Limits,
    ) -> None:
        self.source, self.table, self.info, self.story, self.limits = source, table, info, story, limits
        self.order = self.tables = self.changes = self.count = self.places = 0
        start, length = info.pairs[head.LISTS] if len(info.pairs) > head.LISTS else (0, 0)
        parts = info.structure(table, head.LISTS), info.structure(table, head.LIST_OVERRIDES)
        self.lists = Lists(*parts, table, start + length, fonts)
        self.sections = read_sections(info.structure(table, head.SECTIONS), word)
        self._section_ends = [section.end for section in self.sections]
        self._new_pages = {
            before.end for before, section in pairwise(self.sections) if not section.continuous
        }
        self.shapes = self._shapes(head.SHAPES_MAIN, head.BOX_TEXTS)

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
        owners = comment_authors(self.info, self.table)
        comments = tuple(
            Comment(
                owners[index] if index < len(owners) else "",
                "\n".join(p.text for p in paragraphs(note.blocks)), note.at,
            )
            for index, note in enumerate(self._notes(head.COMMENT_TEXTS, "comments", "comment", Place.COMMENT))
        )
        return Document(
            self.source, blocks, margins, notes, comments, streams.properties(), tracked_changes=self.changes
        )

    # ── blocks ──

    def _blocks(self, start: int, end: int, base: Location, boxes: bool = True) -> tuple[Block, ...]:
        ends = frozenset(self._section_ends[:-1]) if base.place == Place.BODY and boxes else frozenset()
        return tuple(self._level(self.story.paragraphs(start, end, ends), 0, base, boxes))

    def _level(self, raw: Sequence[RawParagraph], depth: int, base: Location, boxes: bool) -> list[Block]:
        blocks: list[Block] = []
        group: list[RawParagraph] = []
        number = 0
        new_page = False
        before: tuple[Paragraph, str] | None = None  # the paragraph that runs on into the next, and why
        for paragraph in (*raw, None):
            if paragraph is not None and paragraph.format.depth > depth and depth < _MAX_DEPTH:
                group.append(paragraph)
                continue
            if group:
                blocks.append(self._table(group, depth + 1, base, boxes))
                group, new_page, before = [], False, None
            if paragraph is None:
                break
            number += 1
            made, inked = self._paragraph(paragraph, base, number, new_page)
            if before is not None:
                blocks.pop()
                made = joined(before[0], made)
            blocks.append(made)
            runs_on = _runs_on(paragraph, inked)
            before = (made, runs_on) if runs_on else None
            if inked.anchors and boxes:
                blocks += self._boxes(made, inked)
                before = None if blocks[-1] is not made else before
            new_page = paragraph.end + 1 in self._new_pages if paragraph.mark == "\x0c" else _breaks_after(inked)
        return blocks

    def _paragraph(self, raw: RawParagraph, base: Location, number: int, new_page: bool) -> tuple[Paragraph, Inked]:
        self.count += 1
        if self.count > self.limits.paragraphs:
            raise UnreadableDocument(
                "too-large", Text("Quá nhiều đoạn văn (paragraphs).", "Too many paragraphs (paragraphs).")
            )
        form = raw.format
        inked = self.story.ink.read(raw.start, raw.end, form.style)
        self.changes += inked.changes
        text = inked.text
        self.order += 1
        section = base.section
        if base.place == Place.BODY:
            section = min(bisect_right(self._section_ends, raw.start) + 1, len(self._section_ends))
        at = Location(
            self.order, base.place, section, base.variant, base.table, base.row, base.column, number
        )
        pictures = inked.pictures
        if inked.anchors:
            pictures += sum(self.shapes.anchors.get(anchor, 0) in self.shapes.pictures for anchor in inked.anchors)
        label = ""
        runs_on = _runs_on(raw, inked)
        # Word prints the number of an empty paragraph too, save where that holds nothing but the end of a section.
        alone = raw.mark == "\x0c" or runs_on == HIDDEN
        if form.list and runs_on != DELETED and (text.strip() or pictures or not alone):
            level = form.level if form.level >= 0 else self.lists.level_of_style(form.list, form.style)
            label = self.lists.number(form.list, level)
        broken = inked.broken >= 0 and not text[: inked.broken].strip()
        return Paragraph(
            text, at, label, self.story.styles.name(form.style), form.outline, inked.runs, pictures, form.alignment,
            inked.original, form.page_break or new_page or broken,
        ), inked

    def _boxes(self, holder: Paragraph, inked: Inked) -> list[Block]:
        """The text boxes that are anchored in a paragraph, and its word art."""
        body = holder.at.place == Place.BODY
        at = holder.at._replace(place=Place.BOX if body else holder.at.place)
        start = self.info.stories.start("boxes" if body else "header_boxes")
        found: list[Block] = []
        for shape in (self.shapes.anchors.get(anchor, 0) for anchor in inked.anchors):
            if shape in self.shapes.texts:
                first, last = self.shapes.texts[shape]
                found += self._blocks(start + first, start + last - 1, at, boxes=False)
            elif shape in self.shapes.art:
                self.order += 1
                text = self.shapes.art[shape]
                found.append(Paragraph(text, at._replace(order=self.order, paragraph=1), runs=(Run(text),)))
        return found

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
        return make_table(rows, at, self._count_places)

    def _count_places(self, places: int) -> None:
        self.places += places
        if self.places > self.limits.cells:
            raise over("cells")

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
    for slot, kind in ((0, "header"), (2, "footer")):
        yield slot + 1, kind, ""
        if even:
            yield slot, kind, "even"
        if section.title_page:
            yield 4 + slot // 2, kind, "first"


def _runs_on(raw: RawParagraph, inked: Inked) -> str:
    """Why a paragraph stands on one line with the next, "" where it does not."""
    if inked.mark is None or raw.mark != "\r":
        return ""
    return DELETED if inked.mark.deleted else HIDDEN if inked.mark.hidden else ""


def _breaks_after(inked: Inked) -> bool:
    """Whether a page break ends the paragraph."""
    return inked.broken > 0 and bool(inked.text.strip()) and not inked.text[inked.broken :].strip()
