"""11: same input, same output. 12: one text in several spellings of bytes, the same findings. 13: safe reports."""

from __future__ import annotations

import csv
import io
import json
import random
import re
import shutil
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from qmslint.model.base import Level
from qmslint.model.finding import Finding, Related
from qmslint.model.inspection import Ignored
from qmslint.model.location import Location, Place
from qmslint.model.report import CheckedDocument, Report
from qmslint.model.text import Text
from qmslint.plugins.manager import Plugins
from qmslint.plugins.parts import RenderOptions
from qmslint.run.library import check
from tests.promises.ground import DAY, ROOT, WITH_BEASTS, qmslint, write

# ── 11 ──


@pytest.fixture(scope="module")
def agency(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("same") / "agency"
    shutil.copytree(ROOT / "fixtures" / "agency-with-defects", folder)
    return folder


WAYS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "another seed of hashes": ((), {"PYTHONHASHSEED": "1"}),
    "random hashes": ((), {"PYTHONHASHSEED": "random"}),
    "one process": (("-j", "1"), {}),
    "three processes": (("-j", "3"), {}),
    "no cache": (("--no-cache",), {}),
    "a locale of plain letters": ((), {"LC_ALL": "C", "LANG": "C"}),
    "names of files in plain letters": ((), {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "another time zone": ((), {"TZ": "Pacific/Kiritimati"}),
    "a narrow terminal of colours": ((), {"COLUMNS": "40", "FORCE_COLOR": "1"}),
}


@pytest.mark.parametrize("form", ["text", "json"])
def test_11_the_same_report_to_the_byte(form: str, agency: Path, tmp_path: Path) -> None:
    arguments = ("check", ".", "--as-of", "2026-11-24", "--format", form)
    cache = {"QMSLINT_CACHE": str(tmp_path / "cache")}
    first = qmslint(*arguments, cwd=agency, more={"PYTHONHASHSEED": "0", **cache})
    assert first.returncode == 1 and len(first.stdout) > 5000
    for way, (more, variables) in WAYS.items():
        again = qmslint(*arguments, *more, cwd=agency, more={**cache, **variables})
        assert again.stdout == first.stdout, way


def test_11_for_any_order_of_files(agency: Path) -> None:
    files = [str(p) for p in agency.rglob("*") if p.is_file()]
    reports = set()
    for seed in range(2):
        random.Random(seed).shuffle(files)
        reports.add(check(files, as_of=DAY))
    assert len(reports) == 1


# ── 12 ──

_TEXT = (
    "---\nkind: system-procedure\nidentity: {code: QT.01, title: Tiếp công dân}\n---\n# QUY TRÌNH\n\n## 1. MỤC ĐÍCH\n\n"
    "Thực hiện Nghị định số 118/2025/NĐ-CP ngày 31/02/2025 và BM.99; viết tắt: HTQLCL.\n\n## 3. NỘI DUNG\n\n"
    "| TT | Bước | Thời gian |\n|---|---|---|\n| 1 | Tiếp nhận | ... ngày |\n\n[điền vào đây]\n"
)
SPELLINGS: dict[str, Callable[[str], bytes]] = {
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text).encode(),
    "a mark at the start": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "line ends of old Macintosh": lambda text: text.replace("\n", "\r").encode(),
    "all of it": lambda text: b"\xef\xbb\xbf" + unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode(),
}


def _said(data: bytes) -> list[tuple[str, str, str]]:
    report = check({"a.md": data}, as_of=DAY)
    return [
        (f.rule, unicodedata.normalize("NFC", f.message.vi), f.at.label("vi")) for f in report.findings
        if f.rule != "text-not-nfc"  # which is about this very thing
    ]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_12_the_same_findings_however_letters_are_spelt(spelling: str) -> None:
    plain = _said(_TEXT.encode())
    assert len(plain) >= 3
    assert _said(SPELLINGS[spelling](_TEXT)) == plain


# ── 13 ──

EVIL = "=HYPERLINK(\"http://x\")\x1b[31m\x07\x00\ud800\u202e<script>alert(1)</script>]]>&\r\n::error::x\t|\x9b\x85"
_OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _report() -> Report:
    words = Text(EVIL, EVIL)
    findings = tuple(
        Finding("rule-name", level, words, words, path, Location(1, Place.BODY, heading=EVIL, sheet=EVIL, key=EVIL),
                start + EVIL, clauses=("7.5.2",), basis=(EVIL,), related=(Related(EVIL, Location(2), words),),
                fingerprint="f")
        for level, start, path in zip(Level, "+-@", (EVIL, "a.docx", ""), strict=True)
    )
    document = CheckedDocument(EVIL, EVIL, findings[0].confidence, "checked", EVIL, _identity(), "docx")
    return Report(date(2026, 11, 24), EVIL, findings, documents=(document,), ignored=(Ignored(EVIL, EVIL),),
                  agency=EVIL, settings_path=EVIL, rules_run=("rule-name",))


def _identity() -> Any:
    from qmslint.model.facts import Identity

    return Identity(code=EVIL, title=EVIL)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _constant(word: str) -> None:
    raise AssertionError(word)


def _is_safe_json(data: bytes) -> None:
    for text in _strings(json.loads(data, parse_constant=_constant)):
        text.encode("utf-8")  # no lone surrogate, by an escape or outright
        assert "\x1b" not in data.decode()


def _is_safe_xml(data: bytes) -> None:
    from lxml import etree

    etree.fromstring(data)


def _is_safe_csv(data: bytes) -> None:
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        assert not [cell for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]


def _is_safe_workbook(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                _is_safe_xml(archive.read(name))
                assert b"<f>" not in archive.read(name)


def _is_safe_text(data: bytes) -> None:
    assert _OBEYED.sub("", data.decode()) == data.decode()


def _is_safe_page(data: bytes) -> None:
    assert b"<script>alert" not in data and b"\x1b" not in data


CHECKS: dict[str, Callable[[bytes], None]] = {
    ".json": _is_safe_json, ".sarif": _is_safe_json, ".xml": _is_safe_xml, ".csv": _is_safe_csv,
    ".xlsx": _is_safe_workbook, ".docx": _is_safe_workbook, ".html": _is_safe_page,
}


@pytest.mark.parametrize("name", sorted(Plugins().renderers))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_13_every_report_is_safe_to_open(name: str, language: str) -> None:
    renderer = Plugins().renderers[name]
    data = renderer.render(_report(), RenderOptions(language, width=80))
    data.decode("utf-8") if renderer.suffix not in (".xlsx", ".docx", ".pdf") else None
    CHECKS.get(renderer.suffix, _is_safe_text)(data)
    for line in data.splitlines():
        assert not line.startswith((b"::error::x", b"##["))  # what a build server would obey


NAMES = ["a\nb.beast", "\x1b[2J\x07.beast", b"\xff\xfe.beast", "=1+1.beast", "\u202egpj.beast", "::error::.beast"]


@pytest.mark.parametrize("arguments", [
    ("check", "."), ("check", ".", "--format", "json"), ("inspect", "."), ("due", "."), ("init", ".", "--stdout")])
def test_13_names_of_files_are_printed_harmlessly(arguments: tuple[str, ...], tmp_path: Path) -> None:
    import os

    for name in NAMES:
        with open(os.path.join(os.fsencode(tmp_path), os.fsencode(name)), "w") as file:  # noqa: PTH118
            file.write("CODE \x1b[31m\x07\u202e\n")
    done = qmslint(*arguments, cwd=tmp_path, code=WITH_BEASTS)
    assert done.returncode in (0, 1), done.stderr
    shown = (done.stdout + done.stderr).decode("utf-8")
    if "json" in arguments or arguments[0] == "inspect":
        for line in [shown] if "json" in arguments else shown.splitlines():
            _is_safe_json(line.encode())
        assert "\x1b" not in shown
    else:
        _is_safe_text(shown.encode())
    if "json" in arguments:
        assert len(json.loads(shown)["documents"]) == len(NAMES)


@pytest.mark.parametrize("command", [
    ("check",), ("check", "--format", "json"), ("check", "--changed"), ("inspect",), ("due",), ("init", "--stdout")])
@pytest.mark.parametrize("name", NAMES)
def test_13_nor_when_such_a_file_is_named(name: str | bytes, command: tuple[str, ...], tmp_path: Path) -> None:
    import os

    given = os.fsdecode(name)
    with open(os.path.join(tmp_path, given), "w") as file:  # noqa: PTH118
        file.write("CODE\n")
    done = qmslint(*command, "--", given, cwd=tmp_path, code=WITH_BEASTS)
    assert done.returncode in (0, 1, 2) and b"Traceback" not in done.stderr, done.stderr
    shown = (done.stdout + done.stderr).decode("utf-8")
    if "json" in command:
        _is_safe_json(done.stdout)
        assert len(json.loads(done.stdout)["documents"]) == 1
    elif command[0] != "inspect":
        _is_safe_text(shown.encode())
    assert "\x1b" not in shown


@pytest.mark.parametrize("name", ["ra\nquả.txt", "\x1b[2J.txt", b"\xff\xfe.txt"])
def test_13_nor_the_name_of_the_report(name: str | bytes, tmp_path: Path) -> None:
    import os

    given = os.fsdecode(name)
    done = qmslint("check", "set", "-o", given, cwd=write(tmp_path / "set", a="CODE\n").parent, code=WITH_BEASTS)
    assert done.returncode == 1 and given in os.listdir(tmp_path), done.stderr  # noqa: PTH208
    _is_safe_text(done.stdout + done.stderr)


@pytest.mark.parametrize("arguments", [
    ("check", "no\x1b[31m\x07.docx"), ("check", ".", "--config", "\x1b[2J.yaml"), ("check", ".", "--select", "\x1b[2J"),
    ("\x1b[2J",), ("explain", "\x1b[2J\x9b"), ("check", ".", "--format", "\x1b]0;x\x07"),
    ("check", ".", "--as-of", "\x1b[2J"), ("check", ".", "--bad-\x1b[2J"), ("check", ".", "--fail-on", "\x1b[2J")])
def test_13_nor_do_messages_pass_on_what_a_terminal_obeys(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = qmslint(*arguments, cwd=write(tmp_path, a="CODE\n"), code=WITH_BEASTS)
    assert done.returncode in (2, 3)
    _is_safe_text(done.stdout + done.stderr)


def test_13_nor_words_of_a_settings_file(tmp_path: Path) -> None:
    (tmp_path / "qmslint.yaml").write_text('"agen\\u001b[31mcy": 1\nplugins: ["\\u001b[2J"]\n')
    done = qmslint("check", ".", cwd=write(tmp_path, a="CODE\n"), code=WITH_BEASTS)
    assert done.returncode == 2
    _is_safe_text(done.stdout + done.stderr)
