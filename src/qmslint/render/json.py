"""The report as JSON, contract `qmslint-report/1`: additive within the version, its schema is published."""

from __future__ import annotations

from collections import Counter
from json import dumps
from typing import Any

from qmslint.api import Finding, Identity, Location, Renderer, RenderOptions, Report, Text

SCHEMA = "qmslint-report/1"


def render(report: Report, options: RenderOptions) -> bytes:
    """The whole report; `options.language` chooses labels, both languages of every statement are given."""
    return (dumps(to_data(report, options), ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode(
        "utf-8", "replace"
    )


def to_data(report: Report, options: RenderOptions) -> dict[str, Any]:
    """The report as plain data."""
    language = options.language
    shown = [f for f in report.findings if options.only is None or f.path in options.only]
    levels = Counter(str(f.level) for f in shown)
    statuses = Counter(document.status for document in report.documents)
    return {
        "schema": SCHEMA,
        "as_of": report.as_of.isoformat(),
        "root": report.root,
        "agency": report.agency,
        "settings": report.settings_path,
        "plugins": [{"name": p.name, "version": p.version} for p in report.plugins],
        "rules_run": list(report.rules_run),
        "documents": [
            {
                "path": d.path,
                "kind": d.kind,
                "kind_confidence": str(d.kind_confidence),
                "status": d.status,
                "reason": d.reason,
                "format": d.format,
                "identity": identity(d.identity),
            }
            for d in report.documents
        ]
        + [
            {"path": i.path, "kind": "", "kind_confidence": "", "status": "ignored", "reason": i.reason,
             "format": "", "identity": identity(Identity())}
            for i in report.ignored
        ],
        "findings": [finding(f, language) for f in shown],
        "waived": [
            {**finding(w.finding, language), "reason": w.reason, "approved_by": w.approved_by,
             "until": w.until.isoformat() if w.until else None}
            for w in report.waived
        ],
        "not_judged": [{"rule": n.rule, "path": n.path, "reason": both(n.reason)} for n in report.not_judged],
        "summary": {
            "documents": len(report.documents),
            "checked": statuses["checked"] + statuses["unclassified"],
            "unclassified": statuses["unclassified"],
            "unreadable": statuses["unreadable"],
            "ignored": len(report.ignored),
            "ignored_by_reason": dict(sorted(Counter(i.reason for i in report.ignored).items())),
            "findings": len(shown),
            "findings_by_level": {level: levels[level] for level in ("error", "warning", "info")},
            "findings_by_rule": dict(sorted(Counter(f.rule for f in shown).items())),
            "waived": len(report.waived),
            "not_judged": len(report.not_judged),
            "rules_run": len(report.rules_run),
            "internal_errors": report.internal_errors,
        },
    }


def finding(item: Finding, language: str) -> dict[str, Any]:
    """One finding as plain data."""
    return {
        "rule": item.rule,
        "level": str(item.level),
        "confidence": str(item.confidence),
        "path": item.path,
        "at": place(item.at, language),
        "evidence": item.evidence,
        "message": both(item.message),
        "mend": both(item.mend),
        "clauses": list(item.clauses),
        "basis": list(item.basis),
        "related": [
            {"path": r.path, "at": place(r.at, language), "message": both(r.message)} for r in item.related
        ],
        "fingerprint": item.fingerprint,
        "fixable": item.fix is not None,
    }


def place(at: Location, language: str) -> dict[str, Any]:
    """A location: its words, and the parts of it that apply."""
    parts = {name: value for name, value in zip(at._fields, at, strict=True) if value and name != "order"}
    return {"label": at.label(language), **parts}


def both(statement: Text) -> dict[str, str]:
    """A statement in both languages."""
    return {"vi": statement.vi, "en": statement.en}


def identity(item: Identity) -> dict[str, Any]:
    """Who a document says it is."""
    return {
        "code": item.code,
        "title": item.title,
        "edition": item.edition,
        "issued": item.issued.isoformat() if item.issued else None,
        "effective": item.effective.isoformat() if item.effective else None,
    }


RENDERER = Renderer("json", ".json", render, "JSON (qmslint-report/1)")
