"""Workers: one that dies or hangs costs its own task and nothing else."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

import pytest

from qmslint.run.pool import Bounds, Lost, answer_all, processes


def setup() -> Callable[[object], object]:
    def answer(task: object) -> object:
        if task == "die":
            os._exit(9)
        if task == "hang":
            time.sleep(60)
        if task == "swell":
            return len(bytearray(8 * 2**30)) if os.name == "nt" else _swell()
        return ("done", task)

    return answer


def _swell() -> object:
    try:
        return bytes(bytearray(4 * 2**30))[:1]
    except MemoryError:
        return "bounded"


def run(tasks: list[object], jobs: int = 2) -> dict[int, object]:
    return dict(answer_all(setup, tasks, jobs, Bounds(lambda task: 1.0 if task == "hang" else 30.0, 2**30)))


def test_every_task_is_answered_once() -> None:
    assert run(list(range(50))) == {i: ("done", i) for i in range(50)}


def test_a_dead_worker_costs_its_task() -> None:
    answers = run([1, "die", 2, "die", 3, 4])
    assert answers == {0: ("done", 1), 1: Lost("died"), 2: ("done", 2), 3: Lost("died"), 4: ("done", 3), 5: ("done", 4)}


def test_a_hanging_worker_is_stopped() -> None:
    begun = time.monotonic()
    answers = run(["hang", 1, 2, 3])
    assert answers[0] == Lost("timeout") and [answers[i] for i in (1, 2, 3)] == [("done", i) for i in (1, 2, 3)]
    assert time.monotonic() - begun < 20


def test_memory_is_bounded() -> None:
    assert run(["swell", 1])[0] == "bounded"


def test_leaving_early_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Any] = []
    made = processes().Process
    monkeypatch.setattr(processes(), "Process", lambda *given: started.append(made(*given)) or started[-1])
    answers = answer_all(setup, ["hang", "hang", 1], 2, Bounds(lambda task: 60.0, 2**30))
    del answers
    stream = answer_all(setup, [1, 2, 3], 2, Bounds(lambda task: 60.0, 2**30))
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert len(started) == 2 and all(process.exitcode is not None for process in started)
