"""Digital signatures of a PDF: who and when, said in the place where the seal stands. Named, never verified."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as c

from qmslint.read.pdf.certificates import signer_of
from qmslint.read.pdf.shapes import Box, Page, turned

_MOST = 100
_TIME = re.compile(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d))?")


def add_seals(document: Any, pages: Sequence[Page]) -> tuple[str, ...]:
    """Put each signature as words where its seal stands; all of them as remarks of the reader."""
    count = min(c.FPDF_GetSignatureCount(document), _MOST)
    if count <= 0:
        return ()
    said = [_said(c.FPDF_GetSignatureObject(document, index)) for index in range(count)]
    places = _places(document, pages)
    for words, (page, box) in zip(said, places, strict=False):
        page.seals.append((words, box))
    return tuple(said)


def _said(signature: Any) -> str:
    length = c.FPDFSignatureObj_GetContents(signature, None, 0)
    who = ""
    if 0 < length < 1_000_000:
        buffer = ctypes.create_string_buffer(length)
        c.FPDFSignatureObj_GetContents(signature, buffer, length)
        who = signer_of(buffer.raw)
    length = c.FPDFSignatureObj_GetTime(signature, None, 0)
    when = ""
    if 0 < length < 100:
        buffer = ctypes.create_string_buffer(length)
        c.FPDFSignatureObj_GetTime(signature, buffer, length)
        match = _TIME.match(buffer.raw.decode("ascii", "replace"))
        if match:
            when = f"{match[3]}/{match[2]}/{match[1]}" + (f" {match[4]}:{match[5]}" if match[4] else "")
    words = "Chữ ký số" + (f": {who}" if who else "")
    return f"({words}{f', ký ngày {when}' if when else ''}; chưa kiểm tra chữ ký)"


def _places(document: Any, pages: Sequence[Page]) -> list[tuple[Page, Box]]:
    """Where the signature fields stand, in the order of pages; unseen ones (no size) are passed over."""
    found: list[tuple[Page, Box]] = []
    for page in pages:
        raw = c.FPDF_LoadPage(document, page.number - 1)
        if not raw:
            continue
        try:
            bounds = c.FS_RECTF()
            c.FPDF_GetPageBoundingBox(raw, bounds)
            around = Box(bounds.left, bounds.bottom, bounds.right, bounds.top)
            for index in range(min(c.FPDFPage_GetAnnotCount(raw), 1000)):
                annotation = c.FPDFPage_GetAnnot(raw, index)
                box = _field(annotation)
                if box is not None:
                    found.append((page, turned(box, around, page.turn)))
                c.FPDFPage_CloseAnnot(annotation)
        finally:
            c.FPDF_ClosePage(raw)
    return found


def _field(annotation: Any) -> Box | None:
    """The rectangle of a signed field of signatures, None for any other annotation."""
    if c.FPDFAnnot_GetSubtype(annotation) != c.FPDF_ANNOT_WIDGET or not c.FPDFAnnot_HasKey(annotation, b"V"):
        return None
    buffer = ctypes.create_string_buffer(64)
    length = c.FPDFAnnot_GetStringValue(
        annotation, b"FT", ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), len(buffer)
    )
    if buffer.raw[: max(0, length - 2)].decode("utf-16-le", "replace") != "Sig":
        return None
    rect = c.FS_RECTF()
    if not c.FPDFAnnot_GetRect(annotation, rect):
        return None
    box = Box(min(rect.left, rect.right), min(rect.bottom, rect.top), max(rect.left, rect.right),
              max(rect.bottom, rect.top))
    return box if box.width > 1 and box.height > 1 else None
