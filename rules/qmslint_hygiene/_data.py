"""The data of the pack: names of sections, subjects of procedures, generic roles. Loaded when first asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any


@cache
def load(name: str) -> Any:
    """The content of `data/<name>.toml`."""
    import tomllib

    return tomllib.loads((Path(__file__).parent / "data" / f"{name}.toml").read_text(encoding="utf-8"))
