"""Settings: what the agency says of itself in qmslint.yaml. Frozen; loaded and validated by config/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from qmslint.model.base import Level
from qmslint.model.limits import Limits

STRICT: dict[str, Any] = {"extra": "forbid"}
"""For pydantic, which checks these classes when a settings file is read: unknown keys are refused."""


@dataclass(frozen=True, slots=True)
class Officer:
    """A person in office, for a term."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    name: str
    title: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Agency:
    """The agency whose QMS it is."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    name: str = ""
    level: str = ""  # "ministry", "province", "department", "commune", "unit"
    mandatory: bool | None = None  # whether QĐ 19/2014 or a decision of the province binds it
    head: tuple[Officer, ...] = ()
    deputies: tuple[Officer, ...] = ()
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeGrammar:
    """How the agency's document codes look: regular expressions, matched against the whole code."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    documents: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KindGlob:
    """Files that are of a kind by decision, whatever they look like."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    glob: str
    kind: str


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What the agency says of one rule."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    level: Level | None = None
    enabled: bool | None = None
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waiver:
    """An accepted deviation: which rule, where, why, until when, who approved it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    rule: str
    path: str = "**"
    reason: str = ""
    until: date | None = None
    approved_by: str = ""
    line: int = 0  # line in the settings file


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """A clause that does not apply, with the reason that 4.3 asks for."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    clause: str
    reason: str


@dataclass(frozen=True, slots=True)
class TthcLimit:
    """The time limit of one TTHC: what the law allows and what the agency promised, as written ("05 ngày làm việc")."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    code: str = ""  # TTHC code; a limit is found by code, else by title
    title: str = ""
    scenario: str = ""  # "có xác minh", …; "" = the ordinary case
    law: str = ""  # the limit of the law
    basis: str = ""  # article that sets it
    promised: str = ""  # the shorter limit that the agency committed itself to, "" = none


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything qmslint.yaml can say. The defaults are what holds without a file."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    agency: Agency = field(default_factory=Agency)
    codes: CodeGrammar = field(default_factory=CodeGrammar)
    document_list: str = ""  # path of the list of internal documents
    tthc_list: str = ""
    legal_registers: tuple[str, ...] = ()  # paths; later ones lie over earlier ones
    holidays: str = ""  # path of the file of holidays and working Saturdays
    kinds: tuple[KindGlob, ...] = ()
    exclude: tuple[str, ...] = ()
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    not_applicable: tuple[NotApplicable, ...] = ()
    tthc_limits: tuple[TthcLimit, ...] = ()  # what the built-in data do not hold: each TTHC has its own law
    limits: Limits = field(default_factory=Limits)
    plugins: tuple[str, ...] = ()  # names of plug-ins that must be present
    sections: tuple[str, ...] = ()  # keys of the sections a procedure must have, in order; empty = the usual seven
    path: str = ""  # of the settings file itself, "" = none found
