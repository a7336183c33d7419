"""What the rules on the law in force cost: 300 procedures of 20 citations, a register of 20,000 laws.

Compared with reading those procedures, in instructions. The laws are made up: every third amends an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from qmslint.model.facts import Citation, QualityDocument
from qmslint.model.inspection import Inspection
from qmslint.model.legal import LegalDocument, Relation, RelationKind
from qmslint.model.location import Location
from qmslint.workshop.callgrind import per_turn

LAWS, PROCEDURES, CITATIONS = 20_000, 300, 20
_YEARS = range(2005, 2026)

_JUDGE = """
import gc
gc.disable()
from datetime import date
from qmslint.judge.apply import judge
from qmslint.law.calendar import Calendar
from qmslint.law.register import LegalRegister
from qmslint.model.workspace import Workspace
from qmslint.plugins.rule import World
from qmslint.run.inspect import inspect_bytes
from qmslint.run.library import make_plan
from qmslint.workshop.bench_currency import laws, procedures
from pathlib import Path
path = {path!r}
plan = make_plan([path], as_of=date(2026, 11, 24))
rules = [rule for rule in plan.plugins.rules.values() if rule.pack == "currency"]
sample = inspect_bytes("a.docx", Path(path).read_bytes(), plan.plugins, plan.limits)
known, papers = tuple(laws()), tuple(procedures(sample))
def turn():
    world = World(plan.as_of, plan.settings, lambda: LegalRegister(known), Calendar)
    judge(Workspace(papers, plan.settings), rules, world)
for _ in range(TURNS):
    turn()
"""


def share(path: str, reading: float) -> float:
    """Phase two of the pack in percent of reading the procedures. `reading`: instructions of reading one of them."""
    return 100 * per_turn(_JUDGE.format(path=path), 1) / (PROCEDURES * reading)


def laws() -> Iterator[LegalDocument]:
    """The laws of the register, the same ones every time."""
    for index in range(LAWS):
        signed = date(_year(index), 1, 1) + timedelta(days=index % 360)
        target = index - 40
        amends = (Relation(RelationKind.AMENDS, _number(target)),) if index % 3 == 0 and target >= 0 else ()
        yield LegalDocument(
            _number(index), f"Văn bản thứ {index}", type="nghi-dinh", issuer="Chính phủ", signed=signed,
            in_force=signed + timedelta(days=45), relations=amends, checked_on=date(2026, 10, 1),
        )


def procedures(sample: Inspection) -> Iterator[Inspection]:
    """The procedures: the facts of one that was read, each with citations of its own."""
    document = sample.document or QualityDocument()
    for index in range(PROCEDURES):
        path = f"{index}.docx"
        cited = tuple(_citation((index * 67 + place * 991) % LAWS, place) for place in range(CITATIONS))
        source = sample.source._replace(path=path)
        yield sample._replace(source=source, document=document._replace(path=path, citations=cited))


def _citation(index: int, place: int) -> Citation:
    return Citation(
        type="nghi-dinh", number=_number(index), year=_year(index), section="legal-basis",
        at=Location(order=place + 1, paragraph=place + 1),
    )


def _year(index: int) -> int:
    return _YEARS[index % len(_YEARS)]


def _number(index: int) -> str:
    return f"{index // len(_YEARS) + 1}/{_year(index)}/NĐ-CP"
