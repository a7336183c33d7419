"""The summary of a compound file: title, authors, dates. Source: [MS-OLEPS] 2.16 to 2.21, [MS-OSHARED] 2.3.3.2.1.

Only the values that are wanted are looked at, each once: a count in the file sets no loop going.
"""

from __future__ import annotations

import struct
from datetime import datetime, timedelta
from struct import unpack_from

from qmslint.api import Properties

NAME = "\x05SummaryInformation"
_CODEPAGE, _TITLE, _AUTHOR, _LAST_AUTHOR, _PRINTED, _CREATED, _SAVED, _APPLICATION = 1, 2, 4, 8, 11, 12, 13, 18
_INT16, _ANSI, _UNICODE, _TIME = 2, 30, 31, 64
_MOST = 200  # properties of one set
_CODECS = {65001: "utf-8", 1258: "cp1258", 1252: "cp1252", 1200: "utf-16-le"}


def read_summary(stream: bytes) -> Properties:
    """What the stream says; an empty one when it is damaged: the summary is no reason to refuse a document."""
    try:
        values = _values(stream)
    except (struct.error, ValueError, OverflowError):
        return Properties()
    return Properties(
        title=values.get(_TITLE, ""),
        author=values.get(_AUTHOR, ""),
        last_modified_by=values.get(_LAST_AUTHOR, ""),
        created=values.get(_CREATED, ""),
        modified=values.get(_SAVED, ""),
        last_printed=values.get(_PRINTED, ""),
        application=values.get(_APPLICATION, ""),
    )


def _values(stream: bytes) -> dict[int, str]:
    """The wanted properties of the first set, as words."""
    start = unpack_from("<I", stream, 44)[0]
    count = min(unpack_from("<I", stream, start + 4)[0], _MOST)
    places = dict(unpack_from("<II", stream, start + 8 + 8 * i) for i in range(count))
    codec = "utf-8"
    if _CODEPAGE in places and unpack_from("<I", stream, start + places[_CODEPAGE])[0] == _INT16:
        codec = _CODECS.get(unpack_from("<H", stream, start + places[_CODEPAGE] + 4)[0], codec)
    wanted = (_TITLE, _AUTHOR, _LAST_AUTHOR, _PRINTED, _CREATED, _SAVED, _APPLICATION)
    return {number: _value(stream, start + places[number], codec) for number in wanted if number in places}


def _value(stream: bytes, at: int, codec: str) -> str:
    try:
        kind, size = unpack_from("<I", stream, at)[0], unpack_from("<I", stream, at + 4)[0]
        if kind == _ANSI:
            return stream[at + 8 : at + 8 + size].decode(codec, "replace").rstrip("\0")
        if kind == _UNICODE:
            return stream[at + 8 : at + 8 + 2 * size].decode("utf-16-le", "replace").rstrip("\0")
        if kind == _TIME:
            ticks = unpack_from("<Q", stream, at + 4)[0]
            moment = datetime(1601, 1, 1) + timedelta(microseconds=ticks // 10)
            return f"{moment.isoformat()}Z" if moment.year > 1601 else ""  # counted in UTC; 1601: never
    except (struct.error, OverflowError):
        pass
    return ""
