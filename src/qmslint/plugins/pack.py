"""How a pack's rules are found: by walking its folders. Adding a rule edits no existing file."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from qmslint.plugins.parts import Catalogue, Extractor
from qmslint.plugins.rule import Rule


@cache
def modules_of(package: ModuleType) -> tuple[ModuleType, ...]:
    """Every module below `package`, in the order of their names. Names with a leading underscore are helpers."""
    names = sorted(name for folder in package.__path__ for name in _names(folder, package.__name__ + "."))
    return tuple([importlib.import_module(name) for name in names if not name.rpartition(".")[2].startswith("_")])


def _names(folder: str, prefix: str) -> Iterable[str]:
    """The modules in a folder and in the packages below it."""
    if not os.path.isdir(folder):  # noqa: PTH112 - packed into one file: rare, and what pkgutil is for
        from pkgutil import walk_packages

        yield from (info.name for info in walk_packages([folder], prefix) if not info.ispkg)
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield prefix + entry.name.removesuffix(".py")
            elif entry.is_dir() and os.path.isfile(os.path.join(entry.path, "__init__.py")):  # noqa: PTH113, PTH118
                yield from _names(entry.path, f"{prefix}{entry.name}.")


def rules_of(package: ModuleType) -> list[Rule]:
    """Every rule that a module below `package` defines."""
    return [
        value
        for module in modules_of(package)
        for value in vars(module).values()
        if isinstance(value, Rule) and value.module == module.__name__
    ]


def extractors_of(package: ModuleType) -> list[Extractor]:
    """Every extractor that a module below `package` defines: a fact beside the rule that needs it."""
    return [
        value
        for module in modules_of(package)
        for value in vars(module).values()
        if isinstance(value, Extractor) and value.extract.__module__ == module.__name__
    ]


def catalogues_of(package: ModuleType) -> list[Catalogue]:
    """Every catalogue that a module below `package` defines."""
    return [
        value for module in modules_of(package) for value in vars(module).values() if isinstance(value, Catalogue)
    ]


def load_data(module: str, name: str) -> Any:
    """The "data" of `data/NAME.json` beside the module of that file name. `since` and `checked` are dates in it."""
    import json

    text = (Path(module).parent / "data" / f"{name}.json").read_text(encoding="utf-8")
    return json.loads(text, object_hook=_with_dates)["data"]


def _with_dates(entry: dict[str, Any]) -> dict[str, Any]:
    for key in ("since", "checked"):
        if key in entry:
            entry[key] = date.fromisoformat(entry[key])
    return entry
