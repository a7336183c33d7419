"""Settings: what the agency says of itself in qmslint.yaml. Never changed; loaded and validated by config/."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from qmslint.model.base import Level
from qmslint.model.limits import Limits
from qmslint.model.tuples import NamedTuple


class Officer(NamedTuple):
    """A person in office, for a term."""

    name: str
    title: str = ""
    since: date | None = None
    until: date | None = None


class Agency(NamedTuple):
    """The agency whose QMS it is."""

    name: str = ""
    level: str = ""  # "ministry", "province", "department", "commune", "unit"
    mandatory: bool | None = None  # whether QĐ 19/2014 or a decision of the province binds it
    head: tuple[Officer, ...] = ()
    deputies: tuple[Officer, ...] = ()
    units: tuple[str, ...] = ()


class CodeGrammar(NamedTuple):
    """How the agency's document codes look: regular expressions, matched against the whole code."""

    documents: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


class KindGlob(NamedTuple):
    """Files that are of a kind by decision, whatever they look like."""

    glob: str
    kind: str


class RuleSetting(NamedTuple):
    """What the agency says of one rule."""

    level: Level | None = None
    enabled: bool | None = None
    options: Mapping[str, Any] = {}


class Waiver(NamedTuple):
    """An accepted deviation: which rule, where, why, until when, who approved it."""

    rule: str
    path: str = "**"
    reason: str = ""
    until: date | None = None
    approved_by: str = ""
    line: int = 0  # line in the settings file


class NotApplicable(NamedTuple):
    """A clause that does not apply, with the reason that 4.3 asks for."""

    clause: str
    reason: str


class TthcLimit(NamedTuple):
    """The time limit of one TTHC: what the law allows and what the agency promised, as written ("05 ngày làm việc")."""

    code: str = ""  # TTHC code; a limit is found by code, else by title
    title: str = ""
    scenario: str = ""  # "có xác minh", …; "" = the ordinary case
    law: str = ""  # the limit of the law
    basis: str = ""  # article that sets it
    promised: str = ""  # the shorter limit that the agency committed itself to, "" = none


class Settings(NamedTuple):
    """Everything qmslint.yaml can say. The defaults are what holds without a file."""

    agency: Agency = Agency()
    codes: CodeGrammar = CodeGrammar()
    document_list: str = ""  # path of the list of internal documents
    tthc_list: str = ""
    legal_registers: tuple[str, ...] = ()  # paths; later ones lie over earlier ones
    holidays: str = ""  # path of the file of holidays and working Saturdays
    kinds: tuple[KindGlob, ...] = ()
    exclude: tuple[str, ...] = ()
    rules: Mapping[str, RuleSetting] = {}
    waivers: tuple[Waiver, ...] = ()
    not_applicable: tuple[NotApplicable, ...] = ()
    tthc_limits: tuple[TthcLimit, ...] = ()  # what the built-in data do not hold: each TTHC has its own law
    limits: Limits = Limits()
    plugins: tuple[str, ...] = ()  # names of plug-ins that must be present
    sections: tuple[str, ...] = ()  # keys of the sections a procedure must have, in order; empty = the usual seven
    path: str = ""  # of the settings file itself, "" = none found
