"""Văn bản áp dụng phiên bản ISO mới công bố ở nước ngoài (ISO 9001:2026) như bắt buộc, trong khi chưa có TCVN tương
ứng. Cơ quan nhà nước áp dụng tiêu chuẩn quốc gia và chuyển đổi theo hướng dẫn của Bộ Khoa học và Công nghệ (Quyết
định 19/2014/QĐ-TTg Điều 4). Sửa: giữ TCVN ISO 9001:2015 cho đến khi có TCVN mới. Im lặng với câu nói về theo dõi,
chuẩn bị, lộ trình chuyển đổi, và với tên văn bản được viện dẫn.

The document applies an ISO edition published abroad (ISO 9001:2026) as binding although no TCVN of it exists. State
agencies apply the national standard and change over as the Ministry guides (Decision 19/2014 Article 4). Mend: keep
TCVN ISO 9001:2015 until then. Silent on sentences about following or preparing the change, and on titles.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Confidence, Context, Finding, Level, QualityDocument, Text, document_rule, kinds
from qmslint_currency._data import load
from qmslint_currency._say import said
from qmslint_currency._standards import cited_standards


@document_rule(
    "standard-edition-premature",
    title=Text("Áp dụng phiên bản chưa có TCVN", "An edition that is no national standard yet"),
    kinds=(
        kinds.QUALITY_MANUAL, kinds.PUBLICATION_DECISION, kinds.QUALITY_POLICY, kinds.TTHC_PROCEDURE,
        kinds.SYSTEM_PROCEDURE, kinds.PROMULGATION_DECISION, kinds.AUDIT_PLAN, kinds.AUDIT_MINUTES,
    ),
    clauses=("4.3",),
    basis=("19/2014/QĐ-TTg Điều 4",),
    level=Level.WARNING,
    confidence=Confidence.LOW,
    since="0.1",
)
def standard_edition_premature(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding for each edition that is not yet a national standard."""
    checked = said(load("standards")["checked"])
    for standard, number, places in cited_standards(document, lambda entry, year: year > entry["current"]):
        yield context.finding(
            Text(
                f"“{number}” chưa phải tiêu chuẩn quốc gia (theo dữ liệu kiểm tra ngày {checked}); phiên bản TCVN "
                f"hiện hành là {standard['shown']}.",
                f"“{number}” is no national standard (by data checked on {checked}); {standard['shown']} is the TCVN "
                "in force.",
            ),
            mend=Text(
                f"Giữ {standard['shown']}; chuyển đổi khi có TCVN mới và hướng dẫn của Bộ Khoa học và Công nghệ.",
                f"Keep {standard['shown']}; change over once there is a TCVN and the Ministry's guidance.",
            ),
            at=places[0],
            evidence=number,
        )
