"""What documents state of the organization and its system: context, parties, processes, scope, people, satisfaction."""

from __future__ import annotations

from qmslint.model.facts_control import Phrase, WrittenDate
from qmslint.model.facts_system import Person
from qmslint.model.location import WHOLE, Location
from qmslint.model.tuples import NamedTuple


class ContextIssue(NamedTuple):
    """One issue of the context (4.1)."""

    text: str
    side: str = ""  # "internal", "external", "" = not said
    type: str = ""  # "strength", "weakness", "opportunity", "threat", "" = not said
    at: Location = WHOLE


class InterestedParty(NamedTuple):
    """One interested party (4.2). An empty string = the cell is empty."""

    name: str
    need: str = ""  # needs, expectations or requirements
    response: str = ""  # how they are met or monitored
    missing_columns: tuple[str, ...] = ()  # keys the table has no column for: "need", "response"
    at: Location = WHOLE


class Process(NamedTuple):
    """One process of the system (4.4). An empty string = the cell is empty."""

    name: str
    input: str = ""
    output: str = ""
    owner: str = ""
    criteria: str = ""  # indicators, measures, how it is monitored
    missing_columns: tuple[str, ...] = ()  # keys the table has no column for: "input", "output", "owner", "criteria"
    at: Location = WHOLE


class Exclusion(NamedTuple):
    """A requirement that is said not to apply (4.3)."""

    clause: str  # "7.1.5"
    reason: str = ""
    at: Location = WHOLE


class ScopeStatement(NamedTuple):
    """The scope of the system as a manual states it (4.3)."""

    text: Phrase | None = None
    exclusions: tuple[Exclusion, ...] = ()


class SteeringCommittee(NamedTuple):
    """The ISO steering committee as a document names it."""

    name: Phrase
    decision: bool = False  # this document sets it up
    cited: str = ""  # the number of the decision that is named as setting it up


class Training(NamedTuple):
    """A training record: about what, when, who took part."""

    subject: Phrase | None = None
    date: WrittenDate | None = None
    people: tuple[Person, ...] = ()


class Survey(NamedTuple):
    """Results of a survey of satisfaction. A blank questionnaire has neither year nor respondents."""

    year: int = 0
    date: WrittenDate | None = None
    respondents: int = 0
    result: Phrase | None = None  # the words that state how many are satisfied
