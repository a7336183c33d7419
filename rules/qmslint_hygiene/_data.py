"""The data of the pack: names of sections, subjects of procedures, generic roles. Loaded when first asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Any:
    """The content of `data/<name>.toml`."""
    import tomllib

    return tomllib.loads(files(__package__).joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))
