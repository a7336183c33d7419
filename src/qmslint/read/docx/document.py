"""Putting a .docx together: body, headers and footers of every section, notes, comments, properties.

Source: ISO/IEC 29500-1, 11.3 (parts), 17.10 (headers and footers), 17.11 (notes).
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
from qmslint.read.core_properties import core_properties
from qmslint.read.docx.body import Body
from qmslint.read.docx.inserted import Inserted
from qmslint.read.docx.names import R, W, on, val
from qmslint.read.docx.parts import Parts
from qmslint.read.guard import Package, damaged

# Made once: a name put together at each comparison costs more than the comparison.
(
    _BODY, _EVEN_AND_ODD_HEADERS, _TITLE_PG, _TYPE, _ID, _AUTHOR,
) = (W + name for name in (
    "body", "evenAndOddHeaders", "titlePg", "type", "id", "author",
))


def read_document(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The whole document."""
    return _read(source, data, limits, Inserted(_nested))


def _nested(data: bytes, limits: Limits, inserted: Inserted) -> Document:
    """A document that was put into another."""
    return _read(SourceFile("", "docx"), data, limits, inserted)


def _read(source: SourceFile, data: bytes, limits: Limits, inserted: Inserted) -> Document:
    parts = Parts(Package(data, limits), limits)
    root = parts.main()
    body_element = root.find(_BODY) if root is not None else None
    if body_element is None:
        raise damaged("no body")
    body = Body(parts, limits, inserted)
    blocks = _on_new_pages(body.part(parts.main_name, body_element, Location()), body)
    margins = _margins(parts, body)
    notes = (*_notes(parts, body, "footnotes", Place.FOOTNOTE), *_notes(parts, body, "endnotes", Place.ENDNOTE))
    comments = _comments(parts, body)
    return Document(
        source, blocks, margins, (*notes, *inserted.notes), (*comments, *inserted.comments),
        core_properties(parts.core()), tracked_changes=body.changes, unread=tuple(inserted.unread),
    )


def _on_new_pages(blocks: tuple[Block, ...], body: Body) -> tuple[Block, ...]:
    """The blocks; the first paragraph of a section that begins on a new page is said to do so."""
    found = list(blocks)
    section = 1
    for place, block in enumerate(blocks if len(body.sections) > 1 else ()):
        if block.at.section > section:
            section = block.at.section
            if section <= len(body.sections) and isinstance(body.sections[section - 1], tuple):
                continue  # of a file put in: its reader has said so
            kind = body.sections[section - 1].find(W + "type") if section <= len(body.sections) else None
            fresh = kind is None or val(kind) not in ("continuous", "nextColumn")
            if fresh and isinstance(block, Paragraph):
                found[place] = block._replace(page_break=True)
    return tuple(found)


def _margins(parts: Parts, body: Body) -> tuple[Margin, ...]:
    settings = parts.related("settings")
    switch = settings.find(_EVEN_AND_ODD_HEADERS) if settings is not None else None
    even = switch is not None and on(switch)
    margins: list[Margin] = []
    last: dict[tuple[str, str], Margin] = {}
    for section, properties in enumerate(body.sections, 1):
        if isinstance(properties, tuple):
            margins += properties
            last.update({(margin.kind, margin.variant or "default"): margin for margin in properties})
            continue
        title = properties.find(_TITLE_PG)
        variants = ["", *(["even"] if even else []), *(["first"] if title is not None and on(title) else [])]
        own = {
            (kind, reference.get(_TYPE, "default")): reference.get(R + "id", "")
            for kind in ("header", "footer")
            for reference in properties.findall(f"{W}{kind}Reference")
        }
        for kind in ("header", "footer"):
            for name in ("default", "even", "first"):
                variant = "" if name == "default" else name
                identifier = own.get((kind, name))
                part = parts.named(identifier) if identifier else ""
                element = parts.root(part, text=True)
                if element is not None:
                    body.order += 1
                    at = Location(body.order, kind, section, variant)
                    last[kind, name] = Margin(kind, section, variant, body.part(part, element, at), at)
                    found = last[kind, name]
                elif (kind, name) in last:
                    found = last[kind, name]._replace(section=section, inherited=True)
                else:
                    continue
                if variant in variants:
                    margins.append(found)
    return tuple(margins)


def _notes(parts: Parts, body: Body, part: str, place: str) -> list[Note]:
    """The notes that are called in the text, in the order of their calls: no other is printed."""
    root = parts.related(part)
    elements = {element.get(_ID) or "": element for element in (root if root is not None else ())}
    notes: list[Note] = []
    for called, identifier in tuple(body.notes):
        element = elements.pop(identifier, None) if called == part else None
        if element is not None:
            body.order += 1
            at = Location(body.order, place)
            notes.append(Note(place, body.part(parts.name_of(part), element, at), at))
    return notes


def _comments(parts: Parts, body: Body) -> tuple[Comment, ...]:
    root = parts.related("comments")
    comments: list[Comment] = []
    for element in root if root is not None else ():
        body.order += 1
        at = Location(body.order, Place.COMMENT)
        text = "\n".join(p.text for p in paragraphs(body.part(parts.name_of("comments"), element, at)))
        comments.append(Comment(element.get(_AUTHOR) or "", text, at))
    return tuple(comments)
