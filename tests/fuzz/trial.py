"""One damaged document after another through readers, extractors and rules, in workers; what went wrong is named."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from qmslint.run.check import judge_inspections
from qmslint.run.gather import Given
from qmslint.run.gather import _spelled as spelled
from qmslint.run.gather import _understood as understood
from qmslint.run.inspect import INTERNAL, inspect_bytes
from qmslint.run.library import make_plan
from qmslint.run.pool import Bounds, Lost, answer_all
from tests.fuzz.damage import damaged
from tests.fuzz.seeds import seeds

SECONDS = 10.0
MEMORY = 2**30
Task = tuple[str, bytes]  # name, bytes


class Outcome(NamedTuple):
    """What became of one document: "read" or a reason; `fault`: what must not be, "" = all is well.

    seconds   of the processor; memory: the most bytes that its worker had used by then
    """

    name: str
    data: bytes
    answer: str
    fault: str
    seconds: float = 0.0
    memory: int = 0


def cases(suffix: str, count: int, seed: int) -> Iterator[Task]:
    """Damaged documents of one format, the same for the same seed."""
    whole = seeds(suffix)
    for number in range(count if whole else 0):
        rng = random.Random(f"{suffix}/{seed}/{number}")
        yield f"{number}.{suffix}", damaged(rng.choice(whole), rng, whole)


def outcomes(tasks: Sequence[Task], jobs: int = 2) -> Iterator[Outcome]:
    """What became of each."""
    for index, answer in answer_all(_setup, tasks, jobs, Bounds(lambda task: SECONDS, MEMORY)):
        name, data = tasks[index]
        if isinstance(answer, Lost):
            yield Outcome(name, data, answer.why, f"the worker was lost: {answer.why}")
        else:
            yield Outcome(name, data, *answer)


def _setup() -> Callable[[Task], tuple[str, str, float, int]]:
    plan = make_plan([], as_of=date(2026, 11, 24))

    def answer(task: Task) -> tuple[str, str, float, int]:
        name, data = task
        begun = time.process_time()
        inspection = inspect_bytes(name, data, plan.plugins, plan.limits)
        faults = [p.message.en for p in inspection.problems if p.rule == INTERNAL]
        received, _ = understood(Given(name, data), spelled(inspection))
        if inspection.document is None:
            faults += ["no reason"] if len(inspection.problems) != 1 and not inspection.ignored else []
        elif not faults:
            report = judge_inspections(plan, [inspection])
            faults += [f.message.en for f in report.findings if f.rule == INTERNAL]
        reason = inspection.ignored or "".join(p.reason for p in inspection.problems[:1]) or "read"
        seconds = time.process_time() - begun
        if seconds > SECONDS / 2:
            faults.append(f"{seconds:.1f} s for {len(data)} bytes")
        if reason == "memory":
            faults.append("memory")
        if not faults and any(problem.rule == INTERNAL for problem in received.problems):
            faults.append("facts of a wrong kind")
        return reason, "; ".join(faults)[:400], seconds, _most_memory()

    return answer


def _most_memory() -> int:
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
