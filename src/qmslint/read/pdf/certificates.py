"""Who signed, by the certificate in a signature (CMS, RFC 5652; X.509, RFC 5280). Nothing is verified."""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import NamedTuple

_COMMON_NAME = b"\x55\x04\x03"
_SIGNED_DATA = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"
_SEQUENCE, _SET, _INTEGER, _OID, _FIRST = 0x30, 0x31, 0x02, 0x06, 0xA0
_TEXTS = {0x0C: "utf-8", 0x13: "latin-1", 0x14: "latin-1", 0x16: "latin-1", 0x1E: "utf-16-be", 0x1C: "utf-32-be"}
_MOST = 1000  # parts on one level


class _Part(NamedTuple):
    tag: int
    content: bytes


def signer_of(data: bytes) -> str:
    """The common name in the certificate that the signature names; "" when it cannot be told."""
    try:
        return _signer(data)
    except (IndexError, ValueError, StopIteration):
        return ""


def _signer(data: bytes) -> str:
    outer = _parts(next(iter(_walk(data))).content)
    if outer[0] != _Part(_OID, _SIGNED_DATA):
        return ""
    signed = _parts(_parts(outer[1].content)[0].content)
    signers = _parts(next(part for part in reversed(signed) if part.tag == _SET).content)
    issuer = _parts(_parts(signers[0].content)[1].content)
    serial = next((part.content for part in issuer if part.tag == _INTEGER), b"")
    held = next((part.content for part in signed if part.tag == _FIRST), b"")
    names = []
    for certificate in _parts(held):
        fields = [part for part in _parts(_parts(certificate.content)[0].content) if part.tag != _FIRST]
        name = _common_name(fields[4].content)
        if serial and fields[0].content == serial:
            return name
        names.append(name)
    return names[0] if len(names) == 1 else ""


def _common_name(subject: bytes) -> str:
    name = ""
    for group in _parts(subject):
        for pair in _parts(group.content):
            kind, value = _parts(pair.content)[:2]
            if kind == _Part(_OID, _COMMON_NAME) and value.tag in _TEXTS:
                name = " ".join(value.content.decode(_TEXTS[value.tag], "replace").split())[:120]
    return name


def _parts(data: bytes) -> list[_Part]:
    return list(_walk(data))


def _walk(data: bytes) -> Iterator[_Part]:
    """The parts of one level (definite lengths, and the indefinite one around a whole signature)."""
    place = count = 0
    while place + 2 <= len(data) and count < _MOST:
        count += 1
        tag, length = data[place], data[place + 1]
        place += 2
        if tag == 0 and length == 0:
            return
        if length == 0x80:
            yield _Part(tag, data[place:])
            return
        if length & 0x80:
            size = length & 0x7F
            if size > 4:
                raise ValueError("length")
            length = int.from_bytes(data[place : place + size], "big")
            place += size
        yield _Part(tag, data[place : place + length])
        place += length
