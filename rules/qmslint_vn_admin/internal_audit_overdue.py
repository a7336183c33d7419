"""Lần đánh giá nội bộ gần nhất đã quá 12 tháng so với ngày xét, hoặc hồ sơ hệ thống không có biên bản nào. Quyết
định 19/2014/QĐ-TTg đòi tối thiểu một năm một lần. Sửa: tổ chức đánh giá, lưu biên bản. Im lặng khi chưa đọc được
ngày, khi thư mục không phải hồ sơ hệ thống, khi hệ thống mới ban hành chưa đầy một năm (khi đó chỉ báo là chưa xét
được). Cơ quan không bắt buộc (agency.mandatory: false) thì là cảnh báo.

The last internal audit lies more than 12 months before the day of judgement, or the records hold none. The decision
asks for one a year at least. Mend: hold the audit, keep its minutes. Says that it cannot judge where the date cannot
be read, the folder keeps no system, or the system is less than a year old. A warning where the agency is not bound.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, Text, Workspace, WrittenDate, kinds, workspace_rule
from qmslint_vn_admin._cycle import overdue


@workspace_rule(
    "internal-audit-overdue",
    title=Text("Quá 12 tháng chưa đánh giá nội bộ", "No internal audit within 12 months"),
    clauses=("9.2",),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 4",),
    level=Level.ERROR,
    since="0.1",
)
def internal_audit_overdue(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """The newest minutes or report against the day of judgement."""
    audits = tuple(d for d in workspace.of_kind(kinds.AUDIT_MINUTES, kinds.AUDIT_REPORT) if not d.draft)
    if not workspace.documents:
        return
    finding = overdue(workspace, context, audits, _held, Text("đánh giá nội bộ", "internal audit"))
    if finding is not None:
        yield finding


def _held(document: QualityDocument) -> WrittenDate | None:
    audit = document.audit
    if audit is None:
        return None
    return next((day for day in (audit.ended, audit.date) if day is not None and day.value is not None), None)
