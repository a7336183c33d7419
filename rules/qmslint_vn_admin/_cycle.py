"""The yearly cycle: dates of audits and reviews, months added, and whether the folder holds a system at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from qmslint.api import (
    Context,
    Finding,
    Level,
    Location,
    QualityDocument,
    Text,
    Workspace,
    WrittenDate,
    fold,
    kinds,
    months_after,
)

SYSTEM = (
    kinds.QUALITY_POLICY, kinds.QUALITY_MANUAL, kinds.SYSTEM_PROCEDURE, kinds.QUALITY_OBJECTIVES, kinds.DOCUMENT_LIST,
    kinds.PUBLICATION_DECISION,
)  # fmt: skip
"""Kinds that show that the folder keeps the system and not only some procedures of it."""


def add_months(day: date, months: int) -> date:
    """The same day so many months later, the last of the month where it has no such day (29/02 → 28/02)."""
    try:
        return months_after(day, months)
    except OverflowError:
        return day


def has_system(workspace: Workspace) -> bool:
    """Whether the folder keeps a system: its policy, manual, objectives, own procedures, lists or publication."""
    return any(not document.draft for document in workspace.of_kind(*SYSTEM))


def is_new(workspace: Workspace, as_of: date) -> bool:
    """Whether every dated document of the system is a first edition of the last twelve months."""
    documents = [d for d in workspace.of_kind(*SYSTEM, kinds.TTHC_PROCEDURE) if d.identity.issued]
    return bool(documents) and all(
        d.identity.edition in ("", "1") and d.identity.issued and add_months(d.identity.issued, 12) >= as_of
        for d in documents
    )


def named(document: QualityDocument) -> str:
    """Title and file name, folded: where a report says what it is."""
    return fold(f"{document.identity.title} {document.path.rpartition('/')[2]}".replace("_", " "))


Held = Callable[[QualityDocument], WrittenDate | None]


def overdue(
    workspace: Workspace, context: Context[Any], documents: tuple[QualityDocument, ...], held: Held, what: Text
) -> Finding | None:
    """The finding that the last audit or review (`what`) lies more than twelve months back, or that there is none."""
    dated: list[tuple[date, Location, QualityDocument]] = []
    undated: list[QualityDocument] = []
    for document in documents:
        written = held(document)
        value = written.value if written else document.identity.issued
        if value is None:
            undated.append(document)
        elif value <= context.as_of:
            dated.append((value, written.at if written else document.identity.at, document))
    if dated:
        last, at, document = max(dated, key=lambda item: (item[0], item[2].path))
        due = add_months(last, 12)
        if due >= context.as_of:
            return None
        if not undated:
            return _too_old(context, what, last, due, at, document)
    if undated:
        context.cannot_judge(
            Text(
                f"Không đọc được ngày của {what.vi} nên chưa biết lần gần nhất là khi nào.",
                f"The date of the {what.en} could not be read, so the last one is not known.",
            ),
            undated[0],
        )
        return None
    if not has_system(workspace) or is_new(workspace, context.as_of):
        context.cannot_judge(
            Text(
                f"Không thấy biên bản {what.vi}; thư mục chưa đủ để kết luận (không có tài liệu hệ thống, hoặc "
                "hệ thống mới ban hành chưa đầy một năm).",
                f"No minutes of the {what.en} were found; the folder holds too little to judge (no documents of the "
                "system, or a system less than a year old).",
            )
        )
        return None
    return context.finding(
        Text(
            f"Không thấy biên bản {what.vi} nào trong hồ sơ; mỗi năm phải có ít nhất một lần.",
            f"No minutes of any {what.en} were found; at least one a year is due.",
        ),
        mend=Text(
            f"Tổ chức {what.vi} và lưu biên bản; nếu đã làm thì đưa biên bản vào hồ sơ.",
            f"Hold the {what.en} and keep its minutes; if it was held, file the minutes.",
        ),
        level=_level(context),
    )


def _too_old(
    context: Context[Any], what: Text, last: date, due: date, at: Location, document: QualityDocument
) -> Finding:
    return context.finding(
        Text(
            f"Lần {what.vi} gần nhất là {last:%d/%m/%Y}, đã quá 12 tháng (hạn {due:%d/%m/%Y}, xét ngày "
            f"{context.as_of:%d/%m/%Y}).",
            f"The last {what.en} was on {last:%d/%m/%Y}, more than 12 months ago (due {due:%d/%m/%Y}, judged on "
            f"{context.as_of:%d/%m/%Y}).",
        ),
        mend=Text(
            f"Tổ chức {what.vi} ngay và đưa vào kế hoạch năm; nếu đã làm thì bổ sung biên bản.",
            f"Hold the {what.en} now and plan it every year; if it was held, file its minutes.",
        ),
        at=at,
        evidence=f"{last:%d/%m/%Y}",
        document=document,
        level=_level(context),
    )


def _level(context: Context[Any]) -> Level | None:
    """Who applies a system without being bound to is still asked by ISO 9001 for planned intervals: a warning."""
    return Level.WARNING if context.settings.agency.mandatory is False else None
