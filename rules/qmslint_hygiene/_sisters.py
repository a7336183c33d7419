"""The other procedures of a set, found by the words that a paper shares with their titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

from qmslint.api import QualityDocument, Workspace, fold
from qmslint_hygiene._subjects import has, procedures, words

_WORD = re.compile(r"\w+")
T = TypeVar("T")


@lru_cache(maxsize=8192)
def core(title: str) -> str:
    """What a title is about, without the verbs before it: "giấy phép xây dựng nhà ở riêng lẻ"."""
    rest = fold(title).strip(" .")
    changed = True
    while changed:
        changed = False
        for verb in words("title-verbs"):
            if rest.startswith(verb + " "):
                rest, changed = rest[len(verb) + 1 :], True
    return rest


@lru_cache(maxsize=8192)
def telling(text: str) -> frozenset[str]:
    """The words of a folded text that are not everybody's."""
    return frozenset(_WORD.findall(text)) - _everybody()


@lru_cache(maxsize=1)
def _everybody() -> frozenset[str]:
    return frozenset(part for word in words("common") for part in word.split())


class Phrases(Generic[T]):
    """Phrases that stand for something, each kept under its rarest word: few are looked at for any text."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        found = [(phrase, meant) for phrase, meant in phrases if telling(phrase)]
        count = Counter(word for phrase, _ in found for word in telling(phrase))
        self._count = count
        self._by_rarest: dict[str, list[tuple[str, T]]] = {}
        self._by_word: dict[str, list[tuple[str, T]]] = {}
        for phrase, meant in found:
            rarest = min(telling(phrase), key=lambda word: (count[word], word))
            self._by_rarest.setdefault(rarest, []).append((phrase, meant))
            for word in telling(phrase):
                self._by_word.setdefault(word, []).append((phrase, meant))

    def inside(self, text: str) -> Iterator[tuple[str, T]]:
        """The phrases that the folded `text` holds."""
        for word in sorted(telling(text)):
            for phrase, meant in self._by_rarest.get(word, ()):
                if has(text, phrase):
                    yield phrase, meant

    def around(self, text: str) -> Iterator[tuple[str, T]]:
        """The phrases that hold the folded `text`."""
        if telling(text) and all(word in self._count for word in telling(text)):
            rarest = min(telling(text), key=lambda word: (self._count[word], word))
            for phrase, meant in self._by_word[rarest]:
                if has(phrase, text):
                    yield phrase, meant


class Sisters:
    """The procedures of a set by what their titles are about."""

    def __init__(self, procedures: Iterable[QualityDocument]) -> None:
        self._titles = Phrases((core(document.identity.title), document) for document in procedures)

    def of(self, paper: str, document: QualityDocument) -> QualityDocument | None:
        """The other procedure whose title the paper carries while the document's own shares little with it."""
        own = telling(fold(document.identity.title))
        about = core(paper)
        if len(telling(about)) < 3 or len(about) < 12 or len(telling(about) & own) * 2 >= len(telling(about)):
            return None
        found = [other for _, other in self._titles.around(about)]
        found += [other for title, other in self._titles.inside(about) if len(telling(title)) >= 3]
        others = [d for d in found if d is not document and telling(core(d.identity.title)) != own]
        return min(others, key=lambda other: other.path, default=None)


@lru_cache(maxsize=2)
def sisters_of(workspace: Workspace) -> Sisters:
    """The procedures of the set by what their titles are about, worked out once a run."""
    return Sisters(procedures(workspace))
