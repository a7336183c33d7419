"""QualityDocument: what one document states, every statement with its place. Made by extractors, read by rules.

One flat noun for all kinds: the common facts first, then one optional part per kind (`procedure`, `objectives`,
`audit`, …), so that a rule says `document.procedure.steps` and a type checker knows what it means.
"""

from __future__ import annotations

from typing import Any

from qmslint.model.base import Confidence
from qmslint.model.facts_context import (
    ContextIssue,
    Exclusion,
    InterestedParty,
    Process,
    ScopeStatement,
    SteeringCommittee,
    Survey,
    Training,
)
from qmslint.model.facts_control import (
    Approval,
    ControlBlock,
    Identity,
    Phrase,
    Revision,
    Role,
    Signature,
    WrittenDate,
)
from qmslint.model.facts_procedure import (
    Duration,
    Procedure,
    Step,
    StepTime,
    TimeLimit,
    TthcItem,
    Unit,
)
from qmslint.model.facts_structure import (
    Abbreviation,
    AbbreviationUse,
    Annex,
    Citation,
    ContentsEntry,
    EncodingDefect,
    FormEntry,
    Placeholder,
    RecordEntry,
    Reference,
    Section,
)
from qmslint.model.facts_system import (
    Audit,
    AuditFinding,
    CorrectiveAction,
    ListedDocument,
    ListedLaw,
    ListedTthc,
    ManagementReview,
    Objective,
    ObjectivePlanRow,
    Objectives,
    Person,
    Policy,
    Publication,
    ReviewAction,
    ReviewInput,
    Risk,
)
from qmslint.model.kinds import UNCLASSIFIED
from qmslint.model.location import WHOLE, Location, Place
from qmslint.model.text import shorten
from qmslint.model.tuples import NamedTuple


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
    issues: tuple[ContextIssue, ...] = ()
    parties: tuple[InterestedParty, ...] = ()
    processes: tuple[Process, ...] = ()
    scope: ScopeStatement | None = None
    steering: SteeringCommittee | None = None
    training: Training | None = None
    survey: Survey | None = None
    extra: tuple[Extra, ...] = ()

    def place(self, at: Location) -> Location:
        """`at` said with the heading under which it stands; what is printed behind the document has none."""
        behind = self.attachments_from
        if at.heading or at.key or at.place != Place.BODY or (behind is not None and at.order >= behind.order):
            return at
        above = [one for one in self.sections if one.at.place == Place.BODY and one.at.order <= at.order]
        if not above:
            return at
        last = above[-1]
        return at.under(shorten(f"{last.number}. {last.title}" if last.number else last.title, 60))

    def extras(self, name: str) -> tuple[Extra, ...]:
        """The facts a plug-in stated under `name`."""
        return tuple(extra for extra in self.extra if extra.name == name)


KnownFacts = dict[str, Any]
"""Facts of a document while it is being read: field of QualityDocument → value."""

__all__ = [
    "Abbreviation",
    "AbbreviationUse",
    "Annex",
    "Approval",
    "Audit",
    "AuditFinding",
    "Citation",
    "ContentsEntry",
    "ContextIssue",
    "ControlBlock",
    "CorrectiveAction",
    "Duration",
    "EncodingDefect",
    "Exclusion",
    "Extra",
    "FormEntry",
    "Identity",
    "InterestedParty",
    "KnownFacts",
    "ListedDocument",
    "ListedLaw",
    "ListedTthc",
    "ManagementReview",
    "Objective",
    "ObjectivePlanRow",
    "Objectives",
    "Person",
    "Phrase",
    "Placeholder",
    "Policy",
    "Procedure",
    "Process",
    "Publication",
    "QualityDocument",
    "RecordEntry",
    "Reference",
    "ReviewAction",
    "ReviewInput",
    "Revision",
    "Risk",
    "Role",
    "ScopeStatement",
    "Section",
    "Signature",
    "SteeringCommittee",
    "Step",
    "StepTime",
    "Survey",
    "TimeLimit",
    "Training",
    "TthcItem",
    "Unit",
    "WrittenDate",
]
