"""Report: everything one run has to say, in one order, whatever the machine did."""

from __future__ import annotations

from datetime import date

from qmslint.model.base import Confidence
from qmslint.model.facts import Identity
from qmslint.model.finding import Finding
from qmslint.model.inspection import Ignored
from qmslint.model.text import Text
from qmslint.model.tuples import NamedTuple


class Waived(NamedTuple):
    """A finding that the agency accepted, and on whose word."""

    finding: Finding
    reason: str
    until: date | None
    approved_by: str


class NotJudged(NamedTuple):
    """A rule that could not judge (a document, or the set when path is ""), and why. Never green by accident."""

    rule: str
    path: str
    reason: Text


class CheckedDocument(NamedTuple):
    """One file of the set in the report. `status`: "checked", "unreadable", "unclassified"."""

    path: str
    kind: str
    kind_confidence: Confidence
    status: str
    reason: str
    identity: Identity
    format: str = ""


class PluginInfo(NamedTuple):
    """A plug-in that took part."""

    name: str
    version: str


class Report(NamedTuple):
    """The result of one run."""

    as_of: date
    root: str
    findings: tuple[Finding, ...] = ()
    waived: tuple[Waived, ...] = ()
    not_judged: tuple[NotJudged, ...] = ()
    documents: tuple[CheckedDocument, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    rules_run: tuple[str, ...] = ()
    plugins: tuple[PluginInfo, ...] = ()
    agency: str = ""
    settings_path: str = ""
    internal_errors: int = 0  # rules that failed; the run ends with status 2
