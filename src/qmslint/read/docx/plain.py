"""The common case, quickly: a paragraph of nothing but runs of text and tabs. Nine in ten are of this kind."""

from __future__ import annotations

from typing import Any

from qmslint.api import Run
from qmslint.read.docx.cutting import Inked
from qmslint.read.docx.names import W
from qmslint.read.docx.styles import Look, Styles
from qmslint.read.symbols import unmasked

_R, _T, _RPR, _TAB, _PPR = W + "r", W + "t", W + "rPr", W + "tab", W + "pPr"
_SILENT = frozenset(W + name for name in ("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak"))


def plain(element: Any, styles: Styles, style: str) -> Inked | None:
    """Text and runs of the paragraph, None when it holds anything that needs a closer look."""
    runs: list[Run] = []
    pieces: list[str] = []
    last: Look | None = None
    for child in element:
        tag = child.tag
        if tag == _R:
            look = None
            for item in child:
                kind = item.tag
                if kind == _T:
                    text = item.text
                elif kind == _RPR:
                    look = styles.look(style, item)
                    continue
                elif kind == _TAB:
                    text = "\t"
                elif kind in _SILENT:
                    continue
                else:
                    return None
                if look is None:
                    look = styles.look(style, None)
                if look.hidden or not text:
                    continue
                if look is not last and last is not None and look[:5] != last[:5]:
                    runs.append(Run("".join(pieces), *last[:5]))
                    pieces = []
                last = look
                pieces.append(unmasked(text, look.font) if look.symbolic else text)
        elif tag != _PPR and tag not in _SILENT:
            return None
    if last is None:
        return "", ()
    if not runs:
        text = "".join(pieces)
        return text, (Run(text, *last[:5]),)
    runs.append(Run("".join(pieces), *last[:5]))
    return "".join([run.text for run in runs]), tuple(runs)
