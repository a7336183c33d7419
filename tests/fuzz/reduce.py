"""Making a found document smaller while the same fault remains."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from io import BytesIO

from fixtures.make.hostile.parts import zipped


def reduced(data: bytes, fails: Callable[[bytes], bool], seconds: float = 60) -> bytes:
    """The smallest document found in `seconds` for which `fails` still holds."""
    end = time.monotonic() + seconds
    if data[:2] == b"PK":
        data = _fewer_parts(data, fails, end)
    return _fewer_bytes(data, fails, end) if data[:2] != b"PK" else data


def _fewer_parts(data: bytes, fails: Callable[[bytes], bool], end: float) -> bytes:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    except Exception:
        return data
    for name in list(parts):
        rest = {n: p for n, p in parts.items() if n != name}
        if time.monotonic() < end and fails(zipped(rest)):
            parts = rest
    for name, part in list(parts.items()):
        def spoils(small: bytes, name: str = name) -> bool:
            return fails(zipped({**parts, name: small}))

        if isinstance(part, bytes) and spoils(part):
            parts[name] = _fewer_bytes(part, spoils, end)
    smaller = zipped(parts)
    return smaller if fails(smaller) else data


def _fewer_bytes(data: bytes, fails: Callable[[bytes], bool], end: float) -> bytes:
    step = len(data) // 2
    while step >= 1 and time.monotonic() < end:
        at = 0
        while at < len(data) and time.monotonic() < end:
            shorter = data[:at] + data[at + step :]
            if fails(shorter):
                data = shorter
            else:
                at += step
        step //= 2
    return data
