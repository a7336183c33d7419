"""The records of an Excel 97-2003 workbook and the strings in them.

Source: [MS-XLS] 2.1.4 (records), 2.4.265 (SST), 2.5.294 (XLUnicodeString), 2.5.293 (XLUnicodeRichExtendedString).
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import unpack_from

from qmslint.api import Limits, NamedTuple
from qmslint.read.guard import over

BOF, EOF, CONTINUE, BIFF8 = 0x809, 0x0A, 0x3C, 0x600


class Record(NamedTuple):
    """One record: its number and its bytes, those of its continuations apart."""

    kind: int
    data: bytes
    more: tuple[bytes, ...] = ()


def records(stream: bytes, start: int) -> Iterator[Record]:
    """The records from `start` to the end of the substream; substreams inside (charts) are passed over."""
    position, depth = start, 0
    kept: tuple[int, bytes] | None = None
    more: list[bytes] = []
    while position + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, position)
        data = stream[position + 4 : position + 4 + length]
        position += 4 + length
        if kind == CONTINUE:
            more.append(data)
            continue
        if kept is not None:
            yield Record(*kept, tuple(more))
            kept = None
        more = []
        if kind == BOF:
            depth += 1
        elif kind == EOF:
            depth -= 1
            if depth <= 0:
                return
        if depth == 1:
            kept = kind, data
    if kept is not None:
        yield Record(*kept, tuple(more))


def text(data: bytes, at: int, biff8: bool, codec: str, short: bool = False) -> str:
    """A string with its length before it; `short`: the length has one byte."""
    count = data[at] if short else unpack_from("<H", data, at)[0]
    at += 1 if short else 2
    if not biff8:
        return data[at : at + count].decode(codec, "replace")
    flags = data[at]
    at += 1 + (2 if flags & 8 else 0) + (4 if flags & 4 else 0)
    if flags & 1:
        return data[at : at + 2 * count].decode("utf-16-le", "replace")
    return data[at : at + count].decode("latin-1")


class Strings:
    """The table of shared strings, read over the bounds of its records."""

    def __init__(self, record: Record, limits: Limits) -> None:
        self._parts = (record.data, *record.more)
        self._part, self._at = 0, 8
        self._left = limits.text_characters

    def read(self) -> list[str]:
        """All strings that are there, whatever number the table says."""
        found: list[str] = []
        while self._more(3):
            found.append(self._one())
        return found

    def _more(self, count: int) -> bool:
        """Whether `count` bytes follow in this part; else in the next one, where a string begins without a flag."""
        if self._at + count <= len(self._parts[self._part]):
            return True
        if self._part + 1 >= len(self._parts):
            return False
        self._part, self._at = self._part + 1, 0
        return self._at + count <= len(self._parts[self._part])

    def _one(self) -> str:
        part = self._parts[self._part]
        count, flags = unpack_from("<HB", part, self._at)
        self._at += 3
        skipped = 0
        if flags & 8:
            skipped += 4 * unpack_from("<H", part, self._at)[0]
            self._at += 2
        if flags & 4:
            skipped += unpack_from("<I", part, self._at)[0]
            self._at += 4
        self._left -= count
        if self._left < 0:
            raise over("text_characters")
        shown = self._characters(count, bool(flags & 1))
        self._skip(skipped)
        return shown

    def _characters(self, count: int, wide: bool) -> str:
        pieces: list[str] = []
        while count:
            part = self._parts[self._part]
            width = 2 if wide else 1
            here = min(count, (len(part) - self._at) // width)
            piece = part[self._at : self._at + here * width]
            pieces.append(piece.decode("utf-16-le" if wide else "latin-1", "replace"))
            self._at += here * width
            count -= here
            if count:
                if self._part + 1 >= len(self._parts) or not self._parts[self._part + 1]:
                    break
                self._part, self._at = self._part + 1, 1
                wide = bool(self._parts[self._part][0] & 1)
        return "".join(pieces)

    def _skip(self, count: int) -> None:
        while count:
            here = min(count, len(self._parts[self._part]) - self._at)
            self._at += here
            count -= here
            if count:
                if self._part + 1 >= len(self._parts):
                    break
                self._part, self._at = self._part + 1, 0
