"""Tổng thời gian các bước không bằng tổng ghi ở đầu cột (hoặc dòng "Tổng cộng", hoặc mục thời hạn giải quyết). Người
dân được hẹn theo tổng, cán bộ làm theo từng bước: hai con số phải khớp. Sửa: chỉnh thời gian các bước hoặc tổng. Mỗi
cột (trường hợp) tính riêng, ô gộp tính một lần, "ngay trong ngày" là từ 0 đến 1 ngày. Im lặng khi cột có thời gian
không đọc được (khi đó chỉ báo là chưa xét được), với lưu đồ và danh sách có bước không ghi thời gian, với bước của
người nộp không có con số ("giờ hành chính"); ghép mục b với cột chỉ khi cùng trường hợp.

The times of the steps do not add up to the total in the heading of the column (or the row "Tổng cộng", or the item on
the time limit). The applicant is told the total, the officers work by the steps: the two must agree. Mend: correct the
steps or the total. Each column (scenario) is added alone, a merged cell once, "ngay trong ngày" counts as 0 to 1 day.
A column with a time that cannot be read is not judged, and this is said. Charts and lists are judged only where every
step has a time. What the applicant does without a number ("giờ hành chính") is not counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from qmslint.api import (
    Confidence,
    Context,
    Duration,
    Finding,
    Level,
    Location,
    NamedTuple,
    Procedure,
    QualityDocument,
    Related,
    Step,
    StepTime,
    Text,
    Unit,
    document_rule,
    fold,
    kinds,
)
from qmslint_vn_admin._steps import is_total, of_applicant, steps_of, times_in
from qmslint_vn_admin._times import needs_hours, number, readings, said, total_of


class Total(NamedTuple):
    """One statement of what the steps of a column should add up to."""

    where: Text
    duration: Duration
    at: Location
    text: str


@document_rule(
    "step-times-mismatch",
    title=Text("Thời gian các bước không cộng thành tổng", "The times of the steps do not add up to the total"),
    kinds=(kinds.TTHC_PROCEDURE,),
    clauses=("8.5.1",),
    basis=("63/2010/NĐ-CP Điều 8",),
    level=Level.ERROR,
    since="0.1",
)
def step_times_mismatch(document: QualityDocument, context: Context[Any]) -> Iterator[Finding]:
    """Add every column and compare."""
    procedure = document.procedure
    if procedure is None or (procedure.process_form in ("list", "chart") and _lacks_times(procedure)):
        return
    steps = steps_of(procedure)
    used = {time.column for step in procedure.steps for time in step.times}
    for column in sorted({*range(len(procedure.time_columns)), *used}):
        yield from _column(procedure, steps, column, context)


def _column(
    procedure: Procedure, steps: tuple[Step, ...], column: int, context: Context[Any]
) -> Iterator[Finding]:
    totals = list(_totals(procedure, column))
    times = [
        time
        for step in steps
        for time in times_in(step, column)
        if time.duration is not None or not of_applicant(step)  # "giờ hành chính" of who hands in
    ]
    if not totals or not times:
        return
    unreadable = [time.text for time in times if time.duration is None]
    if unreadable:
        _not_judged(context, procedure, column, f"“{unreadable[0]}”")
        return
    for total in totals:
        verdict = _verdict(times, total.duration)
        if verdict is None or (verdict.difference < 0 and _lacks_times(procedure)):
            _not_judged(context, procedure, column, f"“{total.text}”")
        elif verdict.difference:
            yield _finding(context, procedure, column, times, total, verdict)


class Verdict(NamedTuple):
    """By how much the sum misses the total, and the sum in the unit of the total."""

    difference: Fraction
    sum: Fraction


def _verdict(times: list[StepTime], total: Duration) -> Verdict | None:
    """The reading that comes nearest; a difference of 0 when any reading adds up. None when units cannot be joined."""
    durations = [time.duration for time in times if time.duration is not None]
    best: Verdict | None = None
    for amounts in readings([*durations, total]):
        *parts, whole = amounts
        fixed = total_of([a for a, d in zip(parts, durations, strict=True) if not d.same_day])
        loose = total_of([a for a, d in zip(parts, durations, strict=True) if d.same_day])
        lowest, highest = fixed, fixed + loose
        if total.same_day:
            difference = max(lowest - 1, Fraction(0))
        elif highest < whole:
            difference = highest - whole
        else:
            difference = max(lowest - whole, Fraction(0))
        scale = total.amount / whole if whole and not total.same_day else Fraction(1)
        verdict = Verdict(difference, (highest if difference < 0 else lowest) * scale)
        if best is None or abs(difference) < abs(best.difference):
            best = verdict
    return best


def _totals(procedure: Procedure, column: int) -> Iterator[Total]:
    """Heading and row of the total; where neither says one, item b of the same scenario."""
    said_here = False
    heading = procedure.time_columns[column] if column < len(procedure.time_columns) else None
    if heading is not None and heading.duration is not None:
        said_here = True
        yield Total(Text("đầu cột", "the heading"), heading.duration, heading.at, heading.text)
    for step in procedure.steps:
        for time in times_in(step, column) if is_total(step) else ():
            if time.duration is not None:
                said_here = True
                yield Total(Text("dòng tổng", "the row of the total"), time.duration, time.at, time.text)
    if said_here:
        return
    scenario = fold(heading.scenario) if heading is not None else ""
    same = [limit for limit in procedure.time_limits if fold(limit.scenario) == scenario]
    alone = sum(fold(c.scenario) == scenario for c in procedure.time_columns) <= 1
    if len(same) == 1 and alone and same[0].duration is not None:
        limit = same[0]
        item = Text("mục thời hạn giải quyết", "the item on the time limit")
        yield Total(item, same[0].duration, limit.at, limit.text)


def _lacks_times(procedure: Procedure) -> bool:
    """Whether a step says no time in any column: the missing time may be the difference."""
    return any(not any(time.text.strip() for time in step.times) for step in steps_of(procedure))


def _finding(
    context: Context[Any],
    procedure: Procedure,
    column: int,
    times: list[StepTime],
    total: Total,
    verdict: Verdict,
) -> Finding:
    durations = [time.duration for time in times if time.duration is not None]
    hours = needs_hours([*durations, total.duration])
    added = " + ".join(_short(duration, total.duration.unit) for duration in durations)
    unit = total.duration._replace(amount=verdict.sum, same_day=False)
    footing = Text(" (tính 1 ngày làm việc = 8 giờ)", " (a working day taken as 8 hours)") if hours else Text("", "")
    lawful = verdict.difference < 0
    note = (
        Text(" Tổng các bước ngắn hơn nên không trái hạn, nhưng hai con số mâu thuẫn nhau.",
             " The steps are shorter, so the limit is kept, but the two figures contradict each other.")
        if lawful
        else Text(" Làm đúng từng bước vẫn trễ hạn.", " Who keeps to every step is late all the same.")
    )
    name = _name(procedure, column)
    return context.finding(
        Text(
            f"Các bước cộng lại {added} = {said(unit)}{footing.vi}, nhưng {total.where.vi} ghi "
            f"{said(total.duration)}{name.vi}.{note.vi}",
            f"The steps add up to {said(unit, 'en')}{footing.en}, but {total.where.en} says "
            f"{said(total.duration, 'en')}{name.en}.{note.en}",
        ),
        mend=Text(
            "Chỉnh thời gian từng bước (xem có bước nào thiếu, ghi nhầm) hoặc chỉnh tổng cho khớp thời hạn đã công bố.",
            "Correct the times of the steps (is one missing or mistyped?) or the total, as the published limit has it.",
        ),
        at=total.at,
        evidence=total.text,
        level=Level.WARNING if lawful and total.duration.at_most else None,
        confidence=Confidence.MEDIUM if hours or total.duration.at_most or procedure.process_form == "list" else None,
        related=[Related(context.document.path if context.document else "", time.at) for time in times[:20]],
    )


def _short(duration: Duration, unit: Unit) -> str:
    plain = duration.unit is unit or {duration.unit, unit} <= {Unit.DAY, Unit.WORKING_DAY}
    return number(duration.amount) if plain and not duration.same_day else said(duration)


def _name(procedure: Procedure, column: int) -> Text:
    scenario = procedure.time_columns[column].scenario if column < len(procedure.time_columns) else ""
    return Text(f" (trường hợp {scenario})", f" (case: {scenario})") if scenario else Text("", "")


def _not_judged(context: Context[Any], procedure: Procedure, column: int, why: str) -> None:
    name = _name(procedure, column)
    context.cannot_judge(
        Text(
            f"Chưa cộng được cột thời gian {column + 1}{name.vi}: {why} không đọc được hoặc không quy đổi được.",
            f"Time column {column + 1}{name.en} could not be added: {why} cannot be read or converted.",
        )
    )
