"""What procedures are about: subjects known by the words of a title, and the papers of one subject alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Generic, TypeVar

from qmslint.api import NamedTuple, QualityDocument, Text, Workspace, fold, kinds
from qmslint_hygiene._data import load

T = TypeVar("T")
_WORD = re.compile(r"\w+")
_WEAK = 1000
"""The place of the first weak paper of a subject: no subject has so many strong ones."""
_OWN_ITEMS = ("kết quả", "mẫu đơn", "tờ khai", "biểu mẫu")


class Subject(NamedTuple):
    """One subject, its words folded."""

    key: str
    group: str
    name: Text
    title: tuple[str, ...]
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    beside: tuple[str, ...]


@cache
def subjects() -> tuple[Subject, ...]:
    """Every subject of the data, whose words stand there folded (a test sees to it)."""
    return tuple(
        Subject(
            key, entry["group"], Text(entry["name"]["vi"], entry["name"]["en"]), tuple(entry["title"]),
            tuple(entry["strong"]), tuple(entry["weak"]), tuple(entry.get("with", ())),
        )
        for key, entry in load("subjects")["subjects"].items()
    )  # fmt: skip


@cache
def words(key: str) -> tuple[str, ...]:
    """A list of the data, longest first."""
    return tuple(sorted(load("subjects")[key], key=lambda word: -len(word)))


@cache
def _all_of() -> dict[str, tuple[str, ...]]:
    return {group: tuple(titles) for group, titles in load("subjects")["all-of"].items()}


def has(text: str, phrase: str) -> bool:
    """Whether the folded `text` names `phrase` as whole words."""
    start = text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            return True
        start = text.find(phrase, start + 1)
    return False


def _words_in(text: str) -> list[str]:
    """Runs of letters and figures, as `has` sees them."""
    return _WORD.findall(text.replace("_", " "))


class Named(Generic[T]):
    """Phrases that mean something, each under its last word: a text is gone through once, however many there are."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._by_last: dict[str, list[tuple[str, T]]] = {}
        for phrase, meant in phrases:
            last = phrase.rpartition(" ")[2]
            self._by_last.setdefault(last if last.isalnum() else _words_in(phrase)[-1], []).append((phrase, meant))

    def in_text(self, text: str) -> list[T]:
        """What the phrases mean that the folded `text` names, in no order."""
        last_words = self._by_last.keys() & set(_words_in(text))
        return [meant for word in last_words for phrase, meant in self._by_last[word] if has(text, phrase)]


@cache
def _titles() -> Named[str]:
    """Words of titles → the subject."""
    return Named((word, subject.key) for subject in subjects() for word in subject.title)


@cache
def _papers() -> Named[tuple[int, str, str]]:
    """Every paper → its place among those of its subject, the strong ones first; the subject; the paper."""
    return Named(
        (paper, (place, subject.key, paper))
        for subject in subjects()
        for first, papers in ((0, subject.strong), (_WEAK, subject.weak))
        for place, paper in enumerate(papers, first)
    )


@lru_cache(maxsize=8192)
def of_title(title: str) -> frozenset[str]:
    """The subjects that a title names."""
    folded = fold(title)
    found = set(_titles().in_text(folded))
    for group, titles in _all_of().items():
        if any(has(folded, word) for word in titles):
            found.update(subject.key for subject in subjects() if subject.group == group)
    return frozenset(found)


class _Own(dict[str, frozenset[str]]):
    """What each procedure of a set is about, by path, worked out when first asked for."""

    def __init__(self, documents: Iterable[QualityDocument]) -> None:
        super().__init__()
        self._documents = {document.path: document for document in documents}

    def __missing__(self, path: str) -> frozenset[str]:
        self[path] = own = own_subjects(self._documents[path])
        return own


@lru_cache(maxsize=2)
def _own_of(workspace: Workspace) -> _Own:
    return _Own(procedures(workspace))


def foreign_to(document: QualityDocument, named: set[str], workspace: Workspace) -> set[str]:
    """The subjects among those `named` that a procedure of the set is not about; few ask for more than its title."""
    foreign = named - of_title(document.identity.title)
    return foreign - _own_of(workspace)[document.path] if foreign else foreign


def own_subjects(document: QualityDocument) -> frozenset[str]:
    """What a procedure is about: its title, what goes with it, and what its result and its application name."""
    own = set(of_title(document.identity.title))
    texts = [
        fold(f"{section.title} {section.text}")
        for section in document.sections
        if _is_own_item(section.title)
    ]
    if document.procedure is not None:
        texts += [fold(item.text) for item in document.procedure.items if item.key in ("result", "form")]
    named = {key for text in texts for _, key, _ in _papers().in_text(text)}
    for subject in subjects():
        if subject.key in own:
            own.update(subject.beside)
        elif subject.key in named:
            own.add(subject.key)
    return frozenset(own)


@lru_cache(maxsize=8192)
def _is_own_item(title: str) -> bool:
    folded = fold(title)
    return any(word in folded for word in _OWN_ITEMS)


def strong_papers(text: str) -> Mapping[str, str]:
    """Subject → its register, application or applicant that the folded `text` names, the first of several."""
    return _papers_in(text)[0]


def weak_papers(text: str) -> Mapping[str, str]:
    """Subject → its other paper that the folded `text` names, the first of several."""
    return _papers_in(text)[1]


@lru_cache(maxsize=8192)
def _papers_in(text: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    strong: dict[str, str] = {}
    weak: dict[str, str] = {}
    for place, key, paper in sorted(_papers().in_text(text)):
        (weak if place >= _WEAK else strong).setdefault(key, paper)
    return strong, weak


def procedures(workspace: Workspace) -> tuple[QualityDocument, ...]:
    """The procedures whose subject can be told: those for a TTHC that have a title."""
    return tuple(d for d in workspace.of_kind(kinds.TTHC_PROCEDURE) if d.identity.title)
