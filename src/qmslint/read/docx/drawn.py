"""Text that is drawn: word art, diagrams (SmartArt), charts. Each line of it is a paragraph of a box.

Source: ISO/IEC 29500-1, 21.2 (charts), 21.4 (diagrams), part 4, 19.1.2.23 (textpath); [MS-ODRAWXML] (charts from 2016).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from qmslint.read.docx.names import CHART, CHART_2016, DIAGRAM, A, R, V

DRAWN = frozenset((V + "textpath", CHART + "chart", CHART_2016 + "chart", DIAGRAM + "relIds"))
_MAX_LINES = 10_000


def drawn_text(element: Any, part: Callable[[str], Any]) -> list[str]:
    """The lines that a drawing shows. `part`: the root of the part that a relationship names, or None."""
    if element.tag == V + "textpath":
        return [line for line in (element.get("string") or "").splitlines() if line.strip()]
    if element.tag == DIAGRAM + "relIds":
        root = part(element.get(R + "dm") or "")
        lines = _paragraphs(root) if root is not None else iter(())
    else:
        root = part(element.get(R + "id") or "")
        lines = _chart(root) if root is not None else iter(())
    return [line for line, _ in zip(lines, range(_MAX_LINES), strict=False)]


def _paragraphs(root: Any) -> Iterator[str]:
    for paragraph in root.iter(A + "p"):
        text = "".join(piece.text or "" for piece in paragraph.iter(A + "t"))
        if text.strip():
            yield text


def _chart(root: Any) -> Iterator[str]:
    """Titles and written labels first, then the names of the series, then those of the categories."""
    yield from _paragraphs(root)
    seen: set[str] = set()
    names = [f"{CHART}ser/{CHART}tx//{CHART}v", f"{CHART}cat//{CHART}v", f"{CHART_2016}tx//{CHART_2016}v"]
    for path in names:
        for value in root.iterfind(".//" + path):
            text = (value.text or "").strip()
            if text and text not in seen:
                seen.add(text)
                yield text
