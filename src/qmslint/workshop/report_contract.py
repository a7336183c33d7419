"""The shape of `qmslint-report/1` and `qmslint-inspection/1`, as types from which their JSON Schemas are made."""

from __future__ import annotations

from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict


class Statement(TypedDict):
    """One statement in both languages."""

    vi: str
    en: str


class Place(TypedDict):
    """A place in words (`label`), and the parts of it that apply, counted from 1."""

    label: str
    place: NotRequired[str]
    section: NotRequired[int]
    variant: NotRequired[str]
    table: NotRequired[int]
    row: NotRequired[int]
    column: NotRequired[int]
    paragraph: NotRequired[int]
    page: NotRequired[int]
    line: NotRequired[int]
    sheet: NotRequired[str]
    key: NotRequired[str]
    heading: NotRequired[str]


class Related(TypedDict):
    """Another place of the same finding."""

    path: str
    at: Place
    message: Statement


class FindingData(TypedDict):
    """One finding."""

    rule: str
    level: Literal["error", "warning", "info"]
    confidence: Literal["high", "medium", "low"]
    path: str
    at: Place
    evidence: str
    message: Statement
    mend: Statement
    clauses: list[str]
    basis: list[str]
    related: list[Related]
    fingerprint: str
    fixable: bool


class WaivedData(FindingData):
    """A finding that the agency accepted."""

    reason: str
    approved_by: str
    until: str | None


class IdentityData(TypedDict):
    """Who a document says it is; dates are ISO 8601."""

    code: str
    title: str
    edition: str
    issued: str | None
    effective: str | None


class DocumentData(TypedDict):
    """One file of the set."""

    path: str
    kind: str
    kind_confidence: str
    status: Literal["checked", "unreadable", "ignored", "unclassified"]
    reason: str
    format: str
    identity: IdentityData


class PluginData(TypedDict):
    """A plug-in that took part."""

    name: str
    version: str


class NotJudgedData(TypedDict):
    """A rule that could not judge, and why."""

    rule: str
    path: str
    reason: Statement


class SummaryData(TypedDict):
    """Sums."""

    documents: int
    checked: int
    unclassified: int
    unreadable: int
    ignored: int
    ignored_by_reason: dict[str, int]
    findings: int
    findings_by_level: dict[str, int]
    findings_by_rule: dict[str, int]
    waived: int
    not_judged: int
    rules_run: int
    internal_errors: int


class ReportData(TypedDict):
    """The report of `qmslint check --format json`."""

    schema: Literal["qmslint-report/1"]
    as_of: str
    root: str
    agency: str
    settings: str
    plugins: list[PluginData]
    rules_run: list[str]
    documents: list[DocumentData]
    findings: list[FindingData]
    waived: list[WaivedData]
    not_judged: list[NotJudgedData]
    summary: SummaryData


class InspectionData(TypedDict, total=False):
    """One line of `qmslint inspect`. Facts without content are left out; every noun's fields are in docs/facts.md."""

    schema: Literal["qmslint-inspection/1"]
    path: str
    format: str
    digest: str
    size: int
    problems: list[dict[str, Any]]
    kind: str
    kind_confidence: str
    kind_reason: str
    identity: dict[str, Any]
    control_blocks: list[dict[str, Any]]
    approvals: list[dict[str, Any]]
    revisions: list[dict[str, Any]]
    sections: list[dict[str, Any]]
    citations: list[dict[str, Any]]
    abbreviations: list[dict[str, Any]]
    references: list[dict[str, Any]]
    time_limits: list[dict[str, Any]]
    steps: list[dict[str, Any]]
    forms: list[dict[str, Any]]
    records: list[dict[str, Any]]
    attachments_from: dict[str, Any]
