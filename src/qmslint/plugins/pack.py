"""How a pack's rules are found: by walking its folders. Adding a rule edits no existing file."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from qmslint.plugins.parts import Catalogue, Extractor
from qmslint.plugins.rule import Rule


def modules_of(package: ModuleType) -> Iterable[ModuleType]:
    """Every module below `package`, in the order of their names. Names with a leading underscore are helpers."""
    names = sorted(
        info.name
        for info in pkgutil.walk_packages(package.__path__, package.__name__ + ".")
        if not info.ispkg and not info.name.rpartition(".")[2].startswith("_")
    )
    return [importlib.import_module(name) for name in names]


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
