"""Quyết định công bố có ngày trước ngày người đứng đầu xác nhận hiệu lực của hệ thống. Thứ tự đúng: áp dụng, đánh
giá nội bộ, xem xét của lãnh đạo, xác nhận hiệu lực, rồi mới công bố. Sửa: kiểm tra lại ngày; nếu làm ngược thì xác
nhận và công bố lại. Im lặng khi có bản xác nhận từ trước, khi bản xác nhận cách quá một năm (thuộc chu kỳ khác);
không thấy bản xác nhận nào hoặc không đọc được ngày thì chỉ báo là chưa xét được.

The publication is dated before the head of the agency confirmed the effect of the system. The order is: apply,
audit, review, confirm, publish. Mend: check the dates; confirm and publish again if the order was wrong. Silent
where an earlier confirmation exists or the one found lies more than a year after. Without any dated confirmation the
rule says that it cannot judge.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from qmslint.api import (
    Confidence,
    Context,
    Extra,
    Extractor,
    Finding,
    Level,
    QualityDocument,
    Reading,
    Related,
    Text,
    Workspace,
    kinds,
    workspace_rule,
)
from qmslint_vn_admin._cycle import add_months, named
from qmslint_vn_admin._data import has
from qmslint_vn_admin._mentions import mentions
from qmslint_vn_admin._publications import made_on, publications

FACT = "vn_admin:confirmation"


def confirmation(reading: Reading) -> tuple[Extra, ...]:
    """Whether the document confirms the effect of the system."""
    return mentions(reading, ("confirmation",))


CONFIRMATION = Extractor(
    "vn_admin:confirmed",
    confirmation,
    needs=("stated", "kind"),
    kinds=(kinds.ADMINISTRATIVE_DOCUMENT, kinds.UNCLASSIFIED),
)


@workspace_rule(
    "publication-before-confirmation",
    title=Text("Công bố trước khi xác nhận hiệu lực", "Published before its effect was confirmed"),
    clauses=("4.3",),
    basis=("19/2014/QĐ-TTg Điều 4 khoản 2", "19/2014/QĐ-TTg Điều 4 khoản 3"),
    level=Level.ERROR,
    since="0.1",
)
def publication_before_confirmation(workspace: Workspace, context: Context[Any]) -> Iterator[Finding]:
    """The newest publication against the first confirmation."""
    published = [(day, d) for d in publications(workspace) if (day := made_on(d)) is not None]
    if not published:
        return
    confirmed = [(day, d) for d in workspace.documents if _confirms(d) and (day := _day(d)) is not None]
    if not confirmed:
        context.cannot_judge(
            Text(
                "Không thấy văn bản xác nhận hiệu lực của hệ thống có ghi ngày, nên chưa xét được thứ tự xác nhận – "
                "công bố.",
                "No dated confirmation of the system's effect was found, so the order of confirming and publishing is "
                "not judged.",
            )
        )
        return
    day, document = max(published, key=lambda item: (item[0], item[1].path))
    when, other = min(confirmed, key=lambda item: (item[0], item[1].path))
    if day < when <= add_months(day, 12):  # one much later belongs to another year
        yield context.finding(
            Text(
                f"Quyết định công bố ngày {day:%d/%m/%Y} có trước văn bản xác nhận hiệu lực ngày {when:%d/%m/%Y}.",
                f"The publication of {day:%d/%m/%Y} comes before the confirmation of {when:%d/%m/%Y}.",
            ),
            mend=Text(
                "Kiểm tra lại ngày của hai văn bản; nếu đúng là công bố trước thì xác nhận rồi công bố lại.",
                "Check the two dates; if it was published first, confirm and publish again.",
            ),
            at=document.identity.at,
            evidence=f"{day:%d/%m/%Y}",
            document=document,
            confidence=Confidence.MEDIUM,
            related=[Related(other.path, other.identity.at)],
        )


def _confirms(document: QualityDocument) -> bool:
    if document.draft or has(named(document), "intention"):
        return False  # a plan or guidance speaks of the confirmation and is none
    return bool(document.extras(FACT)) or has(document.identity.title, "confirmation")


def _day(document: QualityDocument) -> date | None:
    return document.identity.issued
