"""8: sources are never written. 9: nothing is fetched or executed. 10: only regular files are opened."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from fixtures.make import hostile
from fixtures.make.hostile.parts import HEAD, W, docx_parts, paragraph, zipped

from tests.promises.ground import ROOT, WATCHED, environment, lint, qmslint, write

COMMANDS = {
    "check": ("check", "."),
    "check as JSON": ("check", ".", "--format", "json", "--no-cache"),
    "check of a changed file": ("check", "--changed", "a.md"),
    "inspect": ("inspect", "."),
    "due": ("due", "."),
    "impact": ("impact", "118/2025/NĐ-CP", "."),
    "init": ("init", ".", "--stdout"),
    "law": ("law", "show", "118/2025/NĐ-CP"),
    "rules": ("rules",),
    "plugins": ("plugins",),
    "explain": ("explain", "document-unreadable"),
}


def state(folder: Path) -> dict[str, tuple[str, int, int, str]]:
    """Every file and folder with its content, time, mode and link."""
    found = {}
    for path in [folder, *sorted(folder.rglob("*"))]:
        status = path.lstat()
        content = sha256(path.read_bytes()).hexdigest() if stat.S_ISREG(status.st_mode) else ""
        link = os.readlink(path) if path.is_symlink() else ""  # noqa: PTH115
        found[str(path)] = (content, status.st_mtime_ns, status.st_mode, link)
    return found


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents") / "set"
    folder.mkdir()
    (folder / "a.md").write_text("# Quy trình\n", encoding="utf-8")
    made = ROOT / "fixtures" / "agency"
    for pattern in ("*.doc", "*.docx", "*.xlsx", "*.yaml"):
        for path in sorted(made.rglob(pattern))[:3]:
            if path.name != "qmslint.yaml":
                shutil.copy(path, folder / path.name)
    hostile.write(folder, ("zip-cut.docx", "ole-cut.doc", "yaml-tag.yaml", "odf-spaces.odt", "rtf-whole.rtf",
                           "sheet-corner.xlsx", "odf-empty-repeats.ods", "lies-pdf.docx"))
    (folder / "link.docx").symlink_to(folder / "zip-cut.docx")
    return folder


@pytest.fixture(params=["writable", "read-only"])
def guarded(documents: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    modes = {path: path.lstat().st_mode for path in [documents, *documents.rglob("*")] if not path.is_symlink()}
    if request.param == "read-only":
        for path in modes:
            path.chmod(0o555 if path.is_dir() else 0o444)
    yield documents
    for path, mode in modes.items():
        path.chmod(mode)


@pytest.mark.parametrize("command", COMMANDS)
def test_08_no_command_touches_a_source(command: str, guarded: Path, tmp_path: Path) -> None:
    before = state(guarded)
    temporary, log = tmp_path / "temporary", tmp_path / "log"
    temporary.mkdir()
    done = qmslint(*COMMANDS[command], cwd=guarded, code=WATCHED,
                   more={"TMPDIR": str(temporary), "WATCH_LOG": str(log), "QMSLINT_CACHE": str(tmp_path / "cache"),
                         "PYTHONDONTWRITEBYTECODE": "1"})
    assert done.returncode in (0, 1), done.stderr.decode()
    assert state(guarded) == before
    assert list(temporary.iterdir()) == []
    assert {p.name for p in tmp_path.iterdir()} <= {"temporary", "log", "cache"}
    allowed = ["/dev/null"] if "--no-cache" in COMMANDS[command] else ["/dev/null", f"{tmp_path / 'cache'}/"]
    written = [line for line in log.read_text().splitlines() if not any(place in line for place in allowed)]
    assert written == []  # 9 too: no connection, no program, no file opened for writing


# A folder seen through a mount that nobody can write to, in a name space of its own; that it is one is tried first.
_MOUNTED = """
mount --bind . . && mount -o remount,bind,ro . && cd "$PWD" && ! touch probe 2>/dev/null || exit 99
exec "$@"
"""


def _through_a_mount(folder: Path, *command: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["unshare", "-rm", "sh", "-c", _MOUNTED, "sh", *command], cwd=folder, env=environment(**more),
        capture_output=True, check=False, timeout=120)


@pytest.fixture(scope="module")
def mounts(documents: Path) -> None:
    if shutil.which("unshare") is None:
        pytest.skip("no unshare here: a mount cannot be made read-only")
    tried = _through_a_mount(documents, "true")
    if tried.returncode != 0:
        pytest.skip(f"no mount of one's own is allowed here: {tried.stderr.decode(errors='replace').strip()}")


@pytest.mark.usefixtures("mounts")
@pytest.mark.parametrize("command", COMMANDS)
def test_08_no_command_needs_to_write_where_the_documents_are(command: str, documents: Path, tmp_path: Path) -> None:
    before = state(documents)
    wanted = qmslint(*COMMANDS[command], cwd=documents, more={"QMSLINT_CACHE": str(tmp_path / "cache")})
    homes = {"HOME": str(documents), "XDG_CACHE_HOME": str(documents / "cache"), "QMSLINT_CACHE": ""}
    for more in (homes, {"QMSLINT_CACHE": str(documents / "cache")}):  # where facts were kept is read-only too
        done = _through_a_mount(
            documents, sys.executable, "-c", "from qmslint.cli import main; main()", *COMMANDS[command], **more)
        assert (done.returncode, done.stdout) == (wanted.returncode, wanted.stdout), done.stderr.decode()
        assert not done.stderr.replace(wanted.stderr, b"")
    assert state(documents) == before


@pytest.mark.usefixtures("mounts")
def test_08_a_report_that_cannot_be_written_there_is_said(documents: Path) -> None:
    before = state(documents)
    done = _through_a_mount(
        documents, sys.executable, "-c", "from qmslint.cli import main; main()", "check", ".", "-o", "report.txt",
        QMSLINT_CACHE="")
    assert done.returncode == 2 and "Không ghi được".encode() in done.stderr and b"Traceback" not in done.stderr
    assert state(documents) == before


def test_09_the_watch_sees(tmp_path: Path) -> None:
    log = tmp_path / "log"
    code = WATCHED.rpartition("from qmslint.cli")[0] + (
        "import socket, subprocess\nopen('x', 'w')\nsubprocess.run(['true'])\n"
        "try: socket.create_connection(('127.0.0.1', 9))\nexcept OSError: pass\n"
    )
    qmslint(cwd=tmp_path, code=code, more={"WATCH_LOG": str(log)})
    seen = log.read_text()
    assert all(event in seen for event in ("open ('x'", "subprocess.Popen", "socket.connect"))


@pytest.mark.parametrize("entity", ["entity", "parameter", "dtd", "include"])
def test_09_no_other_file_comes_in(entity: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("BIMATQUOCGIA")
    url = secret.as_uri()
    main = {
        "entity": f'<!DOCTYPE w [<!ENTITY e SYSTEM "{url}">]><w:document {W}><w:body>{paragraph("&e;")}',
        "parameter": f'<!DOCTYPE w [<!ENTITY % e SYSTEM "{url}"> %e;]><w:document {W}><w:body>{paragraph()}',
        "dtd": f'<!DOCTYPE w SYSTEM "{url}"><w:document {W}><w:body>{paragraph()}',
        "include": f'<w:document {W} xmlns:xi="http://www.w3.org/2001/XInclude"><w:body>'
        f'<w:p><w:r><w:t><xi:include href="{url}" parse="text"/></w:t></w:r></w:p>{paragraph()}',
    }[entity]
    (tmp_path / "set").mkdir()
    parts = {**docx_parts(), "word/document.xml": f"{HEAD}{main}</w:body></w:document>"}
    (tmp_path / "set" / "a.docx").write_bytes(zipped(parts))
    (tmp_path / "set" / "b.yaml").write_text(f"qmslint: record/1\nkind: form\ntext: [!include {secret}, !!str x]\n")
    for command in ("check", "inspect"):
        done = qmslint(command, ".", cwd=tmp_path / "set")
        assert b"BIMATQUOCGIA" not in done.stdout + done.stderr and done.stdout


def test_10_only_regular_files_are_opened(tmp_path: Path) -> None:
    folder = write(tmp_path / "set", a="CODE\n")
    for name in ("pipe.beast", "pipe", ".gitignore"):
        os.mkfifo(folder / name)
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(folder / "socket.beast"))
    (folder / "zero.beast").symlink_to("/dev/zero")
    (folder / "loop.beast").symlink_to(folder / "loop.beast")
    (folder / "up").symlink_to(folder, target_is_directory=True)
    (folder / "gone.beast").symlink_to(folder / "nowhere")
    report = lint(folder)
    listening.close()
    assert [d.path for d in report.documents] == ["a.beast"]
    assert dict(report.ignored) == {
        ".gitignore": "not-regular", "pipe": "not-regular", "pipe.beast": "not-regular", "socket.beast": "not-regular",
        "zero.beast": "not-regular", "loop.beast": "unreadable", "up": "link", "gone.beast": "unreadable"}


@pytest.mark.parametrize("name", ["pipe.docx", "zero.docx", "pipe.yaml"])
def test_10_nor_when_they_are_named(name: str, tmp_path: Path) -> None:
    if name.startswith("pipe"):
        os.mkfifo(tmp_path / name)
    else:
        (tmp_path / name).symlink_to("/dev/zero")
    done = qmslint("check", name, cwd=tmp_path)
    assert done.returncode == 3 and b"Traceback" not in done.stderr


def test_10_settings_that_are_a_pipe_are_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "qmslint.yaml")
    (tmp_path / "a.md").write_text("x")
    assert qmslint("check", ".", cwd=tmp_path).returncode in (0, 1)
    assert qmslint("check", ".", "--config", "qmslint.yaml", cwd=tmp_path).returncode == 2
