"""Costs as ratios of instruction counts, all measured in one run: nothing here depends on how busy the machine is.

Goals: read + extract + rules of one .docx ≤ 3 × unzip-and-parse of its parts; `--version` ≤ 4 × `python -c pass`; a
check of one document with everything else cached ≤ 20 × `python -c pass`; the rules on the law in force ≤ 5 % of
reading the documents.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from qmslint.workshop import bench_doc
from qmslint.workshop.bench_currency import LAWS, PROCEDURES, share
from qmslint.workshop.callgrind import count, per_turn

_PARSE = """
import zipfile
from lxml import etree
path = {path!r}
def turn():
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            unread = ("word/theme", "word/fontTable", "word/webSettings", "word/settings")
            if name.endswith(".xml") and name.startswith("word/") and not name.startswith(unread):
                etree.fromstring(package.read(name))
for _ in range(TURNS):
    turn()
"""
_STEPS = """
import gc
gc.disable()
from datetime import date
from pathlib import Path
from qmslint.run.library import make_plan
from qmslint.run.inspect import facts_of, reader_for
from qmslint.run.check import judge_inspections
from qmslint.model.document import SourceFile
path = {path!r}
plan = make_plan([path], as_of=date(2026, 11, 24))
data = Path(path).read_bytes()
reader = reader_for(data, path, plan.plugins.readers)
def turn():
    document = reader.read(SourceFile("a.docx", "docx"), data, plan.limits)
    if {upto} > 1:
        inspection = facts_of(document, plan.plugins)
        if {upto} > 2:
            judge_inspections(plan, [inspection])
for _ in range(TURNS):
    turn()
"""


def report(root: Path) -> str:
    """A table of ratios and goals."""
    lines = [f"{'what':66} {'ratio':>7} {'goal':>6}"]
    measured = (*_start(), *_document(root), *bench_doc.rows(root), *_currency(root), *_one_of_many(root))
    for title, ratio, goal in measured:
        wanted = f"{goal:6.1f}" if goal else "      "
        lines.append(f"{title:66} {ratio:7.2f} {wanted}{'  over' if goal and ratio > goal else ''}")
    return "\n".join(lines) + "\n"


def sample(root: Path) -> Path:
    """The document that is measured: a real procedure where there is one, else one of the sample agency."""
    real = sorted((root.parent / "shared" / "samples" / "real").glob("*.docx"))
    made = sorted((root / "fixtures" / "agency").rglob("*.docx"))
    return max(real or made, key=lambda path: path.stat().st_size)


def _start() -> Iterator[tuple[str, float, float]]:
    nothing = count("-c", "pass")
    yield "qmslint --version / python -c pass", count("-m", "qmslint", "--version") / nothing, 4
    yield "qmslint check --help / python -c pass", count("-m", "qmslint", "check", "--help") / nothing, 0


def _document(root: Path) -> Iterator[tuple[str, float, float]]:
    path = str(sample(root))
    floor = per_turn(_PARSE.format(path=path))
    for upto, title, goal in ((1, "read", 0), (2, "read + extract", 0), (3, "read + extract + rules", 3)):
        yield f"{title} / unzip and lxml parse", per_turn(_STEPS.format(path=path, upto=upto)) / floor, goal


def _currency(root: Path) -> Iterator[tuple[str, float, float]]:
    path = str(sample(root))
    reading = per_turn(_STEPS.format(path=path, upto=2))
    title = f"law in force, {PROCEDURES} procedures and {LAWS} laws / reading them, %"
    yield title, share(path, reading), 5


def _one_of_many(root: Path) -> Iterator[tuple[str, float, float]]:
    with tempfile.TemporaryDirectory() as folder:
        agency = Path(folder) / "agency"
        shutil.copytree(root / "fixtures" / "agency", agency)
        (agency / ".git").mkdir()  # hooks run in repositories, which have files to ignore
        (agency / ".gitignore").write_text("*.tmp\n~$*\nout/\n", encoding="utf-8")
        nothing = count("-c", "pass")
        count("-c", _check(folder, agency))  # fills the cache
        procedure = max(agency.rglob("*.docx"), key=lambda path: path.stat().st_size)
        for title, target in (("check of one procedure", procedure), ("check of 41 documents, one of them", agency)):
            count("-c", _check(folder, target))  # once before, so that only the document has to be read
            procedure.write_bytes(procedure.read_bytes() + bytes(8))
            count.cache_clear()
            ratio = count("-c", _check(folder, target), processes=2) / nothing
            yield f"{title} changed, all else cached / python -c pass", ratio, 20


def _check(folder: str, target: Path) -> str:
    """A program that checks `target` as the command line does."""
    arguments = ["qmslint", "check", str(target), "--format", "json", "--output", str(Path(folder) / "report.json")]
    cache = str(Path(folder) / "cache")
    return (
        f"import os, sys\nos.environ['XDG_CACHE_HOME'] = {cache!r}\nsys.argv = {arguments!r}\n"
        "from qmslint.run import pool\npool.GRACE = 60\n"  # one that is killed says nothing of what it cost
        "from qmslint.cli import main\nmain()"
    )
