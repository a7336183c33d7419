"""Workers: each reads one task at a time, so that one that dies, hangs or swells costs its file and nothing else.

A ready-made pool breaks as a whole when one process is killed; hostile documents do kill processes.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from qmslint.model.errors import QmslintError
from qmslint.model.text import Text
from qmslint.model.tuples import NamedTuple
from qmslint.run.worker import OUT_OF_MEMORY, OUT_OF_TIME, Setup, work

FORKS = sys.platform == "linux"
"""Whether a worker is a copy of this process (quick), not a fresh interpreter."""

WALL = 3
"""A worker may wait this many times as long as it may compute: disks and busy machines are slow, endless loops are
caught by the processor's own clock."""

_PAUSES = (0.05, 0.2, 0.5)  # seconds: a system may be short of processes for a moment

GRACE = 0.5
"""Seconds that a worker with nothing left to do has to end by itself."""

_ours: set[Any] = set()  # this process's ends of all pipes; a copy of this process closes them


class Lost(NamedTuple):
    """Instead of an answer: the worker died ("died"), took too long ("timeout") or too much memory ("memory")."""

    why: str


class Bounds(NamedTuple):
    """What a worker may use for a task: seconds of processor time, bytes of memory."""

    seconds: Callable[[Any], float]
    memory: int


def processes() -> Any:
    """How processes are made here: copies where that is safe and quick (Linux), fresh interpreters elsewhere."""
    if FORKS:
        from qmslint.run import forked

        return forked
    from qmslint.run import spawned

    return spawned


def answer_all(setup: Setup, tasks: Sequence[Any], jobs: int, bounds: Bounds) -> Iterator[tuple[int, Any]]:
    """Yield (index of task, answer or Lost) as they come."""
    waiting = list(enumerate(tasks))[::-1]
    workers: list[_Worker] = []
    try:
        for _ in range(min(jobs, len(tasks))):
            try:
                workers.append(_Worker(setup, bounds))
            except QmslintError:
                if not workers:
                    raise
                break  # those that there are do the work
            workers[-1].give(waiting)
        while any(worker.busy for worker in workers):
            ready = processes().wait([w.pipe for w in workers if w.busy], timeout=_patience(workers))
            for worker in workers:
                if not worker.busy:
                    continue
                if worker.pipe in ready:
                    yield worker.answer()
                elif time.monotonic() > worker.deadline:
                    yield worker.give_up("timeout")
                else:
                    continue
                worker.give(waiting)
    finally:
        for worker in workers:
            worker.stop()


def _no_process(error: OSError) -> QmslintError:
    why = error.strerror or type(error).__name__
    return QmslintError(
        Text(f"Máy không cho mở thêm tiến trình để đọc tài liệu ({why}); chưa xét tài liệu nào.",
             f"The system allows no further process to read documents ({why}); nothing was judged."),
        Text("Đóng bớt chương trình, hoặc xin tăng giới hạn số tiến trình (ulimit -u), rồi chạy lại.",
             "Close other programs, or have the limit of processes raised (ulimit -u), and run again."),
    )


def _patience(workers: Sequence[_Worker]) -> float:
    return max(0.01, min(w.deadline for w in workers if w.busy) - time.monotonic())


class _Worker:
    """One process and the pipe to it; started anew when it is lost, and when it has grown."""

    def __init__(self, setup: Setup, bounds: Bounds) -> None:
        self._setup = setup
        self._bounds = bounds
        self._task = -1
        self._worn = False
        self._alive = False
        self.deadline = 0.0
        self._start()

    @property
    def busy(self) -> bool:
        return self._task >= 0

    def _start(self) -> None:
        for pause in _PAUSES:
            try:
                return self._start_once()
            except OSError:
                time.sleep(pause)
        try:
            self._start_once()
        except OSError as error:
            raise _no_process(error) from error

    def _start_once(self) -> None:
        ours, theirs = processes().pair()
        self.pipe = ours
        _ours.add(ours)
        inherited = tuple(_ours) if FORKS else ()
        try:
            self._process = processes().Process(work, (theirs, self._setup, self._bounds.memory, inherited))
        except OSError:
            _ours.discard(ours)
            ours.close()
            raise
        finally:
            theirs.close()
        self._worn, self._alive = False, True

    def give(self, waiting: list[tuple[int, Any]]) -> None:
        if not waiting:
            return
        if self._worn:
            self._renew()
        self._task, task = waiting.pop()
        seconds = self._bounds.seconds(task)
        self.deadline = time.monotonic() + WALL * seconds
        try:
            self.pipe.send((task, seconds, WALL * seconds))
        except OSError:  # it died while idle: the task has not begun
            self._renew()
            self.pipe.send((task, seconds, WALL * seconds))

    def answer(self) -> tuple[int, Any]:
        try:
            answer, self._worn = self.pipe.recv()
        except (EOFError, OSError):
            return self.give_up("")
        index, self._task = self._task, -1
        return index, answer

    def give_up(self, why: str) -> tuple[int, Lost]:
        index, self._task = self._task, -1
        if not why:
            self._process.join(1)
            why = {OUT_OF_MEMORY: "memory"}.get(self._process.exitcode or 0, "died")
            why = "timeout" if self._process.exitcode in OUT_OF_TIME else why
        self._renew()
        return index, Lost(why)

    def _renew(self) -> None:
        self.stop()
        self._start()

    def stop(self) -> None:
        if not self._alive:
            return
        self._alive = False
        _ours.discard(self.pipe)
        self.pipe.close()
        if self._process.is_alive():
            self._process.join(0 if self.busy else GRACE)
        if self._process.is_alive():
            self._process.kill()
        self._process.join(10)
        if self._process.exitcode is not None:  # else it hangs in the system itself (a lost network share): left to it
            self._process.close()
