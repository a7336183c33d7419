"""What a paragraph shows: its runs in the accepted view, fields by their results, pictures, notes, text boxes.

Source: ISO/IEC 29500-1, 17.3 (paragraphs and runs), 17.13 (revisions), 17.16 (fields); [MS-DOCX] for alternate content.
"""

from __future__ import annotations

from typing import Any

from qmslint.api import Run
from qmslint.read.docx.names import MC, PIC, V, W
from qmslint.read.docx.styles import Look, Styles

_WRAPPERS = ("hyperlink", "smartTag", "sdtContent", "customXml", "dir", "bdo", "ruby", "rubyBase", "fldSimple")
_THROUGH = frozenset(W + name for name in _WRAPPERS)
_ADDED = frozenset((W + "ins", W + "moveTo"))
_REMOVED = frozenset((W + "del", W + "moveFrom"))
_R, _T, _RPR, _SDT, _ALTERNATE = W + "r", W + "t", W + "rPr", W + "sdt", MC + "AlternateContent"
_SIGNS = {
    W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "\u2011", W + "softHyphen": "\u00ad",
}


class Fields:
    """Complex fields that are open; a field may begin in one paragraph and end in another."""

    def __init__(self) -> None:
        self._open: list[bool] = []  # True while in the instruction

    @property
    def hidden(self) -> bool:
        """Whether what comes now is an instruction."""
        return True in self._open

    def mark(self, kind: str) -> None:
        """A fldChar."""
        if kind == "begin":
            self._open.append(True)
        elif kind == "separate" and self._open:
            self._open[-1] = False
        elif kind == "end" and self._open:
            self._open.pop()


class Ink:
    """Collects what one paragraph shows."""

    __slots__ = (
        "_fields", "_look", "_max_depth", "_piece", "_state", "_style", "_styles", "boxes", "changes", "original",
        "page_break", "pictures", "runs",
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
        self.boxes: list[Any] = []
        self.page_break = False
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
        if tag == W + "fldChar":
            self._fields.mark(child.get(W + "fldCharType") or "")
        elif tag == W + "br":
            if child.get(W + "type") == "page":
                self.page_break = True
            elif not self._fields.hidden:
                self._show("\n", look)
        elif tag == W + "delText":
            if child.text and not self._fields.hidden:
                self._show(child.text, look)
        elif tag in _SIGNS:
            if not self._fields.hidden:
                self._show(_SIGNS[tag], look)
        elif tag == W + "sym":
            code = child.get(W + "char") or ""
            if len(code) <= 6 and not self._fields.hidden:
                self._show(_symbol(code), look)
        elif tag == _ALTERNATE:
            for inner in chosen(child):
                self._odd(inner, inner.tag, look)
        elif tag in (W + "drawing", W + "pict", W + "object"):
            self._drawing(child)
        elif tag == W + "ruby":
            base = child.find(W + "rubyBase")
            if base is not None:
                self.walk(base, 1)

    def _drawing(self, element: Any) -> None:
        boxes = list(element.iter(W + "txbxContent"))
        if self._state >= 0:
            self.boxes += [box for box in boxes if _stands_free(box, element)]
        if (not boxes and element.tag == W + "object") or any(True for _ in element.iter(PIC + "pic", V + "imagedata")):
            self.pictures += 1

    def _show(self, text: str, look: Look) -> None:
        if look.hidden:
            return
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
    """The branch of alternate content that is read: the first choice that holds something, else the fallback."""
    for branch in alternate:
        if branch.tag == MC + "Choice" and len(branch):
            return branch
    fallback = alternate.find(MC + "Fallback")
    return fallback if fallback is not None else ()


def _stands_free(box: Any, top: Any) -> bool:
    """Whether a text box stands neither in another one nor in the fallback of alternate content."""
    for ancestor in box.iterancestors():
        if ancestor is top:
            return True
        if ancestor.tag in (MC + "Fallback", W + "txbxContent"):
            return False
    return True


def _symbol(code: str) -> str:
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    return chr(value) if 0 < value < 0xD800 or 0xE000 <= value < 0x110000 else ""

