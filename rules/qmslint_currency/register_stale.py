"""Sổ văn bản pháp luật dùng để đối chiếu lâu không được kiểm tra (mặc định sáu tháng trước ngày xét), nên luật mới có
thể chưa có trong sổ và kết quả "không quá hạn" không đáng tin. Sửa: kiểm tra lại các dòng và ghi ngày kiểm tra
(checked_on). Chỉ tính các dòng mà tài liệu của bộ này viện dẫn. Tùy chọn `months`.

The register used for comparison was not checked for long (six months before the day of judgement by default): new
laws may be missing, and "nothing overdue" cannot be relied on. Mend: check the rows and write the date
(checked_on). Only rows that documents of this set cite are counted. Option `months`.
"""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import (
    Context,
    Finding,
    LegalDocument,
    Level,
    NamedTuple,
    Text,
    Workspace,
    end_of_months,
    kinds,
    workspace_rule,
)
from qmslint_currency._say import said
from qmslint_currency._view import judged, register_missing


class Options(NamedTuple):
    """How many months a row may go unchecked."""

    months: int = 6


@workspace_rule(
    "register-stale",
    title=Text("Sổ văn bản pháp luật lâu không kiểm tra", "The register of laws was not checked for long"),
    kinds=(kinds.TTHC_PROCEDURE, kinds.SYSTEM_PROCEDURE, kinds.LEGAL_LIST),
    clauses=("7.5.3",),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 4 điểm a",),
    level=Level.WARNING,
    since="0.1",
    options=Options,
)
def register_stale(workspace: Workspace, context: Context[Options]) -> Iterator[Finding]:
    """One finding for the cited rows that nobody has checked lately."""
    if register_missing(workspace, context):
        return
    rows: dict[str, LegalDocument] = {}
    for one in judged(workspace, context):
        for cited in one.subject.cited:
            if cited.document is not None:
                rows[cited.number] = cited.document
    if not rows:
        return
    months = max(1, context.options.months)
    days = {row.checked_on for row in rows.values() if row.checked_on is not None}
    fresh = {day for day in days if context.as_of <= end_of_months(day, months, context.calendar).rolled}
    stale = [row for row in rows.values() if row.checked_on not in fresh]
    if not stale:
        return
    checked = [row.checked_on for row in stale if row.checked_on is not None]
    oldest = Text(f", lâu nhất từ {said(min(checked))}", f", the oldest on {said(min(checked))}") if checked else (
        Text("", ""))
    never = len(stale) - len(checked)
    without = Text(f", {never} dòng không ghi ngày kiểm tra", f", {never} without a date of check") if never else (
        Text("", ""))
    yield context.finding(
        Text(
            f"{len(stale)} trong {len(rows)} văn bản được viện dẫn có dòng trong sổ chưa kiểm tra lại trong "
            f"{months} tháng{oldest.vi}{without.vi}.",
            f"{len(stale)} of the {len(rows)} cited laws have a row in the register that was not checked for "
            f"{months} months{oldest.en}{without.en}.",
        ),
        mend=Text(
            "Kiểm tra lại tình trạng hiệu lực của các văn bản đó và ghi ngày kiểm tra vào sổ.",
            "Check the standing of those laws and write the date into the register.",
        ),
        evidence=", ".join(sorted(row.number for row in stale)[:12]),
    )
