"""The properties of a package of Word or Excel: author, title, dates (ISO/IEC 29500-2, 11)."""

from __future__ import annotations

from typing import Any

from qmslint.api import Properties

_CORE = {
    "title": "title", "creator": "author", "lastModifiedBy": "last_modified_by", "created": "created",
    "modified": "modified", "lastPrinted": "last_printed",
}


def core_properties(root: Any) -> Properties:
    """What the part docProps/core.xml says; `root` None = there is no such part."""
    values: dict[str, str] = {}
    for element in root if root is not None else ():
        name = _CORE.get(str(element.tag).rpartition("}")[2])
        if name and element.text:
            values[name] = element.text.strip()
    return Properties(**values)
