"""Checking thousands of documents: no process over 400 MiB, flat in their number, facts excepted (20 kB each)."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from fixtures.make.hostile.parts import zipped

from qmslint.model.codec import encode
from qmslint.plugins.manager import Plugins
from qmslint.run.inspect import inspect_bytes
from tests.promises.ground import ROOT, environment

PEAK = 400 * 2**20
FACTS = 20_000  # bytes a document: as they are kept, and as living objects with what judging needs to know of them
MEASURED = """
import json, resource, sys
from qmslint.cli.app import app
with open(sys.argv.pop(), "w") as result:
    app.main(args=sys.argv[1:], standalone_mode=False)
    who = {"own": resource.RUSAGE_SELF, "workers": resource.RUSAGE_CHILDREN}
    json.dump({name: resource.getrusage(number).ru_maxrss * 1024 for name, number in who.items()}, result)
"""


def documents() -> Iterator[tuple[str, bytes]]:
    """Procedures of the sample agency over and over, each with words and places of its own."""
    originals = []
    for path in sorted((ROOT / "fixtures" / "agency").rglob("*.docx")):
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            originals.append((path.stem, {name: archive.read(name) for name in archive.namelist()}))
    number = 0
    while True:
        for stem, parts in originals:
            number += 1
            main = parts["word/document.xml"].decode()
            main = main.replace("hồ sơ", f"hồ sơ {number}").replace("công chức", f"công chức thứ {number}")
            main = main.replace("<w:body>", "<w:body>" + "<w:p/>" * (number % 50))
            yield f"{number:05} {stem}.docx", zipped({**parts, "word/document.xml": main})


def peaks(folder: Path, count: int) -> dict[str, int]:
    """The largest memory of the program and of its workers over `count` documents."""
    (folder / "set").mkdir(parents=True)
    for name, data in islice(documents(), count):
        (folder / "set" / name).write_bytes(data)
    result = folder / "result.json"
    subprocess.run(
        [sys.executable, "-c", MEASURED, "check", str(folder / "set"), "-j", "2", "--as-of", "2026-11-24", "-o",
         str(folder / "report.txt"), str(result)],
        env=environment(QMSLINT_CACHE=str(folder / "cache")), check=True, capture_output=True, timeout=3000,
    )
    answer: dict[str, int] = json.loads(result.read_text())
    return answer


def _holds(few: dict[str, int], many: dict[str, int], more: int) -> None:
    assert max(many.values()) <= PEAK, many
    assert many["own"] - few["own"] <= FACTS * more, (few, many)
    assert many["workers"] - few["workers"] <= 24 * 2**20, (few, many)


def test_the_facts_of_a_document_are_small() -> None:
    plugins = Plugins()
    kept = [len(json.dumps(encode(inspect_bytes(name, data, plugins)))) for name, data in islice(documents(), 40)]
    assert sum(kept) / len(kept) <= FACTS


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="no rusage here")
def test_five_thousand_documents(tmp_path: Path) -> None:
    _holds(peaks(tmp_path / "few", 1000), peaks(tmp_path / "many", 5000), 4000)
