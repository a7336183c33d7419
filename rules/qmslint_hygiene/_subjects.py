"""What procedures are about: subjects known by the words of a title, and the papers of one subject alone."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from qmslint.api import NamedTuple, QualityDocument, Text, Workspace, fold, kinds
from qmslint_hygiene._data import load

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
    """Every subject of the data."""
    return tuple(
        Subject(
            key, entry["group"], Text(entry["name"]["vi"], entry["name"]["en"]), _folded(entry["title"]),
            _folded(entry["strong"]), _folded(entry["weak"]), tuple(entry.get("with", ())),
        )
        for key, entry in load("subjects")["subjects"].items()
    )  # fmt: skip


@cache
def words(key: str) -> tuple[str, ...]:
    """A list of the data, folded, longest first."""
    return tuple(sorted(_folded(load("subjects")[key]), key=lambda word: -len(word)))


@cache
def _all_of() -> dict[str, tuple[str, ...]]:
    return {group: _folded(titles) for group, titles in load("subjects")["all-of"].items()}


def _folded(entries: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold(entry) for entry in entries)


def has(text: str, phrase: str) -> bool:
    """Whether the folded `text` names `phrase` as whole words."""
    start = text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            return True
        start = text.find(phrase, start + 1)
    return False


@lru_cache(maxsize=8192)
def of_title(title: str) -> frozenset[str]:
    """The subjects that a title names."""
    folded = fold(title)
    found = {subject.key for subject in subjects() if any(has(folded, word) for word in subject.title)}
    for group, titles in _all_of().items():
        if any(has(folded, word) for word in titles):
            found.update(subject.key for subject in subjects() if subject.group == group)
    return frozenset(found)


def own_subjects(document: QualityDocument) -> frozenset[str]:
    """What a procedure is about: its title, what goes with it, and what its result and its application name."""
    own = set(of_title(document.identity.title))
    texts = [
        fold(f"{section.title} {section.text}")
        for section in document.sections
        if any(word in fold(section.title) for word in _OWN_ITEMS)
    ]
    if document.procedure is not None:
        texts += [fold(item.text) for item in document.procedure.items if item.key in ("result", "form")]
    for subject in subjects():
        if subject.key in own:
            own.update(subject.beside)
        elif any(has(text, paper) for text in texts for paper in (*subject.strong, *subject.weak)):
            own.add(subject.key)
    return frozenset(own)


def strong_paper(text: str, subject: Subject) -> str:
    """The register, application or applicant of `subject` that the folded `text` names, "" if none."""
    return next((paper for paper in subject.strong if has(text, paper)), "")


def weak_paper(text: str, subject: Subject) -> str:
    """The other paper of `subject` that the folded `text` names, "" if none."""
    return next((paper for paper in subject.weak if has(text, paper)), "")


def procedures(workspace: Workspace) -> tuple[QualityDocument, ...]:
    """The procedures whose subject can be told: those for a TTHC that have a title."""
    return tuple(d for d in workspace.of_kind(kinds.TTHC_PROCEDURE) if d.identity.title)
