"""What discovery gives: the files worth opening, and what was passed over."""

from __future__ import annotations

from qmslint.model.inspection import Ignored
from qmslint.model.tuples import NamedTuple


class FoundFile(NamedTuple):
    """A file worth opening: where it is on disk, and its path in the report (posix, NFC, from the root)."""

    disk: str
    path: str
    size: int
    mtime_ns: int


class Found(NamedTuple):
    """What discovery saw, both in the order of paths."""

    files: tuple[FoundFile, ...]
    ignored: tuple[Ignored, ...]
