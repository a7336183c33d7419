"""Ways to damage a document: bytes of any kind, parts of a package, words of XML, sectors and streams of a compound."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable
from io import BytesIO

from fixtures.make.hostile.compound import compound
from fixtures.make.hostile.parts import zipped

_NUMBERS = (b"-1", b"0", b"1", b"255", b"65536", b"2147483647", b"2147483648", b"99999999999999999999", b"9" * 5000,
            b"", b"NaN", b"1e308", b"x", "٣".encode(), b"0x10", b"1.5", b" 1 ")
_WORDS = (b"<", b">", b"&", b'"', b"&#0;", b"]]>", b"<!--", b"\x00", b"\xff\xfe", b"\n", b"---\n", b"|", b"[", b"*a",
          b"&a ", b": ", b"- ", b"{", b"\\", b"`", b"\xed\xa0\x80", b"\t")
_TOKEN = re.compile(rb"<[^<>]{1,2000}>")
_VALUE = re.compile(rb'="([^"]{0,60})"')
_SHOWN = re.compile(rb">([^<>]{3,400})<")
_FIGURES = re.compile(rb">[^<>0-9]{0,200}([0-9][0-9/.,]*)[^<>]*<")
_OLE = b"\xd0\xcf\x11\xe0"


def damaged(data: bytes, rng: random.Random, others: tuple[bytes, ...]) -> bytes:
    """`data` with one to four damages. The same generator gives the same damages."""
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        data = _once(data, rng, others)
    return data


def _once(data: bytes, rng: random.Random, others: tuple[bytes, ...]) -> bytes:
    inside = rng.random() < 0.75
    if inside and data[:2] == b"PK":
        return _package(data, rng, others)
    if inside and data[:4] == _OLE:
        return _compound(data, rng)
    if inside and data[:1] != b"%" and b"\x00" not in data[:1000]:
        return _text(data, rng)
    return _bytes(data, rng)


# ── bytes ──


def _bytes(data: bytes, rng: random.Random) -> bytes:
    if not data:
        return bytes(rng.randrange(256) for _ in range(20))
    start, length = rng.randrange(len(data)), rng.choice((1, 2, 4, 16, 512, 4096))
    changed = bytearray(data)
    way = rng.randrange(8)
    if way == 0:
        return data[:start]
    if way == 1:
        for _ in range(rng.choice((1, 3, 20, 200))):
            changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    elif way == 2:
        changed[start : start + length] = rng.randbytes(min(length, 64))
    elif way == 3:
        del changed[start : start + length]
    elif way == 4:
        changed[start:start] = data[start : start + length] * rng.choice((1, 2, 50))
    elif way == 5:
        changed[start : start + length] = rng.choice((b"\x00", b"\xff")) * length
    elif way == 6:
        value = rng.choice((0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, len(data)))
        changed[start : start + 4] = value.to_bytes(4, "little")
    else:
        other = rng.randrange(len(data))
        changed[start : start + length] = data[other : other + length]
    return bytes(changed)


# ── packages ──


def _package(data: bytes, rng: random.Random, others: tuple[bytes, ...]) -> bytes:
    try:
        parts = _parts(data)
    except Exception:
        return _bytes(data, rng)
    names = list(parts)
    if not names:
        return _bytes(data, rng)
    name = rng.choice(names)
    way = rng.randrange(10)
    if way == 0:
        del parts[name]
    elif way == 1:
        other = rng.choice(names)
        parts[name], parts[other] = parts[other], parts[name]
    elif way == 2:
        new = rng.choice((name.upper(), "/" + name, name + "x", name.replace("/", "\\"), "../" + name))
        parts[new] = parts.pop(name)
    elif way == 3:
        strange = rng.choice(others)
        if strange[:2] == b"PK":
            parts[name] = _parts(strange).get(name, b"")
    elif way == 4:
        parts[name] = _bytes(parts[name], rng)
    else:
        parts[name] = _xml(parts[name], rng)
    return zipped(parts)


def _parts(data: bytes) -> dict[str, bytes | str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _xml(data: bytes | str, rng: random.Random) -> bytes:
    whole = data.encode() if isinstance(data, str) else data
    tokens = list(_TOKEN.finditer(whole))
    if not tokens:
        return _bytes(whole, rng)
    one, two = sorted((rng.choice(tokens), rng.choice(tokens)), key=lambda m: m.start())
    way = rng.randrange(9)
    if way >= 7:
        return _shown(whole, rng)
    if way == 0:
        return whole[: one.start()] + whole[one.end() :]
    if way == 1:
        return whole[: one.end()] + one[0] * rng.choice((1, 300)) + whole[one.end() :]
    if way == 2 and one.end() <= two.start():
        return whole[: one.start()] + two[0] + whole[one.end() : two.start()] + one[0] + whole[two.end() :]
    if way == 3:
        return whole[: two.end()] + whole[one.start() : two.end()] * rng.choice((1, 3)) + whole[two.end() :]
    if way == 4:
        return whole[: one.start()] + rng.choice(_WORDS) + whole[one.start() :]
    values = list(_VALUE.finditer(whole))
    if not values:
        return _bytes(whole, rng)
    value = rng.choice(values)
    new = rng.choice(_NUMBERS) if way < 6 else rng.choice(values)[1]
    return whole[: value.start(1)] + new + whole[value.end(1) :]


def _shown(whole: bytes, rng: random.Random) -> bytes:
    """Another number, or other words of the document, where the text has a number."""
    numbers = list(_FIGURES.finditer(whole))
    if not numbers:
        return _bytes(whole, rng)
    texts = [match[1] for match in _SHOWN.finditer(whole)]
    for number in sorted(rng.sample(numbers, min(len(numbers), rng.choice((1, 1, 5)))), key=lambda m: -m.start()):
        new = rng.choice((rng.choice(_NUMBERS), rng.choice(texts or [b""]), "²".encode(), b"99/99/9999", b"0/0"))
        whole = whole[: number.start(1)] + new.replace(b"\x00", b"") + whole[number.end(1) :]
    return whole


# ── compound files ──

_COMPOUND_MOST = 6_000_000  # bytes that `compound` can put into one file; a damaged directory may say more


def _compound(data: bytes, rng: random.Random) -> bytes:
    if rng.random() < 0.3:
        changed = bytearray(data)
        one, two = (512 * rng.randrange(max(1, len(data) // 512)) for _ in range(2))
        changed[one : one + 512], changed[two : two + 512] = data[two : two + 512], data[one : one + 512]
        return bytes(changed)
    import olefile

    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            streams = {path[0]: file.openstream(path).read() for path in file.listdir() if len(path) == 1}
    except Exception:
        return _bytes(data, rng)
    if not streams or sum(map(len, streams.values())) > _COMPOUND_MOST:
        return _bytes(data, rng)
    name = rng.choice([n for n in streams if n in ("WordDocument", "1Table", "0Table", "Workbook")] or list(streams))
    stream = streams[name]
    if name == "WordDocument" and rng.random() < 0.5:
        at = rng.randrange(0, 1000, 2)
        value = rng.choice((0, 1, 0x7FFFFFFF, 0xFFFFFFFF, 0xFFFFFF00, rng.randrange(2**16), rng.randrange(2**32)))
        streams[name] = stream[:at] + value.to_bytes(4, "little") + stream[at + 4 :]
    else:
        streams[name] = _bytes(stream, rng)
    return compound(streams)


# ── texts ──


def _text(data: bytes, rng: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    if not lines:
        return _bytes(data, rng)
    one, two = rng.randrange(len(lines)), rng.randrange(len(lines))
    ways: tuple[Callable[[], object], ...] = (
        lambda: lines.pop(one),
        lambda: lines.insert(one, lines[two]),
        lambda: lines.__setitem__(one, lines[two]),
        lambda: lines.__setitem__(one, b"  " * rng.randrange(40) + lines[one]),
        lambda: lines.__setitem__(one, _bytes(lines[one], rng)),
        lambda: lines.insert(one, rng.choice(_WORDS) * rng.choice((1, 2, 2000))),
        lambda: lines.__setitem__(one, re.sub(rb"[0-9]+", rng.choice(_NUMBERS), lines[one])),
        lambda: lines.extend(lines[one:] * rng.choice((1, 20))),
    )
    rng.choice(ways)()
    return b"".join(lines)
