"""What the documents of the system itself state: objectives, audits, reviews, risks, lists, publication."""

from __future__ import annotations

from qmslint.model.facts_control import Approval, Phrase, WrittenDate
from qmslint.model.facts_procedure import TimeLimit
from qmslint.model.location import WHOLE, Location
from qmslint.model.tuples import NamedTuple


class Objective(NamedTuple):
    """One quality objective."""

    text: str
    measure: str = ""  # what is measured, "100%", "≤ 2 ngày" as found in the words
    target: str = ""  # the number or date to reach
    year: int = 0
    number: str = ""
    at: Location = WHOLE


class ObjectivePlanRow(NamedTuple):
    """One row of the plan to reach the objectives (6.2.2). An empty string = the cell is empty."""

    objective: str = ""
    what: str = ""
    resources: str = ""
    who: str = ""
    when: str = ""
    evaluation: str = ""
    result: str = ""
    missing_columns: tuple[str, ...] = ()  # keys the table has no column for: "what", "resources", "who", …
    at: Location = WHOLE


class Objectives(NamedTuple):
    """Quality objectives of one year, and the plan to reach them."""

    year: int = 0
    objectives: tuple[Objective, ...] = ()
    plan: tuple[ObjectivePlanRow, ...] = ()
    has_plan: bool = False
    has_results: bool = False
    unit: str = ""  # the unit whose objectives they are, "" = the whole agency


class Person(NamedTuple):
    """Somebody named in minutes or a plan."""

    name: str
    role: str = ""  # trưởng đoàn, chủ trì, thư ký, …
    unit: str = ""
    at: Location = WHOLE


class AuditFinding(NamedTuple):
    """One finding of an internal audit."""

    text: str
    type: str = ""  # "nonconformity", "observation", "recommendation", "strength", "" = not said
    clause: str = ""
    evidence: str = ""
    unit: str = ""
    number: str = ""
    action: str = ""  # number of the corrective action form, where named
    at: Location = WHOLE


class Audit(NamedTuple):
    """Internal audit: plan, minutes or report."""

    date: WrittenDate | None = None
    ended: WrittenDate | None = None
    place: Phrase | None = None
    team: tuple[Person, ...] = ()
    units: tuple[Phrase, ...] = ()
    scope: Phrase | None = None
    criteria: Phrase | None = None
    findings: tuple[AuditFinding, ...] = ()
    conclusion: Phrase | None = None
    signatures: tuple[Approval, ...] = ()
    no_findings_stated: bool = False  # says in words that nothing was found


class CorrectiveAction(NamedTuple):
    """One corrective action form."""

    number: str = ""
    nonconformity: str = ""
    cause: str = ""
    action: str = ""
    responsible: str = ""
    due: WrittenDate | None = None
    approved: bool = False
    verification: str = ""
    verified_on: WrittenDate | None = None
    closed: bool = False
    raised_on: WrittenDate | None = None
    at: Location = WHOLE


class ReviewInput(NamedTuple):
    """One input of 9.3.2 that was discussed: `key` "a", "b", "c1" … "c7", "d", "e", "f"."""

    key: str
    text: str = ""
    at: Location = WHOLE


class ReviewAction(NamedTuple):
    """A decision of the review. `output` "improvement", "changes", "resources", "" = other."""

    text: str
    output: str = ""
    responsible: str = ""
    due: WrittenDate | None = None
    at: Location = WHOLE


class ManagementReview(NamedTuple):
    """Minutes of a management review."""

    date: WrittenDate | None = None
    chair: Person | None = None
    attendees: tuple[Person, ...] = ()
    inputs: tuple[ReviewInput, ...] = ()
    outputs: tuple[ReviewInput, ...] = ()  # keys "improvement", "changes", "resources"
    actions: tuple[ReviewAction, ...] = ()
    signatures: tuple[Approval, ...] = ()


class Risk(NamedTuple):
    """One row of the register of risks and opportunities."""

    text: str
    process: str = ""
    cause: str = ""
    consequence: str = ""
    likelihood: str = ""
    impact: str = ""
    level: str = ""
    action: str = ""
    owner: str = ""
    due: str = ""
    effectiveness: str = ""
    opportunity: bool = False
    at: Location = WHOLE


class Policy(NamedTuple):
    """Quality policy."""

    commitments: tuple[Phrase, ...] = ()
    signatory: Person | None = None
    date: WrittenDate | None = None


class ListedDocument(NamedTuple):
    """One row of the list of internal documents."""

    code: str = ""
    title: str = ""
    edition: str = ""
    issued: WrittenDate | None = None
    effective: WrittenDate | None = None
    unit: str = ""
    status: str = ""
    number: str = ""
    at: Location = WHOLE


class ListedLaw(NamedTuple):
    """One row of the list of legal documents, as written; law/register.py makes sense of it."""

    number: str = ""
    title: str = ""
    issuer: str = ""
    issued: WrittenDate | None = None
    effective: WrittenDate | None = None
    expires: WrittenDate | None = None
    status: str = ""
    reviewed: WrittenDate | None = None
    note: str = ""
    at: Location = WHOLE


class ListedTthc(NamedTuple):
    """One row of the list of TTHC."""

    code: str = ""
    title: str = ""
    field: str = ""  # lĩnh vực
    level: str = ""
    procedure_code: str = ""  # code of the QMS procedure that covers it, where the list says so
    time_limit: TimeLimit | None = None
    at: Location = WHOLE


class Publication(NamedTuple):
    """The decision or notice that publishes the QMS."""

    standard: str = ""
    scope: Phrase | None = None
    tthc_count: int = 0  # number of TTHC it names, 0 = not said
    date: WrittenDate | None = None
    signatory: Person | None = None
