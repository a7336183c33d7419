"""Lần xem xét của lãnh đạo gần nhất đã quá 12 tháng so với ngày xét, hoặc hồ sơ hệ thống không có biên bản nào.
Quyết định 19/2014/QĐ-TTg đòi tối thiểu một năm một lần. Sửa: họp xem xét, lưu biên bản có kết luận. Im lặng khi chưa
đọc được ngày, khi thư mục không phải hồ sơ hệ thống, khi hệ thống mới ban hành chưa đầy một năm (khi đó chỉ báo là
chưa xét được). Cơ quan không bắt buộc (agency.mandatory: false) thì là cảnh báo.

The last management review lies more than 12 months before the day of judgement, or the records hold none. Mend: hold
the review, keep minutes with its conclusions. Says that it cannot judge where the date cannot be read, the folder
keeps no system, or the system is less than a year old. A warning where the agency is not bound.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, Text, Workspace, WrittenDate, kinds, workspace_rule
from qmslint_vn_admin._cycle import overdue


@workspace_rule(
    "management-review-overdue",
    title=Text("Quá 12 tháng chưa xem xét của lãnh đạo", "No management review within 12 months"),
    clauses=("9.3.1",),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 4",),
    level=Level.ERROR,
    since="0.1",
)
def management_review_overdue(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """The newest minutes against the day of judgement."""
    if not workspace.documents:
        return
    reviews = tuple(d for d in workspace.of_kind(kinds.MANAGEMENT_REVIEW) if not d.draft)
    finding = overdue(workspace, context, reviews, _held, Text("xem xét của lãnh đạo", "management review"))
    if finding is not None:
        yield finding


def _held(document: QualityDocument) -> WrittenDate | None:
    day = document.review.date if document.review else None
    return day if day is not None and day.value is not None else None
