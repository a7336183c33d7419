"""Properties that repeat are read once: equal `rPr`, `pPr` and `tcPr` blocks are replaced by a number before parsing.

A real procedure has a thousand property blocks of a hundred kinds, most of its elements. Cutting them out of
the bytes and parsing each kind once makes the tree a third as large, and its cost with it. Whatever is unusual (tracked
property changes, other prefixes, comments) is parsed as it stands. Two blocks that differ only in what nobody reads
(spacing, colours, languages) are one kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from qmslint.api import Limits, UnreadableDocument
from qmslint.read.docx.names import CUT, MARK, RARE
from qmslint.read.guard import parse_xml

_CLEAN = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SMALL = 16_384  # bytes below which cutting costs more than it gains
_KEPT = (b"rPr", b"tcPr", b"pPr")  # pPr last: it holds rPr
_LEAF = (
    rb"<w:(?:spacing|ind|tabs?|szCs|bCs|iCs|color|lang|shd|kern|position|w|u|effect|highlight|snapToGrid|autoSpaceD[EN]"
    rb"|adjustRightInd|textAlignment|suppressAutoHyphens|contextualSpacing|overflowPunct|kinsoku|wordWrap|widowControl"
    rb"|keepNext|keepLines|bidi|cnfStyle|tcW|vAlign|noWrap|textDirection|top|bottom|left|right|start|end|between|bar"
    rb"|insideH|insideV)(?: w:[A-Za-z]++=\"[ !#-%'-;=-~]*+\")*+/>"
)
_UNREAD = re.compile(rb"<w:(tabs|pBdr|tcBorders|tcMar)>(?:" + _LEAF + rb")*+</w:\1>|" + _LEAF)
"""What a property block says that no fact comes from, spelled so strictly that nothing else is left out with it."""


class Interner:
    """The property blocks of one document, by number. `cut` takes plain paragraphs out (see `cutting`)."""

    def __init__(self, limits: Limits, cut: Callable[[bytes], bytes]) -> None:
        self._limits = limits
        self._numbers: dict[bytes, dict[bytes, bytes]] = {tag: {} for tag in _KEPT}  # by tag: inside → reference
        self._kinds: list[bytes] = []
        self._blocks: list[Any] = []
        self._cut = cut

    def parse(self, data: bytes, name: str) -> Any:
        """The root of a part, its property blocks replaced by numbers where that is safe."""
        # No such attribute is Word's: one in the file must not be taken for ours. (Rare letters are found soonest.)
        for mark in (MARK, CUT) if RARE in data else ():
            forged = f' {mark}="'.encode()
            data = data.replace(forged, b" x" + forged[1:])
        head = data.find(b"<w:")
        end = data.find(b">", head)
        if len(data) < _SMALL or head < 0 or _CLEAN not in data[head:end]:
            return parse_xml(data, self._limits, name)
        before = {tag: dict(numbers) for tag, numbers in self._numbers.items()}
        known = len(self._kinds)
        whole = data
        try:
            for tag in _KEPT:
                data = self._numbered(data, tag)
            joined = b"".join(self._kinds[known:])
            if _unusual(data) or _unusual(joined):
                raise ValueError("unusual")
            opening = data[head : end + 1]
            closing = b"</" + opening[1:].split(None, 1)[0] + b">"
            blocks = list(parse_xml(opening + joined + closing, self._limits, name))
            if len(blocks) != len(self._kinds) - known:
                raise ValueError("blocks")
        except (ValueError, UnreadableDocument):
            self._numbers = before
            del self._kinds[known:]
            return parse_xml(whole, self._limits, name)
        self._blocks += blocks
        declared = whole[:head].lower()
        if b"utf-8" in declared or b"encoding" not in declared:
            data = self._cut(data)
        return parse_xml(data, self._limits, name)

    def block(self, number: str) -> Any:
        """The property block of a number that `parse` put in."""
        return self._blocks[int(number)]

    def _numbered(self, data: bytes, tag: bytes) -> bytes:
        opening, closing = b"<w:" + tag + b">", b"</w:" + tag + b">"
        parts = data.split(opening)
        out = [parts[0]]
        numbers = self._numbers[tag]
        for part in parts[1:]:
            inside, found, rest = part.partition(closing)
            if not found:
                raise ValueError(tag)
            reference = numbers.get(inside) or self._reference(tag, inside)
            out += reference, rest
        return b"".join(out)

    def _reference(self, tag: bytes, inside: bytes) -> bytes:
        """What stands for a block that was not met before; its kind may be known all the same."""
        numbers = self._numbers[tag]
        read = _UNREAD.sub(b"", inside)
        reference = numbers.get(read)
        if reference is None:
            reference = numbers[read] = b'<w:%b xqzk="%d"/>' % (tag, len(self._kinds))
            self._kinds.append(b"<w:%b>%b</w:%b>" % (tag, read, tag))
        numbers[inside] = reference
        return reference


def _unusual(data: bytes) -> bool:
    """Whether tracked property changes, comments or unread character data stand there."""
    return b"PrChange" in data or (b"!" in data and b"<!" in data)  # one letter is looked for quickly
