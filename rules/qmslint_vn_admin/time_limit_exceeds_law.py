"""Quy trình hứa thời hạn dài hơn thời hạn luật cho phép. Thời hạn của luật do cơ quan khai trong qmslint.yaml
(`tthc_limits`: mã hoặc tên TTHC, `law`, `basis`), vì mỗi TTHC có luật riêng. Sửa: rút thời hạn và thời gian các bước
cho đúng luật. Im lặng với TTHC chưa khai, và khi không quy đổi được đơn vị (tháng với ngày, ngày với ngày làm việc).

The procedure promises a longer time than the law allows. The limit of the law comes from qmslint.yaml
(`tthc_limits`), as every TTHC has its own law. Mend: shorten the limit and the steps. Silent on TTHC without an
entry, and where the units cannot be compared (months with days, days with working days).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, QualityDocument, Text, Unit, document_rule, kinds
from qmslint_vn_admin._limits import demands, promise
from qmslint_vn_admin._times import compare, said


@document_rule(
    "time-limit-exceeds-law",
    title=Text("Thời hạn dài hơn luật cho phép", "The time limit is longer than the law allows"),
    kinds=(kinds.TTHC_PROCEDURE,),
    clauses=("8.2.2",),
    basis=("63/2010/NĐ-CP Điều 8",),
    level=Level.ERROR,
    since="0.1",
)
def time_limit_exceeds_law(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """Every scenario for which the settings state the law's limit."""
    if document.procedure is None:
        return
    for demand in demands(document, context.settings, "law"):
        stated = promise(document.procedure, demand.scenario)
        if stated is None or stated.duration is None:
            continue
        if {stated.duration.unit, demand.duration.unit} == {Unit.DAY, Unit.WORKING_DAY}:
            continue
        if compare(stated.duration, demand.duration) != 1:
            continue
        source = Text(f" ({demand.basis})", f" ({demand.basis})") if demand.basis else Text("", "")
        yield context.finding(
            Text(
                f"Quy trình ghi {said(stated.duration)}, dài hơn luật định {said(demand.duration)}{source.vi}.",
                f"The procedure says {said(stated.duration, 'en')}, longer than the {said(demand.duration, 'en')} of "
                f"the law{source.en}.",
            ),
            mend=Text(
                f"Rút thời hạn còn tối đa {said(demand.duration)} và chia lại thời gian các bước.",
                f"Shorten the limit to at most {said(demand.duration, 'en')} and share it out anew over the steps.",
            ),
            at=stated.at,
            evidence=stated.text,
        )
