"""The directory of a zip file: what it says of each part. Nothing is unpacked here, and nothing it says is believed.

The usual directory is read here, since to import `zipfile` costs more than to unpack a small document. Whatever is
unusual (zip64, names neither ASCII nor UTF-8, extra fields) is left to `zipfile`, which is asked only then.
Source: PKWARE APPNOTE 6.3.10, 4.3.12 (central directory), 4.3.16 (its end).
"""

from __future__ import annotations

import struct

from qmslint.api import NamedTuple

STORED, DEFLATED = 0, 8
"""The two ways in which office programs store a part."""

_END = struct.Struct("<4s4H2LH")  # signature, disks and counts (not asked), size and offset of the directory, comment
_ENTRY = struct.Struct("<4s6H3L5H2L")
_END_SIGN, _ENTRY_SIGN, _ZIP64_SIGN = b"PK\x05\x06", b"PK\x01\x02", b"PK\x06\x07"
_ZIP64_LOCATOR = 20  # bytes before the end
_COMMENT = 2**16
_NEWEST = 63  # the version of the format up to which `zipfile` reads
_UTF_8 = 0x800
_LARGE = 0xFFFFFFFF  # "see the extra field of zip64"


class Entry(NamedTuple):
    """One part, as the directory has it."""

    name: str
    offset: int  # where its own head begins
    packed: int  # bytes in the file
    size: int  # bytes when unpacked
    checksum: int
    method: int
    encrypted: bool


def entries(data: bytes) -> list[Entry]:
    """The parts in the order of the directory. Raises ValueError with the reason when `data` is no zip file."""
    try:
        found = _usual(data)
    except (struct.error, UnicodeDecodeError):
        found = None
    return _by_zipfile(data) if found is None else found


def _usual(data: bytes) -> list[Entry] | None:
    """The same, None for what `zipfile` has to judge."""
    end = len(data) - _END.size
    if data[end : end + 4] != _END_SIGN or data[-2:] != b"\0\0":  # a comment or something else stands behind
        end = data.rfind(_END_SIGN, max(0, end - _COMMENT))
    if end < 0 or data[max(0, end - _ZIP64_LOCATOR) :].startswith(_ZIP64_SIGN):
        return None
    _, _, _, _, _, size, offset, _ = _END.unpack_from(data, end)
    at = end - size  # the directory ends where its end begins, whatever stands before the package
    shift = at - offset
    if at < 0 or shift < 0 or size == _LARGE or offset == _LARGE:
        return None
    found: list[Entry] = []
    while at < end:
        (
            sign, _, version, flags, method, _, _, checksum, packed, unpacked, name, extra, comment, _, _, _, head,
        ) = _ENTRY.unpack_from(data, at)
        if sign != _ENTRY_SIGN or version > _NEWEST or extra or _LARGE in (packed, unpacked, head):
            return None
        at += _ENTRY.size
        written = data[at : at + name]
        at += name + comment
        if at > end or b"\0" in written or not (flags & _UTF_8 or written.isascii()):
            return None
        found.append(Entry(written.decode(), head + shift, packed, unpacked, checksum, method, bool(flags & 1)))
    return found


def _by_zipfile(data: bytes) -> list[Entry]:
    import zipfile
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return [
                Entry(
                    part.filename, part.header_offset, part.compress_size, part.file_size, part.CRC,
                    part.compress_type, bool(part.flag_bits & 1),
                )
                for part in package.infolist()
            ]
    except (zipfile.BadZipFile, OSError, NotImplementedError) as refused:
        raise ValueError(str(refused)) from refused
