"""Cơ quan đã cam kết cắt giảm thời hạn (khai ở `promised` trong `tthc_limits` của qmslint.yaml) nhưng quy trình vẫn
ghi thời hạn dài hơn. Người dân được hứa một thời hạn, cán bộ làm theo thời hạn khác. Sửa: đưa thời hạn đã cam kết
vào quy trình. Im lặng với TTHC không có cam kết, khi quy trình bằng hoặc ngắn hơn, và khi không quy đổi được đơn vị.

The agency committed itself to a shorter limit (`promised` in `tthc_limits` of qmslint.yaml), and the procedure still
has the longer one. Mend: bring the promised limit into the procedure. Silent on TTHC without a commitment, where the
procedure is as short or shorter, and where the units cannot be compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, Text, Unit, document_rule, kinds
from qmslint_vn_admin._limits import demands, promise
from qmslint_vn_admin._times import compare, said


@document_rule(
    "time-limit-not-shortened",
    title=Text("Thời hạn chưa rút theo cam kết", "The time limit was not shortened as promised"),
    kinds=(kinds.TTHC_PROCEDURE,),
    clauses=("8.2.2",),
    level=Level.INFO,
    since="0.1",
)
def time_limit_not_shortened(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """Every scenario for which the settings state a promise."""
    if document.procedure is None:
        return
    for demand in demands(document, context.settings, "promised"):
        stated = promise(document.procedure, demand.scenario)
        if stated is None or stated.duration is None:
            continue
        if {stated.duration.unit, demand.duration.unit} == {Unit.DAY, Unit.WORKING_DAY}:
            continue
        if compare(stated.duration, demand.duration) == 1:
            yield context.finding(
                Text(
                    f"Cơ quan cam kết giải quyết trong {said(demand.duration)}, quy trình vẫn ghi "
                    f"{said(stated.duration)}.",
                    f"The agency promised {said(demand.duration, 'en')}; the procedure still says "
                    f"{said(stated.duration, 'en')}.",
                ),
                mend=Text(
                    f"Sửa thời hạn thành {said(demand.duration)} và chia lại thời gian các bước.",
                    f"Change the limit to {said(demand.duration, 'en')} and share it out anew over the steps.",
                ),
                at=stated.at,
                evidence=stated.text,
            )
