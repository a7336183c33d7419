"""Mã TTHC không đúng dạng của Cơ sở dữ liệu quốc gia về TTHC (một chữ số, dấu chấm, sáu chữ số, ví dụ 1.001193,
5.002544). Mã sai thì không tra được thủ tục và không nối được với Cổng dịch vụ công. Sửa: chép lại mã từ quyết định
công bố. Im lặng với phần đuôi của địa phương (1.001193.000.00.00.H56) và khi văn bản không ghi mã.

A TTHC code is not of the form of the national database: a digit, a point, six digits. A wrong code finds nothing.
Mend: copy the code from the decision that published the TTHC. Silent on local endings (".000.00.00.H56") and where
no code is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, Phrase, QualityDocument, Text, document_rule, kinds
from qmslint_vn_admin._tthc import national_code


@document_rule(
    "tthc-code-invalid",
    title=Text("Mã TTHC không đúng dạng", "A TTHC code is malformed"),
    kinds=(kinds.TTHC_PROCEDURE, kinds.TTHC_LIST),
    clauses=("7.5.2",),
    basis=("63/2010/NĐ-CP Điều 24",),
    level=Level.WARNING,
    since="0.1",
)
def tthc_code_invalid(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """Every code that has digits and is of no known form."""
    codes = list(document.procedure.tthc_codes) if document.procedure else []
    codes += [Phrase(row.code, row.at) for row in document.listed_tthc]
    for code in codes:
        if any(character.isdigit() for character in code.text) and not national_code(code.text):
            yield context.finding(
                Text(
                    f"Mã TTHC “{code.text}” không đúng dạng N.NNNNNN của Cơ sở dữ liệu quốc gia về TTHC.",
                    f"The TTHC code “{code.text}” has not the form N.NNNNNN of the national database.",
                ),
                mend=Text(
                    "Chép lại mã từ quyết định công bố TTHC hoặc từ Cổng dịch vụ công quốc gia.",
                    "Copy the code from the decision that published the TTHC, or from the national portal.",
                ),
                at=code.at,
                evidence=code.text,
            )
