"""Modules of the program are the same ones, whoever finds them."""

from __future__ import annotations

import importlib.util
import os
import py_compile
import subprocess
import sys
from importlib.machinery import PathFinder
from pathlib import Path

import pytest

from qmslint.run.own_modules import OwnModules


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of ours with one compiled module."""
    monkeypatch.setattr(sys, "pycache_prefix", None)
    folder = tmp_path / "qmslint_sample"
    folder.mkdir()
    (folder / "one.py").write_text("VALUE = 1\n", encoding="utf-8")
    py_compile.compile(str(folder / "one.py"), doraise=True)
    return folder


def test_it_is_the_module_that_python_finds(package: Path) -> None:
    ours = OwnModules.find_spec("qmslint_sample.one", [str(package)])
    theirs = PathFinder.find_spec("qmslint_sample.one", [str(package)])
    assert ours is not None and theirs is not None
    for name in ("name", "origin", "cached", "has_location", "parent", "submodule_search_locations"):
        assert getattr(ours, name) == getattr(theirs, name), name
    ours_made, theirs_made = importlib.util.module_from_spec(ours), importlib.util.module_from_spec(theirs)
    for spec, made in ((ours, ours_made), (theirs, theirs_made)):
        assert spec.loader is not None
        spec.loader.exec_module(made)
    assert ours_made.VALUE == theirs_made.VALUE == 1
    assert (ours_made.__file__, ours_made.__cached__) == (theirs_made.__file__, theirs_made.__cached__)
    assert vars(ours_made).keys() == vars(theirs_made).keys()
    assert ours.loader.get_source("qmslint_sample.one") == "VALUE = 1\n"  # type: ignore[union-attr]
    assert ours.loader.get_code("qmslint_sample.one") is not None  # type: ignore[union-attr] # when asked once more


def test_a_module_that_changed_is_left_to_python(package: Path) -> None:
    source = package / "one.py"
    was = source.stat()
    source.write_text("VALUE = 22\n", encoding="utf-8")
    os.utime(source, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert OwnModules.find_spec("qmslint_sample.one", [str(package)]) is None  # by its size
    source.write_text("VALUE = 2\n", encoding="utf-8")
    os.utime(source, ns=(was.st_atime_ns, was.st_mtime_ns + 5_000_000_000))
    assert OwnModules.find_spec("qmslint_sample.one", [str(package)]) is None  # by its date


def test_what_is_not_compiled_so_is_left_to_python(package: Path) -> None:
    compiled = Path(importlib.util.cache_from_source(str(package / "one.py")))
    py_compile.compile(
        str(package / "one.py"), invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH, doraise=True
    )
    assert OwnModules.find_spec("qmslint_sample.one", [str(package)]) is None
    for broken in (b"", compiled.read_bytes()[:10], b"x" * 400):
        compiled.write_bytes(broken)
        assert OwnModules.find_spec("qmslint_sample.one", [str(package)]) is None
    compiled.unlink()
    assert OwnModules.find_spec("qmslint_sample.one", [str(package)]) is None


def test_what_is_not_ours_is_left_to_python(package: Path) -> None:
    assert OwnModules.find_spec("other.one", [str(package)]) is None
    assert OwnModules.find_spec("qmslint_sample", None) is None
    assert OwnModules.find_spec("qmslint_sample.two", [str(package)]) is None
    assert OwnModules.find_spec("qmslint_sample.one", [str(package), str(package.parent)]) is None


def test_the_library_leaves_the_finders_alone() -> None:
    program = (
        "import sys, qmslint, qmslint.api\nfrom qmslint.run import library\n"
        "assert not any('qmslint' in finder.__module__ for finder in sys.meta_path)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
