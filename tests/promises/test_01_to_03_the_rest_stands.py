"""1: never a traceback. 2: one bad document never stops the others. 3: each file is accounted for."""

from __future__ import annotations

import errno
import json
import os
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from fixtures.make import hostile

from qmslint.model.errors import QmslintError
from qmslint.model.limits import Limits
from qmslint.plugins.manager import Plugins
from qmslint.run import pool
from tests.promises.beasts import ACTS
from tests.promises.ground import ROOT, WITH_BEASTS, lint, qmslint, wild_plugins, write

QUICK = Limits(seconds=1.5, memory_bytes=300 * 2**20)
REASONS = {
    "HANG": "timeout", "SLEEP": "timeout", "KILL": "died", "ABORT": "died", "LEAVE": "died", "INTERRUPT": "died",
    "SWELL": "memory", "EXIT": "damaged", "PANIC": "damaged", "ERROR": "damaged", "RECURSE": "damaged",
    "NOTHING": "damaged",
}


@pytest.mark.parametrize("command", [("check", "."), ("inspect", "."), ("due", "."), ("init", ".", "--stdout")])
def test_01_never_a_traceback(command: tuple[str, ...], tmp_path: Path) -> None:
    small = tuple(name for name in hostile.CASES if not name.startswith(("word-", "sheet-", "zip-r", "zip-d", "rtf-")))
    hostile.write(tmp_path, small[::4])
    for number in range(20):
        rng = random.Random(number)
        suffix = rng.choice(("docx", "doc", "xlsx", "xls", "odt", "ods", "yaml", "json", "md", "rtf"))
        (tmp_path / f"{number}.{suffix}").write_bytes(rng.randbytes(rng.choice((1, 100, 5000))))
    done = qmslint(*command, cwd=tmp_path)
    assert done.returncode in (0, 1, 2) and b"Traceback" not in done.stderr + done.stdout, done.stderr
    assert done.stdout


def test_01_what_nobody_foresaw_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from qmslint.cli import app

    def broken(*arguments: object) -> None:
        raise ZeroDivisionError("nobody\x1b[31m foresaw this")

    monkeypatch.setattr("qmslint.run.check.run", broken)
    with pytest.raises(SystemExit) as left:
        app.run(["check", str(ROOT / "fixtures" / "agency")])
    said = capfd.readouterr().err
    assert left.value.code == 2 and "ZeroDivisionError" in said and "foresaw this" in said
    assert "Traceback" not in said and "\x1b" not in said


@pytest.mark.parametrize("act", REASONS)
@pytest.mark.parametrize("others", [2, 25])
def test_02_one_bad_document_never_stops_the_others(act: str, others: int, tmp_path: Path) -> None:
    good = {f"g{i:02}": f"CODE {i}\n" for i in range(others)}
    wanted = lint(write(tmp_path / "good", **good)).findings
    folder = write(tmp_path / "mixed", **good, g00a=f"{act}\n")
    report = lint(folder, limits=QUICK, jobs=2)
    assert [(d.path, d.reason) for d in report.documents if d.status != "checked"] == [("g00a.beast", REASONS[act])]
    assert report.findings == wanted and len(report.documents) == others + 1 and not report.internal_errors


@pytest.mark.skipif(not pool.FORKS, reason="a process for given bytes is dear here: see docs/reliability.md")
@pytest.mark.parametrize("act", REASONS)
def test_02_nor_when_bytes_are_given(act: str, tmp_path: Path) -> None:
    good = {f"g{i:02}": f"CODE {i}\n" for i in range(3)}
    wanted = lint(write(tmp_path / "good", **good)).findings
    given = {f"{name}.beast": text.encode() for name, text in {**good, "g00a": f"{act}\n"}.items()}
    report = lint(given, limits=QUICK)
    assert [(d.path, d.reason) for d in report.documents if d.status != "checked"] == [("g00a.beast", REASONS[act])]
    assert report.findings == wanted and len(report.documents) == 4 and not report.internal_errors


def test_02_bytes_have_a_limit_as_files_have() -> None:
    (document,) = lint({"a.beast": b"CODE\n" * 100}, limits=QUICK._replace(file_bytes=400)).documents
    assert (document.status, document.reason) == ("unreadable", "too-large")


def test_02_a_reader_that_needs_a_process_gets_one_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def answer_all(setup: object, tasks: Sequence[object], jobs: int, bounds: object) -> Iterator[tuple[int, object]]:
        asked.append(jobs)
        yield from ((index, pool.Lost("died")) for index in range(len(tasks)))

    monkeypatch.setattr(pool, "FORKS", False)
    monkeypatch.setattr(pool, "answer_all", answer_all)
    plugins = wild_plugins()
    given = {"a.beast": b"CODE\n"}
    assert [d.status for d in lint(given, plugins=plugins).documents] == ["checked"] and asked == []
    isolated = tuple(reader._replace(isolate=True) for reader in plugins.readers)
    monkeypatch.setattr(Plugins, "readers", property(lambda self: isolated))
    assert [d.status for d in lint(given, plugins=plugins).documents] == ["unreadable"] and asked == [1]


def test_02_fresh_interpreters_survive_given_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "FORKS", False)
    given = {"a.beast": b"CODE\n", "b.beast": b"KILL\n", "c.beast": b"HANG\n"}
    report = lint(given, limits=QUICK, jobs=2)
    assert [d.reason for d in report.documents] == ["", "died", "timeout"]


@pytest.mark.parametrize("allowed", [0, 1])
def test_02_a_system_without_processes_is_said(allowed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path, **{f"g{i:02}": f"CODE {i}\n" for i in range(25)})
    wanted = lint(folder, jobs=2)
    fork, forked = os.fork, 0

    def few() -> int:
        nonlocal forked
        forked += 1
        if forked > allowed:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        return fork()

    monkeypatch.setattr(os, "fork", few)
    monkeypatch.setattr(pool, "_PAUSES", (0.0,))
    if allowed:
        assert lint(folder, jobs=2) == wanted
    else:
        with pytest.raises(QmslintError) as refused:
            lint(folder, jobs=2)
        assert "tiến trình" in refused.value.message.vi and "process" in refused.value.message.en


def test_02_every_act_is_tried() -> None:
    assert set(ACTS) - set(REASONS) == {"NOISE"}


def test_02_a_folder_with_many_beasts_yields_the_full_report_of_the_rest(tmp_path: Path) -> None:
    good = {f"g{i:03}": f"CODE {i}\n" for i in range(200)}
    wanted = lint(write(tmp_path / "good", **good)).findings
    bad = {f"g{17 * i:03}x": f"{act}\n" for i, act in enumerate(REASONS)}
    report = lint(write(tmp_path / "mixed", **good, **bad), limits=QUICK, jobs=2, cache=tmp_path / "cache")
    assert report.findings == wanted
    assert {d.path: d.reason for d in report.documents if d.reason and d.status == "unreadable"} == {
        f"{name}.beast": REASONS[text.strip()] for name, text in bad.items()
    }
    again = lint(tmp_path / "mixed", limits=QUICK, jobs=2, cache=tmp_path / "cache")
    assert again == report


@pytest.mark.parametrize("fact", ["FACT-OF-A-WRONG-KIND", "FACT-THAT-IS-NO-DATA", "FACT-PANIC"])
def test_02_facts_that_are_none_cost_their_document(fact: str, tmp_path: Path) -> None:
    report = lint(write(tmp_path, a=f"{fact}\n", b="CODE\n"))
    assert [f.evidence for f in report.findings if f.rule == "beast-loud" and f.path == "b.beast"] == ["CODE"]
    assert [d.path for d in report.documents] == ["a.beast", "b.beast"]
    if fact == "FACT-PANIC":
        assert report.documents[0].status == "unreadable"
    else:
        assert report.internal_errors == 1 and [f.path for f in report.findings] == ["a.beast", "b.beast"]


@pytest.mark.parametrize("rule", ["RULE-ERROR", "RULE-PANIC", "RULE-NONSENSE"])
def test_02_a_rule_that_fails_costs_its_judgement(rule: str, tmp_path: Path) -> None:
    report = lint(write(tmp_path, a=f"{rule}\n", b="CODE\n"))
    assert report.internal_errors == 1
    assert {(f.rule, f.path) for f in report.findings} >= {("internal-error", "a.beast"), ("beast-loud", "b.beast")}


def test_02_what_libraries_print_is_not_shown(tmp_path: Path) -> None:
    done = qmslint("check", ".", cwd=write(tmp_path, a="NOISE\n"), code=WITH_BEASTS)
    assert done.returncode == 1 and b"noise" not in done.stdout + done.stderr


def test_03_each_file_is_accounted_for(tmp_path: Path) -> None:
    names = ("empty.docx", "lies-pdf.docx", "ole-encrypted.docx", "zip-cut.docx", "odf-spaces.odt", "yaml-tag.yaml",
             "word-dangling.docx", "ole-cut.doc")
    hostile.write(tmp_path, names)
    for other in ("~$a.docx", "a.tmp", "b.png", ".hidden.docx", "sub/.git/x.docx", "sub/c.docx~", "d.yaml"):
        path = tmp_path / other
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    done = qmslint("check", ".", "--format", "json", cwd=tmp_path)
    data = json.loads(done.stdout)
    seen = {d["path"] for d in data["documents"]}
    found = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file() and ".git" not in p.parts}
    assert seen == found
    assert all(d["reason"] for d in data["documents"] if d["status"] in ("ignored", "unreadable"))
    words = {f["path"]: f["message"]["en"] for f in data["findings"] if f["rule"] == "document-unreadable"}
    for name, word in (("ole-encrypted.docx", "password"), ("zip-cut.docx", "cut short"), ("lies-pdf.docx", "PDF"),
                       ("odf-spaces.odt", "text_characters"), ("empty.docx", "empty"), ("ole-cut.doc", "cut short")):
        assert word in words[name]


def test_03_files_that_vanish_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from qmslint.run import check as conductor

    folder = write(tmp_path, a="CODE\n", b="CODE\n", c="CODE\n")
    find = conductor.find

    def find_and_remove(plan: object) -> object:
        found = find(plan)  # type: ignore[arg-type]
        (folder / "b.beast").unlink()
        (folder / "c.beast").unlink()
        os.mkfifo(folder / "c.beast")  # nobody writes to it: whoever opens it plainly waits for ever
        return found

    monkeypatch.setattr(conductor, "find", find_and_remove)
    report = lint(folder)
    assert [(d.path, d.reason) for d in report.documents if d.status != "checked"] == [
        ("b.beast", "vanished"), ("c.beast", "vanished")]
