"""Costs as ratios of instruction counts, all measured in one run: nothing here depends on how busy the machine is."""

from __future__ import annotations

from pathlib import Path


def report(root: Path) -> str:
    """A table of ratios and goals."""
    from qmslint.workshop.bench_cases import cases
    from qmslint.workshop.callgrind import count

    lines = [f"{'what':62} {'ratio':>7} {'goal':>6}"]
    for case in cases(root):
        ratio = (count(case.code) - count(case.ground)) / (count(case.yardstick) - count(case.ground))
        mark = "" if ratio <= case.goal else "  over"
        lines.append(f"{case.title:62} {ratio:7.2f} {case.goal:6.1f}{mark}")
    return "\n".join(lines) + "\n"
