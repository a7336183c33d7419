"""Codes of documents and forms, as the documents, their forms sections and the file names of a set give them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from qmslint.api import QualityDocument, Workspace, fold, fold_code

_SIGN = re.compile(r"[\W_]+")


@cache
def key(code: str) -> str:
    """A code as it is compared: letters and figures, its parts without leading zeros: "BM.01-02" is "bm 1 2"."""
    spaced = re.sub(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])", " ", fold(code))
    return " ".join(part.lstrip("0") or part for part in _SIGN.sub(" ", spaced).split())


def named_in(code: str, text: str) -> bool:
    """Whether a file name or title carries the code as whole parts: "bm 1" not in "bm 1 2"."""
    wanted, there = key(code), f" {key(text)} "
    start = there.find(f" {wanted} ")
    return start >= 0 and not there[start + len(wanted) + 2 :][:1].isdigit()


def codes_of(workspace: Workspace) -> frozenset[str]:
    """Every code that a document of the set carries or lists."""
    found = {key(document.identity.code) for document in workspace.documents if document.identity.code}
    for document in workspace.documents:
        found.update(key(entry.code) for entry in document.forms if entry.code)
        found.update(key(entry.code) for entry in document.listed_documents if entry.code)
    return frozenset(found)


def file_names(workspace: Workspace) -> tuple[str, ...]:
    """The names of the files of the set, without folder and suffix."""
    return tuple(i.source.path.rpartition("/")[2].rpartition(".")[0] for i in workspace.inspections)


def has_file(code: str, workspace: Workspace, names: Iterable[str]) -> bool:
    """Whether a document of the set carries the code, or a file its name."""
    return fold_code(code) in workspace.by_code or any(named_in(code, name) for name in names)


def coded_forms(document: QualityDocument) -> dict[str, str]:
    """The codes of the forms section: as compared, as written."""
    return {key(entry.code): entry.code for entry in document.forms if entry.code}
