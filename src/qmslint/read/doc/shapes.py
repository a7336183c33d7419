"""Floating shapes: which are pictures, which are text boxes and which text they hold.

Source: [MS-DOC] 2.9.253 (Spa), 2.9.107 (FTXBXS); [MS-ODRAW] 2.2 (OfficeArt records, FSP, FOPT).
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import unpack_from

from qmslint.api import NamedTuple

_CONTAINERS = range(0xF000, 0xF006)
_SHAPE, _PROPERTIES = 0xF00A, 0xF00B
_PICTURE_PROPERTY, _ART_PROPERTY = 0x0104, 0x00C0  # pib, gtextUNICODE
_MAX_RECORDS = 100_000


class Shapes(NamedTuple):
    """Shape identifiers by the character at which they are anchored; pictures; text ranges of boxes; word art."""

    anchors: dict[int, int]
    pictures: frozenset[int]
    texts: dict[int, tuple[int, int]]
    art: dict[int, str]


def read_shapes(anchors: bytes, drawings: bytes, texts: bytes) -> Shapes:
    """The shapes of one story (main text or headers). `texts`: the table of its text boxes."""
    pictures, art = _drawings(drawings)
    return Shapes(_anchors(anchors), frozenset(pictures), _texts(texts), art)


def _anchors(plc: bytes) -> dict[int, int]:
    count = (len(plc) - 4) // 30
    if count < 1:
        return {}
    positions = unpack_from(f"<{count + 1}I", plc)
    return {positions[i]: unpack_from("<I", plc, 4 * (count + 1) + 26 * i)[0] for i in range(count)}


def _texts(plc: bytes) -> dict[int, tuple[int, int]]:
    count = (len(plc) - 4) // 26
    if count < 1:
        return {}
    positions = unpack_from(f"<{count + 1}I", plc)
    texts: dict[int, tuple[int, int]] = {}
    for i in range(count):
        base = 4 * (count + 1) + 22 * i
        reusable = unpack_from("<H", plc, base + 8)[0]
        if not reusable:
            texts[unpack_from("<I", plc, base + 14)[0]] = (positions[i], positions[i + 1])
    return texts


def _drawings(data: bytes) -> tuple[set[int], dict[int, str]]:
    """The shapes that are pictures; the text of those that are word art."""
    pictures: set[int] = set()
    art: dict[int, str] = {}
    shape = 0
    for kind, instance, body in _records(data):
        if kind == _SHAPE and len(body) >= 8:
            shape = unpack_from("<I", body)[0]
            if instance == 75:  # a picture frame
                pictures.add(shape)
        elif kind == _PROPERTIES and shape:
            count = min(instance, len(body) // 6)
            at = 6 * count  # long values follow the table, in its order
            for i in range(count):
                name, value = unpack_from("<HI", body, 6 * i)
                if name & 0x3FFF == _PICTURE_PROPERTY and value:
                    pictures.add(shape)
                if name & 0x8000:
                    if name & 0x3FFF == _ART_PROPERTY:
                        art[shape] = body[at : at + value].decode("utf-16-le", "replace").rstrip("\x00")
                    at += value
    return pictures, {shape: text for shape, text in art.items() if text.strip()}


def _records(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Every record that is no container, in order. Between drawings stands one byte that is none."""
    at = 0
    for _ in range(_MAX_RECORDS):
        if at + 8 > len(data):
            return
        head, kind, length = unpack_from("<HHI", data, at)
        if not 0xF000 <= kind <= 0xF200:
            at += 1
        elif kind in _CONTAINERS and head & 0x0F == 0x0F:
            at += 8
        else:
            yield kind, head >> 4, data[at + 8 : at + 8 + length]
            at += 8 + length
