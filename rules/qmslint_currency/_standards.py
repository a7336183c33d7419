"""Editions of standards that a document names as its own, not inside a title nor as what was or is to come."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from qmslint.api import Location, QualityDocument
from qmslint_currency._aside import places_in_use
from qmslint_currency._data import load

_NUMBER = re.compile(r"(\d+)(?:-\d+)?:(\d{4})$")
_ELSEWHERE = ("attachment", "list", "revisions")


def cited_standards(
    document: QualityDocument, wanted: Callable[[dict[str, Any], int], bool]
) -> Iterator[tuple[dict[str, Any], str, tuple[Location, ...]]]:
    """Each wanted edition with its entry in the data, its number as cited, and the places."""
    entries = {entry["serial"]: entry for entry in load("standards")["standards"]}
    found: dict[str, list[Location]] = {}
    for citation in document.citations:
        if citation.type != "standard" or citation.host >= 0 or citation.section in _ELSEWHERE:
            continue
        match = _NUMBER.search(citation.number)
        if match and match[1] in entries and wanted(entries[match[1]], int(match[2])):
            found.setdefault(citation.number, []).append(citation.at)
    for number, cited in found.items():
        places = places_in_use(number, tuple(cited), document)
        match = _NUMBER.search(number)
        if places and match:
            yield entries[match[1]], number, places
