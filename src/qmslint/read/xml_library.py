"""lxml, loaded without what nobody here needs of it.

lxml takes one function of `inspect`, to call parser targets, which are not used here; but `inspect` (with `ast`, `dis`,
`tokenize`) costs more to load than all of lxml. While lxml is loaded, a module with that one function stands in.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


def etree() -> Any:
    """The module `lxml.etree`."""
    if {"lxml.etree", "inspect"} & sys.modules.keys() or len(sys._current_frames()) > 1:
        from lxml import etree  # another thread could meet the stand-in

        return etree
    sys.modules["inspect"] = _stand_in()
    try:
        from lxml import etree
    finally:
        del sys.modules["inspect"]
    return etree


def _stand_in() -> ModuleType:
    def getfullargspec(function: Any) -> Any:
        import inspect

        return inspect.getfullargspec(function)

    module = ModuleType("inspect")
    module.__dict__["getfullargspec"] = getfullargspec
    return module
