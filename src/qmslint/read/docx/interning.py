"""Properties that repeat are read once: equal `rPr`, `pPr` and `tcPr` blocks are replaced by a number before parsing.

A real procedure has a thousand property blocks of a hundred kinds, most of its elements. Cutting them out of
the bytes and parsing each kind once makes the tree a third as large, and its cost with it. Whatever is unusual (tracked
property changes, other prefixes, comments) is parsed as it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qmslint.api import Limits, UnreadableDocument
from qmslint.read.docx.names import CUT, MARK, RARE
from qmslint.read.guard import parse_xml

_CLEAN = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_UNUSUAL = (b"PrChange", b"<!")
_SMALL = 16_384  # bytes below which cutting costs more than it gains
_KEPT = (b"rPr", b"tcPr", b"pPr")  # pPr last: it holds rPr


class Interner:
    """The property blocks of one document, by number. `cut` takes plain paragraphs out (see `cutting`)."""

    def __init__(self, limits: Limits, cut: Callable[[bytes], bytes]) -> None:
        self._limits = limits
        self._numbers: dict[bytes, bytes] = {}
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
        known = len(self._numbers)
        whole = data
        try:
            for tag in _KEPT:
                data = self._numbered(data, tag)
            new = list(self._numbers)[known:]
            joined = b"".join(new)
            if any(word in part for word in _UNUSUAL for part in (data, joined)):
                raise ValueError("unusual")
            opening = data[head : end + 1]
            closing = b"</" + opening[1:].split(None, 1)[0] + b">"
            blocks = list(parse_xml(opening + joined + closing, self._limits, name))
            if len(blocks) != len(new):
                raise ValueError("blocks")
        except (ValueError, UnreadableDocument):
            for key in list(self._numbers)[known:]:
                del self._numbers[key]
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
        numbers = self._numbers
        skip = len(closing)
        for part in parts[1:]:
            end = part.find(closing)
            if end < 0:
                raise ValueError(tag)
            block = opening + part[: end + skip]
            reference = numbers.get(block)
            if reference is None:
                reference = numbers[block] = b'<w:%b xqzk="%d"/>' % (tag, len(numbers))
            out.append(reference)
            out.append(part[end + skip :])
        return b"".join(out)
