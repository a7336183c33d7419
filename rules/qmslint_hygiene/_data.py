"""The data of the pack: names of sections, subjects of procedures, generic roles. Loaded when first asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Any:
    """The content of `data/<name>.yaml`."""
    import yaml

    return yaml.safe_load(files(__package__).joinpath("data", f"{name}.yaml").read_text(encoding="utf-8"))
