"""Workers: each reads one task at a time, so that one that dies, hangs or swells costs its file and nothing else.

A ready-made pool breaks as a whole when one process is killed; hostile documents do kill processes.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple

MEMORY_BYTES = 1536 * 2**20
"""Address space that a worker may use beyond what it started with (where the system can bound it)."""


class Lost(NamedTuple):
    """Instead of an answer: the worker died ("died") or was stopped for taking too long ("timeout")."""

    why: str


Setup = Callable[[], Callable[[Any], Any]]
"""Called once in each worker; gives the function that answers a task."""


def context() -> multiprocessing.context.BaseContext:
    """Fork where it is safe and quick (Linux), a fresh interpreter elsewhere."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def answer_all(
    setup: Setup, tasks: Sequence[Any], jobs: int, seconds: Callable[[Any], float]
) -> Iterator[tuple[int, Any]]:
    """Yield (index of task, answer or Lost) as they come. `seconds(task)`: how long that task may take."""
    waiting = list(enumerate(tasks))[::-1]
    workers = [_Worker(setup) for _ in range(min(jobs, len(tasks)))]
    try:
        for worker in workers:
            worker.give(waiting, seconds)
        while any(worker.busy for worker in workers):
            ready = wait([w.pipe for w in workers if w.busy], timeout=_patience(workers))
            for worker in workers:
                if not worker.busy:
                    continue
                if worker.pipe in ready:
                    yield worker.answer()
                elif time.monotonic() > worker.deadline:
                    yield worker.give_up("timeout")
                else:
                    continue
                worker.give(waiting, seconds)
    finally:
        for worker in workers:
            worker.stop()


def _patience(workers: Sequence[_Worker]) -> float:
    return max(0.01, min(w.deadline for w in workers if w.busy) - time.monotonic())


class _Worker:
    """One process and the pipe to it; started anew when it is lost."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._task = -1
        self.deadline = 0.0
        self._start()

    @property
    def busy(self) -> bool:
        return self._task >= 0

    def _start(self) -> None:
        ours, theirs = context().Pipe()
        self.pipe: Connection = ours
        self._process: BaseProcess = context().Process(target=_work, args=(theirs, self._setup), daemon=True)  # type: ignore[attr-defined]
        self._process.start()
        theirs.close()

    def give(self, waiting: list[tuple[int, Any]], seconds: Callable[[Any], float]) -> None:
        if not waiting:
            return
        self._task, task = waiting.pop()
        self.deadline = time.monotonic() + seconds(task)
        try:
            self.pipe.send(task)
        except OSError:  # it died while idle: the task has not begun
            self._renew()
            self.pipe.send(task)

    def answer(self) -> tuple[int, Any]:
        try:
            answer = self.pipe.recv()
        except (EOFError, OSError):
            return self.give_up("died")
        index, self._task = self._task, -1
        return index, answer

    def give_up(self, why: str) -> tuple[int, Lost]:
        index, self._task = self._task, -1
        self._renew()
        return index, Lost(why)

    def _renew(self) -> None:
        self.stop()
        self._start()

    def stop(self) -> None:
        self.pipe.close()
        if self._process.is_alive():
            self._process.join(0 if self.busy else 0.5)
        if self._process.is_alive():
            self._process.kill()
        self._process.join()


def _work(pipe: Connection, setup: Setup) -> None:
    """The life of a worker: answer tasks until the pipe closes. Ctrl-C is the parent's to answer."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound_memory()
    answer = setup()
    while True:
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            break
        pipe.send(answer(task))
    # Nothing to tidy: skipping the interpreter's shutdown keeps a fork from running the parent's exit handlers.
    os._exit(0)


def _bound_memory() -> None:
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as file:
            used = int(file.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY_BYTES, used + MEMORY_BYTES))
    except (ImportError, OSError, ValueError):
        return
