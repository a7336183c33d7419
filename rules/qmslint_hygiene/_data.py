"""The data of the pack: names of sections, subjects of procedures, generic roles. Loaded when first asked for."""

from __future__ import annotations

from functools import cache
from typing import Any

from qmslint.api import load_data


@cache
def load(name: str) -> Any:
    """The data of `data/<name>.json`."""
    return load_data(__file__, name)
