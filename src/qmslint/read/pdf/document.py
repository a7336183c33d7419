"""Putting a PDF together: pages, headers and footers, the body over all pages, properties, digital signatures."""

from __future__ import annotations

import ctypes
import re
import time
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as c

from qmslint.api import (
    Document,
    Limits,
    Location,
    Margin,
    NamedTuple,
    Place,
    Properties,
    SourceFile,
    Text,
    Unread,
    UnreadableDocument,
)
from qmslint.read.guard import damaged, encrypted, over
from qmslint.read.pdf.assembling import Assembler
from qmslint.read.pdf.edges import edges_of
from qmslint.read.pdf.grids import Grid
from qmslint.read.pdf.joining import join_pages
from qmslint.read.pdf.layout import Item, flow, items_of
from qmslint.read.pdf.native import Fonts, read_page
from qmslint.read.pdf.outline import outline_of
from qmslint.read.pdf.paragraphs import Drawn
from qmslint.read.pdf.running import Parted, parted, spans_of
from qmslint.read.pdf.scans import read_scans
from qmslint.read.pdf.shapes import Page
from qmslint.read.pdf.signatures import add_seals
from qmslint.read.pdf.splitting import footers_parted

_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?|Z)?")
_SHORT_PAGE = 0.25  # of the page: so much room at its end means that the page was ended on purpose


def read_document(source: SourceFile, data: bytes, limits: Limits) -> Document:
    """The whole document."""
    document = c.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise _refused(c.FPDF_GetLastError())
    try:
        return _read(document, source, limits)
    finally:
        c.FPDF_CloseDocument(document)


def _refused(code: int) -> UnreadableDocument:
    if code == c.FPDF_ERR_PASSWORD:
        return encrypted()
    if code == c.FPDF_ERR_SECURITY:
        return UnreadableDocument(
            "encrypted",
            Text("Tệp PDF được mã hóa theo cách không mở được.", "The PDF is encrypted in a way not to be opened."),
            Text("In lại thành PDF không mật khẩu.", "Print it again as a PDF without a password."),
        )
    return damaged("PDF")


def _read(document: Any, source: SourceFile, limits: Limits) -> Document:
    pages = _pages(document, limits)
    scans = read_scans(document, pages, limits)
    remarks = add_seals(document, pages)
    items = footers_parted([items_of(page, limits) for page in pages])
    shared = parted(items, [page.height for page in pages])
    edges = edges_of(pages, shared)
    blocks = []
    for number, (part, (left, right)) in enumerate(zip(shared, edges, strict=True)):
        drawn = flow(part.body, left, right, columns=True)
        if number and drawn and isinstance(drawn[0], Drawn):
            drawn[0].page_break = _ended_early(shared, number - 1, pages[number - 1].height) or _is_title(drawn[0])
        blocks.append((drawn, left, right))
    assembler = Assembler(limits, outline_of(document))
    body = assembler.blocks(join_pages(blocks), Location(section=1))
    margins = _margins(shared, assembler)
    scanned = tuple(
        Unread(Location(assembler.order + scan.page, page=scan.page), scan.reason, scan.message, scan.mend)
        for scan in scans
    )
    return Document(
        source, body, margins, properties=_properties(document), unread=scanned, remarks=remarks,
    )


def _pages(document: Any, limits: Limits) -> list[Page]:
    count = c.FPDF_GetPageCount(document)
    if count > limits.pages:
        raise over("pages")
    fonts = Fonts()
    end = time.monotonic() + limits.seconds
    pages: list[Page] = []
    letters = drawn = 0
    for index in range(count):
        page = read_page(document, index, fonts, limits)
        if page is None:
            continue
        pages.append(page)
        letters += sum(len(group.text) for group in page.groups)
        drawn += page.drawn
        if letters > limits.text_characters:
            raise over("text_characters")
        if drawn > 10 * limits.cells:
            raise over("cells")
        if time.monotonic() > end:
            raise over("seconds")
    if not pages:
        raise damaged("PDF: 0")
    return pages


def _ended_early(parts: Sequence[Parted], number: int, height: float) -> bool:
    """Whether a page has so much room at its end that somebody ended it."""
    lowest = [_bottom(part.body[-1]) for part in parts if part.body]
    return bool(parts[number].body) and _bottom(parts[number].body[-1]) - min(lowest) > _SHORT_PAGE * height


def _is_title(first: Drawn) -> bool:
    """Whether a page begins with a title or the mark of a form, which no page does by chance."""
    return first.alignment in ("center", "right") and len(first.lines) < 3


def _bottom(item: Item) -> float:
    return item.box.y0 if isinstance(item, Grid) else item.y


class _Side(NamedTuple):
    kind: str
    items: list[Item]


def _margins(parts: Sequence[Parted], assembler: Assembler) -> tuple[Margin, ...]:
    margins: list[Margin] = []
    for span in spans_of(parts):
        for side in (_Side(Place.HEADER, span.header), _Side(Place.FOOTER, span.footer)):
            if not side.items:
                continue
            assembler.order += 1
            at = Location(assembler.order, side.kind, span.section, span.variant)
            margin = Margin(side.kind, span.section, span.variant, assembler.margin(side.items, at), at)
            margins.append(margin)
    return tuple(margins)


def _properties(document: Any) -> Properties:
    return Properties(
        title=_meta(document, b"Title"), author=_meta(document, b"Author"),
        created=_date(_meta(document, b"CreationDate")), modified=_date(_meta(document, b"ModDate")),
        application=" / ".join(dict.fromkeys(
            said for name in (b"Creator", b"Producer") if (said := _meta(document, name))
        )),
    )


def _meta(document: Any, name: bytes) -> str:
    length = c.FPDF_GetMetaText(document, name, None, 0)
    if not 2 < length < 20_000:
        return ""
    buffer = ctypes.create_string_buffer(length)
    c.FPDF_GetMetaText(document, name, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace").strip("\x00 ")


def _date(text: str) -> str:
    """A date of PDF as ISO 8601; "" when it is none."""
    match = _DATE.match(text)
    if match is None:
        return ""
    year, month, day, hour, minute, second, sign, east, rest = match.groups()
    zone = f"{sign}{east}:{rest or '00'}" if sign else "Z" if "Z" in text else ""
    return f"{year}-{month or '01'}-{day or '01'}T{hour or '00'}:{minute or '00'}:{second or '00'}{zone}"
