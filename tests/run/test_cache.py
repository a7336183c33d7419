"""The cache: quick when it is whole, a miss when it is not, never a failure."""

from __future__ import annotations

import random
from pathlib import Path

from qmslint.run.cache import Cache
from qmslint.run.found import FoundFile

FILE = FoundFile("a.docx", "a.docx", 3, 5)


def filled(folder: Path) -> None:
    cache = Cache(folder)
    for i in range(200):
        cache.put(f"k{i}", b"v" * 500)
    cache.remember_digest(FILE, "d")
    cache.close()


def test_what_is_put_is_found_again(tmp_path: Path) -> None:
    filled(tmp_path)
    cache = Cache(tmp_path)
    assert cache.get("k7") == b"v" * 500 and cache.get("other") is None
    assert cache.digest(FILE) == "d"
    assert cache.digest(FILE._replace(size=4)) == "" and cache.digest(FILE._replace(mtime_ns=6)) == ""


def test_a_file_changed_just_now_is_read_again(tmp_path: Path) -> None:
    import time

    young = FILE._replace(mtime_ns=time.time_ns())
    cache = Cache(tmp_path)
    cache.remember_digest(young, "d")
    cache.close()
    assert Cache(tmp_path).digest(young) == ""


def test_damage_is_a_miss(tmp_path: Path) -> None:
    filled(tmp_path)
    database = tmp_path / "facts-4.sqlite"
    whole = database.read_bytes()
    rng = random.Random(1)
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(rng.randint(1, 200)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        database.write_bytes(bytes(data[: rng.randrange(len(data))]) if rng.random() < 0.3 else bytes(data))
        cache = Cache(tmp_path)
        assert cache.get("nowhere") is None
        cache.get("k5")
        cache.put("new", b"x")
        cache.close()


def test_no_folder_no_cache(tmp_path: Path) -> None:
    cache = Cache(None)
    cache.put("a", b"b")
    cache.close()
    assert cache.get("a") is None
    blocked = tmp_path / "file"
    blocked.write_text("x")
    assert Cache(blocked / "below").get("a") is None
