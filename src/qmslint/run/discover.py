"""Finding the files of the set: which are documents, which are passed over and why. Opens nothing but ignore files."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from qmslint.judge.waive import path_matches
from qmslint.model.inspection import Ignored
from qmslint.run.found import Found, FoundFile
from qmslint.run.ignore_files import IgnoreFiles

SETTINGS_NAMES = ("qmslint.yaml", "qmslint.yml")


def discover(
    root: Path, targets: Iterable[Path], suffixes: Iterable[str], exclude: Iterable[str] = (), max_depth: int = 64,
    cache: Path | None = None,
) -> Found:
    """Every document below `targets` (files or folders inside `root`). `suffixes` in lower case with the dot.

    `cache`: the folder in which answers of ignore files are kept.
    """
    walk = _Walk(root, frozenset(suffixes), tuple(exclude), max_depth, IgnoreFiles(root, cache))
    for target in targets:
        walk.add(target)
    walk.ignore_files.close()
    files = tuple(sorted(walk.files.values(), key=lambda f: (f.path, f.disk)))
    return Found(files, tuple(sorted(walk.ignored)))


class _Walk:
    def __init__(self, root: Path, suffixes: frozenset[str], exclude: tuple[str, ...], max_depth: int,
                 ignore_files: IgnoreFiles) -> None:
        self.root = root
        self.suffixes = suffixes
        self.exclude = exclude
        self.max_depth = max_depth
        self.files: dict[str, FoundFile] = {}
        self.ignored: set[Ignored] = set()
        self.ignore_files = ignore_files

    def add(self, target: Path) -> None:
        if target.is_dir():
            self._folder(str(target), 0)
        else:
            try:
                self._file(str(target), named=True)
            except OSError:
                self._pass_over(str(target), "unreadable")

    def _folder(self, folder: str, depth: int) -> None:
        self.ignore_files.enter(folder)
        try:
            with os.scandir(long_path(folder)) as entries:
                names = sorted(entries, key=lambda e: e.name)
        except OSError:
            self._pass_over(folder, "unreadable-folder")
            return
        for entry in names:
            disk = os.path.join(folder, entry.name)  # noqa: PTH118 - hot loop
            try:
                if entry.is_symlink() and entry.is_dir():
                    self._pass_over(disk, "link")
                elif entry.is_dir(follow_symlinks=False):
                    self._subfolder(disk, entry.name, depth)
                elif not entry.is_symlink() and not entry.is_file(follow_symlinks=False):
                    self._pass_over(disk, "not-regular")
                else:
                    self._file(disk)
            except OSError:
                self._pass_over(disk, "unreadable")

    def _subfolder(self, disk: str, name: str, depth: int) -> None:
        if name.startswith(".") or name in ("__pycache__", "node_modules", "__MACOSX"):
            if name != ".git":
                self._pass_over(disk, "hidden-folder")
        elif depth >= self.max_depth:
            self._pass_over(disk, "too-deep")
        elif self._excluded(disk) or self.ignore_files.matches(disk, folder=True):
            self._pass_over(disk, "excluded" if self._excluded(disk) else "gitignored")
        else:
            self._folder(disk, depth + 1)

    def _file(self, disk: str, named: bool = False) -> None:
        name = os.path.basename(disk)  # noqa: PTH119 - hot loop
        reason = _reason_by_name(name)
        if not reason and self._excluded(disk):
            reason = "excluded"
        if not reason and not named and self.ignore_files.matches(disk):
            reason = "gitignored"
        if not reason and os.path.splitext(name)[1].lower() not in self.suffixes:  # noqa: PTH122 - hot loop
            reason = "pdf" if name.lower().endswith(".pdf") else "unknown-suffix"
        if not reason:
            status = os.stat(long_path(disk))  # noqa: PTH116 - hot loop
            if not stat.S_ISREG(status.st_mode):
                reason = "not-regular"
            else:
                self.files[disk] = FoundFile(disk, self._path(disk), status.st_size, status.st_mtime_ns)
        if reason:
            self._pass_over(disk, reason)

    def _excluded(self, disk: str) -> bool:
        path = self._path(disk)
        return any(path_matches(pattern, path) or path_matches(f"{pattern.rstrip('/')}/**", path)
                   for pattern in self.exclude)

    def _pass_over(self, disk: str, reason: str) -> None:
        self.ignored.add(Ignored(self._path(disk), reason))

    def _path(self, disk: str) -> str:
        return report_path(self.root, disk)


def report_path(root: Path, disk: str) -> str:
    """A path as reports print it: posix, from the root, precomposed letters whatever the file system keeps."""
    relative = os.path.relpath(disk, root)
    # Bytes that are no UTF-8 arrive as lone surrogates: no report could print them.
    printable = relative.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", printable.replace(os.sep, "/"))


def long_path(path: str) -> str:
    """The path in the form in which Windows opens names over 260 characters; elsewhere the path itself."""
    if os.name != "nt" or len(path) < 240 or path.startswith("\\\\?\\"):
        return path
    full = os.path.abspath(path)  # noqa: PTH100 - resolve() would follow links
    return "\\\\?\\UNC\\" + full[2:] if full.startswith("\\\\") else "\\\\?\\" + full


def _reason_by_name(name: str) -> str:
    lower = name.lower()
    if name in SETTINGS_NAMES:
        return "settings"
    if name.startswith("~$") or (name.startswith(".~lock.") and name.endswith("#")):
        return "lock-file"
    if name.startswith("~wrl") or lower.startswith("~wrl") or lower.endswith((".tmp", ".temp", ".bak", ".part", "~")):
        return "temporary"
    if name.startswith("."):
        return "hidden"
    return ""
