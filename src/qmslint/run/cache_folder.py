"""Where this user's caches stand."""

from __future__ import annotations

import os
from pathlib import Path


def default_folder() -> Path | None:
    """`QMSLINT_CACHE`, else the system's place for caches; None where there is none."""
    override = os.environ.get("QMSLINT_CACHE")
    if override:
        return Path(override)
    from platformdirs import user_cache_dir

    try:
        folder = Path(user_cache_dir("qmslint", appauthor=False))
    except RuntimeError:
        return None
    return folder if folder.is_absolute() else None  # without a home its name is only "~"
