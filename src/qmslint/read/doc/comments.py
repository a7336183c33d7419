"""Who wrote the comments.

Source: [MS-DOC] 2.8.6 (PlcfandRef), 2.9.6 (ATRDPre10), 2.9.349 (XSTs of the owners).
"""

from __future__ import annotations

from struct import unpack_from

from qmslint.read.doc import fib as head

_REFERENCE = 30  # bytes of an ATRDPre10


def comment_authors(info: head.Fib, table: bytes) -> list[str]:
    """The author of each comment in the order of the comments, "" where the file does not say."""
    plc = info.structure(table, head.COMMENT_REFS)
    owners = _names(info.structure(table, head.COMMENT_OWNERS))
    count = max(0, (len(plc) - 4) // (4 + _REFERENCE))
    places = [unpack_from("<H", plc, 4 * (count + 1) + _REFERENCE * i + 20)[0] for i in range(count)]
    return [owners[place] if place < len(owners) else "" for place in places]


def _names(data: bytes) -> list[str]:
    names: list[str] = []
    at = 0
    while at + 2 <= len(data):
        length = unpack_from("<H", data, at)[0]
        names.append(data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace"))
        at += 2 + 2 * length
    return names
