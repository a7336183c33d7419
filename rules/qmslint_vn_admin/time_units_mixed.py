"""Cùng một thời hạn mà chỗ ghi "ngày", chỗ ghi "ngày làm việc". Năm ngày và năm ngày làm việc khác nhau: tính sai là
trễ hẹn. Sửa: dùng một đơn vị như quyết định công bố. Im lặng khi chỉ các bước ghi "ngày" dưới cột tổng "ngày làm
việc": đó là cách viết tắt quen thuộc, ai cũng hiểu như nhau.

One limit is given in "ngày" here and in "ngày làm việc" there. Five days and five working days differ. Mend: use the
unit of the published decision everywhere. Silent where only the steps say "ngày" under a total of working days: that
is the habit, and nobody misreads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qmslint.api import Context, Finding, Level, Procedure, QualityDocument, Related, Text, Unit, document_rule, kinds
from qmslint_vn_admin._limits import limit_of
from qmslint_vn_admin._steps import label, steps_of, times_in

DAYS = {Unit.DAY, Unit.WORKING_DAY}


@document_rule(
    "time-units-mixed",
    title=Text("Lẫn “ngày” với “ngày làm việc”", "Days and working days mixed"),
    kinds=(kinds.TTHC_PROCEDURE,),
    clauses=("8.2.2",),
    basis=("91/2015/QH13 Điều 145",),
    level=Level.INFO,
    since="0.1",
)
def time_units_mixed(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """Item against heading, then the steps of one column among themselves."""
    procedure = document.procedure
    if procedure is None:
        return
    for scenario in dict.fromkeys(column.scenario for column in procedure.time_columns):
        item, heading = limit_of(procedure.time_limits, scenario), limit_of(procedure.time_columns, scenario)
        if item is None or heading is None or item.duration is None or heading.duration is None:
            continue
        if {item.duration.unit, heading.duration.unit} == DAYS and not (
            item.duration.same_day or heading.duration.same_day
        ):
            yield context.finding(
                Text(
                    f"Mục thời hạn ghi “{item.text}” nhưng đầu cột ghi “{heading.text}”: ngày hay ngày làm việc?",
                    f"The item says “{item.text}”, the heading “{heading.text}”: days or working days?",
                ),
                mend=Text(
                    "Dùng một đơn vị, đúng như quyết định công bố TTHC.",
                    "Use one unit, as the decision that published the TTHC does.",
                ),
                at=item.at,
                evidence=item.text,
                related=[Related(document.path, heading.at)],
            )
    yield from _steps(procedure, context)


def _steps(procedure: Procedure, context: Context[Any]) -> Iterator[Finding]:
    for column in sorted({time.column for step in procedure.steps for time in step.times}):
        said = [
            (step, time)
            for step in steps_of(procedure)
            for time in times_in(step, column)
            if time.duration is not None and time.duration.unit in DAYS and not time.duration.same_day
        ]
        units = {time.duration.unit for _, time in said if time.duration}
        if units == DAYS:
            step, time = next((s, t) for s, t in said if t.duration and t.duration.unit is not said[0][1].duration.unit)  # type: ignore[union-attr]
            yield context.finding(
                Text(
                    f"Các bước trong một cột lẫn “ngày” với “ngày làm việc”: “{said[0][1].text}” rồi “{time.text}” "
                    f"(bước {label(step)}).",
                    f"The steps of one column mix days and working days: “{said[0][1].text}”, then “{time.text}” "
                    f"(step {label(step)}).",
                ),
                mend=Text("Ghi một đơn vị cho mọi bước.", "Use one unit for all steps."),
                at=time.at,
                evidence=time.text,
            )
