"""QualityDocument: what one document states, every statement with its place. Made by extractors, read by rules.

One flat noun for all kinds: the common facts first, then one optional part per kind (`procedure`, `objectives`,
`audit`, …), so that a rule says `document.procedure.steps` and a type checker knows what it means.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any, NamedTuple

from qmslint.model.base import Confidence
from qmslint.model.kinds import UNCLASSIFIED
from qmslint.model.location import WHOLE, Location


class Phrase(NamedTuple):
    """Some words of the document, as written (white space run together), and where."""

    text: str
    at: Location = WHOLE


class WrittenDate(NamedTuple):
    """A date as written. `value` is None when it is incomplete ("/07/2021") or impossible ("31/02/2025")."""

    text: str
    value: date | None = None
    problem: str = ""  # "", "incomplete", "impossible"
    at: Location = WHOLE


# ── identity and control ────────────────────────────────────────────────────────────────────────────────


class ControlBlock(NamedTuple):
    """One block that identifies the document: the cover, a running header, a footer of one section."""

    place: str  # "cover", "header", "footer", "record"
    at: Location = WHOLE
    section: int = 0  # Word section of a header or footer
    agency: Phrase | None = None
    title: Phrase | None = None
    code: Phrase | None = None
    edition: Phrase | None = None  # "Lần ban hành: 01"
    revision: Phrase | None = None  # "Lần sửa đổi: 02", where told apart from the edition
    issued: WrittenDate | None = None
    effective: WrittenDate | None = None
    page: Phrase | None = None  # "17/17" as last shown


class Identity(NamedTuple):
    """Who the document says it is: the cover's word first, then headers and footers."""

    code: str = ""
    title: str = ""
    edition: str = ""  # digits without leading zeros ("1"), or as written when not a number
    issued: date | None = None
    effective: date | None = None
    agency: str = ""
    at: Location = WHOLE


class Role(StrEnum):
    """Who answers for a document."""

    DRAFTER = "drafter"  # soạn thảo, biên soạn, người viết
    REVIEWER = "reviewer"  # xem xét, soát xét, kiểm tra
    APPROVER = "approver"  # phê duyệt, người duyệt


class Signature(StrEnum):
    """With what a signature cell is filled."""

    PICTURE = "picture"
    TEXT = "text"  # "(đã ký)", a name typed in the signature's place
    DIGITAL = "digital"
    NONE = "none"


class Approval(NamedTuple):
    """One column of the approval table."""

    role: Role
    name: str = ""
    position: str = ""  # chức vụ
    signature: Signature = Signature.NONE
    signed_on: WrittenDate | None = None
    at: Location = WHOLE


class Revision(NamedTuple):
    """One row of the revision table, empty ones too."""

    number: str = ""  # lần sửa đổi / lần ban hành as written
    date: WrittenDate | None = None
    content: str = ""
    reason: str = ""  # cơ sở pháp lý hoặc căn cứ
    part: str = ""  # page or section concerned
    at: Location = WHOLE

    @property
    def filled(self) -> bool:
        """Whether somebody wrote in this row (its running number does not count)."""
        return bool(self.content or self.reason or self.date or self.part)


# ── structure ───────────────────────────────────────────────────────────────────────────────────────────


class Section(NamedTuple):
    """One heading as printed. `key` names a known section ("purpose", "content", …) whatever its words are."""

    title: str
    number: str = ""  # "5", "5.1", "a", "II": without the dot or bracket
    level: int = 1  # 1 = main section, 2 = item under it …
    key: str = ""
    automatic: bool = False  # the number is Word's
    text: str = ""  # the words under it, up to the next heading, at most a few hundred characters
    at: Location = WHOLE


class ContentsEntry(NamedTuple):
    """One line of the printed table of contents."""

    title: str
    number: str = ""
    page: str = ""
    at: Location = WHOLE


class Citation(NamedTuple):
    """A legal document or standard named in the text.

    `number` is in normal form ("123/2015/NĐ-CP", "TCVN ISO 9001:2015"), "" when cited by name alone. `host` is the
    index of the citation inside whose title this one stands ("sửa đổi, bổ sung … Nghị định số …"), -1 if none.
    """

    type: str  # "luat", "nghi-dinh", "thong-tu", "quyet-dinh", "nghi-quyet", …, "standard"
    number: str = ""
    year: int = 0  # year in the number, or of a law cited by name
    issuer: str = ""  # as cited, else by the symbol
    date: WrittenDate | None = None
    name: str = ""  # "Luật Hộ tịch", where cited by name
    title: str = ""  # what follows: "quy định chi tiết …"
    article: str = ""  # "điểm a khoản 4 Điều 4"
    text: str = ""  # the whole citation as written
    host: int = -1
    relation: str = ""  # what the host does to this one: "amends", "replaces", "repeals", "details", "promulgates"
    normative: bool = True  # VBQPPL: only these start the three-month clock
    malformed: str = ""  # why the number is not well formed, as a code: "year", "symbol", "doubled-year", …
    section: str = ""  # key of the section in which it stands: "legal-basis", "references", "revisions", …
    at: Location = WHOLE


class Abbreviation(NamedTuple):
    """An entry of the list of abbreviations."""

    short: str
    meaning: str
    at: Location = WHOLE


class AbbreviationUse(NamedTuple):
    """An abbreviation met in the body: how often, first where, in which words."""

    short: str
    uses: int
    context: str  # the words around the first use
    expanded: bool = False  # explained where first used: "Hội đồng nhân dân (HĐND)"
    at: Location = WHOLE


class Reference(NamedTuple):
    """A pointer inside the document or the set: "mục 5", "Phụ lục 1", "BM.01"."""

    kind: str  # "section", "annex", "form", "document"
    target: str  # "5", "1", "BM.01"
    text: str  # the words as written
    attached: bool = False  # said to be attached ("kèm theo")
    resolves: bool | None = None  # inside this document; None = not decided here
    at: Location = WHOLE


class Annex(NamedTuple):
    """An annex that stands in the document: its number and title."""

    number: str
    title: str = ""
    at: Location = WHOLE


class Placeholder(NamedTuple):
    """Template text left in the body: "…", "[ghi rõ]", a blank date."""

    text: str
    reason: str  # "dots", "bracket", "blank-date", "template", "highlight"
    at: Location = WHOLE


class EncodingDefect(NamedTuple):
    """Characters that print alike and are not the right ones."""

    defect: str  # "not-nfc", "invisible", "look-alike", "legacy-tcvn3", "legacy-vni"
    text: str  # the first word concerned, as written
    shown: str  # the same word as it should be
    total: int  # how many in the document
    at: Location = WHOLE


class FormEntry(NamedTuple):
    """One row of the section of forms."""

    name: str
    code: str = ""
    at: Location = WHOLE


class RecordEntry(NamedTuple):
    """One row of the section of records kept."""

    name: str
    keeper: str = ""
    retention: str = ""
    at: Location = WHOLE


# ── a procedure ─────────────────────────────────────────────────────────────────────────────────────────


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

    key: str  # "sequence", "manner", "dossier", "time-limit", "subject", "agency", "form", "result", "conditions", "fee", …
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


# ── objectives, audits, reviews, risks, lists ───────────────────────────────────────────────────────────


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


class Extra(NamedTuple):
    """A fact that a plug-in brought: named "pack:fact", plain data."""

    name: str
    values: tuple[tuple[str, str], ...] = ()
    at: Location = WHOLE

    def get(self, key: str) -> str:
        """The value under `key`, "" when absent."""
        return dict(self.values).get(key, "")


class QualityDocument(NamedTuple):
    """The facts of one document."""

    path: str = ""
    format: str = ""
    kind: str = UNCLASSIFIED
    kind_confidence: Confidence = Confidence.LOW
    kind_reason: str = ""  # the words by which the kind was recognised
    identity: Identity = Identity()
    control_blocks: tuple[ControlBlock, ...] = ()
    approvals: tuple[Approval, ...] = ()
    approval_at: Location | None = None  # where the approval table stands; None = none found
    revisions: tuple[Revision, ...] = ()
    revision_at: Location | None = None  # where the revision table stands; None = none found
    sections: tuple[Section, ...] = ()
    contents: tuple[ContentsEntry, ...] = ()  # the typed table of contents
    citations: tuple[Citation, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    abbreviation_uses: tuple[AbbreviationUse, ...] = ()
    references: tuple[Reference, ...] = ()
    annexes: tuple[Annex, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    encoding: tuple[EncodingDefect, ...] = ()
    forms: tuple[FormEntry, ...] = ()
    records: tuple[RecordEntry, ...] = ()
    attachments_from: Location | None = None  # where the attached printed forms begin
    draft: bool = False  # marked "dự thảo": signatures and dates are not yet due
    tracked_changes: int = 0
    comments: int = 0
    words: int = 0  # how many words of body text were read
    procedure: Procedure | None = None
    objectives: Objectives | None = None
    audit: Audit | None = None
    corrective_actions: tuple[CorrectiveAction, ...] = ()
    review: ManagementReview | None = None
    policy: Policy | None = None
    publication: Publication | None = None
    risks: tuple[Risk, ...] = ()
    listed_documents: tuple[ListedDocument, ...] = ()
    listed_laws: tuple[ListedLaw, ...] = ()
    listed_tthc: tuple[ListedTthc, ...] = ()
    extra: tuple[Extra, ...] = ()

    def extras(self, name: str) -> tuple[Extra, ...]:
        """The facts a plug-in stated under `name`."""
        return tuple(extra for extra in self.extra if extra.name == name)


KnownFacts = dict[str, Any]
"""Facts of a document while it is being read: field of QualityDocument → value."""
