"""An Inspection as the JSON object of `qmslint inspect`, contract `qmslint-inspection/1`."""

from __future__ import annotations

from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from qmslint.model.facts import QualityDocument
from qmslint.model.inspection import Inspection
from qmslint.model.location import Location

SCHEMA = "qmslint-inspection/1"


def to_data(inspection: Inspection) -> dict[str, Any]:
    """One file: its facts with their places, or its problems. Empty facts are left out, identity never is."""
    source = inspection.source
    data: dict[str, Any] = {
        "schema": SCHEMA, "path": source.path, "format": source.format, "digest": source.digest, "size": source.size,
        "problems": [plain(problem) for problem in inspection.problems],
    }
    if inspection.ignored:
        data["ignored"] = inspection.ignored
    document = inspection.document
    if document is not None:
        data["kind"] = document.kind
        data["kind_confidence"] = str(document.kind_confidence)
        data["kind_reason"] = document.kind_reason
        data["identity"] = {name: _value(value) for name, value in document.identity._asdict().items() if name != "at"}
        skipped = ("path", "format", "kind", "kind_confidence", "kind_reason", "identity")
        facts = {n: v for n, v in _facts(document).items() if n not in skipped}
        data.update(facts)
    return data


def _facts(document: QualityDocument) -> dict[str, Any]:
    facts = {name: _value(value) for name, value in document._asdict().items() if value not in (None, (), "", 0, False)}
    procedure = facts.pop("procedure", None)
    if procedure:
        facts.update(procedure)
    return facts


def plain(noun: Any) -> dict[str, Any]:
    """A noun as an object; fields that hold nothing are left out."""
    return {
        name: _value(value)
        for name, value in zip(noun._fields, noun, strict=True)
        if value not in (None, (), "") and not (name == "at" and value == Location())
    }


def _value(value: Any) -> Any:
    if isinstance(value, Location):
        parts = {n: v for n, v in zip(value._fields, value, strict=True) if v and n != "order"}
        return {"label": value.label("vi"), **parts}
    if hasattr(value, "_fields"):
        return plain(value)
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return float(value)
    return value
