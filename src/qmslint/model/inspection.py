"""Inspection: what phase one hands to phase two about one file. One JSON line on the wire."""

from __future__ import annotations

from qmslint.model.document import SourceFile
from qmslint.model.facts import QualityDocument
from qmslint.model.location import WHOLE, Location
from qmslint.model.text import Text
from qmslint.model.tuples import NamedTuple


class Problem(NamedTuple):
    """Why a file, or a part of it, could not be read."""

    rule: str  # the name under which it is reported: "document-unreadable", "scanned-without-text"
    reason: str  # a code: "encrypted", "truncated", "too-large", …
    message: Text
    mend: Text
    at: Location = WHOLE


class Inspection(NamedTuple):
    """One file: its facts or none, and its problems."""

    source: SourceFile
    document: QualityDocument | None = None
    problems: tuple[Problem, ...] = ()
    ignored: str = ""  # why a reader says that this is no document of the set: "no-record"


class Ignored(NamedTuple):
    """A file that was passed over, and why. Nothing is passed over in silence."""

    path: str
    reason: str  # "lock-file", "temporary", "excluded", "gitignored", "not-regular", "unknown-suffix", …
