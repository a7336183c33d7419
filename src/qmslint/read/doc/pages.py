"""Formatted disk pages: which modifiers hold for which bytes of the stream, for characters and for paragraphs.

Source: [MS-DOC] 2.9.33 (ChpxFkp), 2.9.175 (PapxFkp), 2.8.5, 2.8.6.
"""

from __future__ import annotations

from bisect import bisect_right
from struct import unpack_from

from qmslint.api import NamedTuple

_PAGE = 512


class Formats(NamedTuple):
    """Stretches of the stream in order, and the modifiers of each (paragraphs: 2 bytes of style first)."""

    starts: list[int]
    ends: list[int]
    modifiers: list[bytes]

    def at(self, offset: int) -> bytes:
        """The modifiers that hold at a byte of the stream."""
        index = bisect_right(self.starts, offset) - 1
        if index < 0 or offset >= self.ends[index]:
            return b""
        return self.modifiers[index]


def read_formats(word: bytes, plc: bytes, paragraphs: bool) -> Formats:
    """All pages that the table of bins names."""
    count = (len(plc) - 4) // 8
    rows: list[tuple[int, int, bytes]] = []
    if count > 0:
        for page in unpack_from(f"<{count}I", plc, 4 * (count + 1)):
            start = (page & 0x3FFFFF) * _PAGE
            data = word[start : start + _PAGE]
            if len(data) == _PAGE:
                rows += _page(data, paragraphs)
    rows.sort(key=lambda row: row[0])
    return Formats([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows])


def _page(data: bytes, paragraphs: bool) -> list[tuple[int, int, bytes]]:
    count = data[511]
    width = 13 if paragraphs else 1
    if 4 * (count + 1) + width * count > 511:
        return []
    bounds = unpack_from(f"<{count + 1}I", data)
    rows = []
    for i in range(count):
        at = 2 * data[4 * (count + 1) + width * i]
        rows.append((bounds[i], bounds[i + 1], _paragraph_modifiers(data, at) if paragraphs else _run(data, at)))
    return rows


def _run(data: bytes, at: int) -> bytes:
    return data[at + 1 : at + 1 + data[at]] if 0 < at < 511 else b""


def _paragraph_modifiers(data: bytes, at: int) -> bytes:
    if not 0 < at < 510:
        return b""
    length = 2 * data[at] - 1
    if data[at] == 0:
        at += 1
        length = 2 * data[at]
    return data[at + 1 : at + 1 + length]
