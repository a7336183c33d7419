"""Whether two titles name the same procedure: cut-off, shortened and misspelt ones do, sister procedures do not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from qmslint.api import QualityDocument, Workspace, fold
from qmslint_hygiene._control_words import begins, words

SAME, SHORTENED, OTHER = "same", "shortened", "other"
SHORT = 0.6  # a title with less than this of the full one is rather another procedure's than a cut-off one
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\][]*\]|\([^()]*$")
_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"[\u0300-\u036f]")


@lru_cache(maxsize=4096)
def core(title: str) -> tuple[str, ...]:
    """The words of a title that name its subject: no brackets, no "Quy trình" before it, no agency behind it."""
    text = " ".join(_WORD.findall(_BRACKETS.sub(" ", fold(title))))
    stripped = True
    while stripped:
        stripped = False
        for word in words("title-words"):
            if text.startswith(word + " "):
                text, stripped = text[len(word) + 1 :], True
                break
    for word in words("agency-words"):
        place = text.find(f" {word}")
        if place > 0 and len(text[:place].split()) >= 2:
            text = text[:place]
    return tuple(text.split())


def relation(own: str, other: str) -> str:
    """How the title `other` stands to `own`."""
    mine, theirs = core(own), core(other)
    if not mine or not theirs or mine == theirs or "".join(mine) == "".join(theirs):
        return SAME
    from difflib import SequenceMatcher  # where titles do differ

    filler = set(words("filler-words"))
    shorter = changed = False
    for tag, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        gone, new = [w for w in mine[a:b] if w not in filler], [w for w in theirs[c:d] if w not in filler]
        if tag == "equal" or gone == new or _misspelt(gone, new) or _abbreviated(mine[a:b], theirs[c:d]):
            continue
        if not new or (len(new) == 1 and d == len(theirs) and gone and gone[0].startswith(new[0])):
            shorter = True  # words left out, or the last one cut off
        else:
            changed = True
    return OTHER if changed else SHORTENED if shorter else SAME


def apart(first: str, second: str) -> bool:
    """Whether two titles, neither of them the reference, name two documents."""
    there, back = relation(first, second), relation(second, first)
    if SAME in (there, back):
        return False
    if SHORTENED in (there, back):
        return min(share(first, second), share(second, first)) < SHORT
    return True


def cut(first: str, second: str) -> bool:
    """Whether one title is the beginning of the other."""
    shorter, longer = sorted((core(first), core(second)), key=len)
    return len(shorter) >= 3 and longer[: len(shorter)] == shorter


def share(own: str, other: str) -> float:
    """How much of the title `own` is left in `other`."""
    return len(core(other)) / max(1, len(core(own)))


def names_a_document(title: str) -> bool:
    """Whether words in a running header can be the title of a procedure at all."""
    return len(core(title)) >= 2 and not begins(title, "not-a-title")


def known_titles(workspace: Workspace) -> Iterator[tuple[str, QualityDocument]]:
    """Every title that the set knows, with the document that says so: its own, or a row of a list."""
    for document in workspace.documents:
        if document.identity.title:
            yield document.identity.title, document
        for listed in document.listed_documents:
            if listed.title:
                yield listed.title, document
        for tthc in document.listed_tthc:
            if tthc.title:
                yield tthc.title, document


def _misspelt(gone: list[str], new: list[str]) -> bool:
    """The same words but for accents and i/y: "kí", "ki", "ký"."""
    return len(gone) == len(new) and bool(gone) and all(_bare(a) == _bare(b) for a, b in zip(gone, new, strict=True))


def _abbreviated(gone: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Initials on one side: "tthc" for "thủ tục hành chính", words that fill included."""
    for long, short in ((gone, new), (new, gone)):
        if len(short) == 1 and len(long) > 1 and _bare("".join(word[0] for word in long)) == _bare(short[0]):
            return True
    return False


@lru_cache(maxsize=2048)
def _bare(word: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFD", word)).replace("đ", "d").replace("y", "i")
