"""The register of risks and opportunities: every row, whatever the order of its columns; plans beside it too."""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Cell, Extractor, NamedTuple, Reading, Risk, fold, kinds
from qmslint.extract.cells import content, name_of
from qmslint.extract.lists.list_tables import Captioned, Entry, Head, captioned_tables, continued, entries, head_of
from qmslint.extract.patterns import late
from qmslint.extract.words import book

_SUBJECTS = ("risk", "opportunity", "either")
_FIELDS = ("process", "cause", "consequence", "likelihood", "impact", "level", "action", "owner", "due",
           "effectiveness")


_SCORES = ("likelihood", "impact", "level")
_LETTER = late(r"\(([^()]{1,8})\)")


class _Row(NamedTuple):
    """A risk as one row states it: its running number, and the cell that names it."""

    risk: Risk
    number: str
    cell: Cell


def risks(reading: Reading) -> tuple[Risk, ...]:
    """Every risk and opportunity once. What a later table says of one that is known is added to it."""
    names = book("lists").table("risk-columns")
    known = [(one, head) for one, head in _tables(reading, names) if _is_register(head, reading.kind)]
    judged = any(_judges(head) for _, head in known)
    found: list[_Row] = []
    plans: list[list[_Row]] = []
    for captioned, head in known:
        rows = list(_rows(captioned, head, names))
        if judged and not _judges(head) and head.has("risk", "either"):
            plans.append(rows)
        else:
            found.extend(rows)
    for rows in plans:
        _add_plan(found, rows)
    return tuple(row.risk for row in found)


def _tables(reading: Reading, names: dict[str, str]) -> Iterator[tuple[Captioned, Head]]:
    """Tables with headings, and those without that go on with one."""
    before: tuple[Captioned, Head] | None = None
    for captioned in captioned_tables(reading):
        head = head_of(captioned.table, names, 3)
        if head is not None and head.has(*_SUBJECTS):
            head = _scored(captioned, head, names)
            before = (captioned, head)
        elif before is not None:
            head = continued(*before, captioned)
            before = before if head else None
        if head is not None and head.has(*_SUBJECTS):
            yield captioned, head


def _scored(captioned: Captioned, head: Head, names: dict[str, str]) -> Head:
    """Letters in brackets are believed: "Mức độ (H)" is the impact, though "Mức độ" alone is the level."""
    lettered: dict[str, int] = {}
    others: dict[str, int] = {}
    for row in captioned.table.rows[: head.first]:
        for column, cell in enumerate(row):
            text = fold(content(cell))
            match = _LETTER.search(text)
            letter = names.get(match[1].strip(), "") if match else ""
            if letter in _SCORES:
                lettered.setdefault(letter, column)
            elif (name := name_of(text, names)) in _SCORES:
                others.setdefault(name, column)
    if not lettered:
        return head
    columns = {name: column for name, column in head.columns.items() if name not in _SCORES}
    return head._replace(columns={**columns, **others, **lettered})


def _is_register(head: Head, kind: str) -> bool:
    """Whether a table says something of the risks, not just "Cơ hội" beside "Điểm mạnh"; in a context it judges."""
    if kind == kinds.RISK_REGISTER:
        return head.has("cause", "level", "likelihood", "action", "consequence")
    return _judges(head)


def _judges(head: Head) -> bool:
    """Whether a table judges risks. One that does not, behind one that does, is the plan of what will be done."""
    return head.has("likelihood", "impact", "level")


def _rows(captioned: Captioned, head: Head, names: dict[str, str]) -> Iterator[_Row]:
    above = _kind(captioned.captions[0]) if captioned.captions else ""
    subject = next(name for name in _SUBJECTS if name in head.columns)
    made: list[_Row] = []
    for entry in entries(captioned.table, head, names, subject):
        for name in _SUBJECTS:
            cell = entry.cell(name)
            if cell is not None and (content(cell) or len(head.columns.keys() & set(_SUBJECTS)) == 1):
                _take(made, entry, cell, name, _kind(entry.group) or above)
    yield from made


def _take(made: list[_Row], entry: Entry, cell: Cell, name: str, above: str) -> None:
    """Add the risk in `cell`, or to the one above what goes on in this row."""
    before = next((row for row in reversed(made) if row.cell is cell), None)
    if before is None and not content(cell):
        before = made[-1] if made and not entry.said("running") else None
        if before is None:
            return  # a numbered row that is not filled in yet
    risk = _risk(entry, cell, name, above)
    if before is None:
        made.append(_Row(risk, entry.said("running"), cell))
        return
    place = made.index(before)
    made[place] = before._replace(risk=_joined(before.risk, risk))


def _risk(entry: Entry, cell: Cell, name: str, above: str) -> Risk:
    said = {field: entry.said(field) for field in _FIELDS}
    marked = _kind(entry.said("type"))
    own = _kind(content(cell).partition(":")[0])  # "Cơ hội: số hóa hồ sơ"
    opportunity = name == "opportunity" or (name == "either" and (own or marked or above) == "opportunity")
    if name == "risk" and marked == "opportunity":
        opportunity = True
    return Risk(text=content(cell), opportunity=opportunity, at=cell.at, **said)


def _kind(words: str) -> str:
    """"risk" or "opportunity", where `words` name just one of them."""
    folded = fold(words).strip(" .:()")
    table = book("lists").table("risk-kinds")
    if folded in table:
        return table[folded]
    kinds_named = {kind for phrase, kind in table.items() if len(phrase) > 2 and phrase in folded}
    return kinds_named.pop() if len(kinds_named) == 1 else ""


def _joined(risk: Risk, more: Risk) -> Risk:
    """What a further row says of the same risk, put behind what is known."""
    changes = {}
    for field in _FIELDS:
        known, new = getattr(risk, field), getattr(more, field)
        if new and not known:
            changes[field] = new
        elif new and field in ("cause", "consequence", "action", "owner", "due") and new not in known:
            changes[field] = f"{known}; {new}"
    return risk._replace(**changes)


def _add_plan(found: list[_Row], rows: list[_Row]) -> None:
    """Add the rows of a plan to the risks they name, by their words, else by their number.

    A row that names none is left out: the plan may sum up several risks in its own words.
    """
    by_words = {fold(row.risk.text): place for place, row in reversed(list(enumerate(found)))}
    by_number = {fold(row.number): place for place, row in enumerate(found) if row.number}
    places = [by_words.get(fold(row.risk.text), by_number.get(fold(row.risk.text))) for row in rows]
    alike = all(place is None or fold(found[place].number) == fold(row.number)
                for place, row in zip(places, rows, strict=True))
    numbered = alike and len(by_number) == len(found) == len(rows)
    for row, named in zip(rows, places, strict=True):
        place = by_number.get(fold(row.number)) if named is None and numbered else named
        if place is not None:
            found[place] = found[place]._replace(risk=_joined(found[place].risk, row.risk))


EXTRACTORS = (
    Extractor("risks", risks, version=3, needs=("kind",),
              kinds=(kinds.RISK_REGISTER, kinds.CONTEXT, kinds.INTERESTED_PARTIES)),
)
