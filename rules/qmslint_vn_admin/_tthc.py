"""TTHC of the list and procedures of the set: which belongs to which, by code, by procedure code, by title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from qmslint.api import ListedTthc, NamedTuple, QualityDocument, Workspace, fold, fold_code, kinds
from qmslint_vn_admin._data import words

_LEAST = 8  # words of a title that is the beginning of another
_BRACKETS = re.compile(r"\([^()]*\)?")
NATIONAL = re.compile(r"[1-9]\.\d{6}")
_VALID = re.compile(r"([1-9]\.\d{6})(?:\.\d{2,3}){0,4}(?:\.[A-Z]\d{1,3}(?:\.[\w.]+)?)?")


class Entry(NamedTuple):
    """A row of a list of TTHC, and the list."""

    row: ListedTthc
    list: QualityDocument


@lru_cache(maxsize=8192)
def national_code(written: str) -> str:
    """"1.001193.000.00.00.H56" → "1.001193"; "" when it is no code of the national database."""
    match = _VALID.fullmatch(written.strip().rstrip("."))
    return match[1] if match else ""


@lru_cache(maxsize=8192)
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


@lru_cache(maxsize=2)
def entries(workspace: Workspace) -> tuple[Entry, ...]:
    """Every TTHC of every list, drafts left out, rows that name nothing left out."""
    return tuple([
        Entry(row, document)
        for document in workspace.of_kind(kinds.TTHC_LIST)
        if not document.draft
        for row in document.listed_tthc
        if row.title.strip() or row.code.strip()
    ])


def codes_of(document: QualityDocument) -> set[str]:
    """The TTHC codes that a procedure states, in national form."""
    stated = document.procedure.tthc_codes if document.procedure else ()
    return {code for code in (national_code(phrase.text) for phrase in stated) if code}


@lru_cache(maxsize=8192)
def _core(title: str) -> str:
    """The plain title without what stands in brackets: "(áp dụng cho cả …)"."""
    return " ".join(_BRACKETS.sub(" ", plain_title(title)).split())


def is_cut(title: str, full: str) -> bool:
    """Whether `title` leaves out the end of the long name `full`, or only what stands there in brackets.

    A short one is rather the name of another TTHC: "Đăng ký khai tử" is not "Đăng ký khai tử lưu động".
    """
    mine, whole = _core(title), _core(full)
    return bool(mine) and (mine == whole or (len(mine.split()) >= _LEAST and whole.startswith(mine + " ")))


class Ties:
    """Which procedure covers which TTHC of the lists: by "code", "procedure-code", "title", the first that does.

    What these leave over on both sides is tied by a "cut-title": people shorten the long names of TTHC on a cover.
    """

    def __init__(self, workspace: Workspace) -> None:
        rows = entries(workspace)
        by_key: dict[tuple[str, str], list[int]] = {}
        for index, entry in enumerate(rows):
            for key in _keys_of_row(entry.row):
                by_key.setdefault(key, []).append(index)
        self._of: dict[str, list[tuple[Entry, str]]] = {}
        covered: set[int] = set()
        for document in workspace.of_kind(kinds.TTHC_PROCEDURE):
            how = {index: key[0] for key in _keys_of_document(document) for index in by_key.get(key, ())}
            self._of[document.path] = [(rows[index], how[index]) for index in sorted(how)]
            covered.update(how)
        left = [index for index in range(len(rows)) if index not in covered]
        for document in workspace.of_kind(kinds.TTHC_PROCEDURE):
            if not self._of[document.path] and not codes_of(document):
                alike = [index for index in left if is_cut(document.identity.title, rows[index].row.title)]
                self._of[document.path] = [(rows[index], "cut-title") for index in alike]
                covered.update(alike)
        self.uncovered: tuple[Entry, ...] = tuple([row for index, row in enumerate(rows) if index not in covered])

    def of(self, document: QualityDocument) -> list[tuple[Entry, str]]:
        """The rows that the procedure covers, in their order, and how it does."""
        return self._of.get(document.path, [])


def _keys_of_row(row: ListedTthc) -> Iterator[tuple[str, str]]:
    yield "code", national_code(row.code)
    if row.procedure_code:
        for code in {fold_code(code) for code in re.split(r"[;,\n]", row.procedure_code)}:
            yield "procedure-code", code
    yield "title", plain_title(row.title)


def _keys_of_document(document: QualityDocument) -> Iterator[tuple[str, str]]:
    """The weakest first: what comes later counts."""
    if plain_title(document.identity.title):
        yield "title", plain_title(document.identity.title)
    if document.identity.code:
        yield "procedure-code", fold_code(document.identity.code)
    for code in codes_of(document):
        yield "code", code


@lru_cache(maxsize=2)
def ties(workspace: Workspace) -> Ties:
    """Which procedure covers which TTHC, worked out once a run."""
    return Ties(workspace)


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
