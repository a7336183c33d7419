"""Quy trình không nhắc tới Phiếu kiểm soát quá trình giải quyết hồ sơ, hoặc nhắc trong các bước mà danh mục hồ sơ
lưu không có. Không có phiếu thì không biết hồ sơ ở đâu, ai giữ, trễ ở bước nào. Sửa: nêu phiếu ở bước đầu và đưa vào
hồ sơ lưu. Im lặng khi không đọc được các bước, khi phiếu theo dõi mang tên gần giống, và với thủ tục trả kết quả ngay
trong ngày.

The procedure does not name the slip that follows a file through the steps, or names it in the steps and not among
the records kept. Without it nobody knows where a file is and where it was late. Mend: name the slip at the first
step and keep it. Silent where the steps could not be read, where a slip of a like name is used, and on procedures
settled within the day.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Confidence, Context, Finding, Level, QualityDocument, Text, document_rule, fold, kinds
from qmslint_vn_admin._data import has
from qmslint_vn_admin._limits import same_day
from qmslint_vn_admin._named import names

_SLIP = "Phiếu kiểm soát quá trình giải quyết hồ sơ"  # so the forms of 01/2018/TT-VPCP, Điều 9


@document_rule(
    "traceability-slip-missing",
    title=Text("Thiếu Phiếu kiểm soát quá trình giải quyết hồ sơ", "No slip that follows the file"),
    kinds=(kinds.TTHC_PROCEDURE,),
    clauses=("8.5.2",),
    level=Level.WARNING,
    since="0.1",
)
def traceability_slip_missing(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """In the text first, then among the records."""
    procedure = document.procedure
    if procedure is None or not procedure.steps or same_day(procedure):
        return
    if not names(document, "control-slip"):
        yield context.finding(
            Text(
                f"Quy trình không nhắc tới {_SLIP}.",
                "The procedure does not name the slip that follows a file through the steps.",
            ),
            mend=Text(
                f"Nêu {_SLIP} ở bước tiếp nhận, ký qua từng bước và đưa vào hồ sơ lưu.",
                "Name the slip at the first step, sign it at each step, list it among the records.",
            ),
            at=procedure.process_at or procedure.steps[0].at,
        )
    elif document.records and not any(has(record.name, "control-slip") for record in document.records):
        own = _own_name(document)
        called = Text(f" (văn bản gọi là “{own}”)" if own else "", f" (which it calls “{own}”)" if own else "")
        yield context.finding(
            Text(
                f"Quy trình nói tới {_SLIP}{called.vi} nhưng danh mục hồ sơ lưu không có phiếu này.",
                f"The procedure speaks of the slip that follows a file{called.en}, and the records kept do not list "
                "it.",
            ),
            mend=Text(f"Thêm {_SLIP} vào bảng hồ sơ lưu, cùng một tên như trong các bước.",
                      "Add the slip to the table of records, by the name that the steps give it."),
            at=document.records[0].at,
            evidence="; ".join(record.name for record in document.records),
            confidence=Confidence.MEDIUM,  # "bộ hồ sơ" may hold it
        )


def _own_name(document: QualityDocument) -> str:
    """The name that the document gives the slip, "" where it is the one of the circular, or short for it."""
    named = document.extras("vn_admin:control-slip")
    words = str(named[0].get("words")) if named else ""
    return "" if fold(words).startswith("phiếu kiểm soát") else words
