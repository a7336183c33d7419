"""Agenda: what must follow the law, and by when: every open change of every document, by its last day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from qmslint.law.calendar import Calendar
from qmslint.law.followed import Followed
from qmslint.law.update import Update, UpdateState, open_updates
from qmslint.model.text import Text
from qmslint.model.tuples import NamedTuple


class DueItem(NamedTuple):
    """One change that one document must take in."""

    path: str
    code: str
    title: str
    update: Update
    nominal: date
    rolled: date
    working_days: int  # left until the last day; negative = since
    provisional: bool

    @property
    def overdue(self) -> bool:
        """Whether the last day has passed."""
        return self.update.state is UpdateState.OVERDUE


class Undecided(NamedTuple):
    """A document of which a change cannot be told, and why."""

    path: str
    law: str
    reason: Text


class Agenda(NamedTuple):
    """All that is open on a day, up to another."""

    as_of: date
    until: date | None
    items: tuple[DueItem, ...]
    undecided: tuple[Undecided, ...]
    documents: int  # that must follow the law
    laws: int  # that the register knows
    unread: tuple[str, ...] = ()  # files that could not be read, so that nothing is known of them


def agenda_of(
    documents: Iterable[Followed], calendar: Calendar, as_of: date, until: date | None = None, laws: int = 0
) -> Agenda:
    """The agenda of a set. What is overdue is always in it; `until` bounds what lies ahead."""
    documents = tuple(documents)
    items = [
        item
        for one in documents
        for update in open_updates(one.updates)
        if (item := _item(one, update, calendar, as_of)) is not None
        and (until is None or item.rolled <= until or item.overdue)
    ]
    undecided = {
        Undecided(one.document.path, update.law.number, update.reason)
        for one in documents
        for update in one.updates
        if update.state is UpdateState.UNKNOWN and (update.effective is None or one.revised is None)
    }
    return Agenda(
        as_of, until, tuple(sorted(items, key=lambda item: (item.rolled, item.path, item.update.law.number))),
        tuple(sorted(undecided)), len(documents), laws,
    )


def _item(one: Followed, update: Update, calendar: Calendar, as_of: date) -> DueItem | None:
    deadline = update.deadline
    if deadline is None:
        return None
    identity = one.document.identity
    return DueItem(
        one.document.path, identity.code, identity.title, update, deadline.nominal, deadline.rolled,
        calendar.working_days(as_of, deadline.rolled), deadline.provisional,
    )


VERBS = {
    "replaces": Text("thay thế", "replaces"), "repeals": Text("bãi bỏ", "repeals"),
    "amends": Text("sửa đổi, bổ sung", "amends"), "details": Text("quy định chi tiết", "details"),
}  # fmt: skip
"""What one law does to another, in words."""

TIES = {
    "cited": Text("được viện dẫn", "cited"),
    "tthc": Text("liên quan đến mã TTHC của quy trình", "tied to the code of the TTHC"),
    "field": Text("thuộc lĩnh vực của quy trình", "of the field of the procedure"),
}  # fmt: skip
"""How else a law bears on a document, in words."""


def tie_of(update: Update) -> Text:
    """How the law bears on the document: "thay thế 61/2018/NĐ-CP", "theo mã TTHC"."""
    verb = VERBS.get(update.how)
    if verb is None:
        return TIES.get(update.how, Text("", ""))
    part = Text(f"{update.touched} của ", f"{update.touched} of ") if update.touched else Text("", "")
    return Text(f"{verb.vi} {part.vi}{update.target}", f"{verb.en} {part.en}{update.target}")
