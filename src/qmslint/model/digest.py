"""The one digest of the program, BLAKE2b: of contents, keys and fingerprints."""

from __future__ import annotations

try:
    # What `hashlib` hands out too; but that loads OpenSSL besides, at the price of a third of an interpreter start.
    from _blake2 import blake2b as blake2b
except ImportError:
    from hashlib import blake2b as blake2b

__all__ = ["blake2b"]
