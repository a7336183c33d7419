"""Compiled regular expressions, kept from run to run.

To compile a pattern costs a hundred times what it costs to take its compiled form from a file, and a short run
compiles hundreds. CPython's `re` hands the compiled form to `_sre.compile`, which checks it; what was handed over is
kept here, for this very build of Python only. Where `re` is built differently nothing is kept and nothing changes.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from contextlib import suppress
from typing import Any

from qmslint.model.digest import SEAL_BYTES, seal

_MOST = 4_000  # patterns: words of an agency's settings stand in some, so the file could grow for ever

Shelf = dict[tuple[str | bytes, int], tuple[Any, ...]]

_used: list[PatternShelf] = []  # the one of this process, which its copies inherit


def use(folder: str) -> None:
    """From now on this process and its copies take their patterns from the shelf in `folder`."""
    if not _used:
        _used.append(PatternShelf(folder))
        _used[0].install()


def save() -> None:
    """Keep what this process compiled anew, when it uses a shelf."""
    for shelf in _used:
        shelf.save()


class PatternShelf:
    """The patterns of one folder. Whatever is wrong with the file, they are compiled as usual."""

    def __init__(self, folder: str) -> None:
        self._path = os.path.join(folder, f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}.bin")  # noqa: PTH118 - pathlib costs a start
        self._kept = _read(self._path)
        self._new: Shelf = {}
        self._compiler: Any = getattr(re, "_compiler", None)
        self._sre: Any = getattr(self._compiler, "_sre", None)

    def install(self) -> None:
        """Put the shelf before the compiler of `re`."""
        if self._sre is None or not callable(getattr(self._compiler, "compile", None)):
            return
        compile_ = self._compiler.compile

        def taken(source: Any, flags: int = 0) -> Any:
            if type(source) not in (str, bytes):
                return compile_(source, flags)
            kept = self._kept.get((source, flags))
            if kept is not None:
                with suppress(TypeError, ValueError, RuntimeError, OverflowError):
                    return self._sre.compile(source, kept[0], memoryview(kept[1]).cast("I").tolist(), *kept[2:])
            return self._compiled(compile_, source, flags)

        self._compiler.compile = taken

    def _compiled(self, compile_: Any, source: str | bytes, flags: int) -> Any:
        """Compile as usual, and remember what was handed over."""
        handed: list[tuple[Any, ...]] = []
        self._compiler._sre = _Listener(self._sre, handed)
        try:
            made = compile_(source, flags)
        finally:
            self._compiler._sre = self._sre
        if len(handed) == 1 and len(handed[0]) == 6 and len(self._kept) + len(self._new) < _MOST:
            _, all_flags, code, groups, names, order = handed[0]
            with suppress(TypeError, ValueError, OverflowError):
                self._new[source, int(flags)] = (int(all_flags), _packed(code), int(groups), dict(names), tuple(order))
        return made

    def save(self) -> None:
        """Write what is new, beside what another process may have written meanwhile. Failing costs only time."""
        if not self._new:
            return
        self._kept = {**_read(self._path), **self._new}
        self._new = {}
        half = f"{self._path}.{os.getpid()}.part"
        try:
            with open(half, "wb") as file:
                kept = marshal.dumps(self._kept)
                file.write(seal(kept) + kept)
            os.replace(half, self._path)  # noqa: PTH105
        except (OSError, ValueError):
            with suppress(OSError):
                os.unlink(half)  # noqa: PTH108


class _Listener:
    """`_sre`, with what is given to its `compile` written down."""

    def __init__(self, sre: Any, handed: list[tuple[Any, ...]]) -> None:
        self._sre = sre
        self._handed = handed

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sre, name)

    def compile(self, *arguments: Any) -> Any:
        """Pass on, and write down."""
        self._handed.append(arguments)
        return self._sre.compile(*arguments)


def _packed(code: list[int]) -> bytes:
    from array import array

    packed = array("I", code)
    if packed.itemsize != 4:
        raise ValueError("an unsigned int has four bytes here")
    return packed.tobytes()


def _read(path: str) -> Shelf:
    try:
        with open(path, "rb") as file:
            data = file.read()
        kept_bytes = memoryview(data)[SEAL_BYTES:]
        if data[:SEAL_BYTES] != seal(kept_bytes):
            return {}
        kept = marshal.loads(kept_bytes)
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return kept if isinstance(kept, dict) else {}
