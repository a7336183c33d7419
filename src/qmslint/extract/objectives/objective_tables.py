"""Objectives and plans in tables: which columns there are, rows that go on with the objective above."""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import NamedTuple, Objective, ObjectivePlanRow, Reading, fold
from qmslint.extract.objectives.measures import measure_in, target_in
from qmslint.extract.patterns import late
from qmslint.extract.system.flow import BOOK
from qmslint.extract.system.grids import Grid, Row, grids, rows_of
from qmslint.extract.words import book

PLAN = ("what", "resources", "who", "when", "evaluation")
# "Mục tiêu 1", "MT 02": the objective itself stands elsewhere.
_REFERENCE = late(lambda: rf"(?:{book(BOOK).pattern('objective-item-words')})?[\s.:-]*(?:số\s*)?[\divx.]{{0,6}}")
_GROUP_NUMBER = late(r"\W*(?:[ivx]{1,4}|[a-h])\W*")


class Tabled(NamedTuple):
    """What the tables state."""

    grids: tuple[Grid, ...] = ()
    objectives: tuple[Objective, ...] = ()
    plan: tuple[ObjectivePlanRow, ...] = ()
    results: bool = False
    own: bool = False  # the objectives have a table of their own beside the plan's


def tabled(reading: Reading) -> Tabled:
    """The objectives and plans in the tables of a document."""
    found = [grid for grid in grids(reading, "objective-columns", 2, attached=True) if is_wanted(grid)]
    stated: dict[tuple[str, ...], Objective] = {}
    planned: dict[tuple[str, ...], Objective] = {}
    rows: list[ObjectivePlanRow] = []
    results = False
    for grid in found:
        plan = is_plan(grid)
        for row, text in continued(grid):
            results = results or bool(row.get("result"))
            if plan:
                rows.append(plan_row(grid, row, text))
            objective = objective_of(grid, row, text)
            if objective is not None:
                (planned if plan else stated).setdefault((grid.table.at.sheet, row.get("unit"), text), objective)
    chosen = stated or planned
    return Tabled(tuple(found), tuple(chosen.values()), tuple(rows), results, bool(stated))


def is_wanted(grid: Grid) -> bool:
    """Whether a table is one of objectives or of the plan to reach them."""
    columns = grid.columns
    if "objective" in columns:
        return any(name in columns for name in ("target", "measure", "result", "unit", "running", *PLAN))
    if "what" in columns and "target" in columns:
        return True
    return "what" in columns and len({columns[n] for n in PLAN if n in columns}) >= 3


def is_plan(grid: Grid) -> bool:
    """Whether it says how objectives are reached: what is done, or at least three other things of 6.2.2."""
    columns = grid.columns
    own = {name for name in PLAN if name in columns and columns[name] != columns.get("objective")}
    return ("what" in own and len(own) >= 2) or len(own) >= 3


def continued(grid: Grid) -> Iterator[tuple[Row, str]]:
    """The rows with the objective each belongs to; what a row of the same objective leaves blank stands above."""
    text, above = "", dict[str, str]()
    for row in rows_of(grid):
        if row.group or divides(grid, row):
            text, above = "", {}
            continue
        own = row.get("objective")
        if own:
            text = own
        elif above and any(row.get(name) for name in PLAN):
            row = row._replace(texts={**row.texts, **{n: row.get(n) or above.get(n, "") for n in (*PLAN, "result")}})
        elif not any(row.get(name) for name in (*PLAN, "target", "measure", "result")):
            continue
        above = row.texts
        yield row, text


def divides(grid: Grid, row: Row) -> bool:
    """Whether a row is the heading of a group: a letter or Roman number, one text, nothing else."""
    others = [row.get(n) for n in grid.columns if n not in ("running", "objective", "what")]
    if any(others):
        return False
    running = row.cells.get("running")
    number = fold(running.text) if running is not None else ""
    bold = [cell for name, cell in row.cells.items() if name in ("objective", "what") and row.get(name)]
    return bool(number and _GROUP_NUMBER.fullmatch(number)) or (
        bool(bold) and all(getattr(block, "bold", False) for cell in bold for block in cell.blocks)
    )


def plan_row(grid: Grid, row: Row, text: str) -> ObjectivePlanRow:
    """One row of a plan."""
    missing = tuple(name for name in PLAN if name not in grid.columns)
    return ObjectivePlanRow(text, row.get("what"), row.get("resources"), row.get("who"), row.get("when"),
                            row.get("evaluation"), row.get("result"), missing, row.at)


def objective_of(grid: Grid, row: Row, text: str) -> Objective | None:
    """The objective of a row, None where the row only names one that stands elsewhere."""
    if "objective" not in grid.columns:
        text = row.get("what") if "target" in grid.columns else ""
    if not text or _REFERENCE.fullmatch(fold(text)):
        return None
    target, measure = row.get("target"), row.get("measure")
    if target == text:
        target = ""  # one column for both
    number = row.cells.get("running")
    cell = row.cells.get("objective") or row.cells.get("what")
    return Objective(text, measure or measure_in(text), target or target_in(text), 0,
                     fold(number.text).strip(" .)") if number is not None else "", cell.at if cell else row.at)
