"""TTHC of the list and procedures of the set: which belongs to which, by code, by procedure code, by title."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qmslint.api import ListedTthc, NamedTuple, QualityDocument, Workspace, fold, fold_code, kinds
from qmslint_vn_admin._data import words

NATIONAL = re.compile(r"[1-9]\.\d{6}")
_VALID = re.compile(r"([1-9]\.\d{6})(?:\.\d{2,3}){0,4}(?:\.[A-Z]\d{1,3}(?:\.[\w.]+)?)?")


class Entry(NamedTuple):
    """A row of a list of TTHC, and the list."""

    row: ListedTthc
    list: QualityDocument


def national_code(written: str) -> str:
    """"1.001193.000.00.00.H56" → "1.001193"; "" when it is no code of the national database."""
    match = _VALID.fullmatch(written.strip().rstrip("."))
    return match[1] if match else ""


def plain_title(title: str) -> str:
    """The title as it is compared: folded, without "Quy trình", "Thủ tục" before it and the stop behind it."""
    folded = fold(title).strip(" .;:\"'")
    changed = True
    while changed:
        changed = False
        for lead in words("title-lead"):
            if folded.startswith(lead + " "):
                folded, changed = folded[len(lead) :].strip(" :\"'-"), True
    return re.sub(r"\s*([,;:()/-])\s*", r"\1", folded)


def entries(workspace: Workspace) -> list[Entry]:
    """Every TTHC of every list, drafts left out, rows that name nothing left out."""
    return [
        Entry(row, document)
        for document in workspace.of_kind(kinds.TTHC_LIST)
        if not document.draft
        for row in document.listed_tthc
        if row.title.strip() or row.code.strip()
    ]


def codes_of(document: QualityDocument) -> set[str]:
    """The TTHC codes that a procedure states, in national form."""
    stated = document.procedure.tthc_codes if document.procedure else ()
    return {code for code in (national_code(phrase.text) for phrase in stated) if code}


def covers(document: QualityDocument, row: ListedTthc) -> str:
    """How the procedure covers the TTHC: "code", "procedure-code", "title", "" when it does not."""
    code = national_code(row.code)
    if code and code in codes_of(document):
        return "code"
    own = document.identity.code
    if row.procedure_code and own and fold_code(own) in {fold_code(c) for c in re.split(r"[;,\n]", row.procedure_code)}:
        return "procedure-code"
    title = plain_title(row.title)
    return "title" if title and title == plain_title(document.identity.title) else ""


def nearest(title: str, others: Iterable[str]) -> str:
    """The title with most words in common, "" when fewer than six in ten are."""
    mine = set(plain_title(title).split())
    best, found = 0.6, ""
    for other in others:
        theirs = set(plain_title(other).split())
        share = len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0
        if share > best:
            best, found = share, other
    return found
