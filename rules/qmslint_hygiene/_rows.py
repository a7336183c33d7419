"""One row of a list against the set: whether its document is there, and in what the two differ."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias

from qmslint.api import ListedDocument, QualityDocument, Text, Workspace, fold
from qmslint_hygiene import _titles
from qmslint_hygiene._blocks import plain_code
from qmslint_hygiene._control_words import begins
from qmslint_hygiene._editions import comparable
from qmslint_hygiene._lists import Listing, withdrawn

Difference: TypeAlias = tuple[Text, str, str]
"""Name of the field, the list's word, the document's word."""


def entry_name(entry: ListedDocument) -> str:
    """A row as a message calls it: code and title."""
    return " ".join(filter(None, (entry.code, f"“{entry.title}”" if entry.title else "")))


def expected(entry: ListedDocument) -> bool:
    """Whether a file of its own is expected: no forms, nothing withdrawn, nothing that names no document."""
    if withdrawn(entry) or not (entry.code or entry.title):
        return False
    return not (begins(entry.title, "form-codes") or re.match(r"(?:bm|mẫu|pl)\W*\w*\W*\d", fold(entry.code)))


class Present:
    """What the set holds, by code, by title and by file name."""

    def __init__(self, workspace: Workspace) -> None:
        documents = workspace.documents
        self._codes = {plain_code(d.identity.code) for d in documents if d.identity.code}
        self._codes |= {plain_code(form.code) for d in documents for form in d.forms if form.code}
        self.titles = {_titles.core(d.identity.title) for d in documents if d.identity.title}
        self._names = [plain_code(i.source.path.rsplit("/", 1)[-1]) for i in workspace.inspections]

    def has(self, entry: ListedDocument) -> bool:
        """Whether any file bears the row's code or title, in itself or in its name."""
        code, title = plain_code(entry.code), _titles.core(entry.title)
        if (code and code in self._codes) or (title and title in self.titles):
            return True
        words = ("".join(title) if len(title) > 1 else "", code if len(code) > 3 else "")
        return any(word and word in name for word in words for name in self._names)


@lru_cache(maxsize=2)
def present(workspace: Workspace) -> Present:
    """What the set holds, worked out once a run."""
    return Present(workspace)


def differences_of(
    entry: ListedDocument, document: QualityDocument, listed: Listing, there: Present
) -> list[Difference]:
    """In what a row of `listed` and its document differ; an empty cell says nothing."""
    identity = document.identity
    found: list[Difference] = []
    same_code = bool(entry.code) and plain_code(entry.code) == plain_code(identity.code)
    if entry.code and identity.code and not same_code:
        found.append((Text("mã hiệu", "code"), entry.code, identity.code))
    if entry.title and identity.title and _titles.apart(identity.title, entry.title):
        # A code shared makes a cut title the same document's, unless another one is called by the words that are left.
        cut = same_code and _titles.cut(identity.title, entry.title)
        shorter = min((_titles.core(entry.title), _titles.core(identity.title)), key=len)
        known = there.titles if shorter == _titles.core(entry.title) else listed.by_title
        if not cut or shorter in known:
            found.append((Text("tên", "title"), entry.title, identity.title))
    if entry.edition and identity.edition and not _same_edition(entry.edition, document):
        found.append((Text("lần ban hành", "edition"), entry.edition, identity.edition))
    for name, said, own in (
        (Text("ngày ban hành", "issue date"), entry.issued, identity.issued),
        (Text("ngày hiệu lực", "effective date"), entry.effective, identity.effective),
    ):
        if said and said.value and own and said.value != own:
            found.append((name, said.text, f"{own:%d/%m/%Y}"))
    return found


def told(differences: list[Difference], where: Text) -> Text:
    """All differences in words; `where` names the list."""
    return Text(
        "; ".join(f"{name.vi} trong {where.vi} “{mine}”, trong tài liệu “{own}”" for name, mine, own in differences),
        "; ".join(f"{name.en} “{mine}” in {where.en}, “{own}” in the document" for name, mine, own in differences),
    )


def _same_edition(listed: str, document: QualityDocument) -> bool:
    """Whether a list gives the document's edition; a revision behind it ("01/02") counts where the document has one."""
    edition = comparable(document.identity.edition)
    revisions = {comparable(b.revision.text) for b in document.control_blocks if b.revision}
    said = comparable(listed)
    if not revisions and "/" not in edition:
        return said.split("/")[0] == edition
    return said in {edition, edition.split("/")[0], *(f"{edition}/{revision}" for revision in revisions)}
