"""Inputs and outputs of a management review (9.3.2, 9.3.3), recognised by the words in which minutes tell them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from qmslint.api import Reading, ReviewInput, fold
from qmslint.extract.system.flow import BOOK, FIGURE, NONE, Item, Part, where
from qmslint.extract.words import book

_BETWEEN = 6  # words that " * " may stand for
_KEEP = 700  # characters kept of what was said


@cache
def _phrases(key: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple((tuple(phrase.split(" * ")), name) for phrase, name in book(BOOK).table(key).items())


def names_in(folded: str, key: str) -> tuple[str, ...]:
    """The names whose phrases stand in a folded text, in the order of the book."""
    found = {name: None for parts, name in _phrases(key) if _stands_in(folded, parts)}
    return tuple(found)


def _stands_in(folded: str, parts: tuple[str, ...]) -> bool:
    start = folded.find(parts[0])
    while start >= 0:
        whole = not folded[start - 1 : start].isalnum() if start else True
        position = start + len(parts[0])
        for part in parts[1:]:
            place = folded.find(part, position)
            if place < 0 or folded.count(" ", position, place) > _BETWEEN + 1:
                whole = False
                break
            position = place + len(part)
        if whole and not folded[position : position + 1].isalpha():
            return True
        start = folded.find(parts[0], start + 1)
    return False


def is_heading(item: Item) -> bool:
    """Whether a line may open what is said of one input: numbered, set off, or a short label."""
    return item.rank <= FIGURE + 3 or item.stands_out or (item.line.in_table and len(item.words) < 160)


def inputs_of(reading: Reading, flow: Sequence[Item]) -> tuple[ReviewInput, ...]:
    """Every input discussed, once, at its heading where it has one."""
    headed: dict[str, ReviewInput] = {}
    told: dict[str, ReviewInput] = {}
    for place, item in enumerate(flow):
        names = names_in(item.folded, "review-inputs")
        if not names:
            continue
        heading = is_heading(item) and len(item.words) < 250
        text = " ".join(_said(flow, place)) if heading else item.words
        for name in names:
            found = ReviewInput(name, text[:_KEEP], where(reading, item))
            (headed if heading else told).setdefault(name, found)
    return tuple(sorted({**told, **headed}.values(), key=lambda found: (found.at.order, found.key)))


def _said(flow: Sequence[Item], place: int) -> Iterator[str]:
    """The heading and what stands below it, up to the next heading of its rank."""
    head = flow[place]
    length = len(head.words)
    yield head.words
    for item in flow[place + 1 : place + 40]:
        same_row = item.line.in_table and head.line.in_table and item.line.at.row == head.line.at.row
        if length > _KEEP or (not same_row and _next(head, item)):
            return
        length += len(item.words) + 1
        yield item.words


def _next(head: Item, item: Item) -> bool:
    if item.line.in_table != head.line.in_table or item.line.in_table:
        return True
    if head.rank == NONE:
        return item.stands_out or item.rank <= FIGURE
    return item.rank <= head.rank or (item.rank == NONE and item.stands_out and bool(names_in(item.folded,
                                                                                             "review-inputs")))


def outputs_of(reading: Reading, conclusion: Sequence[Part]) -> tuple[ReviewInput, ...]:
    """What the conclusion decides on: improvement, changes, resources."""
    found: dict[str, ReviewInput] = {}
    for part in conclusion:
        for item, text in ((part.head, part.rest or part.head.words), *((i, i.words) for i in part.body)):
            for name in names_in(item.folded if item is not part.head else fold(text), "review-outputs"):
                found.setdefault(name, ReviewInput(name, text[:_KEEP], where(reading, item)))
    return tuple(sorted(found.values(), key=lambda one: (one.at.order, one.key)))

