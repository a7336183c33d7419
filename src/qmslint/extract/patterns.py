"""Patterns compiled when first used: most runs find every document in the cache and use none of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast


class _Late:
    def __init__(self, source: str | Callable[[], str], flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        source = self._source if isinstance(self._source, str) else self._source()
        compiled = re.compile(source, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "pattern"):
            setattr(self, method, getattr(compiled, method))  # from now on found without coming here
        return getattr(compiled, name)


def late(source: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """A pattern like `re.compile(source, flags)`; a function is asked for its source, where words are in it."""
    return cast("re.Pattern[str]", _Late(source, flags))
