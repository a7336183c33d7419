"""Where this user's caches stand."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_NAME = "qmslint"


def cache_folder(no_cache: bool) -> Path | None:
    """The folder of the cache, or None when it is not wanted."""
    return None if no_cache else default_folder()


def default_folder() -> Path | None:
    """`QMSLINT_CACHE`, else the system's place for caches; None where there is none."""
    override = os.environ.get("QMSLINT_CACHE")
    if override:
        return Path(override)
    folder = Path(_by_the_specification() if sys.platform == "linux" else _by_the_library())
    return folder if folder.is_absolute() else None  # without a home its name is only "~"


def _by_the_specification() -> str:
    """XDG Base Directory Specification 0.8. `platformdirs` says the same, at the price of half a bare interpreter."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    return os.path.join(base if base.strip() else os.path.expanduser("~/.cache"), _NAME)  # noqa: PTH111, PTH118


def _by_the_library() -> str:
    from platformdirs import user_cache_dir

    try:
        return user_cache_dir(_NAME, appauthor=False)
    except RuntimeError:
        return ""
