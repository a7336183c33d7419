"""The one digest of the program, BLAKE2b: of contents, keys and fingerprints; and the checksum of what is kept."""

from __future__ import annotations

from zlib import crc32

try:
    # What `hashlib` hands out too; but that loads OpenSSL besides, at the price of a third of an interpreter start.
    from _blake2 import blake2b as blake2b
except ImportError:
    from hashlib import blake2b as blake2b

__all__ = ["SEAL_BYTES", "blake2b", "seal"]

SEAL_BYTES = 4


def seal(data: bytes | memoryview, key: bytes = b"") -> bytes:
    """The checksum of what is kept on disk under `key`: it tells damage, at a third of what a digest costs."""
    return crc32(data, crc32(key)).to_bytes(SEAL_BYTES, "big")
