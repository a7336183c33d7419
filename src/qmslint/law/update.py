"""The three-month rule: was each change of law taken in, when, and by when must it be.

Quyết định 19/2014/QĐ-TTg Điều 4 khoản 4 điểm a: changes of normative legal documents are taken into the QMS within
three months of their coming into force. Evidence is what a document says itself: the law cited or named in the log of
changes, and the days on which it was issued and revised. All is judged as of a day, so that last year can be run again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from qmslint.law.bearing import CITED, FIELD, Bearing, bearings
from qmslint.law.calendar import Calendar
from qmslint.law.period import Deadline, say, update_deadline
from qmslint.law.register import LegalRegister
from qmslint.law.register_keys import earliest
from qmslint.law.subject import Subject, law_of_row
from qmslint.model.legal import Certainty, LegalDocument, RelationKind, less_sure
from qmslint.model.location import Location
from qmslint.model.text import Text
from qmslint.model.tuples import NamedTuple


class UpdateState(StrEnum):
    """How a document stands to one change of law."""

    ABSORBED = "absorbed"
    LATE = "late"  # absorbed, but after the deadline: by `days`
    DUE = "due"  # in `days`
    OVERDUE = "overdue"  # by `days`
    COMING = "coming"  # the change is not yet in force; must be taken in in `days`
    SILENCED = "silenced"  # a transitional clause keeps the old rule: `reason`
    UNKNOWN = "unknown"  # cannot tell because of `reason`


class Update(NamedTuple):
    """One change of law that bears on one document, and how the document stands to it."""

    law: LegalDocument
    effective: date | None
    part: str  # the part of the law that comes into force then, "" = the whole
    how: str  # the strongest way in which it bears: "replaces", "amends", "cited", "tthc", "details", …
    through: tuple[str, ...]  # the cited laws through which it bears
    deadline: Deadline | None  # where the state depends on it
    state: UpdateState
    days: int = 0
    taken: date | None = None  # when it was taken in, as far as the document says
    reason: Text = Text("", "")
    certainty: Certainty = Certainty.USER
    doubtful: bool = False  # cited before, but not looked at again since this later part came into force
    grace: bool = False  # past the nominal day, still due only because days of rest moved the end on
    target: str = ""  # the law that it touches itself, and the part touched ("" = the whole)
    touched: str = ""
    places: tuple[Location, ...] = ()  # where the laws through which it bears are cited

    @property
    def weak(self) -> bool:
        """Whether it bears only by detailing a cited law or by the field: not every such law changes a procedure."""
        return self.how in (str(RelationKind.DETAILS), FIELD)


def updates_of(
    subject: Subject,
    register: LegalRegister,
    calendar: Calendar,
    as_of: date,
    territories: tuple[str, ...] = (),
) -> tuple[Update, ...]:
    """Every change of law that bears on a subject, by date of effect; none when it did not exist on that day."""
    if subject.versions and subject.versions[0] > as_of:
        return ()
    grouped: dict[tuple[str, date | None], list[Bearing]] = {}
    for bearing in bearings(subject, register, territories):
        known = earliest(bearing.law)
        if known is not None and known > as_of:
            continue  # nobody could know of it on that day
        grouped.setdefault((bearing.law.number + law_of_row(bearing.law).place, bearing.effective), []).append(bearing)
    places: dict[str, tuple[Location, ...]] = {}
    for cited in subject.cited:  # provinces may have given one number
        places[cited.number] = (*places.get(cited.number, ()), *cited.places)
    cited_at: dict[tuple[str, ...], tuple[Location, ...]] = {}  # of laws that bear together, in order
    found = []
    for group in grouped.values():
        through = tuple(dict.fromkeys([bearing.through for bearing in group if bearing.through]))
        if through not in cited_at:
            cited_at[through] = tuple(sorted({at for one in through for at in places[one]}))
        found.append(_update(subject, group, calendar, as_of, through, cited_at[through]))
    return tuple(sorted(found, key=lambda u: (u.effective or date.max, u.law.number, u.part)))


def _update(
    subject: Subject, group: Sequence[Bearing], calendar: Calendar, as_of: date, through: tuple[str, ...],
    places: tuple[Location, ...],
) -> Update:
    best, certainty = group[0], group[0].certainty
    if len(group) > 1:
        best = min(group, key=lambda bearing: bearing.strength)
        certainty = less_sure(*[bearing.certainty for bearing in group])
    taken, doubtful = _taken(subject, best.law, best.effective, best.later)
    stated = {"deadline": None, "state": UpdateState.UNKNOWN, **_stated(subject, best, taken, calendar, as_of)}
    return Update(
        best.law, best.effective, best.part, best.how, through, certainty=certainty, doubtful=doubtful,
        target=best.target, touched=best.touched, places=places, **stated,
    )


@lru_cache(maxsize=4096)
def deadline_of(effective: date, calendar: Calendar) -> Deadline | None:
    """The deadline of a change, None beyond the years that a calendar can count."""
    try:
        return update_deadline(effective, calendar)
    except OverflowError:
        return None


def _taken(subject: Subject, row: LegalDocument, effective: date | None, later: bool) -> tuple[date | None, bool]:
    """When the law was taken in, and whether a doubt is left. What is not recorded counts in the document's favour.

    The row of the log that names it; else, if the text names it, the first version made after the law was known. A part
    that came into force later was looked at when the law was named again, or the text issued again since.
    """
    law = law_of_row(row)
    rows = sorted([e.day for e in subject.entries if e.day and e.laws and any(map(law.like, e.laws))])
    named = subject.names(law)
    if later and effective is not None:
        again = [*rows[1:], *(day for day in subject.versions if day >= effective and (named or rows))]
        return (min(again), False) if again else (None, named or bool(rows))
    if rows:
        return rows[0], False
    if not named or not subject.versions:
        return None, False
    known = row.signed or effective or date.min
    return next((day for day in subject.versions if day >= known), subject.versions[-1]), False


def _stated(
    subject: Subject, bearing: Bearing, taken: date | None, calendar: Calendar, as_of: date
) -> dict[str, Any]:
    """The fields of an update that tell its state on that day. The deadline is worked out where the state needs it."""
    law, effective = bearing.law, bearing.effective
    if taken is not None and taken <= as_of:
        if effective is None or taken <= effective or subject.versions[0] >= taken:
            return {"taken": taken, "state": UpdateState.ABSORBED}
        deadline = deadline_of(effective, calendar)
        late = _late(taken, deadline, subject.versions)
        state = UpdateState.LATE if late else UpdateState.ABSORBED
        return {"taken": taken, "deadline": deadline, "state": state, "days": late}
    if not subject.versions and subject.names(law_of_row(law)):
        return {"state": UpdateState.ABSORBED, "reason": UNDATED}
    if law.transition:
        return {"state": UpdateState.SILENCED, "reason": Text(law.transition, law.transition)}
    if effective is None:
        return {"reason": NO_EFFECT}
    if not subject.versions:
        return {"reason": UNDATED}
    last = max(day for day in subject.versions if day <= as_of)
    if effective <= last:
        return {"reason": Text(
            f"văn bản ban hành hoặc sửa đổi ngày {say(last)}, sau khi {law.number} có hiệu lực, nhưng không nêu số đó",
            f"the document was issued or revised on {say(last)}, after {law.number} came into force, without naming it",
        )}
    return _running(effective, deadline_of(effective, calendar), as_of)


def _running(effective: date, deadline: Deadline | None, as_of: date) -> dict[str, Any]:
    """The same of an update that is not taken in, by its deadline."""
    if deadline is None:
        return {"reason": NO_EFFECT}
    left = (deadline.rolled - as_of).days
    if effective > as_of:
        return {"deadline": deadline, "state": UpdateState.COMING, "days": left}
    if left < 0:
        return {"deadline": deadline, "state": UpdateState.OVERDUE, "days": -left}
    return {"deadline": deadline, "state": UpdateState.DUE, "days": left, "grace": as_of > deadline.nominal}


def _late(taken: date, deadline: Deadline | None, versions: Iterable[date]) -> int:
    """By how many days it was late: only where an earlier version is known to have been in use at the deadline."""
    if deadline is None or taken <= deadline.rolled:
        return 0
    in_use = any(day <= deadline.rolled and day < taken for day in versions)
    return (taken - deadline.rolled).days if in_use else 0


UNDATED = Text("văn bản không ghi ngày ban hành", "the document carries no date of issue")
NO_EFFECT = Text("sổ văn bản không ghi ngày có hiệu lực", "the register does not give its date of effect")


def open_updates(updates: Iterable[Update]) -> Iterator[Update]:
    """Those that ask for work: due, overdue, or coming."""
    return (update for update in updates if update.state in (UpdateState.DUE, UpdateState.OVERDUE, UpdateState.COMING))


def by_cited(updates: Iterable[Update]) -> dict[tuple[str, ...], tuple[Update, ...]]:
    """Updates grouped by the cited laws through which they bear: the amendments of one law are one piece of work."""
    groups: dict[tuple[str, ...], list[Update]] = {}
    for update in updates:
        key = update.through if update.through and update.how != CITED else (update.law.number,)
        groups.setdefault(key, []).append(update)
    return {key: tuple(group) for key, group in groups.items()}

