"""The lists of internal documents of a set, and how their rows are matched with the documents."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from qmslint.api import Context, ListedDocument, NamedTuple, QualityDocument, Settings, Text, Workspace, fold, kinds
from qmslint_hygiene import _titles
from qmslint_hygiene._blocks import plain_code
from qmslint_hygiene._control_words import has, words


class Row(NamedTuple):
    """One row of a list, and the list."""

    entry: ListedDocument
    source: QualityDocument


class Listing(NamedTuple):
    """All rows of the lists of a set, by code and by title."""

    rows: tuple[Row, ...]
    by_code: dict[str, list[Row]]
    by_title: dict[tuple[str, ...], list[Row]]

    def of(self, document: QualityDocument) -> list[Row]:
        """The rows that speak of `document`: those with its code, else those with its title."""
        code = plain_code(document.identity.code)
        return (self.by_code.get(code, []) if code else []) or self.by_title.get(
            _titles.core(document.identity.title), []
        )

    def names(self, entry: ListedDocument) -> bool:
        """Whether a row speaks of the same document as `entry`."""
        return plain_code(entry.code) in self.by_code or _titles.core(entry.title) in self.by_title


def listing(workspace: Workspace, settings: Settings) -> Listing | None:
    """The rows of every list of internal documents; None when the set has none. The settings may name the one."""
    return _listing(workspace, settings.document_list)


@lru_cache(maxsize=2)
def _listing(workspace: Workspace, name: str) -> Listing | None:
    lists = [d for d in workspace.of_kind(kinds.DOCUMENT_LIST) if d.listed_documents and not d.draft]
    named = [d for d in workspace.documents if name and d.path == name]
    lists = [d for d in named if d.listed_documents] or lists
    return listing_of(lists) if lists else None


def listing_of(lists: Iterable[QualityDocument]) -> Listing:
    """The rows of these documents."""
    rows = tuple(Row(entry, source) for source in lists for entry in source.listed_documents)
    by_code: dict[str, list[Row]] = {}
    by_title: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        if row.entry.code:
            by_code.setdefault(plain_code(row.entry.code), []).append(row)
        if _titles.core(row.entry.title):
            by_title.setdefault(_titles.core(row.entry.title), []).append(row)
    return Listing(rows, by_code, by_title)


def without_list(workspace: Workspace, context: Context[Any]) -> None:
    """Say once that there is no list to compare with, where there are documents that one should name."""
    if workspace.of_kind(*kinds.CONTROLLED):
        context.cannot_judge(
            Text(
                "Không thấy danh mục tài liệu nội bộ (hoặc không đọc được dòng nào của danh mục), nên chưa đối chiếu "
                "với danh mục.",
                "No list of internal documents was found (or none of its rows could be read), so nothing was compared "
                "with it.",
            )
        )


def withdrawn(entry: ListedDocument) -> bool:
    """Whether a row says that the document is no longer used."""
    return has(entry.status, "withdrawn")


def archived(path: str) -> bool:
    """Whether the folder of a file says that it keeps replaced documents."""
    return _keeps_old(path.rpartition("/")[0])


@lru_cache(maxsize=4096)
def _keeps_old(path: str) -> bool:
    folders = [" ".join(fold(part).replace("_", " ").replace("-", " ").split()) for part in path.split("/")]
    return any(
        folder == word or folder.endswith(" " + word) or folder.startswith(word + " ")
        for folder in folders
        for word in words("archive-folders")
    )


@lru_cache(maxsize=2)
def current(workspace: Workspace) -> tuple[QualityDocument, ...]:
    """The procedures and manuals in use: no drafts, no kept old copies."""
    return tuple(d for d in workspace.of_kind(*kinds.CONTROLLED) if not d.draft and not archived(d.path))


def named(document: QualityDocument) -> str:
    """A document as a message calls it: code and title, else its file."""
    identity = document.identity
    words_ = [word for word in (identity.code, f"“{identity.title}”" if identity.title else "") if word]
    return " ".join(words_) or document.path
