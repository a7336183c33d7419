"""Agenda and impact as JSON: `qmslint-due/1`, `qmslint-impact/1`; additive within a version."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from qmslint.agenda.words import remarks
from qmslint.law.agenda import Agenda, DueItem, tie_of
from qmslint.law.impact import Impact, Touched
from qmslint.model.text import Text


def agenda_json(agenda: Agenda) -> str:
    """The agenda as one JSON object."""
    return _written({
        "schema": "qmslint-due/1",
        "as_of": _day(agenda.as_of),
        "until": _day(agenda.until),
        "items": [_item(item) for item in agenda.items],
        "undecided": [
            {"path": one.path, "law": one.law, "reason": _text(one.reason)} for one in agenda.undecided
        ],
        "unread": list(agenda.unread),
        "summary": {
            "items": len(agenda.items), "overdue": sum(item.overdue for item in agenda.items),
            "undecided": len(agenda.undecided), "documents": agenda.documents, "laws": agenda.laws,
        },
    })  # fmt: skip


def impact_json(impact: Impact) -> str:
    """The impact as one JSON object."""
    standing = impact.standing
    return _written({
        "schema": "qmslint-impact/1",
        "as_of": _day(impact.as_of),
        "law": {
            "number": impact.number, "title": impact.law.title if impact.law else "",
            "registered": impact.law is not None, "in_force": _day(impact.law.in_force if impact.law else None),
            "standing": standing.state if standing else "", "since": _day(standing.since if standing else None),
            "by": [law.number for law in standing.by] if standing else [],
            "replaced_by": [law.number for law in impact.heirs],
        },
        "documents": [_touched(one) for one in impact.documents],
        "searched": impact.searched,
        "unread": list(impact.unread),
    })  # fmt: skip


def _item(item: DueItem) -> dict[str, Any]:
    update = item.update
    return {
        "path": item.path, "code": item.code, "title": item.title, "state": str(update.state), "days": update.days,
        "working_days": item.working_days, "nominal": _day(item.nominal), "rolled": _day(item.rolled),
        "provisional": item.provisional,
        "law": {
            "number": update.law.number, "title": update.law.title, "effective": _day(update.effective),
            "part": update.part, "how": update.how, "target": update.target, "touched": update.touched,
            "through": list(update.through), "certainty": str(update.certainty), "doubtful": update.doubtful,
        },
        "tie": _text(tie_of(update)), "remarks": _text(remarks(item)),
        "at": [{"label": at.label("vi"), "order": at.order} for at in update.places],
    }  # fmt: skip


def _touched(one: Touched) -> dict[str, Any]:
    return {
        "path": one.path, "code": one.code, "title": one.title, "how": _text(one.how), "state": one.state or "named",
        "days": one.days, "nominal": _day(one.deadline.nominal if one.deadline else None),
        "rolled": _day(one.deadline.rolled if one.deadline else None), "reason": _text(one.reason),
        "at": [{"label": at.label("vi"), "order": at.order} for at in one.places],
    }  # fmt: skip


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _text(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}


def _written(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
