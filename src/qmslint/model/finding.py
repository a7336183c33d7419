"""Finding: what an inspector would say of one place."""

from __future__ import annotations

from qmslint.model.base import Confidence, Level
from qmslint.model.digest import blake2b
from qmslint.model.location import WHOLE, Location
from qmslint.model.text import Text, fold
from qmslint.model.tuples import NamedTuple


class Related(NamedTuple):
    """Another place that belongs to the same finding."""

    path: str
    at: Location
    message: Text = Text("", "")


class Fix(NamedTuple):
    """A safe replacement of words at the finding's place."""

    old: str
    new: str


class Finding(NamedTuple):
    """Where, which words, which clause or article, how to mend it."""

    rule: str
    level: Level
    message: Text
    mend: Text
    path: str
    at: Location = WHOLE
    evidence: str = ""  # the words of the document
    confidence: Confidence = Confidence.HIGH
    clauses: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Path, reading order, gravity, rule: the one order of every report."""
        return (self.path, tuple(self.at), -self.level.rank, self.rule, self.evidence, self.message)


def fingerprint(rule: str, path: str, evidence: str, occurrence: int = 0) -> str:
    """The identity of a finding: rule, path and evidence, no line number, so that it survives edits elsewhere.

    `occurrence` tells equal ones apart in reading order (0 for the first).
    """
    digest = blake2b("\x1f".join((rule, path, fold(evidence))).encode("utf-8", "surrogatepass"), digest_size=8)
    return digest.hexdigest() + (f"-{occurrence + 1}" if occurrence else "")
