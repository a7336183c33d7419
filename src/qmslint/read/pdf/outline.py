"""The outline of a PDF (its bookmarks), when it has one: which lines the writer knew as headings."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as c

_MOST, _DEPTH = 5000, 9


def outline_of(document: Any) -> dict[str, int]:
    """Each bookmark's words, folded to small letters, with its level from 1."""
    found: dict[str, int] = {}
    seen: set[int] = set()
    waiting = [(c.FPDFBookmark_GetFirstChild(document, None), 1)]
    while waiting and len(seen) < _MOST:
        bookmark, level = waiting.pop()
        address = ctypes.cast(bookmark, ctypes.c_void_p).value if bookmark else None
        if address is None or address in seen:
            continue
        seen.add(address)
        words = " ".join(_title(bookmark).split()).lower()
        if words:
            found.setdefault(words, level)
        waiting.append((c.FPDFBookmark_GetNextSibling(document, bookmark), level))
        if level < _DEPTH:
            waiting.append((c.FPDFBookmark_GetFirstChild(document, bookmark), level + 1))
    return found


def _title(bookmark: Any) -> str:
    length = c.FPDFBookmark_GetTitle(bookmark, None, 0)
    if not 2 < length < 4000:
        return ""
    buffer = ctypes.create_string_buffer(length)
    c.FPDFBookmark_GetTitle(bookmark, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")
