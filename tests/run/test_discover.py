"""Discovery: every file is a document or is passed over for a stated reason."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from qmslint.run.discover import discover

SUFFIXES = (".docx", ".yaml")


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def seen(root: Path, exclude: tuple[str, ...] = ()) -> tuple[list[str], dict[str, str]]:
    found = discover(root, [root], SUFFIXES, exclude)
    return [f.path for f in found.files], {i.path: i.reason for i in found.ignored}


def test_what_word_leaves_behind_is_ignored_and_said(tmp_path: Path) -> None:
    make(tmp_path, "a.docx", "~$a.docx", ".~lock.a.docx#", "b.tmp", "~WRL0001.tmp", "c.png", "qmslint.yaml", ".x.docx")
    files, ignored = seen(tmp_path)
    assert files == ["a.docx"]
    assert ignored == {
        "~$a.docx": "lock-file", ".~lock.a.docx#": "lock-file", "b.tmp": "temporary", "~WRL0001.tmp": "temporary",
        "c.png": "unknown-suffix", "qmslint.yaml": "settings", ".x.docx": "hidden",
    }


def test_what_was_said_of_a_path_is_known_the_next_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, cache = tmp_path / "set", tmp_path / "cache"
    make(root, "a.docx", "old/b.docx", "sub/c.docx")
    (root / ".gitignore").write_text("old/\n*.docx\n!a.docx\n", encoding="utf-8")

    def found() -> tuple[list[str], list[str]]:
        result = discover(root, [root], SUFFIXES, cache=cache)
        return [file.path for file in result.files], [ignored.path for ignored in result.ignored]

    first = found()
    assert first == (["a.docx"], [".gitignore", "old", "sub/c.docx"])
    with monkeypatch.context() as patched:
        patched.setitem(sys.modules, "pathspec", None)  # importing it fails
        assert found() == first
        make(root, "d.docx")
        with pytest.raises(ImportError):
            found()
    assert found()[1] == [".gitignore", "d.docx", "old", "sub/c.docx"]
    (root / ".gitignore").write_text("old/\n", encoding="utf-8")
    assert found()[0] == ["a.docx", "d.docx", "sub/c.docx"]
    for file in cache.iterdir():
        file.write_bytes(b"damaged")
    assert found()[0] == ["a.docx", "d.docx", "sub/c.docx"]


def test_gitignore_and_settings_exclude(tmp_path: Path) -> None:
    make(tmp_path, "a.docx", "old/b.docx", "sub/c.docx", "sub/keep.docx", "sub/deep/d.docx")
    (tmp_path / ".gitignore").write_text("old/\n", encoding="utf-8")
    (tmp_path / "sub" / ".gitignore").write_text("*.docx\n!keep.docx\n", encoding="utf-8")
    files, ignored = seen(tmp_path, ("sub/deep",))
    assert files == ["a.docx", "sub/keep.docx"]
    assert ignored["old"] == "gitignored" and ignored["sub/c.docx"] == "gitignored"
    assert ignored["sub/deep"] == "excluded"


def test_names_are_printed_in_nfc_and_sorted(tmp_path: Path) -> None:
    make(tmp_path, unicodedata.normalize("NFD", "Quy trình/Đăng ký.docx"), "B.DOCX", "A.docx")
    assert seen(tmp_path)[0] == ["A.docx", "B.DOCX", "Quy trình/Đăng ký.docx"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_only_regular_files_are_opened(tmp_path: Path) -> None:
    make(tmp_path, "a.docx")
    os.mkfifo(tmp_path / "pipe.docx")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "dangling.docx").symlink_to(tmp_path / "nowhere")
    (tmp_path / "twin.docx").symlink_to(tmp_path / "a.docx")
    files, ignored = seen(tmp_path)
    assert files == ["a.docx", "twin.docx"]
    assert ignored == {"pipe.docx": "not-regular", "loop": "link", "dangling.docx": "unreadable"}
