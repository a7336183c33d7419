"""Patterns compiled when first used: a run that finds every document in the cache searches nothing."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of `source`, compiled once."""
    return re.compile(source, flags)
