"""Two paragraphs of the file that stand on one line: the mark between them is deleted or hidden.

Source: ISO/IEC 29500-1, 17.13.5.15 (deleted marks), 17.3.2.36 (specVanish), 17.3.1.11 (dropped letters).
"""

from __future__ import annotations

from qmslint.api import Paragraph

DELETED, HIDDEN, DROPPED = "deleted", "hidden", "dropped"
"""Why a paragraph runs on into the next: its mark is deleted or hidden, or it is the dropped first letter of it."""


def joined(first: Paragraph, second: Paragraph) -> Paragraph:
    """Two paragraphs on one line. A list number or heading of the first stays (a run-in heading), else the second's."""
    lead = first if first.number or (first.level and first.text) else second
    before = None
    if first.original is not None or second.original is not None:
        texts = (p.text if p.original is None else p.original for p in (first, second))
        before = "".join(texts)
    return Paragraph(
        first.text + second.text, second.at, lead.number, lead.style, lead.level, first.runs + second.runs,
        first.pictures + second.pictures, lead.alignment, before, first.page_break or second.page_break,
    )
