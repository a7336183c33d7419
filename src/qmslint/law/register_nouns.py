"""What a register answers with: the standing of a document, an effect on it, a problem of a row."""

from __future__ import annotations

from datetime import date

from qmslint.model.legal import Certainty, LegalDocument, Relation, RelationKind
from qmslint.model.text import Text
from qmslint.model.tuples import NamedTuple

STATE_WORDS = {
    "in-force": Text("còn hiệu lực", "in force"), "not-yet": Text("chưa có hiệu lực", "not yet in force"),
    "expired": Text("hết hiệu lực", "no longer in force"),
    "partly": Text("hết hiệu lực một phần", "partly expired"),
    "partly-expired": Text("hết hiệu lực một phần", "partly expired"),
    "unknown": Text("chưa rõ hiệu lực", "standing not known"),
}
"""How a state of a document is called."""

ACTIVE = {kind.value: kind for kind in RelationKind}
"""Keys by which a row of plain data says what it does to others."""
PASSIVE = {
    "amended_by": RelationKind.AMENDS, "replaced_by": RelationKind.REPLACES, "repealed_by": RelationKind.REPEALS,
    "detailed_by": RelationKind.DETAILS, "corrected_by": RelationKind.CORRECTS,
}
"""Keys by which it says what others do to it."""
DATES = ("signed", "in_force", "expires", "checked_on")
"""Keys whose values are days."""


class Standing(NamedTuple):
    """Status of one document on a day. `by`: what ended it, or may have."""

    document: LegalDocument
    state: str  # "in-force" | "not-yet" | "expired" | "partly" | "unknown"
    since: date | None = None  # when that state began
    by: tuple[LegalDocument, ...] = ()
    certainty: Certainty = Certainty.USER


class Touch(NamedTuple):
    """One effect of a later document on an earlier one."""

    document: LegalDocument  # the later one
    relation: Relation
    effective: date | None  # when the effect begins; None = not known
    certainty: Certainty = Certainty.USER


class RegisterProblem(NamedTuple):
    """What is wrong with a row of a register, and the way out."""

    code: str
    message: Text
    mend: Text
    number: str = ""
    file: str = ""
    row: int = 0
    sheet: str = ""
    certainty: Certainty = Certainty.USER  # of the facts that show it
