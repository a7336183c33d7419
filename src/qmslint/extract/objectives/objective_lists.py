"""Objectives written as numbered sentences, under headings or behind an introduction; what is said below each."""

from __future__ import annotations

from collections.abc import Sequence

from qmslint.api import NamedTuple, Objective, ObjectivePlanRow, Reading, fold
from qmslint.extract.control.signatures import is_signing_line
from qmslint.extract.objectives.measures import measure_in, target_in
from qmslint.extract.objectives.objective_tables import PLAN
from qmslint.extract.patterns import late
from qmslint.extract.system.flow import (
    BOOK,
    BULLET,
    FIGURE,
    NONE,
    ROMAN,
    Item,
    filled,
    label_of,
    labels,
    where,
)
from qmslint.extract.text.headline import is_state_heading, title_lines
from qmslint.extract.words import book

_NAMED = late(lambda: rf"^(?:{book(BOOK).pattern('objective-item-words')})"
              rf"(?:\s*(?:số\s*)?\d{{1,2}}\s*[:.)-]|\s*:)\s*(?=\S)", 2)
_ANNOUNCED = late(lambda: rf"\b(?:{book(BOOK).pattern('objective-item-words')})\b.*"
                  rf"\b(?:{book(BOOK).pattern('announcing-words')})\s*:\s*$", 2)
_LONGEST = 700


class Listed(NamedTuple):
    """What the running text states."""

    objectives: tuple[Objective, ...] = ()
    plan: tuple[ObjectivePlanRow, ...] = ()
    plan_headed: bool = False  # there is a section for the plan, read or not
    results: bool = False  # there is a section on results


class _Walk:
    """The state of a walk through the lines: which section, the candidates so far."""

    def __init__(self) -> None:
        self.section = ""
        self.depth = NONE
        self.begun = False
        self.seen: set[str] = set()
        self.lines: list[tuple[Item, str]] = []  # candidate, section

    def enter(self, section: str, item: Item) -> None:
        self.section, self.depth, self.begun = section, item.rank, False
        self.seen.add(section)


def listed(reading: Reading, flow: Sequence[Item], allow_unheaded: bool) -> Listed:
    """The objectives in the running text. Without a heading that announces them only where `allow_unheaded`."""
    walk = _walk(reading, flow)
    sections = next(({name} for name in ("objectives", "announced") if name in walk.seen),
                    {""} if allow_unheaded else set())
    chosen = [item for item, section in walk.lines if section in sections]
    if any(item.rank != NONE for item in chosen) and "objectives" not in walk.seen:
        chosen = [item for item in chosen if item.rank != NONE or _is_detail(item) or _NAMED.match(item.words)]
    found, plan = _leaves(reading, chosen)
    # Where a section of its own speaks of the plan, it may say what is not said below each objective.
    told = {name for row in plan for name in PLAN if getattr(row, name)}
    whole = all(getattr(row, name) for row in plan for name in PLAN)
    rows = tuple(plan) if len(told) >= 2 and (whole or "plan" not in walk.seen) else ()
    return Listed(tuple(found), rows, "plan" in walk.seen or bool(told), "results" in walk.seen)


def _walk(reading: Reading, flow: Sequence[Item]) -> _Walk:
    walk, titles = _Walk(), {line.at.order for line in title_lines(reading)}
    known = labels("objective-sections")
    for item in flow:
        line = item.line
        named = bool(_NAMED.match(item.words))
        if is_state_heading(line.folded) or (line.at.order in titles and not named) or line.in_table:
            continue
        if walk.lines and (is_signing_line(line.folded) or line.folded.startswith("nơi nhận")):
            break
        name, rest = ("", "") if named else label_of(item, known)
        if name and _is_heading(item, rest):
            walk.enter(name, item)
        elif walk.section and item.rank <= FIGURE and item.rank <= walk.depth and _other_heading(item, walk):
            walk.enter("other", item)
        elif item.words.rstrip().endswith(":") and item.rank == NONE:
            if not walk.section and _ANNOUNCED.search(item.words) and not _of_results(item):
                walk.enter("announced", item)
            walk.begun = True
        elif (item.rank != NONE or walk.begun or named or walk.section == "objectives") and _may_be_one(item):
            walk.lines.append((item, walk.section))
    return walk


def _of_results(item: Item) -> bool:
    """Whether an introduction announces results, not objectives."""
    return any(word in item.folded for word in book(BOOK).variants("result-titles"))


def _may_be_one(item: Item) -> bool:
    """Whether a line may state an objective: no legal basis, no list of recipients."""
    return 0 < len(item.words) <= _LONGEST and not item.folded.startswith(book(BOOK).variants("not-objectives"))


def _is_heading(item: Item, rest: str) -> bool:
    return not rest and (item.stands_out or item.rank <= FIGURE + 1 or item.words.endswith(":"))


def _other_heading(item: Item, walk: _Walk) -> bool:
    """A heading of the rank of the section's own; a figure under a heading without a number is an item of it."""
    return item.rank == ROMAN or (walk.depth == item.rank and (item.stands_out or item.words.isupper()))


def _is_detail(item: Item) -> bool:
    return bool(label_of(item, labels("objective-details"))[0])


def _leaves(reading: Reading, chosen: Sequence[Item]) -> tuple[list[Objective], list[ObjectivePlanRow]]:
    """Items without items below them; labels below one belong to it."""
    found: list[Objective] = []
    plan: list[ObjectivePlanRow] = []
    details = labels("objective-details")
    for place, item in enumerate(chosen):
        name, rest = ("", "") if _NAMED.match(item.words) else label_of(item, details)
        if name and found and (rest or not measure_in(item.words)) and _belongs(chosen, place):
            _add(found, plan, name, filled(rest))
            continue
        below = chosen[place + 1] if place + 1 < len(chosen) else None
        if below is not None and _deeper(item, below) and not _is_detail(below):
            continue  # the heading of a group
        if item.words.rstrip().endswith(":") and below is not None and not _is_detail(below):
            continue
        text = filled(_NAMED.sub("", item.words)).rstrip(" ;.,")
        if len(text.split()) >= 3 or any(c.isdigit() for c in text):
            number = _NAMED.match(item.words)
            printed = item.number if item.rank != BULLET else ""
            if number and not printed:
                printed = "".join(c for c in number[0] if c.isdigit())
            found.append(Objective(text, measure_in(text), target_in(text), 0, printed, where(reading, item)))
    return found, plan


def _belongs(chosen: Sequence[Item], place: int) -> bool:
    """Whether a labelled line stands below an item: deeper, or without a number of its own."""
    item = chosen[place]
    above = next((other for other in reversed(chosen[:place]) if not _is_detail(other) or _NAMED.match(other.words)),
                 None)
    return above is not None and (item.rank == NONE or item.rank > above.rank or bool(_NAMED.match(above.words)))


def _deeper(item: Item, below: Item) -> bool:
    if below.rank == NONE or item.rank == NONE:
        return False
    if item.rank == BULLET == below.rank:
        return item.number in "-–—*•" and below.number in "+○o◦" and item.number != below.number
    return below.rank > item.rank


def _add(found: list[Objective], plan: list[ObjectivePlanRow], name: str, value: str) -> None:
    """What a labelled line says of the last objective."""
    last = found[-1]
    if name == "measure":
        found[-1] = last._replace(measure=value)
        return
    if name == "target":
        found[-1] = last._replace(target=value)
        return
    if not plan or fold(plan[-1].objective) != fold(last.text):
        plan.append(ObjectivePlanRow(last.text, at=last.at))
    plan[-1] = ObjectivePlanRow(**{**plan[-1]._asdict(), name: value})
