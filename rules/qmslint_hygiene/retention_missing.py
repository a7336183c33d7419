"""Danh mục hồ sơ lưu có hồ sơ không ghi thời gian lưu, hoặc chỉ ghi “theo quy định” mà không nói bao lâu. Không có thời
hạn thì không biết khi nào được hủy, khi nào phải nộp lưu trữ (TCVN ISO 9001:2015, 7.5.3.2 d). Sửa: ghi số năm hoặc
“Vĩnh viễn” cho từng hồ sơ. Mỗi văn bản báo một lần, gồm các hồ sơ thiếu. Im lặng khi thời gian ghi chung một câu dưới
bảng, hoặc ô thời gian gộp cho nhiều hồ sơ.

The list of records has entries without a retention time, or with “theo quy định” (as prescribed) alone. Without it
nobody knows when to hand over or destroy (ISO 9001, 7.5.3.2 d). Mend: a number of years or “Vĩnh viễn” for each. One
finding a document. Silent where one sentence in the section gives the time for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, RecordEntry, Text, document_rule, fold, kinds
from qmslint_hygiene._wording import named_elsewhere, quoted

_TIME = re.compile(r"\d+ ?(?:\([^)]*\) ?)?(?:năm|tháng|years?|months?)|vĩnh viễn|lâu dài|permanent")
_VAGUE = re.compile(r"(?:lưu )?theo (?:các )?quy định(?: hiện hành| chung| của (?:pháp luật|nhà nước))?[ .;]*")


@document_rule(
    "retention-missing",
    title=Text("Hồ sơ lưu không ghi thời gian lưu", "Record without a retention time"),
    kinds=kinds.CONTROLLED,
    clauses=("7.5.3.2d",),
    level=Level.WARNING,
    since="0.1",
)
def retention_missing(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding a document for records without a time, one for those with empty words instead."""
    if not document.records or _said_for_all(document):
        return
    empty = [record for record in document.records if not record.retention.strip(" .-–")]
    vague = [record for record in document.records if _VAGUE.fullmatch(fold(record.retention))]
    if empty:
        names = quoted([record.name for record in empty], 5)
        yield _finding(
            Text(
                f"{len(empty)} hồ sơ không ghi thời gian lưu: {names.vi}.",
                f"{len(empty)} record(s) have no retention time: {names.en}.",
            ),
            empty, document, context,
        )  # fmt: skip
    if vague:
        names = quoted([record.name for record in vague], 5)
        yield _finding(
            Text(
                f"Thời gian lưu chỉ ghi “{vague[0].retention}”, không nói bao lâu: {names.vi}.",
                f"The retention time says “{vague[0].retention}” and not how long: {names.en}.",
            ),
            vague, document, context,
        )  # fmt: skip


def _said_for_all(document: QualityDocument) -> bool:
    """Whether a sentence of the section, outside of its rows, gives one time for all records."""
    if any(record.retention for record in document.records):
        return False
    return any(_TIME.search(fold(section.text)) for section in document.sections if section.key == "records")


def _finding(message: Text, found: list[RecordEntry], document: QualityDocument, context: Context[Any]) -> Finding:
    return context.finding(
        message,
        mend=Text(
            "Ghi thời gian lưu của từng hồ sơ (số năm hoặc “Vĩnh viễn”) theo bảng thời hạn bảo quản của ngành.",
            "Give each record its time (a number of years or “Vĩnh viễn”) from the retention schedule of the field.",
        ),
        at=found[0].at,
        evidence="; ".join(record.name for record in found),
        related=named_elsewhere(document.path, [(record.at, record.name) for record in found[1:]]),
    )
