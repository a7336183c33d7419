"""Minutes of a management review: day, chair, who attended, inputs discussed, decisions, signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qmslint.api import Extractor, Line, Location, ManagementReview, Person, Reading, WrittenDate, fold, kinds
from qmslint.extract.cells import one_line
from qmslint.extract.checking.meetings import body_of, days, first_date, opening, signed
from qmslint.extract.checking.review_actions import actions_of, is_decisions
from qmslint.extract.checking.review_inputs import inputs_of, outputs_of
from qmslint.extract.system.flow import BOOK, Item, Part, filled, items, labels, of_key, parts, spread, where
from qmslint.extract.system.grids import Grid, grids, rows_of
from qmslint.extract.system.people import Named, named, people, rows_of_people
from qmslint.extract.text.headline import place_date, title_lines
from qmslint.extract.words import book


def review(reading: Reading) -> ManagementReview | None:
    """The facts of the minutes."""
    lists = [g for g in grids(reading, "people-columns", 2, ("name",))
             if g.columns.keys() & {"position", "role", "unit"}]
    decided = [g for g in grids(reading, "review-columns", 2)
               if is_decisions(g) and g.table not in [one.table for one in lists]]
    known, loose = labels("review-labels"), frozenset(book(BOOK).variants("review-loose"))
    flow = spread(body_of(reading, items(reading, [g.table for g in (*lists, *decided)]), known), known)
    found = parts(flow, known, loose)
    title = title_lines(reading)
    present = list(_present(reading, found, lists))
    conclusion = conclusions(found)
    # A table of inputs may give the tasks too: it is read both ways.
    whole = body_of(reading, items(reading, [g.table for g in lists]), known) if decided else flow
    before = [item for item in whole if not _concluded(item, conclusion, title)]
    last = max((part.head.line.at.order for part in found if part.key), default=title[0].at.order if title else 0)
    return ManagementReview(
        _date(reading, found, flow), chair(reading, found, present),
        _once(present),
        inputs_of(reading, before), outputs_of(reading, conclusion),
        actions_of(reading, conclusion, decided),
        signed(reading, last, [g.table for g in (*lists, *decided)]),
    )


def _once(present: Sequence[tuple[Person, Named]]) -> tuple[Person, ...]:
    found: dict[str, Person] = {}
    for person, _ in sorted(present, key=lambda pair: pair[0].at.order):
        known = found.get(fold(person.name))
        if known is None or not known.role:
            found[fold(person.name)] = person if known is None else known._replace(role=person.role)
    return tuple(found.values())


def conclusions(found: Sequence[Part]) -> list[Part]:
    """The parts that conclude: one, with all that stands behind it; or one for each input where there are several."""
    places = [n for n, part in enumerate(found) if part.key == "outputs"]
    if len(places) == 1:
        return [part for part in found[places[0] :] if part.key in ("outputs", "", "content")]
    return [found[place] for place in places]


def _concluded(item: Item, conclusion: Sequence[Part], title: Sequence[Line]) -> bool:
    """Whether a line is no input: the title, or what concludes. One conclusion reaches to the end."""
    order = item.line.at.order
    outputs = [part for part in conclusion if part.key == "outputs"]
    if any(order == line.at.order for line in title):
        return True
    if len(outputs) == 1:
        return order >= outputs[0].head.line.at.order
    return any(part.head.line.at.order <= order <= (part.body[-1] if part.body else part.head).line.at.order
               for part in outputs)


def _date(reading: Reading, found: Sequence[Part], flow: Sequence[Item]) -> WrittenDate | None:
    first, _ = first_date(of_key(found, "date", "when-where"), reading)
    if first:
        return first
    told = opening(flow)
    if told is not None:
        first, _ = days(told.words, where(reading, told))
        if first:
            return first
    ended, _ = first_date(of_key(found, "ended"), reading)
    return ended or place_date(reading)


def _lines(part: Part) -> Iterator[tuple[Item, str]]:
    yield part.head, part.rest
    for item in part.body:
        yield item, item.words


def _present(reading: Reading, found: Sequence[Part], lists: Sequence[Grid]) -> Iterator[tuple[Person, Named]]:
    """Everybody who was there; those named as absent are not."""
    for part in of_key(found, "attendees", "chair", "secretary"):
        for item, text in _lines(part):
            if len(text) > 400:
                continue
            several = people(text)
            for one in several:
                yield one.person(where(reading, item)), one
            if not several and part.key == "attendees" and _is_group(text):
                together = Named(filled(text).rstrip(" .;"))
                yield Person(together.name, at=where(reading, item)), together
    for grid in lists:
        above = next((p for p in reversed(found) if p.head.line.at.order < grid.order and p.key), None)
        if above is None or above.key != "absent":
            for one, row in rows_of_people(rows_of(grid)):
                yield one.person(row.at), one


def _is_group(text: str) -> bool:
    """Whether a line names a group ("Lãnh đạo các phòng chuyên môn") where minutes name no persons."""
    folded = fold(text)
    return 1 < len(folded.split()) < 25 and not folded.endswith(":") and not any(c.isdigit() for c in folded[:3])


def chair(reading: Reading, found: Sequence[Part], present: Sequence[tuple[Person, Named]]) -> Person | None:
    """Who chaired, with the position as `role`: by label, else by the role beside a name of those present."""
    for part in of_key(found, "chair"):
        for item, text in _lines(part):
            one = named(text)
            if one is not None:
                return _chair(one, where(reading, item))
    roles = book(BOOK).variants("chair-roles")
    for person, one in present:
        if one.role in roles:
            return _chair(one, person.at)
    return _chair_without_name(reading, found)


def _chair(one: Named, at: Location) -> Person:
    return Person(one.name, one.position or one.role, "", at)


def _chair_without_name(reading: Reading, found: Sequence[Part]) -> Person | None:
    """A chair told by position alone ("Chủ trì: Chủ tịch UBND xã"): the position stands for the name."""
    for part in of_key(found, "chair"):
        text = one_line(filled(part.rest)) or next(iter(part.texts), "")
        if 1 < len(text.split()) < 20:
            return Person(text.rstrip(" .;"), text.rstrip(" .;"), "", where(reading, part.head))
    return None


EXTRACTORS = (
    Extractor("review", review, version=4, needs=("kind", "control_blocks"), kinds=(kinds.MANAGEMENT_REVIEW,)),
)
