"""Codes of documents and forms, as the documents, their forms sections and the file names of a set give them."""

from __future__ import annotations

import re
from functools import lru_cache

from qmslint.api import QualityDocument, Workspace, fold

_LONGEST = 8  # parts of a code
_PART = re.compile(r"[^\W\d_]+|\d+")


@lru_cache(maxsize=16384)
def key(code: str) -> str:
    """A code as it is compared: letters and figures, its parts without leading zeros: "BM.01-02" is "bm 1 2"."""
    return " ".join([part.lstrip("0") or part for part in _PART.findall(fold(code))])


def keys_in(text: str) -> frozenset[str]:
    """Every code, as compared, that a file name may carry: whole parts, and not cut before a figure."""
    parts = key(text).split()
    before_figure = [part[0].isdigit() for part in parts[1:]] + [False]
    found = []
    for start in range(len(parts)):
        code = ""
        for end in range(start, min(start + _LONGEST, len(parts))):
            code = f"{code} {parts[end]}" if code else parts[end]
            if not before_figure[end]:
                found.append(code)
    return frozenset(found)


@lru_cache(maxsize=2)
def codes_of(workspace: Workspace) -> frozenset[str]:
    """Every code that a document of the set carries or lists."""
    found = {key(document.identity.code) for document in workspace.documents if document.identity.code}
    for document in workspace.documents:
        found.update(key(entry.code) for entry in document.forms if entry.code)
        found.update(key(entry.code) for entry in document.listed_documents if entry.code)
    return frozenset(found)


@lru_cache(maxsize=2)
def codes_of_files(workspace: Workspace) -> frozenset[str]:
    """Every code that a document of the set carries in its control block or a file in its name."""
    found = {key(document.identity.code) for document in workspace.documents if document.identity.code}
    for inspection in workspace.inspections:
        found |= keys_in(inspection.source.path.rpartition("/")[2].rpartition(".")[0])
    return frozenset(found)


def coded_forms(document: QualityDocument) -> dict[str, str]:
    """The codes of the forms section: as compared, as written."""
    return {key(entry.code): entry.code for entry in document.forms if entry.code}
