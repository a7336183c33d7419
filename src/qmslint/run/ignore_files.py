"""What `.gitignore` files exclude, those above the root up to the repository included."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from qmslint.run.opening import opened

_MOST = 2**20  # bytes of one file of patterns


class IgnoreFiles:
    """The patterns of every `.gitignore` met so far. `pathspec` is loaded only where there is one."""

    def __init__(self, root: Path) -> None:
        self._specs: dict[str, Any] = {}
        for folder in self._above(root):
            self.enter(str(folder))

    @staticmethod
    def _above(root: Path) -> list[Path]:
        folders = [root, *root.parents]
        for index, folder in enumerate(folders):
            if (folder / ".git").exists():
                return folders[1 : index + 1]
        return []

    def enter(self, folder: str) -> None:
        """Read the `.gitignore` of `folder`, if it has one."""
        try:
            with opened(os.path.join(folder, ".gitignore")) as file:  # noqa: PTH118
                lines = file.read(_MOST).decode("utf-8", "replace").splitlines()
        except OSError:
            return
        from pathspec import GitIgnoreSpec

        self._specs[folder] = GitIgnoreSpec.from_lines(lines)

    def matches(self, disk: str, folder: bool = False) -> bool:
        """Whether the nearest `.gitignore` that says something of `disk` excludes it."""
        best: bool | None = None
        for base in sorted(self._specs, key=len):
            if disk.startswith(base + os.sep):
                relative = os.path.relpath(disk, base).replace(os.sep, "/") + ("/" if folder else "")
                answer = self._specs[base].check_file(relative).include
                best = answer if answer is not None else best
        return bool(best)
