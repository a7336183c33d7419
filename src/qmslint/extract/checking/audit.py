"""Internal audits: plan, checklist, minutes, report: when, where, by whom, of whom, what was found and concluded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qmslint.api import Audit, Extractor, Location, Person, Phrase, Reading, Table, WrittenDate, fold, kinds
from qmslint.extract.cells import one_line, written
from qmslint.extract.checking.audit_findings import Found, findings_of
from qmslint.extract.checking.meetings import body_of, days, first_date, opening, place_in, signed
from qmslint.extract.patterns import late
from qmslint.extract.system.flow import BOOK, Part, filled, items, labels, of_key, parts, phrase_of, spread, where
from qmslint.extract.system.grids import Grid, grids, rows_of
from qmslint.extract.system.people import is_unit, named, people, role_in, rows_of_people
from qmslint.extract.text.attachments import attached_index
from qmslint.extract.text.headline import signing_date, title_lines
from qmslint.extract.words import book

_SEVERAL = late(r"\s*[;\n]\s*|\s*,\s*(?=(?:phòng|ban|bộ phận|trung tâm|văn phòng|tổ)\s)", 2)
_AT = late(lambda: rf"\b(?:tại|đối với|của)\s+((?:{book(BOOK).pattern('unit-words')})\s\S.*)$")


class Paper:
    """One paper of an audit while it is being read."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.plans: list[Grid] = []
        self.found_in: list[Grid] = []
        self.lists: list[Grid] = []  # tables of people
        self.parts: list[Part] = []

    @property
    def tables(self) -> list[Table]:
        """The tables that are read as tables."""
        return [grid.table for grid in (*self.plans, *self.found_in, *self.lists)]

    def of(self, *keys: str) -> Iterator[Part]:
        """The parts under any of `keys`."""
        return of_key(self.parts, *keys)

    def phrase(self, *keys: str) -> Phrase | None:
        """The words of the first of those parts that has any."""
        return next((found for part in self.of(*keys) if (found := phrase_of(part, self.reading))), None)

    def part_at(self, order: int) -> Part | None:
        """The part in which something stands."""
        return next((part for part in reversed(self.parts) if part.head.line.at.order < order), None)


def audit(reading: Reading) -> Audit | None:
    """The facts of an audit paper; None when it says nothing that is known."""
    paper = opened(reading)
    found = findings_of(reading, paper.parts, paper.found_in)
    date, ended = dates(paper)
    conclusion = paper.phrase("conclusion")
    last = max((part.head.line.at.order for part in paper.parts if part.key), default=0)
    return Audit(
        date, ended, place_of(paper), tuple(team(paper)), tuple(units(paper, found)), paper.phrase("scope"),
        paper.phrase("criteria"), found.findings, conclusion, signed(reading, last, paper.tables),
        found.nothing and not any(f.type == "nonconformity" for f in found.findings),
    )


def opened(reading: Reading) -> Paper:
    """The paper with its tables known and its lines cut into parts."""
    paper = Paper(reading)
    plan = reading.kind == kinds.AUDIT_PLAN
    for grid in grids(reading, "plan-columns", 3, ("when",), attached=True) if plan else ():
        if "unit" in grid.columns or "clause" in grid.columns:
            paper.plans.append(grid)
    if plan and not paper.plans:  # a programme of the year: units against months
        paper.plans += [g for g in grids(reading, "plan-columns", 2, ("unit",)) if g.table.width > 3]
    taken = [grid.table for grid in paper.plans]
    for grid in grids(reading, "people-columns", 2, ("name",)):
        if grid.table not in taken and ("position" in grid.columns or "role" in grid.columns or "unit" in grid.columns):
            paper.lists.append(grid)
    taken = paper.tables
    for grid in () if plan else grids(reading, "finding-columns", 2, attached=True):
        own = grid.columns.keys() & {"clause", "type", "evidence", "unit", "action", "running"}
        if grid.table not in taken and own and grid.columns.keys() & {"text", "question", "evidence"}:
            paper.found_in.append(grid)
    known, loose = labels("audit-labels"), frozenset(book(BOOK).variants("audit-loose"))
    paper.parts = parts(spread(body_of(reading, items(reading, paper.tables), known), known), known, loose)
    return paper


def dates(paper: Paper) -> tuple[WrittenDate | None, WrittenDate | None]:
    """When the audit was held; for plans and reports the day they were issued, where they say it."""
    first, last = first_date(paper.of("date", "when-where"), paper.reading)
    if first is None:
        told = opening([part.head for part in paper.parts] + [i for part in paper.parts for i in part.body])
        if told is not None:
            first, last = days(told.words, where(paper.reading, told))
    ended, other = first_date(paper.of("ended"), paper.reading)
    last = other or ended or last
    issued = signing_date(paper.reading, attached_index(paper.reading))
    if paper.reading.kind in (kinds.AUDIT_PLAN, kinds.AUDIT_REPORT) and issued and issued.value:
        return issued, None
    first = first or (issued if issued and issued.value else None)
    return first, last if last and first and last.value != first.value else None


def place_of(paper: Paper) -> Phrase | None:
    """Where the audit was held."""
    found = paper.phrase("place")
    if found:
        return found
    for part in paper.of("when-where", "date"):
        told = place_in(part.head, paper.reading)
        if told:
            return told
    told_by = opening([part.head for part in paper.parts] + [i for part in paper.parts for i in part.body])
    return place_in(told_by, paper.reading) if told_by else None


# ---- people


def team(paper: Paper) -> list[Person]:
    """The audit team: under its own heading, or by roles that only a team has; else those present."""
    found: dict[str, Person] = {}
    present: dict[str, Person] = {}
    for person, part, role in _persons(paper):
        auditor = role in book(BOOK).variants("auditor-roles")
        if part == "units" and not auditor:
            continue
        chosen = found if auditor or part in ("team", "lead", "members") else present
        chosen.setdefault(fold(person.name), person)
    for grid in paper.plans:
        for row in rows_of(grid):
            cell = row.cells.get("auditors")
            for one in people(written(cell)) if cell is not None else ():
                found.setdefault(fold(one.name), one.person(cell.at if cell else row.at))
    # Those present without a role may be of the unit: their own units would accuse them.
    return list(found.values()) or [person._replace(unit="") for person in present.values()]


def _persons(paper: Paper) -> Iterator[tuple[Person, str, str]]:
    """Everybody named, with the part in which and the role."""
    reading = paper.reading
    for part in paper.of("team", "lead", "members", "present", "units"):
        title = fold(part.head.words.partition(":")[0])
        common = role_in(title) if part.key in ("lead", "members") else ""
        for item, text in ((part.head, part.rest), *((i, i.words) for i in part.body)):
            for one in people(text) if len(text) < 300 else ():
                yield one.person(where(reading, item), common), part.key, one.role or common
    for grid in paper.lists:
        above = paper.part_at(grid.order)
        for one, row in rows_of_people(rows_of(grid)):
            yield one.person(row.at), above.key if above else "", one.role


# ---- units


def units(paper: Paper, found: Found) -> list[Phrase]:
    """The units audited: as a label says, as the plan lists them, as the title names one, as findings do."""
    named_units = list(_labelled(paper))
    listed = [g for g in paper.lists if (above := paper.part_at(g.order)) is not None and above.key == "units"]
    for grid in (*paper.plans, *listed):
        for row in rows_of(grid):
            cell = row.cells.get("unit")
            if cell is not None:
                meeting = any(fold(text).startswith(_meetings()) for text in row.texts.values())
                named_units += _units_in(written(cell), cell.at, not meeting and _only_units(grid))
    if not named_units:
        for line in title_lines(paper.reading):
            match = _AT.search(line.folded)
            if match and len(one_line(line.text)) == len(line.folded):
                named_units += _units_in(one_line(line.text)[match.start(1) :], line.at)
    if not named_units:
        named_units = list(found.units)
    return list({fold(unit.text): unit for unit in reversed(named_units)}.values())[::-1]


def _labelled(paper: Paper) -> Iterator[Phrase]:
    for part in paper.of("units"):
        for item, text in ((part.head, part.rest), *((i, i.words) for i in part.body)):
            if item is part.head or item.rank < 9 or named(text) is None:
                at = where(paper.reading, item)
                yield from _units_in(text, at) if item is not part.head else _of_label(text, at)


def _of_label(text: str, at: Location) -> list[Phrase]:
    found = _units_in(text, at)
    whole = filled(text).rstrip(" .;:")
    if not found and whole and named(whole) is None and len(whole) < 120:
        return [Phrase(whole, at)]
    return found


def _only_units(grid: Grid) -> bool:
    """Whether the heading of the column is of units alone, not of what is audited there too."""
    column = grid.columns["unit"]
    title = grid.table.rows[grid.head][column]
    return [name for name, index in grid.columns.items() if index == column] == ["unit"] and not any(
        word in fold(title.text) for word in book(BOOK).variants("audited-words")
    )


def _meetings() -> tuple[str, ...]:
    return book(BOOK).variants("plan-meetings")


def _may_be_unit(piece: str) -> bool:
    return piece[:1].isupper() and " " in piece and len(piece) < 60 and not any(c.isdigit() for c in piece)


def _units_in(text: str, at: Location, alone: bool = False) -> list[Phrase]:
    """The units that a line or cell lists; meetings and contents of an audit are none.

    `alone`: it lists nothing but units, which may then be named by their field ("Tư pháp - Hộ tịch").
    """
    pieces: Iterable[str] = (one_line(piece).strip(" -+•.;:") for piece in _SEVERAL.split(text))
    return [Phrase(piece.partition(":")[0].strip(), at) for piece in pieces
            if (is_unit(piece) or (alone and _may_be_unit(piece))) and len(piece) < 120
            and not fold(piece).startswith(_meetings()) and named(piece) is None]


EXTRACTORS = (
    Extractor("audit", audit, version=4, needs=("kind", "control_blocks"),
              kinds=(kinds.AUDIT_PLAN, kinds.AUDIT_CHECKLIST, kinds.AUDIT_MINUTES, kinds.AUDIT_REPORT)),
)
