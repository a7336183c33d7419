"""What a procedure lays down: its items, time limits, steps."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from qmslint.model.facts_control import Phrase
from qmslint.model.location import WHOLE, Location
from qmslint.model.tuples import NamedTuple


class Unit(StrEnum):
    """Units of a time limit. Days and working days are not the same thing."""

    WORKING_DAY = "working-day"
    DAY = "day"
    HOUR = "hour"
    WORKING_HOUR = "working-hour"
    MINUTE = "minute"
    MONTH = "month"
    YEAR = "year"


class Duration(NamedTuple):
    """A length of time. `same_day` = "ngay trong ngày": done on the day, without a number."""

    amount: Fraction
    unit: Unit
    same_day: bool = False
    at_most: bool = False  # "không quá", "trong vòng"


class TimeLimit(NamedTuple):
    """One limit: what item b or a column heading promises, for one scenario."""

    text: str
    duration: Duration | None = None  # None = no number in it
    scenario: str = ""  # "có xác minh", "trực tuyến", …; "" = the ordinary case
    at: Location = WHOLE


class StepTime(NamedTuple):
    """The time of one step in one time column. A cell merged over several steps has `shared` > 1 in each."""

    text: str
    duration: Duration | None = None
    column: int = 0  # index in `Procedure.time_columns`
    shared: int = 1  # over how many steps the cell is merged
    first: bool = True  # whether this step is the first under that cell: count a shared cell once
    at: Location = WHOLE


class Step(NamedTuple):
    """One step of the process table or flow chart."""

    name: str
    number: str = ""
    responsible: str = ""
    times: tuple[StepTime, ...] = ()
    result: str = ""  # form or result, where the table has that column
    at: Location = WHOLE


class TthcItem(NamedTuple):
    """One item that a TTHC must specify (63/2010/NĐ-CP Điều 8): `key` as in `extract/words/vi.yaml`."""

    key: str  # "sequence", "manner", "dossier", "time-limit", "subject", "agency", "form", "result", "fee", …
    title: str
    text: str = ""  # what it says, at most a few hundred characters
    number: str = ""
    at: Location = WHOLE


class Procedure(NamedTuple):
    """What a procedure for a TTHC (or a system procedure) lays down."""

    tthc_codes: tuple[Phrase, ...] = ()
    items: tuple[TthcItem, ...] = ()
    time_limits: tuple[TimeLimit, ...] = ()  # of the item "Thời hạn giải quyết"
    time_columns: tuple[TimeLimit, ...] = ()  # of the process table, one a column; text = its heading
    steps: tuple[Step, ...] = ()
    process_at: Location | None = None  # where the process table (or chart) stands; None = none found
    process_form: str = ""  # "table", "chart", "list"
    columns: tuple[str, ...] = ()  # keys of the table's columns: "number", "step", "responsible", "time", "result"
