"""Văn bản áp dụng hoặc viện dẫn phiên bản tiêu chuẩn đã được thay thế (TCVN ISO 9001:2008, ISO 9000:2005 …). Sửa: dùng
phiên bản hiện hành (TCVN ISO 9001:2015) và rà soát các điều khoản được dẫn. Im lặng với tên của Quyết định
19/2014/QĐ-TTg, Thông tư 26/2014/TT-BKHCN, Thông tư 116/2015/TT-BTC, Quyết định 144/2006/QĐ-TTg (tên của các văn bản
này ghi phiên bản cũ), với tên của mọi văn bản được viện dẫn, với câu nói về việc chuyển đổi phiên bản, và biểu mẫu
in kèm.

The document applies or cites an edition of a standard that was replaced (TCVN ISO 9001:2008, ISO 9000:2005 …).
Mend: use the edition in force and check the clauses. Silent on the titles of Decision 19/2014, Circulars 26/2014
and 116/2015, Decision 144/2006 (which name the old edition), on titles of any cited document, and on sentences
about changing over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, Related, Text, document_rule, kinds
from qmslint_currency._standards import cited_standards


@document_rule(
    "standard-edition-outdated",
    title=Text("Phiên bản tiêu chuẩn đã được thay thế", "An edition of a standard that was replaced"),
    clauses=("7.5.3", "4.4"),
    basis=("19/2014/QĐ-TTg",),
    level=Level.ERROR,
    since="0.1",
)
def standard_edition_outdated(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """One finding for each outdated edition."""
    if document.kind in (kinds.LEGAL_LIST, kinds.FORM):
        return
    for standard, number, places in cited_standards(document, lambda entry, year: year < entry["current"]):
        count = Text(f" ({len(places)} chỗ)", f" ({len(places)} places)") if len(places) > 1 else Text("", "")
        yield context.finding(
            Text(
                f"“{number}”{count.vi} là phiên bản đã được thay thế; phiên bản hiện hành là {standard['shown']}.",
                f"“{number}”{count.en} is an edition that was replaced; {standard['shown']} is the one in force.",
            ),
            mend=Text(
                f"Thay bằng {standard['shown']} và rà soát số điều khoản được dẫn.",
                f"Use {standard['shown']} and check the numbers of the clauses that are cited.",
            ),
            at=places[0],
            related=[Related(document.path, at, Text("cũng ở đây", "here too")) for at in places[1:6]],
            evidence=number,
        )
