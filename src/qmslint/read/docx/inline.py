"""What a paragraph shows: its runs in the accepted view, fields by their results, pictures, notes, text boxes.

Source: ISO/IEC 29500-1, 17.3 (paragraphs and runs), 17.13 (revisions), 17.16 (fields); [MS-DOCX] for alternate content.
"""

from __future__ import annotations

from typing import Any

from qmslint.api import Run
from qmslint.read.docx.drawn import DRAWN
from qmslint.read.docx.fields import Fields
from qmslint.read.docx.maths import FORMULAS, formula
from qmslint.read.docx.names import MC, PIC, V, W
from qmslint.read.docx.styles import Look, Styles
from qmslint.read.symbols import symbol, unmasked

_WRAPPERS = ("hyperlink", "smartTag", "sdtContent", "customXml", "dir", "bdo", "ruby", "rubyBase")
_THROUGH = frozenset(W + name for name in _WRAPPERS)
_ADDED = frozenset((W + "ins", W + "moveTo"))
_REMOVED = frozenset((W + "del", W + "moveFrom"))
_R, _T, _RPR, _SDT, _ALTERNATE = W + "r", W + "t", W + "rPr", W + "sdt", MC + "AlternateContent"
_BOX, _FALLBACK, _SIMPLE = W + "txbxContent", MC + "Fallback", W + "fldSimple"
_NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_UNDERSTOOD = (
    "http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/", "urn:schemas-microsoft-com:",
)
_SIGNS = {
    W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "\u2011", W + "softHyphen": "\u00ad",
}


class Ink:
    """Collects what one paragraph shows."""

    __slots__ = (
        "_fields", "_look", "_max_depth", "_piece", "_state", "_style", "_styles", "boxes", "broken", "changes",
        "notes", "original", "pictures", "runs",
    )

    def __init__(self, styles: Styles, style: str, fields: Fields, max_depth: int) -> None:
        self._styles = styles
        self._style = style
        self._fields = fields
        self._max_depth = max_depth
        self._look: Look | None = None
        self._piece: list[str] = []
        self.runs: list[Run] = []
        self.original: list[str] | None = None
        self.pictures = 0
        self.changes = 0
        self.boxes: list[Any] = []  # text boxes and drawings with text, in order
        self.notes: list[tuple[str, str]] = []  # (part, identifier) of the notes that are called here
        self.broken = -1  # how many letters stand before a page break, -1 = there is none
        self._state = 0  # 1 inserted, -1 deleted

    def walk(self, parent: Any, depth: int = 0) -> None:
        """Everything below `parent`: a paragraph or what stands between it and its runs."""
        if depth > self._max_depth:
            raise ValueError("nested too deep")
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child)
            elif tag in _ADDED or tag in _REMOVED:
                self._changed(child, 1 if tag in _ADDED else -1, depth)
            elif tag in _THROUGH:
                self.walk(child, depth + 1)
            elif tag == _SDT:
                content = child.find(W + "sdtContent")
                if content is not None:
                    self.walk(content, depth + 1)
            elif tag == _ALTERNATE:
                self.walk(chosen(child), depth + 1)
            elif tag in FORMULAS:
                self._told(formula(child))
            elif tag == _SIMPLE:
                self._simple(child, depth)

    def _simple(self, field: Any, depth: int) -> None:
        before = len(self._piece), len(self.runs)
        self.walk(field, depth + 1)
        if before == (len(self._piece), len(self.runs)):
            self._told(self._fields.simple(field.get(W + "instr") or ""))

    def _told(self, text: str) -> None:
        """Text that stands in no run."""
        if text and not self._fields.hidden:
            self._show(text, self._styles.look(self._style, None))

    def _changed(self, element: Any, state: int, depth: int) -> None:
        if self.original is None:
            self._flush()
            self.original = ["".join(run.text for run in self.runs)]
        before, self._state = self._state, state
        self.changes += 1
        self.walk(element, depth + 1)
        self._state = before

    def _run(self, run: Any) -> None:
        first = run[0] if len(run) else None
        properties = first if first is not None and first.tag == _RPR else None
        look = self._styles.look(self._style, properties)
        for child in run:
            tag = child.tag
            if tag == _T:
                text = child.text
                if text and not self._fields.hidden:
                    self._show(text, look)
            elif tag != _RPR:
                self._odd(child, tag, look)

    def _odd(self, child: Any, tag: Any, look: Look) -> None:
        fields = self._fields
        if tag == W + "fldChar":
            text = fields.mark(child)
            if text:
                self._show(text, look)
        elif tag == W + "instrText":
            fields.say(child.text or "")
        elif tag == W + "drawing" or tag == W + "pict" or tag == W + "object":
            self._drawing(child)
        elif tag == _ALTERNATE:
            for inner in chosen(child):
                self._odd(inner, inner.tag, look)
        elif tag == W + "ruby":
            base = child.find(W + "rubyBase")
            if base is not None:
                self.walk(base, 1)
        elif tag == W + "br" and child.get(W + "type") == "page":
            self._flush()
            self.broken = sum(len(run.text) for run in self.runs)
        elif tag in _NOTES:
            if self._state >= 0 and not look.hidden:
                self.notes.append((_NOTES[tag], child.get(W + "id") or ""))
        elif not fields.hidden:
            text = _letters(child, tag)
            if text:
                self._show(text, look)

    def _drawing(self, element: Any) -> None:
        boxes, pictures = False, element.tag == W + "object"
        for inner in element.iter(_BOX, PIC + "pic", V + "imagedata", *DRAWN):
            box = inner.tag == _BOX
            boxes = boxes or box
            if not _stands_free(inner, element):
                continue
            if not box and inner.tag not in DRAWN:
                pictures = True
            elif self._state >= 0 and not self._fields.hidden:
                self.boxes.append(inner)
        if pictures and self._state >= 0 and not (boxes and element.tag == W + "object"):
            self.pictures += 1

    def _show(self, text: str, look: Look) -> None:
        if look.hidden:
            return
        self._fields.showed()
        if look.symbolic:
            text = unmasked(text, look.font)
        if self.original is not None and self._state <= 0:
            self.original.append(text)
        if self._state < 0:
            return
        if look is not self._look:
            self._flush()
            self._look = look
        self._piece.append(text)

    def _flush(self) -> None:
        if self._piece and self._look is not None:
            look = self._look
            text = "".join(self._piece)
            if self.runs and self.runs[-1][1:] == look[:5]:
                self.runs[-1] = Run(self.runs[-1].text + text, *look[:5])
            else:
                self.runs.append(Run(text, *look[:5]))
        self._piece = []
        self._look = None

    def finish(self) -> tuple[str, tuple[Run, ...]]:
        """The text and the runs."""
        self._flush()
        if len(self.runs) == 1:
            return self.runs[0].text, (self.runs[0],)
        return "".join([run.text for run in self.runs]), tuple(self.runs)


def chosen(alternate: Any) -> Any:
    """The branch of alternate content that is read: the first choice of known means that holds something."""
    for branch in alternate:
        if branch.tag == MC + "Choice" and len(branch) and _understood(branch):
            return branch
    fallback = alternate.find(_FALLBACK)
    return fallback if fallback is not None else ()


def _understood(choice: Any) -> bool:
    """Whether Word knows every namespace that the choice requires; one that is not declared is taken for known."""
    spaces = choice.nsmap
    return all(
        spaces.get(prefix, _UNDERSTOOD[0]).startswith(_UNDERSTOOD) for prefix in (choice.get("Requires") or "").split()
    )


def _stands_free(box: Any, top: Any) -> bool:
    """Whether a text box or picture stands neither in another one nor in the fallback of alternate content."""
    for ancestor in box.iterancestors():
        if ancestor is top:
            return True
        if ancestor.tag in (_FALLBACK, _BOX):
            return False
    return True


def _letters(child: Any, tag: Any) -> str:
    """The letters that a piece of a run shows which is no plain text."""
    if tag in _SIGNS:
        return _SIGNS[tag]
    if tag == W + "br":
        return "\n"
    if tag == W + "delText" or tag == _T:
        return child.text or ""
    if tag == W + "sym":
        code = child.get(W + "char") or ""
        try:
            return symbol(child.get(W + "font") or "", int(code, 16)) if len(code) <= 6 else ""
        except ValueError:
            return ""
    return ""
