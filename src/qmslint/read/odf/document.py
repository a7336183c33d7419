"""Putting an OpenDocument text together: body, headers and footers of its pages, notes, comments, properties.

Source: ODF 1.3, part 3, 16.9 (master pages), 16.10-16.11 (headers and footers).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Document, Limits, Location, Margin, SourceFile
from qmslint.read.odf.body import Body
from qmslint.read.odf.inline import Changes
from qmslint.read.odf.names import STYLE, TEXT
from qmslint.read.odf.package import Parts
from qmslint.read.odf.styles import Styles


def read_text(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The whole document."""
    parts = Parts(data, limits)
    text = parts.body("text")
    styles = Styles(parts.styles, parts.content)
    body = Body(styles, limits, Changes(text.find(TEXT + "tracked-changes")))
    blocks = tuple(body.blocks(text, Location()))
    margins = _margins(styles, body)
    body.read_notes()
    return Document(
        source, blocks, margins, tuple(body.notes), tuple(body.comments), parts.properties(),
        tracked_changes=body.changes.total,
    )


def _margins(styles: Styles, body: Body) -> tuple[Margin, ...]:
    """What stands on top and bottom of the pages. A section on a master page that was used before inherits from it."""
    margins: list[Margin] = []
    known: dict[str, list[Margin]] = {}
    for section, name in enumerate(body.pages or list(styles.masters)[:1], 1):
        if name in known:
            margins += [margin._replace(section=section, inherited=True) for margin in known[name]]
            continue
        known[name] = []
        for kind, variant, element in _printed(styles, name):
            body.order += 1
            at = Location(body.order, kind, section, variant)
            known[name].append(Margin(kind, section, variant, tuple(body.blocks(element, at)), at))
        margins += known[name]
    return tuple(margins)


def _printed(styles: Styles, name: str) -> Iterator[tuple[str, str, Any]]:
    """(kind, variant, element) of a master page; a page that hands over to another one is the first page of its run."""
    page = styles.masters.get(name)
    following = page.get(STYLE + "next-style-name", name) if page is not None else name
    after = styles.masters.get(following)
    if page is None:
        return
    handed = after is not None and following != name
    main = after if handed else page
    for kind in ("header", "footer"):
        yield from _one(main, kind, "", "")
        yield from _one(main, kind, "-left", "even")
        yield from _one(page, kind, "" if handed else "-first", "first")


def _one(page: Any, kind: str, suffix: str, variant: str) -> Iterator[tuple[str, str, Any]]:
    element = page.find(f"{STYLE}{kind}{suffix}")
    if element is not None and element.get(STYLE + "display") != "false":
        yield kind, variant, element

