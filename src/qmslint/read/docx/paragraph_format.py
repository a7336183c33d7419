"""What the properties of a paragraph say of itself: style, list, alignment, section end, page break.

Source: ISO/IEC 29500-1, 17.3.1.26 (pPr), 17.3.1.29 (rPr of the mark), 17.3.1.11 (framePr), 17.13.5.15 (deleted marks).
"""

from __future__ import annotations

from typing import Any

from qmslint.api import NamedTuple
from qmslint.read.docx.interning import Interner
from qmslint.read.docx.names import MARK, W, number, on, val
from qmslint.read.docx.styles import Styles
from qmslint.read.joining import DELETED, DROPPED, HIDDEN

# Made once: a name put together at each comparison costs more than the comparison.
(
    _P_STYLE, _JC, _NUM_PR, _OUTLINE_LVL, _SECT_PR, _PAGE_BREAK_BEFORE, _FRAME_PR, _DROP_CAP, _R_PR, _NUM_ID,
    _ILVL,
) = (W + name for name in (
    "pStyle", "jc", "numPr", "outlineLvl", "sectPr", "pageBreakBefore", "framePr", "dropCap", "rPr", "numId",
    "ilvl",
))
_ALIGNMENT = {"center": "center", "right": "right", "end": "right", "both": "both", "distribute": "both"}
_REMOVED = frozenset((W + "del", W + "moveFrom"))
_TRACKED = _REMOVED | {W + "ins", W + "moveTo"}


class ParagraphFormat(NamedTuple):
    """Direct properties. `alignment` "left" = said to be left; `number` (numId, level), level -1 = not said."""

    style: str = ""
    alignment: str = ""
    number: tuple[str, int] | None = None
    outline: int = 0
    section: Any = None
    page_break: bool = False
    runs_on: str = ""
    mark_changed: bool = False  # the paragraph mark is a tracked insertion or deletion


def read_format(properties: Any, styles: Styles, interner: Interner) -> ParagraphFormat:
    """The format that a `pPr` gives."""
    style = alignment = ""
    num: tuple[str, int] | None = None
    outline = 0
    section = None
    page_break = changed = False
    runs_on = ""
    mark = None
    for child in properties:
        tag = child.tag
        if tag == _P_STYLE:
            style = val(child)
        elif tag == _JC:
            alignment = _ALIGNMENT.get(val(child), "left")
        elif tag == _NUM_PR:
            num = _list(child)
        elif tag == _OUTLINE_LVL:
            level = number(val(child), 9)
            outline = level + 1 if 0 <= level < 9 else 0
        elif tag == _SECT_PR:
            section = child
        elif tag == _PAGE_BREAK_BEFORE:
            page_break = on(child)
        elif tag == _FRAME_PR:
            runs_on = DROPPED if child.get(_DROP_CAP) in ("drop", "margin") else ""
        elif tag == _R_PR:
            key = child.get(MARK)
            mark = child if key is None else interner.block(key)
            for inner in mark:
                if inner.tag in _TRACKED:
                    changed = True
                    runs_on = DELETED if inner.tag in _REMOVED else runs_on
    if not runs_on and styles.hides(style, mark):
        runs_on = HIDDEN
    return ParagraphFormat(style, alignment, num, outline, section, page_break, runs_on, changed)


def _list(element: Any) -> tuple[str, int]:
    identifier, level = "", -1
    for child in element:
        if child.tag == _NUM_ID:
            identifier = val(child)
        elif child.tag == _ILVL:
            level = number(val(child), 0)
    return identifier, level
