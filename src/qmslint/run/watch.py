"""The clock of judging: a rule that never ends costs its judgement and not the run.

Rules judge in the program's own process, where no worker is given up in their stead. Where the system has a clock of
the processor (not Windows) and nobody else uses it, it interrupts the rule.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Overdue(BaseException):
    """A rule takes longer than it may. No Exception: a rule that catches those must not catch it."""


@contextmanager
def watched(seconds: float) -> Iterator[Callable[[float], None]]:
    """Interrupt what lasts longer than `seconds` of the processor, times what is said when it begins."""
    left, step = seconds, min(1.0, seconds / 4)

    def begin(share: float) -> None:
        nonlocal left
        left = seconds * share

    def tick(number: int, frame: object) -> None:
        nonlocal left
        left -= step
        if left < 0:
            raise Overdue(f"more than {seconds:g} s (seconds)")

    if not _answered(tick):
        yield lambda share: None
        return
    signal.setitimer(signal.ITIMER_VIRTUAL, step, step)
    try:
        yield begin
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, signal.SIG_DFL)


def _answered(tick: Callable[[int, object], None]) -> bool:
    """Whether the clock is there, free, and heard here: only the main thread hears signals."""
    if not hasattr(signal, "setitimer") or signal.getsignal(signal.SIGVTALRM) is not signal.SIG_DFL:
        return False
    try:
        signal.signal(signal.SIGVTALRM, tick)
    except ValueError:
        return False
    return True
