"""4: no silent loss. 5: bounded time. 6: bounded memory. 7: published limits, each adjustable and named when passed."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from fixtures.make import hostile
from fixtures.make.hostile.parts import HEAD, W, docx, docx_parts, odf_parts, paragraph, relations, xlsx_parts, zipped

from qmslint.config.load import parse_settings
from qmslint.model.document import Document, SourceFile, paragraphs
from qmslint.model.errors import UsageError
from qmslint.model.limits import Limits
from qmslint.plugins.manager import Plugins
from qmslint.run.inspect import inspect_bytes, reader_for
from qmslint.run.library import check
from tests.promises.ground import ROOT, environment, lint, problems, write

PLUGINS = Plugins()
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def read(data: bytes, name: str) -> Document:
    reader = reader_for(data, name, PLUGINS.readers)
    assert reader is not None
    return reader.read(SourceFile(name, reader.format, "", len(data)), data, Limits())


# ── 4 ──

PLACES = {
    "table": f"<w:tbl><w:tr><w:tc>{paragraph('MARK')}</w:tc></w:tr></w:tbl>",
    "box": f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('MARK')}</w:txbxContent></w:pict></w:r></w:p>",
    "control": f"<w:sdt><w:sdtContent>{paragraph('MARK')}</w:sdtContent></w:sdt>",
    "control in a line": "<w:p><w:sdt><w:sdtContent><w:r><w:t>MARK</w:t></w:r></w:sdtContent></w:sdt></w:p>",
    "insertion": "<w:p><w:ins><w:r><w:t>MARK</w:t></w:r></w:ins></w:p>",
    "link": "<w:p><w:hyperlink><w:r><w:t>MARK</w:t></w:r></w:hyperlink></w:p>",
    "field": '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>MARK</w:t></w:r></w:fldSimple></w:p>',
    "smart tag": "<w:p><w:smartTag><w:r><w:t>MARK</w:t></w:r></w:smartTag></w:p>",
}


def text_of(document: Document) -> str:
    said = [p.text for p in paragraphs(document.blocks)]
    said += [p.text for margin in document.margins for p in paragraphs(margin.blocks)]
    said += [p.text for note in document.notes for p in paragraphs(note.blocks)]
    return "\n".join([*said, *(comment.text for comment in document.comments)])


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("strict", [False, True])
def test_04_no_text_is_lost_in_silence(place: str, strict: bool) -> None:
    parts = docx_parts(PLACES[place])
    if strict:
        usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        parts = {n: str(p).replace(usual, "http://purl.oclc.org/ooxml/wordprocessingml/main") for n, p in parts.items()}
    assert "MARK" in text_of(read(zipped(parts), "a.docx"))


@pytest.mark.parametrize("part", ["header", "footer", "footnotes", "endnotes", "comments"])
def test_04_nor_beside_the_body(part: str) -> None:
    called = f'<w:p><w:r><w:{part.rstrip("s")}Reference w:id="2"/></w:r></w:p>'
    parts = docx_parts(
        paragraph("body") + called + f'<w:sectPr {_R}><w:{part}Reference w:type="default" r:id="r1"/></w:sectPr>')
    parts["word/_rels/document.xml.rels"] = relations(("r1", part, "side.xml"))
    root, note = {"header": "hdr", "footer": "ftr"}.get(part, part), part.rstrip("s")
    inside = paragraph("MARK") if root in ("hdr", "ftr") else f'<w:{note} w:id="2">{paragraph("MARK")}</w:{note}>'
    parts["word/side.xml"] = f"{HEAD}<w:{root} {W}>{inside}</w:{root}>"
    document = read(zipped(parts), "a.docx")
    assert "MARK" in text_of(document) and "body" in text_of(document)


# ── 5 ──


def calls(data: bytes, name: str) -> int:
    """How many functions are called to read a document: the same number however busy the machine is."""
    count = 0

    def called(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += 1

    inspect_bytes(name, data, PLUGINS)
    sys.setprofile(called)
    try:
        inspect_bytes(name, data, PLUGINS)
    finally:
        sys.setprofile(None)
    return count


def _rows(n: int) -> str:
    cells = "".join(f'<c r="{c}%d" t="inlineStr"><is><t>Quy trình {c}%d</t></is></c>' for c in "ABCD")
    return "".join(f'<row r="{i}">{cells % ((i,) * 8)}</row>' for i in range(1, n + 1))


GROWING: dict[str, Callable[[int], bytes]] = {
    "a.docx": lambda n: docx("".join(paragraph(f"Bước {i}: tiếp nhận hồ sơ, ghi sổ số {i}.") for i in range(n))),
    "b.docx": lambda n: docx("<w:tbl>" + "".join(
        f"<w:tr><w:tc>{paragraph(f'{i}')}</w:tc><w:tc>{paragraph(f'BM.{i:02}')}</w:tc></w:tr>" for i in range(n)
    ) + "</w:tbl>"),
    "c.xlsx": lambda n: zipped(xlsx_parts(_rows(n))),
    "d.odt": lambda n: zipped(odf_parts("text", "".join(f"<text:p>Mục {i}. Trách nhiệm</text:p>" for i in range(n)))),
    "e.md": lambda n: "".join(f"## {i}. Mục {i}\n\nTheo Luật số {i}/2020/QH14.\n\n" for i in range(n)).encode(),
    "f.yaml": lambda n: b"qmslint: record/1\nkind: form\ntext:\n" + "".join(f"- Dòng {i}\n" for i in range(n)).encode(),
}


@pytest.mark.parametrize("name", GROWING)
def test_05_work_grows_with_size_and_no_faster(name: str) -> None:
    few, many = calls(GROWING[name](400), name), calls(GROWING[name](1600), name)
    assert many < 4.8 * few, (few, many)


def test_05_what_takes_too_long_is_stopped(tmp_path: Path) -> None:
    found = problems(write(tmp_path, a="HANG\n", b="SLEEP\n", c="CODE\n"), Limits(seconds=1.5))
    assert {path: p.reason for path, p in found.items()} == {"a.beast": "timeout", "b.beast": "timeout"}
    assert all("seconds" in p.message.vi and "seconds" in p.message.en for p in found.values())


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no clock of the processor here: see docs/reliability.md")
def test_05_a_rule_that_never_ends_costs_its_judgement(tmp_path: Path) -> None:
    report = lint(write(tmp_path, a="CODE\n", b="RULE-HANG\n", c="CODE\n"), limits=Limits(seconds=1.5))
    assert report.internal_errors == 1
    assert [(f.rule, f.path) for f in report.findings] == [
        ("beast-loud", "a.beast"), ("internal-error", "b.beast"), ("beast-loud", "c.beast")]
    assert "seconds" in report.findings[1].message.vi
    assert signal.getsignal(signal.SIGVTALRM) is signal.SIG_DFL
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_05_nor_does_another_owner_of_the_clock_lose_it(tmp_path: Path) -> None:
    folder = write(tmp_path, a="CODE\n")
    wanted = lint(folder)
    before = signal.signal(signal.SIGVTALRM, lambda number, frame: None)
    try:
        mine = signal.getsignal(signal.SIGVTALRM)
        assert lint(folder) == wanted and signal.getsignal(signal.SIGVTALRM) is mine
    finally:
        signal.signal(signal.SIGVTALRM, before)
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(lint(folder)))
    thread.start()
    thread.join()
    assert found == [wanted]


# ── 6 ──

PEAK = """
import resource, sys
from qmslint.api import Limits, SourceFile
from qmslint.plugins.manager import Plugins
from qmslint.run.inspect import inspect_bytes
plugins = Plugins()
small, data = (open(path, "rb").read() for path in sys.argv[1:])
inspect_bytes("a.docx", small, plugins)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
assert inspect_bytes("a.docx", data, plugins).document
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024)
"""


@pytest.mark.parametrize("rows", [0, 1500])
def test_06_memory_is_at_most_thirty_times_the_unpacked_text(rows: int, tmp_path: Path) -> None:
    line = paragraph("Công chức tiếp nhận hồ sơ, kiểm tra, ghi vào sổ theo dõi và trả giấy hẹn cho người nộp hồ sơ.")
    cells = f"<w:tc>{line}</w:tc>" * 10
    body = "<w:tbl>" + f"<w:tr>{cells}</w:tr>" * rows + "</w:tbl>" if rows else line * 40_000
    (tmp_path / "small").write_bytes(docx())
    (tmp_path / "large").write_bytes(docx(body))
    done = subprocess.run(
        [sys.executable, "-c", PEAK, str(tmp_path / "small"), str(tmp_path / "large")], env=environment(),
        capture_output=True, check=True, timeout=120,
    )
    assert int(done.stdout) < 30 * len(body.encode())


@pytest.mark.parametrize("files", [1, 30])
def test_06_what_swells_is_stopped(files: int, tmp_path: Path) -> None:
    good = {f"b{i}": "CODE\n" for i in range(files)}
    found = problems(write(tmp_path, a="SWELL\n", **good), Limits(memory_bytes=200 * 2**20))
    assert {path: p.reason for path, p in found.items()} == {"a.beast": "memory"}
    assert "memory_bytes" in found["a.beast"].message.vi and "memory_bytes" in found["a.beast"].message.en


# ── 7 ──

_TABLE = "<w:tbl>" + ("<w:tr>" + f"<w:tc>{paragraph()}</w:tc>" * 5 + "</w:tr>") * 5 + "</w:tbl>"
_YAML = b"qmslint: record/1\nkind: form\n"
PASSED: dict[str, tuple[str, Callable[[], bytes], float]] = {
    # limit: a file that is well below the usual bound, and a bound that it passes
    "file_bytes": ("a.docx", docx, 500),
    "unpacked_bytes": ("a.docx", docx, 300),
    "entries": ("a.docx", docx, 2),
    "ratio": ("a.docx", lambda: docx(paragraph("x") * 60_000), 2),
    "xml_depth": ("a.docx", docx, 4),
    "paragraphs": ("a.docx", lambda: docx(paragraph() * 20), 10),
    "cells": ("a.docx", lambda: docx(_TABLE), 20),
    "text_characters": ("a.docx", docx, 5),
    "pages": ("a.pdf", (ROOT / "fixtures" / "formats" / "pdf" / "quy-trinh-he-thong.pdf").read_bytes, 1),
    "yaml_nodes": ("a.yaml", lambda: _YAML + b"text: [a, b, c, d]\n", 5),
    "yaml_aliases": ("a.yaml", lambda: _YAML + b"text: [&a x, *a, *a]\n", 1),
    "yaml_depth": ("a.yaml", lambda: _YAML + b"text: [{table: [[x]]}]\n", 3),
}
ELSEWHERE = {"seconds", "memory_bytes", "folder_depth", "ocr_pages"}


def test_07_every_limit_is_tried() -> None:
    assert set(PASSED) | ELSEWHERE == set(Limits._fields)


@pytest.mark.parametrize("limit", PASSED)
def test_07_a_limit_passed_is_one_finding_that_names_it(limit: str, tmp_path: Path) -> None:
    name, make, bound = PASSED[limit]
    if not any(name.endswith(reader.suffixes) for reader in PLUGINS.readers):
        pytest.skip(f"{name} is read with qmslint[pdf]")
    (tmp_path / name).write_bytes(make())
    (tmp_path / "b.md").write_text("# x\n")
    assert [d.reason for d in check(tmp_path).documents if d.status == "unreadable"] == []
    (tmp_path / "qmslint.yaml").write_text(f"limits: {{{limit}: {bound}}}\n")
    report = check(tmp_path)
    (finding,) = [f for f in report.findings if f.rule == "document-unreadable" and f.path == name]
    assert [d.reason for d in report.documents if d.path == name] == ["too-large"]
    assert limit in finding.message.vi and limit in finding.message.en


@pytest.mark.parametrize("limit, name, body", [
    ("xml_depth", "a.docx", "xml-deep-boxes.docx"), ("paragraphs", "a.docx", "word-300000-paragraphs.docx")])
def test_07_a_limit_can_be_raised(limit: str, name: str, body: str) -> None:
    data = hostile.CASES[body]()
    low, high = Limits(**{limit: 50}), Limits(**{limit: 400_000})
    assert inspect_bytes(name, data, PLUGINS, low).document is None
    assert inspect_bytes(name, data, PLUGINS, high).document is not None


def test_07_folders_have_a_depth(tmp_path: Path) -> None:
    write(tmp_path, a="CODE\n")
    write(tmp_path / "x" / "y", b="CODE\n")
    report = lint(tmp_path, limits=Limits(folder_depth=1))
    assert [d.path for d in report.documents] == ["a.beast"]
    assert [(i.path, i.reason) for i in report.ignored] == [("x/y", "too-deep")]


@pytest.mark.parametrize("text, words", [
    ("limits:\n  cels: 5\n", ("dòng 2", "cells")), ("limits:\n  cells: 0\n", ("dòng 2", "cells")),
    ("limits:\n  ratio: 5\n  seconds: .inf\n", ("dòng 3", "seconds")),
    ("limits:\n  cells: many\n", ("dòng 2", "cells")),
    ("limits: 7\n", ("dòng 1", "limits")),
])
def test_07_a_wrong_limit_is_refused_with_its_line(text: str, words: tuple[str, ...]) -> None:
    with pytest.raises(UsageError) as refused:
        parse_settings(text, "qmslint.yaml", PLUGINS)
    said = refused.value.message.vi + refused.value.mend.vi
    assert all(word in said for word in words), said


def test_07_other_limits_are_other_facts(tmp_path: Path) -> None:
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "a.docx").write_bytes(docx(paragraph() * 20))
    cache = tmp_path / "cache"
    tight = Limits(paragraphs=10)
    assert [d.status for d in check(tmp_path / "set", cache=cache, limits=tight).documents] == ["unreadable"]
    assert [d.status for d in check(tmp_path / "set", cache=cache).documents] != ["unreadable"]
