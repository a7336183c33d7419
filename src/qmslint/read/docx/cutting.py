"""Paragraphs of nothing but text, cut from the bytes before the tree is made. Nine in ten are of this kind.

A tree of all runs is two thirds of what reading a document costs. A paragraph that is spelled exactly as below is taken
out and leaves its number; whatever is unusual (fields, pictures, changes, entities) stays and is read from the tree.
"""

from __future__ import annotations

import re

from qmslint.api import Run
from qmslint.read.docx.styles import Look, Styles
from qmslint.read.symbols import unmasked

Inked = tuple[str, tuple[Run, ...]]

_LETTERS = rb"[^<&\x00-\x08\x0b-\x1f]*+"
_INK = rb'<w:t(?: xml:space="preserve")?>' + _LETTERS + rb"</w:t>|<w:tab/>|<w:lastRenderedPageBreak/>"
_RUN = rb'<w:r(?: [^>]*[^/>])?>(?:<w:rPr xqzk="[0-9]++"/>)?(?:' + _INK + rb")*+</w:r>"
_SILENT = rb"<w:(?:proofErr|bookmarkStart|bookmarkEnd) [^>]*/>"
_PARAGRAPH = re.compile(
    rb'<w:p(?: [^>]*[^/>])?>(?:<w:pPr xqzk="([0-9]++)"/>)?((?:' + _RUN + rb"|" + _SILENT + rb")*+)</w:p>"
)
_TEXT = rb'<w:t(?: xml:space="preserve")?>([^<]+)</w:t>'
_TOKEN = re.compile(
    rb'(<w:r)(?: [^>]*)?>(?:<w:rPr xqzk="([0-9]+)"/>)?(?:' + _TEXT + rb")?|<(w:tab)/>|" + _TEXT
)  # a run with its properties and first text; what follows in it


class Cuttings:
    """The paragraphs that were cut out of one document, by number."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[bytes, bytes], int] = {}
        self._paragraphs: list[tuple[str, bytes]] = []
        self._inked: dict[tuple[str, bytes], Inked] = {}

    def cut(self, data: bytes) -> bytes:
        """`data` with each such paragraph replaced by an empty one that bears its number."""
        return _PARAGRAPH.sub(self._keep, data)

    def _keep(self, match: re.Match[bytes]) -> bytes:
        key = (match[1] or b"", match[2])
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._paragraphs)
            self._paragraphs.append((key[0].decode(), key[1]))
        return b'<w:p xqzp="%d"/>' % number

    def properties(self, number: str) -> str:
        """The number of the property block of a paragraph, "" where it has none."""
        return self._paragraphs[int(number)][0]

    def inked(self, number: str, styles: Styles, style: str) -> Inked:
        """Text and runs of a paragraph of this style."""
        runs = self._paragraphs[int(number)][1]
        known = self._inked.get((style, runs))
        if known is None:
            known = self._inked[style, runs] = _inked(runs, styles, style)
        return known


def _inked(source: bytes, styles: Styles, style: str) -> Inked:
    runs: list[Run] = []
    pieces: list[str] = []
    last: Look | None = None
    look: Look | None = None
    asked = None  # the properties of which `look` is; neighbours often bear the same
    for run, mark, first, tab, more in _TOKEN.findall(source):
        if run and mark != asked:
            asked = mark
            look = styles.marked(style, mark.decode()) if mark else styles.look(style, None)
        letters = first or more or tab
        if look is None or not letters or look.hidden:
            continue
        if look is not last and last is not None and look[:5] != last[:5]:
            runs.append(Run("".join(pieces), *last[:5]))
            pieces = []
        last = look
        text = "\t" if tab else letters.decode()
        pieces.append(unmasked(text, look.font) if look.symbolic else text)
    if last is None:
        return "", ()
    runs.append(Run("".join(pieces), *last[:5]))
    return (runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])), tuple(runs)
