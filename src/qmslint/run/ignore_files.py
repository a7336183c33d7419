"""What `.gitignore` files exclude, those above the root up to the repository included."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from qmslint.model.digest import blake2b
from qmslint.run.cache import Cache
from qmslint.run.opening import opened

_MOST = 2**20  # bytes of one file of patterns
_ANSWERS = 50_000  # paths whose answers are kept for one file of patterns


class IgnoreFiles:
    """The patterns of every `.gitignore` met so far. What `pathspec` said of a path is kept in the cache."""

    def __init__(self, root: Path, cache: Path | None = None) -> None:
        self._folder = cache
        self._cache: Cache | None = None
        self._patterns: dict[str, _Patterns] = {}
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
                text = file.read(_MOST)
        except OSError:
            return
        self._cache = self._cache or Cache(self._folder)
        self._patterns[folder] = _Patterns(text, self._cache)

    def matches(self, disk: str, folder: bool = False) -> bool:
        """Whether the nearest `.gitignore` that says something of `disk` excludes it."""
        best: bool | None = None
        for base in sorted(self._patterns, key=len):
            if disk.startswith(base + os.sep):
                relative = os.path.relpath(disk, base).replace(os.sep, "/") + ("/" if folder else "")
                answer = self._patterns[base].exclude(relative)
                best = answer if answer is not None else best
        return bool(best)

    def close(self) -> None:
        """Keep the answers that are new."""
        if self._cache is not None:
            for patterns in self._patterns.values():
                patterns.keep(self._cache)
            self._cache.close()


class _Patterns:
    """One `.gitignore`. `pathspec`, which costs two bare interpreters, is asked about new paths only."""

    def __init__(self, text: bytes, cache: Cache) -> None:
        self._text = text
        self._key = f"ignored/{blake2b(text, digest_size=16).hexdigest()}"
        self._known = _answers(cache.get(self._key))
        self._new = False
        self._spec: Any = None

    def exclude(self, relative: str) -> bool | None:
        """Whether the path, from the folder of the file, is excluded; None when nothing is said of it."""
        if relative not in self._known:
            self._known[relative] = self._asked(relative)
            self._new = True
        return self._known[relative]

    def keep(self, cache: Cache) -> None:
        if self._new and len(self._known) <= _ANSWERS:
            cache.put(self._key, json.dumps(self._known).encode())

    def _asked(self, relative: str) -> bool | None:
        if self._spec is None:
            from pathspec import GitIgnoreSpec

            self._spec = GitIgnoreSpec.from_lines(self._text.decode("utf-8", "replace").splitlines())
        answer: bool | None = self._spec.check_file(relative).include
        return answer


def _answers(kept: bytes | None) -> dict[str, bool | None]:
    with suppress(ValueError):
        answers = json.loads(kept or b"{}")
        if isinstance(answers, dict) and all(answer in (True, False, None) for answer in answers.values()):
            return answers
    return {}
