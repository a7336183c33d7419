"""What the properties of a paragraph say of itself: style, list, alignment, section end, page break.

Source: ISO/IEC 29500-1, 17.3.1.26 (pPr).
"""

from __future__ import annotations

from typing import Any, NamedTuple

from qmslint.read.docx.names import W, number, on, val

_ALIGNMENT = {"center": "center", "right": "right", "end": "right", "both": "both", "distribute": "both"}


class ParagraphFormat(NamedTuple):
    """Direct properties. `alignment` "left" = said to be left; `number` (numId, level), level -1 = not said."""

    style: str = ""
    alignment: str = ""
    number: tuple[str, int] | None = None
    outline: int = 0
    section: Any = None
    page_break: bool = False


def read_format(properties: Any) -> ParagraphFormat:
    """The format that a `pPr` gives."""
    style = alignment = ""
    num: tuple[str, int] | None = None
    outline = 0
    section = None
    page_break = False
    for child in properties:
        tag = child.tag
        if tag == W + "pStyle":
            style = val(child)
        elif tag == W + "jc":
            alignment = _ALIGNMENT.get(val(child), "left")
        elif tag == W + "numPr":
            num = _list(child)
        elif tag == W + "outlineLvl":
            level = number(val(child), 9)
            outline = level + 1 if 0 <= level < 9 else 0
        elif tag == W + "sectPr":
            section = child
        elif tag == W + "pageBreakBefore":
            page_break = on(child)
    return ParagraphFormat(style, alignment, num, outline, section, page_break)


def _list(element: Any) -> tuple[str, int]:
    identifier, level = "", -1
    for child in element:
        if child.tag == W + "numId":
            identifier = val(child)
        elif child.tag == W + "ilvl":
            level = number(val(child), 0)
    return identifier, level
