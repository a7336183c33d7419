"""Impact: which documents a law touches when it comes into force or falls, where, and by when each must follow."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from qmslint.law.agenda import tie_of
from qmslint.law.calendar import Calendar
from qmslint.law.citation import parse_citations
from qmslint.law.followed import Followed
from qmslint.law.period import Deadline
from qmslint.law.register import LegalRegister, Standing
from qmslint.law.register_keys import place_of, whose
from qmslint.law.subject import Law, law_of, law_of_row, row_of
from qmslint.law.update import Update, deadline_of
from qmslint.model.facts import QualityDocument
from qmslint.model.legal import LegalDocument
from qmslint.model.location import Location
from qmslint.model.text import Text, fold
from qmslint.model.tuples import NamedTuple
from qmslint.model.workspace import Workspace


class Touched(NamedTuple):
    """One document that the law touches. `state` "" = it only names the law; no change waits for it."""

    path: str
    code: str
    title: str
    how: Text
    places: tuple[Location, ...]
    state: str = ""
    days: int = 0
    deadline: Deadline | None = None
    reason: Text = Text("", "")


class Impact(NamedTuple):
    """What a law touches in a set."""

    number: str
    as_of: date
    law: LegalDocument | None  # its row in the register
    standing: Standing | None
    heirs: tuple[LegalDocument, ...]  # what stands in its place
    documents: tuple[Touched, ...]
    searched: int  # documents that were looked at
    namesakes: tuple[LegalDocument, ...] = ()  # laws of other places under the same number
    unread: tuple[str, ...] = ()  # files that could not be read, so that nothing is known of them


def impact_of(
    number: str, workspace: Workspace, documents: Iterable[Followed], register: LegalRegister, calendar: Calendar,
    as_of: date,
) -> Impact:
    """What the law of that number touches, as of a day."""
    must = {one.document.path: one for one in documents}
    number, issuer = _asked(number)
    row = _row(number, issuer, must.values(), workspace.settings.agency.name, register)
    by = whose(row) if row is not None else issuer
    law = law_of_row(row) if row is not None else law_of(number, issuer)
    standing = register.standing(number, as_of, by) if row is not None else None
    found: list[Touched] = []
    for document in workspace.documents:
        found += _touched(document, must.get(document.path), law, standing, calendar, register)
    return Impact(
        row.number if row else number, as_of, row, standing, register.replaced_by(number, as_of, by),
        tuple(sorted(found, key=lambda t: (t.deadline.rolled if t.deadline else date.max, t.path))),
        len(workspace.documents), tuple(one for one in register.all(number) if row is not None and one is not row),
    )


def _asked(written: str) -> tuple[str, str]:
    """The number and, where the words say it, the issuer: "05/2023/NQ-HĐND của HĐND tỉnh Hậu Giang"."""
    if " " not in written.strip():
        return written, ""
    cited = next((one for one in parse_citations(written) if one.number), None)
    return (cited.number, cited.issuer) if cited is not None else (written, "")


def _row(
    number: str, issuer: str, documents: Iterable[Followed], agency: str, register: LegalRegister
) -> LegalDocument | None:
    """The row that is meant: of the numbers of provinces the one named, cited in the set, or of the agency's place."""
    rows = register.all(number)
    if issuer or len(rows) < 2:
        return register.get(number, issuer)
    cited = {id(one.document) for document in documents for one in document.subject.cited}
    around = [fold(place) for place in register.territories.around(agency)]
    return next((row for row in rows if id(row) in cited), None) or next(
        (row for row in rows if any(place_of(whose(row)) in place for place in around)), rows[-1])


def _touched(
    document: QualityDocument, one: Followed | None, law: Law, standing: Standing | None, calendar: Calendar,
    register: LegalRegister,
) -> Iterable[Touched]:
    identity = document.identity
    named = tuple(sorted(set(_named(document, law, register))))  # before headings are added: equal places are one
    updates = [u for u in one.updates if law_of_row(u.law) == law] if one is not None else []
    for update in updates:
        places = named if update.how == "cited" else tuple(sorted({*named, *update.places}))
        yield Touched(document.path, identity.code, identity.title, _how(update), places, update.state, update.days,
                      update.deadline, update.reason)
    if named and not updates:
        yield Touched(document.path, identity.code, identity.title, Text("nêu văn bản này", "names it"), named)
    if one is None or standing is None or standing.state != "expired" or standing.since is None:
        return
    if any(cited.law.like(law) for cited in one.subject.cited):
        yield _fallen(one, named, standing, calendar)


def _how(update: Update) -> Text:
    tie = tie_of(update)
    part = f" ({update.part})" if update.part else ""
    return Text(tie.vi + part, tie.en + part)


def _fallen(one: Followed, places: tuple[Location, ...], standing: Standing, calendar: Calendar) -> Touched:
    """A document that still rests on a law that ended."""
    identity = one.document.identity
    since = standing.since
    deadline = deadline_of(since, calendar) if since is not None else None
    by = ", ".join(law.number for law in standing.by)
    how, reason = Text("dựa vào văn bản này", "rests on it"), Text(f"do {by}", f"by {by}") if by else Text("", "")
    return Touched(one.document.path, identity.code, identity.title, how, places, "fallen", 0, deadline, reason)


def _named(document: QualityDocument, law: Law, register: LegalRegister) -> Iterable[Location]:
    """Every place where the law is named, by number or by name."""
    for citation in document.citations:
        row = None if citation.number else row_of(citation, register)
        named = law_of(citation.number, citation.issuer) if citation.number else law_of_row(row) if row else None
        if named is not None and named.like(law):
            yield citation.at
    for listed in document.listed_laws:
        if listed.number and law_of(listed.number, listed.issuer).like(law):
            yield listed.at
