"""qmslint: the linter for the documents of an ISO 9001 quality management system.

`from qmslint import check` is the short way in; `qmslint.api` is the whole door. Nothing is imported
before it is asked for, so that `qmslint --version` costs no more than starting Python.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["__version__", "check", "inspect"]

if TYPE_CHECKING:
    from qmslint.run.library import check, inspect


def __getattr__(name: str) -> object:
    """Fetch `check` or `inspect` on first use."""
    if name in ("check", "inspect"):
        from qmslint.run import library

        return getattr(library, name)
    raise AttributeError(f"module 'qmslint' has no attribute {name!r}")
