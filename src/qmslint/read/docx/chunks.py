"""Web pages (also in an .mht archive) and plain text that were put into a document as they are (altChunk).

Source: ISO/IEC 29500-1, 17.17.2.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from qmslint.read import xml_library

_LINES = frozenset((
    "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "ul", "ol", "dt", "dd", "blockquote", "pre",
    "section", "article", "header", "footer", "caption", "hr",
))
_UNSHOWN = frozenset(("script", "style", "head", "title", "template"))
_PAGES = (b"<!doctype html", b"<p", b"<div", b"<table", b"<h")
_OTHERS = (b"{\\rtf", b"pk\x03\x04", b"\xd0\xcf", b"%pdf-")
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # text in UTF-16
_MAX_DEPTH = 200
_WHITE = re.compile("[ \t\r\n\f]+")


def lines_of(data: bytes) -> list[str] | None:
    """The lines that a chunk of text or of a web page shows; None for a format that is not read."""
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_OTHERS):
        return None
    if start.startswith(b"mime-version:") or b"\ncontent-type: multipart/" in data[:4096].lower():
        from email import message_from_bytes  # few documents hold such a chunk

        for part in message_from_bytes(data).walk():
            if part.get_content_type() == "text/html":
                payload = part.get_payload(decode=True)
                return _page(payload) if isinstance(payload, bytes) else None
        return None
    if b"<html" in start or b"<body" in start or start.startswith(_PAGES):
        return _page(data)
    if start.startswith(b"<?xml") or (b"\x00" in data[:4096] and data[:2] not in _WIDE):
        return None
    return [line for line in _decoded(data).splitlines() if line.strip()]


def _page(data: bytes) -> list[str]:
    etree = xml_library.etree()

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(_decoded(data).encode("utf-8", "replace"), parser)
    if root is None:
        return []
    lines = _WHITE.sub(" ", "".join(_shown(root, 0))).replace("\v", "\n").split("\x1f")
    return [line.strip(" ") for line in lines if line.strip()]


def _shown(element: Any, depth: int) -> Iterator[str]:
    """Text in order; a unit separator stands between lines, a vertical tab for a break inside one."""
    name = str(element.tag).lower()
    if name in _UNSHOWN or depth > _MAX_DEPTH:
        return
    edge = "\x1f" if name in _LINES else ""
    yield "\v" if name == "br" else edge
    yield element.text or ""
    for child in element:
        yield from _shown(child, depth + 1)
        yield child.tail or ""
    yield " " if name in ("td", "th") else edge


def _decoded(data: bytes) -> str:
    if data[:2] in _WIDE:
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1258", "replace")
