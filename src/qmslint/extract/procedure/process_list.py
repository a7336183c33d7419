"""Steps that stand in no table: a flow chart of text boxes, or a list ("Bước 1: …")."""

from __future__ import annotations

import re

from qmslint.api import Line, Place, Reading, Step, StepTime, find_durations
from qmslint.extract.cells import one_line
from qmslint.extract.patterns import late
from qmslint.extract.procedure.procedure_parts import content_ranges
from qmslint.extract.procedure.procedure_words import words
from qmslint.extract.procedure.process_steps import split_number, step_duration
from qmslint.extract.procedure.tthc_items import item_range
from qmslint.extract.text.body import place
from qmslint.extract.words import book

_STEP = late(
    lambda: rf"(?:[-+*•]\s*)?(?:{book('procedure').pattern('step-words')}|b)\s*\d{{1,2}}(?:\s*[.:)/]|\s*-|\s)\s*\S"
)
_POINT = late(r"(?:[-+•]|\d{1,2}[.)/]|\d{1,2}(?:\.\d{1,2})+\.?|[a-zđ]\))\s*\S")
_PERSON = late(lambda: rf"(?<!\w)(?:{book('procedure').pattern('positions')})(?!\w)")
_IN_BRACKETS = late(r"\(([^()]{3,80})\)\s*[.;]?\s*$")
_REMARK = late(r"\(?\*?\s*(?:ghi chú|lưu ý|note)", re.IGNORECASE)
_LEAST_BOXES = 3
_MOST = 80  # steps
_SHORT = 70  # characters of a box that names a person


def chart_steps(reading: Reading) -> tuple[Step, ...]:
    """The boxes of a flow chart that are steps; () when there are fewer than three."""
    boxes: list[list[Line]] = []
    last: Line | None = None
    for first, end in content_ranges(reading):
        for line in reading.lines[first:end]:
            if line.at.place != Place.BOX:
                continue
            if last is None or line.at.paragraph <= last.at.paragraph or line.at.order > last.at.order + 1:
                boxes.append([])
            boxes[-1].append(line)
            last = line
    steps = []
    for box in boxes:
        text = one_line(" ".join(line.text for line in box))
        folded = " ".join(line.folded for line in box).strip(" .:")
        if not any(c.isalpha() for c in text) or folded in words("chart-signs") or len(text) > 400:
            continue
        if len(text) <= _SHORT and folded.startswith(words("positions")):
            continue  # who does it: boxes do not say whose
        if find_durations(text) and len(text) <= 40:
            continue
        number, name = split_number(text)
        steps.append(Step(name, number, at=box[0].at))
    return tuple(steps[:_MOST]) if len(steps) >= _LEAST_BOXES else ()


def list_steps(reading: Reading) -> tuple[Step, ...]:
    """The steps of a list: lines that begin "Bước 1", else the points under the item on the process."""
    lines = [
        (index, reading.lines[index])
        for first, end in content_ranges(reading)
        for index in range(first, end)
        if not reading.lines[index].in_table
    ]
    named = [(index, line) for index, line in lines if _is_named(line)]
    if len(named) >= 2:
        return tuple(_step(reading, index, line) for index, line in named[:_MOST])
    for key in words("sequence-keys"):
        first, end = item_range(reading, key)
        points = [(i, line) for i, line in lines if first <= i < end and _POINT.match(line.folded)]
        remark = next((i for i, line in lines if first <= i < end and _REMARK.match(line.folded)), end)
        points = [(i, line) for i, line in points if i < remark]
        # Points that name nobody only describe; a process says who acts.
        if len(points) >= 2 and 2 * sum(1 for _, line in points if _PERSON.search(line.folded)) >= len(points):
            return tuple(_step(reading, index, line) for index, line in points[:_MOST])
    return ()


def _is_named(line: Line) -> bool:
    return line.folded.startswith(("b", "-", "+", "*", "•", "s")) and _STEP.match(line.folded) is not None


def _step(reading: Reading, index: int, line: Line) -> Step:
    text = one_line(line.text).lstrip("-+*• ")
    number, name = split_number(text)
    brackets = _IN_BRACKETS.search(name)
    who = brackets[1].strip() if brackets and _PERSON.match(brackets[1].lower()) else ""
    at = place(reading, index)
    found = find_durations(name)
    times: tuple[StepTime, ...] = ()
    if len(found) == 1:
        written = name[found[0].start : found[0].end].strip()
        times = (StepTime(written, step_duration(written, None), at=at),)
    return Step(name, number, who, times, at=at)
