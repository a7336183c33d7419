"""Rule and Context: what a rule is made of and what it is given.

A rule is one file: a docstring (why, how to mend, when silent; Vietnamese first) and one decorated function that
yields findings. It reads facts only: no file, no clock, no other rule's result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from qmslint.model.base import Confidence, Level
from qmslint.model.facts import QualityDocument
from qmslint.model.finding import Finding, Fix, Related
from qmslint.model.location import WHOLE, Location
from qmslint.model.report import NotJudged
from qmslint.model.settings import Settings
from qmslint.model.text import Text, shorten
from qmslint.model.tuples import NamedTuple
from qmslint.model.workspace import Workspace

if TYPE_CHECKING:
    from qmslint.law.calendar import Calendar
    from qmslint.law.register import LegalRegister


class NoOptions(NamedTuple):
    """The options of a rule that has none."""


O = TypeVar("O")  # noqa: E741 - the type of a rule's options
DocumentCheck = Callable[[QualityDocument, "Context[Any]"], Iterator[Finding]]
WorkspaceCheck = Callable[[Workspace, "Context[Any]"], Iterator[Finding]]


class Rule(NamedTuple):
    """One rule. `name` is its identity for ever: it names the defect and carries no clause number."""

    name: str
    title: Text
    scope: str  # "document" or "workspace"
    check: Callable[..., Iterator[Finding]]
    kinds: tuple[str, ...] = ()  # kinds of document it reads; empty = all
    clauses: tuple[str, ...] = ()  # of ISO 9001:2015
    basis: tuple[str, ...] = ()  # "63/2010/NĐ-CP Điều 8"
    level: Level = Level.WARNING
    confidence: Confidence = Confidence.HIGH
    since: str = ""
    options: Any = NoOptions  # a NamedTuple whose fields all have defaults; its fields are the settings of the rule
    reads_drafts: bool = True  # False: silent on documents marked as drafts
    default_on: bool = True

    @property
    def doc(self) -> str:
        """Its documentation: the docstring of its file."""
        return (self.check.__globals__.get("__doc__") or "").strip()

    @property
    def module(self) -> str:
        """The module that holds it."""
        return self.check.__module__

    @property
    def pack(self) -> str:
        """The pack it belongs to: "hygiene" for `qmslint_hygiene.…`."""
        return self.module.split(".")[0].removeprefix("qmslint_")


def document_rule(name: str, *, title: Text, **metadata: Any) -> Callable[[DocumentCheck], Rule]:
    """Make a rule of a function that judges one document. `metadata`: the fields of Rule."""
    return lambda check: Rule(name=name, title=title, scope="document", check=check, **metadata)


def workspace_rule(name: str, *, title: Text, **metadata: Any) -> Callable[[WorkspaceCheck], Rule]:
    """Make a rule of a function that judges the whole set."""
    return lambda check: Rule(name=name, title=title, scope="workspace", check=check, **metadata)


class World:
    """What holds for every rule of a run. Register and calendar are made when the first rule asks for them."""

    def __init__(
        self,
        as_of: date,
        settings: Settings | None = None,
        register: Callable[[], LegalRegister] | None = None,
        calendar: Callable[[], Calendar] | None = None,
    ) -> None:
        self.as_of = as_of
        self.settings = settings or Settings()
        self._register = register
        self._calendar = calendar

    @cached_property
    def register(self) -> LegalRegister:
        """The legal register: built-in, and the agency's own over it."""
        if self._register is not None:
            return self._register()
        from qmslint.law.register import LegalRegister

        return LegalRegister(())

    @cached_property
    def calendar(self) -> Calendar:
        """The calendar of working days."""
        if self._calendar is not None:
            return self._calendar()
        from qmslint.law.calendar import Calendar

        return Calendar()


class Context(NamedTuple, Generic[O]):
    """What a rule may know besides the facts: the date of judgement, settings, register, calendar, its options."""

    rule: Rule
    world: World
    options: O
    document: QualityDocument | None  # the one being judged; None for rules about the set
    not_judged: list[NotJudged]  # what could not be judged is added here

    @property
    def as_of(self) -> date:
        """The date of judgement."""
        return self.world.as_of

    @property
    def settings(self) -> Settings:
        """The agency's settings."""
        return self.world.settings

    @property
    def register(self) -> LegalRegister:
        """The legal register."""
        return self.world.register

    @property
    def calendar(self) -> Calendar:
        """The calendar of working days."""
        return self.world.calendar

    def finding(
        self,
        message: Text,
        *,
        mend: Text,
        at: Location = WHOLE,
        evidence: str = "",
        document: QualityDocument | None = None,
        level: Level | None = None,
        confidence: Confidence | None = None,
        related: Iterable[Related] = (),
        clauses: tuple[str, ...] | None = None,
        basis: tuple[str, ...] | None = None,
        fix: Fix | None = None,
    ) -> Finding:
        """A finding of this rule. `evidence` is the words of the document; `document` is needed in set rules.

        In a set rule a finding without `document` stands at the root of the set (path "").
        """
        subject = document or self.document
        return Finding(
            rule=self.rule.name,
            level=level or self.rule.level,
            message=message,
            mend=mend,
            path=subject.path if subject else "",
            at=at,
            evidence=shorten(evidence, 200),
            confidence=confidence or self.rule.confidence,
            clauses=self.rule.clauses if clauses is None else clauses,
            basis=self.rule.basis if basis is None else basis,
            related=tuple(related),
            fix=fix,
        )

    def cannot_judge(self, reason: Text, document: QualityDocument | None = None) -> None:
        """Say that this rule cannot judge (this document, or the set), and why."""
        subject = document or self.document
        self.not_judged.append(NotJudged(self.rule.name, subject.path if subject else "", reason))
