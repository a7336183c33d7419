"""The command line as people use it: exit codes, languages, pipes, files, nothing that a terminal would obey."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from qmslint.workshop.schemas import all_schemas

BOOT = """
import sys
from qmslint.plugins import manager, entry_points
toy = entry_points.EntryPoint("toy", "tests.run.toy_plugin", "toy", "1")
own = [p for p in entry_points.installed() if p.module in ("qmslint.render", "qmslint.read", "qmslint.extract")]
manager.installed = lambda: [*(p for p in own if p.module == "qmslint.render"), toy]
from qmslint.cli import main
main()
"""
ROOT = Path(__file__).parents[2]


def qmslint(*arguments: str, cwd: Path, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
    return subprocess.run(
        [sys.executable, "-c", BOOT, *arguments], cwd=cwd, env=environment, capture_output=True, check=False, timeout=60
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.note").write_text("C1\nLOUD\n", encoding="utf-8")
    (tmp_path / "b.note").write_text("C1\nẾCH\x1b[31\x07\n", encoding="utf-8")
    (tmp_path / "c.note").write_text("UNREADABLE", encoding="utf-8")
    (tmp_path / "d.png").write_bytes(b"x")
    return tmp_path


def test_check_prints_findings_and_sums(folder: Path) -> None:
    done = qmslint("check", ".", "--as-of", "24/11/2026", cwd=folder)
    text = done.stdout.decode()
    assert done.returncode == 1 and not done.stderr, text
    for words in ("a.note", "toy-shout", "LOUD", "Cách sửa", "Tổng kết", "1 tệp (1 không phải tài liệu)", "24/11/2026"):
        assert words in text
    assert "\x1b" not in text and "\x07" not in text
    assert max(map(len, text.splitlines())) <= 80


def test_json_keeps_its_contract(folder: Path) -> None:
    done = qmslint("check", ".", "--format", "json", cwd=folder)
    data = json.loads(done.stdout)
    jsonschema.validate(data, all_schemas()["qmslint-report-1.json"])
    assert data["summary"]["unreadable"] == 1 and data["summary"]["ignored"] == 1
    assert {d["status"] for d in data["documents"]} == {"checked", "unreadable", "ignored"}
    assert all(f["fingerprint"] for f in data["findings"])


def test_inspect_keeps_its_contract(folder: Path) -> None:
    done = qmslint("inspect", "a.note", "c.note", cwd=folder)
    lines = [json.loads(line) for line in done.stdout.decode().splitlines()]
    for line in lines:
        jsonschema.validate(line, all_schemas()["qmslint-inspection-1.json"])
    assert lines[0]["identity"]["code"] == "C1" and lines[1]["problems"][0]["reason"] == "toy"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", "."], 1), (["check", ".", "--fail-on", "never"], 0), (["check", ".", "--select", "toy-shout"], 0),
        (["check", ".", "--select", "toy-shout", "--fail-on", "warning"], 1), (["check", "nowhere"], 3),
        (["check", "d.png"], 3), (["check", ".", "--select", "toy-shoot"], 2), (["check", ".", "--format", "jsn"], 2),
        (["check", ".", "--as-of", "31/02/2026"], 2), (["chek"], 2), (["explain", "toy-twin"], 0), (["rules"], 0),
        (["explain", "nothing"], 2), (["plugins"], 0), (["--help"], 0), (["--version"], 0), (["check", "--bad"], 2),
    ],
)
def test_exit_codes(folder: Path, arguments: list[str], code: int) -> None:
    done = qmslint(*arguments, cwd=folder)
    assert done.returncode == code, done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_changed_judges_the_set_and_shows_the_file(folder: Path) -> None:
    done = qmslint("check", "--changed", "b.note", "--format", "json", cwd=folder)
    data = json.loads(done.stdout)
    assert {f["path"] for f in data["findings"]} == {"b.note"} and data["summary"]["documents"] == 3
    assert done.returncode == 0  # the error about the twin stands at a.note


def test_output_goes_to_a_file_whole(folder: Path) -> None:
    done = qmslint("check", ".", "-o", "out/báo cáo.txt", cwd=folder)
    assert done.returncode == 1 and not done.stdout
    assert "Tổng kết" in (folder / "out" / "báo cáo.txt").read_text(encoding="utf-8")
    assert [p.name for p in (folder / "out").iterdir()] == ["báo cáo.txt"]


def test_a_console_of_another_code_page_gets_utf8(folder: Path) -> None:
    assert "Tổng kết" in qmslint("check", ".", cwd=folder, encoding="cp1252").stdout.decode("utf-8")


def test_a_closed_pipe_is_no_error(folder: Path) -> None:
    command = f"{sys.executable} -c '{BOOT}' check . 2>err | head -1"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True, check=True, timeout=60)
    assert "Traceback" not in (folder / "err").read_text()


def test_english_on_request(folder: Path) -> None:
    text = qmslint("check", ".", "--lang", "en", cwd=folder).stdout.decode()
    assert "Summary" in text and "Mend" in text and "Tổng kết" not in text


def test_init_writes_once_and_what_it_writes_is_understood(folder: Path) -> None:
    assert qmslint("init", ".", cwd=folder).returncode == 0
    assert "agency:" in (folder / "qmslint.yaml").read_text(encoding="utf-8")
    assert qmslint("init", ".", cwd=folder).returncode == 2
    assert qmslint("check", ".", cwd=folder).returncode == 1


def test_wrong_settings_stop_the_run(folder: Path) -> None:
    (folder / "qmslint.yaml").write_text("agencie: x\n", encoding="utf-8")
    done = qmslint("check", ".", cwd=folder)
    assert done.returncode == 2 and "dòng 1" in done.stderr.decode() and "agency" in done.stderr.decode()
