"""Putting an RTF text together: body, headers and footers of every section, notes, comments, properties.

Source: Rich Text Format Specification 1.9.1. Headers, notes and boxes are read when it is their turn.
"""

from __future__ import annotations

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
    paragraphs,
)
from qmslint.read.guard import damaged
from qmslint.read.rtf.machine import Machine
from qmslint.read.rtf.shared import Shared
from qmslint.read.rtf.state import State
from qmslint.read.rtf.story import Story
from qmslint.read.rtf.tokens import Source


def read_document(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The whole document."""
    if not data.startswith(b"{\\rtf"):
        raise damaged("rtf")
    shared = Shared(Source(data), limits, _blocks)
    end = shared.source.after_group(1)
    if end >= shared.source.length and not data.rstrip(b"\r\n\0 ").endswith(b"}"):
        raise damaged("rtf: }")
    blocks = tuple(shared.blocks(1, end, Location()))
    if end >= shared.source.length and not any(paragraph.text.strip() for paragraph in paragraphs(blocks)):
        raise damaged("rtf: }")  # an end that comes too early; a brace forgotten behind all text is forgiven
    shared.end_section()
    if len(shared.sections) > 1 and not any(block.at.section == len(shared.sections) for block in blocks):
        shared.sections.pop()  # a section mark at the very end begins none
    margins = _margins(shared)
    notes: list[Note] = []
    comments: list[Comment] = []
    for kind, first, last, author in shared.asides:
        at = Location(shared.next_order(), kind)
        inside = shared.blocks(first, last, at)
        if kind == Place.COMMENT:
            comments.append(Comment(author, "\n".join(b.text for b in inside if isinstance(b, Paragraph)), at))
        else:
            notes.append(Note(kind, tuple(inside), at))
    return Document(
        source, blocks, margins, tuple(notes), tuple(comments), shared.head.properties, tracked_changes=shared.changes
    )


def _blocks(shared: Shared, start: int, end: int, base: Location) -> list[Block]:
    state = State(shared.head.font)
    story = Story(shared, base)
    machine = Machine(shared, story, state)
    machine.run(start, end)
    return story.finish(machine.state)


def _margins(shared: Shared) -> tuple[Margin, ...]:
    margins: list[Margin] = []
    known: dict[tuple[int, int], Margin] = {}
    for number, (parts, title_page) in enumerate(shared.sections, 1):
        variants = ("", *(["even"] if shared.head.even_pages else []), *(["first"] if title_page else []))
        for (kind, variant), (start, end, new) in sorted(parts.items(), key=_print_order):
            made = known.get((start, end))
            if made is None:
                at = Location(shared.next_order(), kind, number, variant)
                made = known[start, end] = Margin(kind, number, variant, tuple(shared.blocks(start, end, at)), at)
            if variant in variants:
                margins.append(made if new else made._replace(section=number, inherited=True))
    return tuple(margins)


def _print_order(part: tuple[tuple[str, str], tuple[int, int, bool]]) -> tuple[bool, int]:
    (kind, variant), _ = part
    return kind == "footer", ("", "even", "first").index(variant)
