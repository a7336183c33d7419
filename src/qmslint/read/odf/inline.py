"""What a paragraph shows: words with their look, fields by their results, pictures, boxes, notes, changes.

Source: ODF 1.3, part 3, 6 (paragraph elements), 5.5 (tracked changes), 7 (fields), 10.4 (frames).
"""

from __future__ import annotations

import re
from typing import Any

from qmslint.api import Run
from qmslint.read.guard import over
from qmslint.read.odf.names import DRAW, OFFICE, TEXT, XML_ID, count
from qmslint.read.odf.styles import Look, Styles
from qmslint.read.symbols import unmasked

_SPACES = re.compile(r"[ \t\r\n]+")
_UNSHOWN = frozenset(
    (
        TEXT + "note", OFFICE + "annotation", OFFICE + "annotation-end", TEXT + "hidden-text", TEXT + "ruby-text",
        TEXT + "script", TEXT + "variable-decl", TEXT + "tracked-changes", OFFICE + "forms", DRAW + "glue-point",
    )
)  # fmt: skip
_MAX_DEPTH = 120


class Changes:
    """The tracked changes of a text: what was deleted where, which insertion is open."""

    def __init__(self, element: Any) -> None:
        self.deleted: dict[str, str] = {}
        self.inserted: set[str] = set()
        self.open: set[str] = set()
        for region in element if element is not None else ():
            name = region.get(XML_ID) or region.get(TEXT + "id") or ""
            for kind in region:
                if kind.tag == TEXT + "insertion":
                    self.inserted.add(name)
                elif kind.tag == TEXT + "deletion":
                    shown = (p for p in kind if p.tag != OFFICE + "change-info")
                    self.deleted[name] = "\n".join("".join(p.itertext()) for p in shown)

    @property
    def total(self) -> int:
        """Insertions and deletions that nobody has accepted yet."""
        return len(self.deleted) + len(self.inserted)


class Ink:
    """Collects what one paragraph shows."""

    __slots__ = (
        "_changes", "_left", "_look", "_piece", "_spaced", "_style", "_styles", "boxes", "comments", "notes",
        "original", "pictures", "runs",
    )

    def __init__(self, styles: Styles, style: str, changes: Changes, left: int) -> None:
        self._styles = styles
        self._style = style
        self._changes = changes
        self._left = left  # characters that may still come
        self._look: Look | None = None
        self._piece: list[str] = []
        self._spaced = True  # the last sign was a space as XML has it: the next ones are none
        self.runs: list[Run] = []
        self.original: list[str] | None = [] if changes.open else None
        self.pictures = 0
        self.boxes: list[Any] = []
        self.notes: list[Any] = []
        self.comments: list[Any] = []

    def walk(self, element: Any, spans: tuple[str, ...] = (), depth: int = 0) -> None:
        """The content of `element`, a paragraph or what stands in it."""
        if depth > _MAX_DEPTH:
            raise over("xml_depth")
        look = self._styles.look(self._style, *spans)
        if element.text:
            self._write(element.text, look)
        for child in element:
            tag = child.tag
            if tag == TEXT + "span":
                self.walk(child, (*spans, child.get(TEXT + "style-name", "")), depth + 1)
            elif tag == TEXT + "s":
                self._repeat(count(child.get(TEXT + "c")), look)
            elif tag == TEXT + "tab":
                self._show("\t", look)
            elif tag == TEXT + "line-break":
                self._show("\n", look)
            elif tag in (TEXT + "change", TEXT + "change-start", TEXT + "change-end"):
                self._change(tag, child.get(TEXT + "change-id", ""))
            elif str(tag).startswith(DRAW):
                self.draw(child, depth)
            elif tag in _UNSHOWN:
                self._aside(child)
            else:  # links, fields, bookmarks, marks: what they hold is shown
                self.walk(child, spans, depth + 1)
            if child.tail:
                self._write(child.tail, look)

    def _aside(self, element: Any) -> None:
        if element.tag == TEXT + "note":
            self.notes.append(element)
        elif element.tag == OFFICE + "annotation":
            self.comments.append(element)

    def _change(self, tag: str, name: str) -> None:
        if tag == TEXT + "change-end":
            self._changes.open.discard(name)
            return
        if self.original is None:
            self.original = [self._so_far()]
        if tag == TEXT + "change-start" and name in self._changes.inserted:
            self._changes.open.add(name)
        elif tag == TEXT + "change" and name in self._changes.deleted:
            self.original.append(self._changes.deleted[name])

    def draw(self, element: Any, depth: int = 0) -> None:
        """Frames, shapes, groups: a picture, a box of words, or both."""
        if depth > _MAX_DEPTH:
            raise over("xml_depth")
        if element.tag == DRAW + "frame":
            for child in element:  # the first that can be shown stands for the frame
                if child.tag == DRAW + "text-box":
                    self.boxes.append(child)
                elif child.tag in (DRAW + "image", DRAW + "object", DRAW + "object-ole", DRAW + "plugin"):
                    self.pictures += 1
                else:
                    continue
                break
        elif element.tag in (DRAW + "g", DRAW + "a"):
            for child in element:
                if str(child.tag).startswith(DRAW):
                    self.draw(child, depth + 1)
        elif any(child.tag == TEXT + "p" for child in element):
            self.boxes.append(element)

    def _write(self, text: str, look: Look) -> None:
        text = _SPACES.sub(" ", text)
        if self._spaced and text[0] == " ":
            text = text[1:]
        if text:
            self._show(text, look)
            self._spaced = text[-1] == " "

    def _repeat(self, spaces: int, look: Look) -> None:
        if spaces > self._left:
            raise over("text_characters")
        self._show(" " * spaces, look)

    def _show(self, text: str, look: Look) -> None:
        self._spaced = False
        if look.hidden:
            return
        self._left -= len(text)
        if self.original is not None and not self._changes.open:
            self.original.append(text)
        if look is not self._look:
            self._flush()
            self._look = look
        self._piece.append(text)

    def _so_far(self) -> str:
        return "".join(run.text for run in self.runs) + "".join(self._piece)

    def _flush(self) -> None:
        if self._piece and self._look is not None:
            text = unmasked("".join(self._piece), self._look.font)
            if self.runs and self.runs[-1][1:] == self._look[:5]:
                self.runs[-1] = Run(self.runs[-1].text + text, *self._look[:5])
            else:
                self.runs.append(Run(text, *self._look[:5]))
        self._piece = []
        self._look = None

    def finish(self) -> tuple[str, tuple[Run, ...]]:
        """The text and the runs."""
        self._flush()
        return "".join(run.text for run in self.runs), tuple(self.runs)
