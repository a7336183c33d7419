"""The cache of facts: content → Inspection, and (path, size, time) → content, in one SQLite file.

Findings are never kept. Whatever is wrong with the file, it is a cache miss: no run fails because of its cache.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from qmslint.model.digest import SEAL_BYTES, seal
from qmslint.run.found import FoundFile

_RACY_NS = 2_000_000_000  # a file changed within this time of being read is hashed again
_PENDING = 4_000_000  # bytes that wait to be written


class Cache:
    """A store of bytes by key. Without a folder, or when damaged, it forgets everything."""

    def __init__(self, folder: Path | None) -> None:
        self._connection: sqlite3.Connection | None = None
        self._pending: list[tuple[str, bytes]] = []
        self._waiting = 0
        self._stats: list[tuple[bytes, int, int, bytes, int]] = []
        self._path = folder / "facts-4.sqlite" if folder is not None else None
        if self._path is not None:
            self._connection = _open(self._path)

    def digest(self, file: FoundFile) -> str:
        """The content's digest when the file has not changed since it was last read, else ""."""
        row = self._one("SELECT digest, size, mtime, seen FROM files WHERE path = ?", (_place(file),))
        if row is None or row[1:3] != (file.size, file.mtime_ns):
            return ""
        sealed, seen = row[0], row[3]
        if not isinstance(sealed, bytes) or not isinstance(seen, int) or seen - file.mtime_ns < _RACY_NS:
            return ""
        digest = _unsealed(str(row[1:]), sealed)
        return digest.decode("ascii", "replace") if digest is not None else ""

    def remember_digest(self, file: FoundFile, digest: str) -> None:
        """Note what the file's content was."""
        row = (file.size, file.mtime_ns, time.time_ns())
        self._stats.append((_place(file), row[0], row[1], _sealed(str(row), digest.encode()), row[2]))

    def get(self, key: str) -> bytes | None:
        """What is kept under `key`, undamaged."""
        row = self._one("SELECT data FROM facts WHERE key = ?", (key,))
        if row is None or not isinstance(row[0], bytes):
            return None
        return _unsealed(key, row[0])

    def put(self, key: str, data: bytes) -> None:
        """Keep `data`; written now and then, and at `close`."""
        self._pending.append((key, _sealed(key, data)))
        self._waiting += len(data)
        if self._waiting > _PENDING:
            self._write()

    def close(self) -> None:
        """Write what is pending; a locked or damaged file loses only speed."""
        try:
            self._write()
        finally:
            self._leave()

    def _write(self) -> None:
        """Everything that waits, in one transaction."""
        pending, stats = self._pending, self._stats
        self._pending, self._stats, self._waiting = [], [], 0
        if self._connection is None or not (pending or stats):
            return
        try:
            with self._connection:
                self._insert("INSERT OR REPLACE INTO facts VALUES (?, ?)", pending)
                self._insert("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", stats)
        except (sqlite3.Error, ValueError, OverflowError) as error:
            self._give_up(error)

    def _insert(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        assert self._connection is not None
        self._connection.executemany(statement, rows)

    def _one(self, query: str, values: tuple[object, ...]) -> tuple[Any, ...] | None:
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(query, values).fetchone()
        except (sqlite3.Error, ValueError, OverflowError) as error:
            self._give_up(error)
            return None
        return row if row is None else tuple(row)

    def _give_up(self, error: Exception) -> None:
        """No cache for the rest of the run; a damaged file is removed, so that the next run begins a new one."""
        self._leave()
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, _NOT_DAMAGE) and self._path is not None:
            _remove(self._path)

    def _leave(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()


_NOT_DAMAGE = (sqlite3.OperationalError, sqlite3.ProgrammingError, sqlite3.NotSupportedError)


def _place(file: FoundFile) -> bytes:
    return os.fsencode(os.path.abspath(file.disk))  # noqa: PTH100 - keeps links


def _sealed(key: str, data: bytes) -> bytes:
    """The data behind its checksum: what was damaged on the disk is not taken for a fact."""
    return seal(data, key.encode("utf-8", "surrogatepass")) + data


def _unsealed(key: str, sealed: bytes) -> bytes | None:
    """What `_sealed` was given; None when it is damaged."""
    data = sealed[SEAL_BYTES:]
    return data if sealed[:SEAL_BYTES] == seal(data, key.encode("utf-8", "surrogatepass")) else None


def _remove(path: Path) -> None:
    with suppress(OSError):  # another run may hold it open
        path.unlink(missing_ok=True)


def _open(path: Path) -> sqlite3.Connection | None:
    for _ in range(2):
        connection = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=5)
            connection.text_factory = bytes  # no text is kept: where some is found, it is damage
            connection.execute("CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, data BLOB) WITHOUT ROWID")
            connection.execute(
                "CREATE TABLE IF NOT EXISTS files"
                " (path BLOB PRIMARY KEY, size INTEGER, mtime INTEGER, digest BLOB, seen INTEGER) WITHOUT ROWID"
            )
            return connection
        except (sqlite3.Error, OSError) as error:
            if connection is not None:
                connection.close()
            if isinstance(error, OSError | sqlite3.OperationalError):
                return None
            _remove(path)
    return None
