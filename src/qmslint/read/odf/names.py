"""Namespaces of OpenDocument (OASIS ODF 1.3, part 3, 1.4)."""

from __future__ import annotations

_BASE = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = _BASE + "office:1.0}"
TEXT = _BASE + "text:1.0}"
TABLE = _BASE + "table:1.0}"
STYLE = _BASE + "style:1.0}"
DRAW = _BASE + "drawing:1.0}"
META = _BASE + "meta:1.0}"
FO = _BASE + "xsl-fo-compatible:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def count(value: str | None, otherwise: int = 1) -> int:
    """A whole number of an attribute, never below 0; what is no number is `otherwise`."""
    if value and value.isascii() and value.isdigit() and len(value) <= 12:
        return int(value)
    return otherwise
