"""The program's own modules, found without a search.

A run loads four hundred modules of ours. For each of them Python asks its finders in turn, looks through the folder
and works out several names anew; more than half of that is saved where a module stands beside its siblings and its
compiled form is up to date, as on every run but the first. Whatever else a module is, it is left to Python.
"""

from __future__ import annotations

import os
import sys

# `importlib.machinery` and `importlib.util` offer the same after loading six modules more.
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import MAGIC_NUMBER, SourceFileLoader, cache_from_source
from collections.abc import Sequence
from functools import cache
from marshal import loads
from types import CodeType, ModuleType

_OURS = ("qmslint.", "qmslint_")
_HEAD = MAGIC_NUMBER + bytes(4)  # of a compiled file that is known by the date and size of its source


def install() -> None:
    """From now on the modules of the program are found here first."""
    if not any(finder is OwnModules for finder in sys.meta_path):
        sys.meta_path.insert(0, OwnModules)


class OwnModules:
    """The finder: a module of ours stands in the folder of its package, under its own name."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        """The module, with its compiled form; None leaves it to Python."""
        if path is None or not name.startswith(_OURS) or len(path) != 1:
            return None
        last = name[name.rindex(".") + 1 :]
        source = f"{path[0]}{os.sep}{last}.py"
        before, behind = _compiled_names(path[0])
        compiled = f"{before}{last}{behind}"
        try:
            status = os.stat(source)  # noqa: PTH116 - pathlib costs more than what is saved
            with open(compiled, "rb", 0) as file:
                data = file.read()
        except OSError:
            return None
        if data[:16] != _HEAD + _four(status.st_mtime) + _four(status.st_size):
            return None
        spec = ModuleSpec(name, _Compiled(name, source, data), origin=source)
        spec.has_location, spec.cached = True, compiled
        return spec


@cache
def _compiled_names(folder: str) -> tuple[str, str]:
    """What stands before and behind the name of a module in the name of its compiled file."""
    before, _, behind = cache_from_source(f"{folder}{os.sep}?.py").rpartition("?")
    return before, behind


def _four(number: float) -> bytes:
    return (int(number) & 0xFFFFFFFF).to_bytes(4, "little")


class _Compiled(SourceFileLoader):
    """A module whose compiled form was read when it was found."""

    def __init__(self, name: str, path: str, data: bytes) -> None:
        super().__init__(name, path)
        self._data = data

    def get_code(self, fullname: str) -> CodeType | None:
        """The code, the first time from what was read."""
        data, self._data = self._data, b""
        if not data:
            return super().get_code(fullname)
        code: CodeType = loads(memoryview(data)[16:])
        return code
