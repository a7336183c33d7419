"""Which plug-ins are installed: the `entry_points.txt` of every distribution on `sys.path`, read by hand.

`importlib.metadata` gives the same answer at the price of four bare interpreter starts; a pre-commit hook pays that
on each call.
"""

from __future__ import annotations

import os
import sys

from qmslint.model.tuples import NamedTuple

PROJECT = "qmslint"
"""Our own distribution; the group of entry points and the project of hooks are named after it."""


class EntryPoint(NamedTuple):
    """One line of the group: `name = module`, and the distribution it came with."""

    name: str
    module: str
    distribution: str
    version: str


def installed() -> list[EntryPoint]:
    """The entry points of the group `qmslint`, by name; the first distribution of a name on the path counts."""
    found: dict[str, EntryPoint] = {}
    seen: set[str] = set()
    for folder in dict.fromkeys(sys.path):
        for distribution, version, path in _distributions(folder or "."):
            if distribution in seen:
                continue
            seen.add(distribution)
            for name, module in _group(path):
                found.setdefault(f"{distribution}:{name}", EntryPoint(name, module, distribution, version))
    return sorted(found.values())


def _distributions(folder: str) -> list[tuple[str, str, str]]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(e.name for e in entries if e.name.endswith((".dist-info", ".egg-info")))
    except OSError:
        return []
    rows = []
    for name in names:
        stem = name.rpartition(".")[0]
        distribution, _, version = stem.partition("-")
        rows.append((distribution.lower().replace("_", "-"), version.split("-")[0],
                     os.path.join(folder, name, "entry_points.txt")))  # noqa: PTH118 - pathlib costs a start
    return rows


def _group(path: str) -> list[tuple[str, str]]:
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError):
        return []
    if f"[{PROJECT}]" not in text:
        return []
    pairs: list[tuple[str, str]] = []
    inside = False
    for line in text.splitlines():
        line = line.strip()
        if line.startswith("["):
            inside = line == f"[{PROJECT}]"
        elif inside and "=" in line and not line.startswith(("#", ";")):
            name, _, module = line.partition("=")
            pairs.append((name.strip(), module.split("[")[0].split(":")[0].strip()))
    return pairs
