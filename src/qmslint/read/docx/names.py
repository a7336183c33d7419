"""Names of WordprocessingML, and how its small values are read. Strict documents are read under the same names."""

from __future__ import annotations

from typing import Any

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{MAIN}}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
CHART_2016 = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix that the format uses

MARK = "xqzk"
"""Our attribute that holds the number of a property block, of letters that are rare: it is looked for quickly."""

CUT = "xqzp"
"""Our attribute that holds the number of a paragraph that was cut from the bytes."""

RARE = b"xqz"
"""What both begin with: it is looked for once."""

STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", MAIN.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R.strip("{}").encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A.strip("{}").encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", PIC.strip("{}").encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", CHART.strip("{}").encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/diagram", DIAGRAM.strip("{}").encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M.strip("{}").encode()),
)
"""Namespaces of ISO/IEC 29500 Strict, and the transitional ones that say the same."""


# Made once: a name put together at each comparison costs more than the comparison.
_VAL = W + "val"


def val(element: Any) -> str:
    """The attribute `w:val`, "" where there is none."""
    return element.get(_VAL) or ""


def on(element: Any) -> bool:
    """Whether a switch is on: present, and not said to be off."""
    return element.get(_VAL) not in ("0", "false", "off")


def number(text: str | None, default: int = 0) -> int:
    """A decimal number of reasonable size, `default` for anything else."""
    if text is None or len(text) > 10:
        return default
    digits = text[1:] if text.startswith("-") else text
    return int(text) if digits.isascii() and digits.isdigit() else default
