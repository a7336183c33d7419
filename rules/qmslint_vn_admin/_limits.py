"""The limits that a procedure states, one a scenario, and the limits that settings and lists state for its TTHC."""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Duration, NamedTuple, Procedure, QualityDocument, Settings, TimeLimit, fold, read_duration
from qmslint_vn_admin._tthc import codes_of, national_code, plain_title


class Demand(NamedTuple):
    """What settings say of the limit of one TTHC, read."""

    written: str
    duration: Duration
    scenario: str
    basis: str


def limit_of(limits: tuple[TimeLimit, ...], scenario: str = "") -> TimeLimit | None:
    """The one limit with a number for the scenario; None where there is none, or more than one."""
    found = [limit for limit in limits if fold(limit.scenario) == fold(scenario)]
    return found[0] if len(found) == 1 and found[0].duration is not None else None


def promise(procedure: Procedure, scenario: str = "") -> TimeLimit | None:
    """What the procedure promises for the scenario: the item on the time limit, else the heading of the column."""
    return limit_of(procedure.time_limits, scenario) or (
        None if procedure.time_limits else limit_of(procedure.time_columns, scenario)
    )


def same_day(procedure: Procedure) -> bool:
    """Whether the ordinary case is settled within the day."""
    return any(
        limit.duration is not None and limit.duration.same_day for limit in procedure.time_limits if not limit.scenario
    )


def demands(document: QualityDocument, settings: Settings, field: str) -> Iterator[Demand]:
    """The limits of `field` ("law", "promised") that the settings state for this document's TTHC."""
    codes, title = codes_of(document), plain_title(document.identity.title)
    for entry in settings.tthc_limits:
        code = national_code(entry.code)
        tied = code in codes if code else bool(title) and plain_title(entry.title) == title
        written = str(getattr(entry, field))
        duration = read_duration(written) if tied and written else None
        if duration is not None:
            yield Demand(written, duration, entry.scenario, entry.basis)
