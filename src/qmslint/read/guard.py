"""Bounds on what comes in: how much a package may unpack to, how deep XML may nest, no entities, nothing fetched.

The bounds are `Limits`; passing one is an UnreadableDocument that names it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

from qmslint.api import Document, Limits, SourceFile, Text, UnreadableDocument
from qmslint.read import xml_library
from qmslint.read.zip_directory import DEFLATED, STORED, Entry, entries

ReadFunction = Callable[[SourceFile, bytes, Limits], Document]
Broken = Callable[[str], UnreadableDocument]
_OWN_DEPTH = 256  # where the parser stops by itself
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_SMALL = 2**20  # parts below this may have any ratio: a few zeros compress well and harm nobody


class Package:
    """A zip file whose parts are unpacked one by one, counted while they unpack: the directory may lie."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._left = limits.unpacked_bytes
        self._data = data
        try:
            listed = entries(data)
        except ValueError as error:
            raise damaged(f"zip: {error}") from error
        if len(listed) > limits.entries:
            raise over("entries")
        self._entries = {entry.name.lstrip("/").lower(): entry for entry in listed}

    def has(self, name: str) -> bool:
        """Whether the package holds a part of this name (case does not count)."""
        return name.lstrip("/").lower() in self._entries

    @property
    def names(self) -> list[str]:
        """The names of all parts, in lower case."""
        return list(self._entries)

    def read(self, name: str) -> bytes:
        """The bytes of one part, b"" when there is none."""
        entry = self._entries.get(name.lstrip("/").lower())
        if entry is None:
            return b""
        if entry.encrypted:
            raise encrypted()
        if entry.size > self._left:
            raise over("unpacked_bytes")
        if entry.size > _SMALL and entry.size > self._limits.ratio * max(1, entry.packed):
            raise over("ratio")
        data = self._inflated(entry, name)
        self._left -= len(data)
        if self._left < 0:
            raise over("unpacked_bytes")
        return data

    def _inflated(self, entry: Entry, name: str) -> bytes:
        start = entry.offset
        head = self._data[start : start + 30]
        if len(head) < 30 or head[:4] != b"PK\x03\x04":
            raise damaged(f"{name}: zip")
        start += 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
        packed = memoryview(self._data)[start : start + entry.packed]
        if entry.method == STORED:
            data = bytes(packed)
        elif entry.method == DEFLATED:
            bound = min(self._left, max(_SMALL, self._limits.ratio * len(packed)))
            try:
                data = zlib.decompressobj(-15).decompress(packed, bound + 1)
            except zlib.error as error:
                raise damaged(f"{name}: {error}") from error
            if bound < len(data) <= self._left:
                raise over("ratio")  # the directory said less than there is
        else:
            raise damaged(f"{name}: compression {entry.method}")
        if len(data) <= self._left and zlib.crc32(data) != entry.checksum:
            raise damaged(f"{name}: checksum")
        return data


def parse_xml(data: bytes, limits: Limits, name: str = "") -> Any:
    """The root element. No entity is expanded, nothing is fetched, nesting is bounded."""
    etree = xml_library.etree()

    if b"<!ENTITY" in data[:65536]:
        raise _entities()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=limits.xml_depth > _OWN_DEPTH,
        remove_comments=True, remove_pis=True, collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise refused_xml(error, name) from error
    if limits.xml_depth != _OWN_DEPTH:
        _measure_depth(root, limits)
    if b"<!" in data[:1024] or data[:2] in _UTF16:
        inside: Any = root.getroottree().docinfo.internalDTD
        if inside is not None and next(iter(inside.iterentities()), None) is not None:
            raise _entities()
    return root


def refused_xml(error: Exception, name: str) -> UnreadableDocument:
    """The error for what the XML parser refuses."""
    words = str(error).lower()
    if "depth" in words:
        return over("xml_depth")
    if "entity" in words:
        return _entities()
    if "huge" in words or "too long" in words:
        return over("text_characters")
    return damaged(f"{name}: {error}" if name else str(error))


def _measure_depth(root: Any, limits: Limits) -> None:
    etree = xml_library.etree()

    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.xml_depth:
            raise over("xml_depth")


def _entities() -> UnreadableDocument:
    return UnreadableDocument(
        "entities",
        Text("Tệp có khai báo thực thể XML (không bao giờ có trong tệp của Word hay Excel).",
             "The file declares XML entities, as no file of Word or Excel does."),
        Text("Không dùng tệp này; lấy lại bản gốc.", "Do not use this file; get the original."),
    )


def over(limit: str) -> UnreadableDocument:
    """The error for a bound that was passed."""
    return UnreadableDocument(
        "too-large",
        Text(f"Tệp vượt giới hạn “{limit}”.", f"The file is over the limit “{limit}”."),
        Text("Tách thành nhiều tệp nhỏ hơn, hoặc lấy lại bản gốc nếu tệp hỏng.",
             "Split it into smaller files, or get the original if it is damaged."),
    )


def guarded(
    read: ReadFunction, source: SourceFile, data: bytes, limits: Limits, broken: Broken | None = None
) -> Document:
    """What `read` makes of these bytes; whatever it stumbles over is a damaged file, said by `broken`.

    Raises UnreadableDocument and MemoryError, nothing else.
    """
    try:
        return read(source, data, limits)
    except (UnreadableDocument, MemoryError):
        raise
    except Exception as error:
        raise (broken or damaged)(type(error).__name__) from error


def damaged(why: str) -> UnreadableDocument:
    """The error for bytes that make no sense."""
    return UnreadableDocument(
        "damaged",
        Text(f"Tệp bị hỏng hoặc bị cắt cụt ({why}).", f"The file is damaged or cut short ({why})."),
        Text("Mở bằng Word hoặc Excel, lưu lại thành tệp mới.", "Open it in Word or Excel and save it as a new file."),
    )


def encrypted() -> UnreadableDocument:
    """The error for a file behind a password."""
    return UnreadableDocument(
        "encrypted",
        Text("Tệp có đặt mật khẩu.", "The file is protected by a password."),
        Text("Mở tệp, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ tài liệu) rồi lưu lại.",
             "Open it, remove the password (File, Info, Protect Document) and save."),
    )
