"""The cache of facts: content → Inspection, and (path, size, time) → content, in one SQLite file.

Findings are never kept. Whatever is wrong with the file, it is a cache miss: no run fails because of its cache.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from qmslint.run.discover import FoundFile

_RACY_NS = 2_000_000_000  # a file changed within this time of being read is hashed again


def default_folder() -> Path:
    """Where this user's caches stand: `QMSLINT_CACHE`, else the system's place for them."""
    override = os.environ.get("QMSLINT_CACHE")
    if override:
        return Path(override)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("qmslint", appauthor=False))


class Cache:
    """A store of plain JSON text by key. Without a folder, or when damaged, it forgets everything."""

    def __init__(self, folder: Path | None) -> None:
        self._connection: sqlite3.Connection | None = None
        self._pending: list[tuple[str, str]] = []
        self._stats: list[tuple[str, int, int, str, int]] = []
        if folder is not None:
            self._connection = _open(folder / "facts-1.sqlite")

    def digest(self, file: FoundFile) -> str:
        """The content's digest when the file has not changed since it was last read, else ""."""
        row = self._one(
            "SELECT digest, size, mtime, seen FROM files WHERE path = ?", (os.path.abspath(file.disk),)  # noqa: PTH100
        )
        if row is None or row[1:3] != (file.size, file.mtime_ns) or row[3] - file.mtime_ns < _RACY_NS:
            return ""
        return str(row[0])

    def remember_digest(self, file: FoundFile, digest: str) -> None:
        """Note what the file's content was."""
        self._stats.append((os.path.abspath(file.disk), file.size, file.mtime_ns, digest, time.time_ns()))  # noqa: PTH100

    def get(self, key: str) -> str | None:
        """The text kept under `key`."""
        row = self._one("SELECT data FROM facts WHERE key = ?", (key,))
        return None if row is None else str(row[0])

    def put(self, key: str, data: str) -> None:
        """Keep `data`; written at `close`."""
        self._pending.append((key, data))

    def close(self) -> None:
        """Write what is pending, in one transaction; a locked or damaged file loses only speed."""
        if self._connection is None:
            return
        try:
            with self._connection:
                self._write("INSERT OR REPLACE INTO facts VALUES (?, ?)", self._pending)
                self._write("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", self._stats)
        except sqlite3.Error:
            pass
        finally:
            self._connection.close()
            self._connection = None

    def _write(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        rows = list(rows)
        if rows and self._connection is not None:
            self._connection.executemany(statement, rows)

    def _one(self, query: str, values: tuple[object, ...]) -> tuple[Any, ...] | None:
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(query, values).fetchone()
        except sqlite3.Error:
            return None
        return row if row is None else tuple(row)


def _open(path: Path) -> sqlite3.Connection | None:
    for attempt in (1, 2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=5)
            connection.execute("CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, data TEXT) WITHOUT ROWID")
            connection.execute(
                "CREATE TABLE IF NOT EXISTS files"
                " (path TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, digest TEXT, seen INTEGER) WITHOUT ROWID"
            )
            return connection
        except sqlite3.DatabaseError as error:
            if attempt == 2 or isinstance(error, sqlite3.OperationalError):
                return None
            path.unlink(missing_ok=True)
        except OSError:
            return None
    return None
