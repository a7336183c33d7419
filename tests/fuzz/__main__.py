"""`python -m tests.fuzz --minutes 10`: damage, read, reduce and keep what fails, format by format."""

from __future__ import annotations

import sys
import time
from collections import Counter
from hashlib import blake2b
from pathlib import Path

import click

from tests.fuzz.reduce import reduced
from tests.fuzz.seeds import SEEDS, seeds
from tests.fuzz.trial import cases, outcomes

FOUND = Path(__file__).parent / "found"
_AT_ONCE = 200


@click.command()
@click.option("--minutes", default=10.0, help="For each format.")
@click.option("--documents", default=0, help="At most so many of each format; 0 = as many as the minutes allow.")
@click.option("--reader", "readers", multiple=True, type=click.Choice(list(SEEDS)), help="Only these formats.")
@click.option("--seed", default=int(time.time()), help="Of the damages; the default is the clock.")
@click.option("--jobs", default=2)
def main(minutes: float, documents: int, readers: tuple[str, ...], seed: int, jobs: int) -> None:
    """Read damaged documents of every format; write those that fail, reduced, to tests/fuzz/found/."""
    failed = 0
    for suffix in readers or [s for s in SEEDS if seeds(s)]:
        failed += _one(suffix, minutes, documents, seed, jobs)
    sys.exit(1 if failed else 0)


def _one(suffix: str, minutes: float, documents: int, seed: int, jobs: int) -> int:
    end = time.monotonic() + 60 * minutes
    answers: Counter[str] = Counter()
    faults: dict[str, bytes] = {}
    longest, most, turn = 0.0, 0, 0
    while time.monotonic() < end and (not documents or sum(answers.values()) < documents):
        count = min(_AT_ONCE, documents - sum(answers.values())) if documents else _AT_ONCE
        for outcome in outcomes(list(cases(suffix, count, seed + turn)), jobs):
            answers[outcome.answer] += 1
            longest, most = max(longest, outcome.seconds), max(most, outcome.memory)
            if outcome.fault and _kind(outcome.fault) not in faults:
                faults[_kind(outcome.fault)] = outcome.data
                path = _keep(suffix, outcome.data)
                click.echo(f"{suffix}: {outcome.fault}\n  → {path} ({len(outcome.data)} bytes)")
        turn += 1
    click.echo(f"{suffix}: {sum(answers.values())} documents, seed {seed}, longest {longest:.1f} s, most memory "
               f"{most // 2**20} MiB: {dict(answers.most_common())}")
    for kind, data in faults.items():
        path = _reduce(suffix, kind, data)
        click.echo(f"  {kind}\n  → {path} ({path.stat().st_size} bytes)")
    return len(faults)


def _kind(fault: str) -> str:
    """The fault without what changes from document to document."""
    return "".join(c for c in fault.split(" s for ")[-1][:100] if not c.isdigit())


def _reduce(suffix: str, kind: str, data: bytes) -> Path:
    """The found document made smaller, in its place."""

    def fails(smaller: bytes) -> bool:
        (outcome,) = outcomes([(f"0.{suffix}", smaller)], 1)
        return bool(outcome.fault) and _kind(outcome.fault) == kind

    small = reduced(data, fails)
    _path(suffix, data).unlink(missing_ok=True)
    return _keep(suffix, small)


def _keep(suffix: str, data: bytes) -> Path:
    path = _path(suffix, data)
    path.write_bytes(data)
    return path


def _path(suffix: str, data: bytes) -> Path:
    return FOUND / f"{blake2b(data, digest_size=6).hexdigest()}.{suffix}"



main()
