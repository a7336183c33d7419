"""The place of the cache: as platformdirs has it, and nowhere without a home."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from platformdirs import user_cache_dir

from qmslint.run.cache_folder import default_folder


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is platformdirs itself")
@pytest.mark.parametrize("home", ["/home/hoa", "/home/có dấu"])
@pytest.mark.parametrize("cache", [None, "", "  ", "/var/tmp/caches"])
def test_as_platformdirs_has_it(monkeypatch: pytest.MonkeyPatch, home: str, cache: str | None) -> None:
    monkeypatch.delenv("QMSLINT_CACHE", raising=False)
    monkeypatch.setenv("HOME", home)
    if cache is None:
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_CACHE_HOME", cache)
    assert default_folder() == Path(user_cache_dir("qmslint", appauthor=False))


def test_a_place_of_ones_own_and_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QMSLINT_CACHE", "/somewhere")
    assert default_folder() == Path("/somewhere")
    monkeypatch.delenv("QMSLINT_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    assert default_folder() is None
