"""Quality objectives and the plan to reach them: numbered sentences, tables, sheets of a workbook."""

from __future__ import annotations

import re

from qmslint.api import Extractor, Objectives, Reading, fold, kinds
from qmslint.extract.cells import one_line
from qmslint.extract.objectives.objective_lists import listed
from qmslint.extract.objectives.objective_tables import tabled
from qmslint.extract.patterns import late
from qmslint.extract.system.flow import BOOK, Item, items
from qmslint.extract.system.people import is_unit
from qmslint.extract.text.headline import title_lines
from qmslint.extract.words import book

_YEAR = late(r"(?:năm|year)\s*:?\s*((?:19|20)\d\d)(?:\s*[-/–]\s*((?:19|20)\d\d))?|"
             r"(?:giai đoạn|nhiệm kỳ)\s*(?:19|20)\d\d\s*[-–]\s*((?:19|20)\d\d)|^\W*((?:19|20)\d\d)\W*$")
_UNIT = late(lambda: rf"^(?:{book(BOOK).pattern('unit-labels')})\s*:\s*(?=\S)")
_OF = late(lambda: rf"\b(?:của|tại)\s+((?:{book(BOOK).pattern('unit-words')})\s\S.*)$")
_HEAD = 25


def objectives(reading: Reading) -> Objectives | None:
    """The objectives that the document states, None when nothing of them is to be found."""
    tables = tabled(reading)
    flow = items(reading, [grid.table for grid in tables.grids])
    year, title = year_of(reading), title_of(reading)
    # Numbered sentences beside a table of objectives, or in a paper that is a plan or report, are something else.
    other = _begins(title, "plan-titles") or _begins(title, "result-titles")
    sentences = not tables.own and not (other and tables.objectives)
    found = listed(reading, flow, reading.kind == kinds.QUALITY_OBJECTIVES and sentences)
    if reading.kind != kinds.QUALITY_OBJECTIVES and not found.objectives:
        return None  # a policy that only speaks of objectives
    stated = tables.objectives if tables.own else found.objectives or tables.objectives
    by_sheet = years_of_sheets(reading)
    year = max(by_sheet.values(), default=year)
    plan = tables.plan + found.plan
    return Objectives(
        year or max((o.year for o in stated), default=0),
        tuple(o._replace(year=o.year or by_sheet.get(o.at.sheet, year)) for o in stated),
        plan,
        bool(plan) or found.plan_headed or _begins(title, "plan-titles"),
        tables.results or found.results or _begins(title, "result-titles"),
        unit_of(reading, flow),
    )


def _begins(folded: str, key: str) -> bool:
    return any(folded.startswith(word + " ") for word in book(BOOK).variants(key))


def title_of(reading: Reading) -> str:
    """The folded title: of the paper, of the control block, of the first lines."""
    lines = title_lines(reading)
    if lines:
        return fold(" ".join(line.text for line in lines))
    for block in reading.facts.get("control_blocks", ()):
        if block.title:
            return fold(block.title.text)
    return next((line.folded for line in reading.lines[:_HEAD] if _YEAR.search(line.folded)), "")


def year_of(reading: Reading) -> int:
    """The year that title, head or sheet names; 0 when none does."""
    texts = [title_of(reading)]
    texts += [fold(block.title.text) for block in reading.facts.get("control_blocks", ()) if block.title]
    texts += [line.folded for line in reading.lines[:_HEAD]
              if "mục tiêu" in line.folded or "objective" in line.folded or len(line.folded) < 12]
    texts += [fold(sheet.name) for sheet in reading.document.sheets if not sheet.hidden]
    for text in texts:
        years = [int(next(part for part in reversed(match.groups()) if part)) for match in _YEAR.finditer(text)]
        if years:
            return years[0] if text == texts[0] else max(years)
    return 0


def years_of_sheets(reading: Reading) -> dict[str, int]:
    """The year of each sheet of a workbook that has several: by the words above its table, else by its name."""
    sheets = [sheet.name for sheet in reading.document.sheets if not sheet.hidden]
    found: dict[str, int] = {}
    for name in sheets if len(sheets) > 1 else ():
        head = [line.folded for line in reading.lines if line.at.sheet == name][:6]
        years = [int(next(part for part in reversed(match.groups()) if part))
                 for text in (*head, fold(name)) for match in _YEAR.finditer(text)]
        if years:
            found[name] = years[0]
    return found


def unit_of(reading: Reading, flow: list[Item]) -> str:
    """The unit whose objectives they are, "" for the whole agency or where several have theirs in one paper."""
    found: list[str] = []
    for line in reading.lines[:_HEAD]:
        match = _UNIT.match(line.folded)
        if match and len(line.text) < 120:
            found.append(one_line(line.text).partition(":")[2].strip(" ."))
    if found:
        return found[0] if len({fold(name) for name in found}) == 1 else ""
    for line in title_lines(reading):
        match = _OF.search(line.folded)
        if match or (is_unit(line.text) and line.text.isupper()):
            words = match[1] if match else line.folded
            if words.startswith(book(BOOK).variants("agency-itself")):
                return ""  # the whole agency
            return capital(re.sub(r"\s*(?:năm|giai đoạn)\s*(?:19|20)\d\d.*$", "", words).strip(" .,-"))
    letterhead = [item for item in flow[:6] if item.line.in_table and item.words.isupper() and is_unit(item.words)]
    own = [item for item in letterhead if not item.folded.startswith(book(BOOK).variants("agency-itself"))]
    return one_line(own[-1].words) if own else ""


def capital(words: str) -> str:
    """`words` beginning with a capital."""
    return words[:1].upper() + words[1:]


EXTRACTORS = (
    Extractor("objectives", objectives, version=4, needs=("kind", "control_blocks"),
              kinds=(kinds.QUALITY_OBJECTIVES, kinds.QUALITY_POLICY)),
)
