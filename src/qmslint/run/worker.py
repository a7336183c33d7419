"""The life of a worker: bounded in memory and time by the system itself, silent, gone when its parent is."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable
from typing import Any

from qmslint.run import pattern_shelf

OUT_OF_MEMORY = 77
"""The exit status of a worker that passed its bound of memory."""

OUT_OF_TIME = tuple(-getattr(signal, name) for name in ("SIGPROF", "SIGALRM") if hasattr(signal, name))
"""The exit statuses of a worker whose clock ran out."""

_WORN_BYTES = 192 * 2**20  # a worker that has grown by this is replaced: memory once used is seldom given back

Setup = Callable[[], Callable[[Any], Any]]
"""Called once in each worker; gives the function that answers a task."""


def work(pipe: Any, setup: Setup, memory: int, inherited: Iterable[Any]) -> None:
    """Answer tasks until the pipe closes. `inherited`: what a copy of the parent holds and must not keep open."""
    for other in inherited:
        other.close()
    _leave_terminal()
    start = _resident()
    _bound_memory(memory)
    try:
        answer = setup()
        _answer_all(pipe, answer, start)
        pattern_shelf.save()
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    # Nothing to tidy: skipping the interpreter's shutdown keeps a copy from running the parent's exit handlers.
    os._exit(0)


def _answer_all(pipe: Any, answer: Callable[[Any], Any], start: int) -> None:
    import gc

    gc.freeze()
    while True:
        try:
            task, seconds, wall = pipe.recv()
        except (EOFError, OSError):
            return
        _set_clocks(seconds, wall)
        given = answer(task)
        _set_clocks(0, 0)
        try:
            pipe.send((given, _resident() - start > _WORN_BYTES))
        except OSError:
            return  # the parent is gone
        gc.enable()  # one document is quicker without; many would fill the memory with circles


def _leave_terminal() -> None:
    """Ctrl-C is the parent's to answer; what compiled libraries print is for nobody."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP", "SIGPROF", "SIGALRM"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    if "faulthandler" in sys.modules:
        sys.modules["faulthandler"].disable()  # it would write past the channels below
    nowhere = os.open(os.devnull, os.O_RDWR)
    for channel in (0, 1, 2):
        os.dup2(nowhere, channel)
    os.close(nowhere)


def _set_clocks(seconds: float, wall: float) -> None:
    """The system ends this process when its time is over, even when nobody watches any more."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, wall + 5 if wall else 0)


def _resident() -> int:
    """Bytes of memory in use, 0 where the system does not say."""
    return _statm(1)


def _statm(field: int) -> int:
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[field]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
        return 0


def _bound_memory(memory: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    bound = _statm(0) + memory
    try:
        resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return
