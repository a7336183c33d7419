"""14: fixed exit statuses. 15: clean ends. 16: runs side by side, damaged caches. 17: bad inputs stay fixed."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fixtures.make import hostile

from tests.promises.ground import ROOT, WITH_BEASTS, environment, lint, qmslint, write

# ── 14 ──


@pytest.mark.parametrize("text, arguments, status", [
    ("CODE\n", ("check", ".", "--fail-on", "never"), 0),
    ("CODE\n", ("check", "."), 1),
    ("ERROR\n", ("check", "."), 0),  # the rule that reports unreadable files is not among these plug-ins
    ("RULE-ERROR\n", ("check", "."), 2),
    ("RULE-PANIC\n", ("check", ".", "--fail-on", "never"), 2),
    ("CODE\n", ("check", ".", "--select", "nothing"), 2),
    ("CODE\n", ("check", ".", "--config", "nowhere.yaml"), 2),
    ("CODE\n", ("check", ".", "--jobs", "-1"), 2),
    ("CODE\n", ("check", "nowhere"), 3),
])
def test_14_statuses_are_fixed(text: str, arguments: tuple[str, ...], status: int, tmp_path: Path) -> None:
    done = qmslint(*arguments, cwd=write(tmp_path, a=text), code=WITH_BEASTS)
    assert done.returncode == status, done.stderr
    assert b"Traceback" not in done.stderr


def test_14_a_system_without_processes_is_said_in_words(tmp_path: Path) -> None:
    code = "import os, errno\ndef fork(): raise BlockingIOError(errno.EAGAIN, 'none left')\nos.fork = fork\n"
    done = qmslint("check", ".", "--no-cache", cwd=write(tmp_path, a="CODE\n"), code=code + WITH_BEASTS)
    assert done.returncode == 2 and not done.stdout
    assert "tiến trình".encode() in done.stderr and "Không ghi".encode() not in done.stderr


def test_14_an_internal_error_leaves_the_report_complete(tmp_path: Path) -> None:
    done = qmslint("check", ".", cwd=write(tmp_path, a="RULE-ERROR\n", b="CODE\n"), code=WITH_BEASTS)
    assert done.returncode == 2
    assert b"internal-error" in done.stdout and b"beast-loud" in done.stdout and "Tổng kết".encode() in done.stdout


# ── 15 ──


def _started(
    folder: Path, *arguments: str, hangup: signal.Handlers = signal.SIG_DFL, **more: str
) -> subprocess.Popen[bytes]:
    """The program over this folder; how it meets a hang-up is not left to what started the tests (nohup ignores it)."""
    return subprocess.Popen(
        [sys.executable, "-c", WITH_BEASTS, "check", ".", *arguments], cwd=folder, env=environment(**more),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, hangup))


def _family(group: int) -> list[int]:
    """The living processes of a session, zombies not counted."""
    found = []
    for path in Path("/proc").iterdir():
        try:
            fields = (path / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if len(fields) > 3 and int(fields[3]) == group and fields[0] != "Z":
            found.append(int(path.name))
    return found


def _wait_until(condition: object, seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():  # type: ignore[operator]
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc here")
@pytest.mark.parametrize("number, status", [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_15_a_request_to_end_leaves_nothing_behind(number: int, status: int, tmp_path: Path) -> None:
    folder = write(tmp_path / "set", **{f"h{i}": "HANG\n" for i in range(25)})
    (tmp_path / "out").mkdir()
    process = _started(folder, "-j", "2", "-o", str(tmp_path / "out" / "report.txt"))
    assert _wait_until(lambda: len(_family(process.pid)) == 3)
    time.sleep(0.2)
    os.kill(process.pid, number)
    _, said = process.communicate(timeout=20)
    assert process.returncode == status and b"Traceback" not in said
    assert _wait_until(lambda: _family(process.pid) == [])
    assert list((tmp_path / "out").iterdir()) == [] and len(list(folder.iterdir())) == 25


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc here")
def test_15_under_nohup_a_terminal_that_closes_ends_nothing(tmp_path: Path) -> None:
    folder = write(tmp_path, a="CODE\n", b="HANG\n")
    (folder / "qmslint.yaml").write_text("limits: {seconds: 1}\n")
    process = _started(folder, hangup=signal.SIG_IGN)
    assert _wait_until(lambda: len(_family(process.pid)) > 1)
    os.kill(process.pid, signal.SIGHUP)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 1 and "Tổng kết".encode() in said


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc here")
def test_15_a_killed_parent_leaves_no_worker(tmp_path: Path) -> None:
    texts = {f"h{i}": "HANG\n" for i in range(20)} | {f"s{i}": "SLEEP\n" for i in range(20)}
    folder = write(tmp_path, **texts)
    (folder / "qmslint.yaml").write_text("limits: {seconds: 1}\n")
    process = _started(folder, "-j", "2")
    assert _wait_until(lambda: len(_family(process.pid)) == 3)
    process.kill()
    process.wait()
    assert _wait_until(lambda: _family(process.pid) == [], 30)


def test_15_a_closed_pipe_ends_the_run_quietly(tmp_path: Path) -> None:
    folder = write(tmp_path, **{f"a{i}": f"CODE {'x' * 300} {i}\n" for i in range(400)})
    process = _started(folder)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.read(1)
    process.stdout.close()
    assert process.stderr.read() == b"" and process.wait(60) in (0, 1)


@pytest.mark.parametrize("command", ["inspect .", "check . --format json", "init . --stdout", "rules", "explain x"])
def test_15_whatever_the_command(command: str, tmp_path: Path) -> None:
    folder = write(tmp_path, **{f"a{i}": f"CODE {'x' * 300} {i}\n" for i in range(400)})
    shell = f'{{ "$0" -c "$1" {command}; echo $? > status; }} | :'
    done = subprocess.run(["bash", "-c", shell, sys.executable, WITH_BEASTS], cwd=folder, env=environment(),
                          capture_output=True, check=False, timeout=60)
    assert b"Traceback" not in done.stderr and b"Exception ignored" not in done.stderr
    assert int((folder / "status").read_text()) in (0, 1, 2)


@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- 2>&-", "< /dev/null", "2> /dev/full"])
def test_15_channels_that_are_closed_change_nothing(closed: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "set", a="CODE\n", b="HANG\n", c="NOISE\n")
    (folder / "qmslint.yaml").write_text("limits: {seconds: 1}\n")
    wanted = qmslint("check", ".", cwd=folder, code=WITH_BEASTS)
    done = subprocess.run(
        ["bash", "-c", f'exec "$0" -c "$1" check . {closed}', sys.executable, WITH_BEASTS], cwd=folder,
        env=environment(), capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (wanted.returncode, wanted.stdout), done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk here")
@pytest.mark.parametrize("where", ["standard output", "a file", "closed output"])
def test_15_a_full_disk_is_said(where: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "set", a="CODE\n")
    shell = {
        "standard output": 'exec "$0" -c "$1" check . > /dev/full', "a file": 'exec "$0" -c "$1" check . -o /dev/full',
        "closed output": 'exec "$0" -c "$1" check . >&-',
    }[where]
    done = subprocess.run(["bash", "-c", shell, sys.executable, WITH_BEASTS], cwd=folder, env=environment(),
                          capture_output=True, check=False, timeout=60)
    assert done.returncode == 2 and b"Traceback" not in done.stderr and b"Exception ignored" not in done.stderr
    assert "Không ghi được".encode() in done.stderr
    assert Path("/dev/full").is_char_device()


def test_15_half_a_report_is_never_left(tmp_path: Path) -> None:
    import resource

    folder = write(tmp_path / "set", **{f"a{i}": "CODE\n" for i in range(60)})
    target = tmp_path / "out" / "report.txt"
    target.parent.mkdir()
    target.write_text("the old report")

    def small_files() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = subprocess.run(
        [sys.executable, "-c", WITH_BEASTS, "check", ".", "--no-cache", "-o", str(target)], cwd=folder,
        env=environment(), capture_output=True, check=False, timeout=60, preexec_fn=small_files)
    assert done.returncode == 2 and "Không ghi được".encode() in done.stderr
    assert target.read_text() == "the old report" and len(list(target.parent.iterdir())) == 1


def test_15_a_link_is_followed_and_a_device_written_to(tmp_path: Path) -> None:
    folder = write(tmp_path / "set", a="CODE\n")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    assert qmslint("check", ".", "-o", str(tmp_path / "link.txt"), cwd=folder, code=WITH_BEASTS).returncode == 1
    assert (tmp_path / "link.txt").is_symlink() and "CODE" in (tmp_path / "real.txt").read_text()
    assert qmslint("check", ".", "-o", os.devnull, cwd=folder, code=WITH_BEASTS).returncode == 1
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize("home", ["missing", "nowhere", "no folder"])
def test_15_without_a_home(home: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "set", a="CODE\n")
    (tmp_path / "file").write_text("x")
    more = {"missing": {}, "nowhere": {"HOME": "/nowhere/at/all"}, "no folder": {"HOME": str(tmp_path / "file")}}[home]
    without = ("HOME", "QMSLINT_CACHE", "XDG_CACHE_HOME") if home == "missing" else ("QMSLINT_CACHE", "XDG_CACHE_HOME")
    code = WITH_BEASTS if home != "missing" else (
        "import pwd\ndef nobody(number): raise KeyError(number)\npwd.getpwuid = nobody\n" + WITH_BEASTS)
    done = qmslint("check", ".", cwd=folder, code=code, without=without, more=more)
    assert done.returncode == 1 and not done.stderr, done.stderr
    assert [p.name for p in folder.iterdir()] == ["a.beast"]


# ── 16 ──


def test_16_runs_side_by_side_share_a_cache(tmp_path: Path) -> None:
    folder = write(tmp_path / "set", **{f"a{i:03}": f"CODE {i % 7}\n" for i in range(150)})
    running = [_started(folder, QMSLINT_CACHE=str(tmp_path / "cache")) for _ in range(4)]
    said = {process.communicate(timeout=120) for process in running}
    assert len(said) == 1 and {process.returncode for process in running} == {1}
    again = qmslint("check", ".", cwd=folder, code=WITH_BEASTS, more={"QMSLINT_CACHE": str(tmp_path / "cache")})
    assert (again.stdout, again.stderr) == said.pop()


def test_16_a_damaged_cache_is_a_miss(tmp_path: Path) -> None:
    folder = write(tmp_path / "set", **{f"a{i:02}": f"CODE {i}\n" for i in range(40)})
    for path in folder.iterdir():
        os.utime(path, (1, 1))
    cache = tmp_path / "cache"
    wanted = lint(folder, cache=cache)
    (database,) = cache.iterdir()
    whole = database.read_bytes()
    for seed in range(60):
        rng = random.Random(seed)
        data = bytearray(whole)
        if seed % 3:
            for _ in range(rng.choice((1, 30, 3000))):
                data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        else:
            del data[rng.randrange(len(data)) :]
        database.write_bytes(bytes(data))
        assert lint(folder, cache=cache) == wanted, seed
    assert lint(folder, cache=cache) == wanted


@pytest.mark.parametrize("change", [
    "UPDATE facts SET data = substr(data, 1, 16) || replace(substr(data, 17), 'CODE', 'EDOC')",
    "UPDATE facts SET data = NULL", "UPDATE facts SET data = 7", "UPDATE facts SET data = x'ff00'",
    "UPDATE files SET digest = (SELECT digest FROM files LIMIT 1)", "UPDATE files SET seen = 'x'",
    "UPDATE files SET digest = NULL", "DROP TABLE facts", "DROP TABLE files",
    "DROP TABLE facts; CREATE TABLE facts (other INTEGER)",
])
def test_16_forged_rows_are_no_facts(change: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "set", **{f"a{i}": f"CODE {i}\n" for i in range(5)})
    for path in folder.iterdir():
        os.utime(path, (1, 1))
    wanted = lint(folder, cache=tmp_path / "cache")
    (database,) = (tmp_path / "cache").iterdir()
    with sqlite3.connect(database) as connection:
        connection.executescript(change)
    connection.close()
    assert lint(folder, cache=tmp_path / "cache") == wanted


def test_16_a_locked_cache_costs_one_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "set", **{f"a{i}": f"CODE {i}\n" for i in range(12)})
    wanted = lint(folder, cache=tmp_path / "cache")
    (database,) = (tmp_path / "cache").iterdir()
    holder = sqlite3.connect(database)
    holder.execute("BEGIN EXCLUSIVE")
    begun = time.monotonic()
    assert lint(folder, cache=tmp_path / "cache") == wanted
    assert time.monotonic() - begun < 30  # five seconds, once; not once a file
    holder.close()


def test_16_names_of_any_bytes_are_remembered(tmp_path: Path) -> None:
    folder = write(tmp_path / "set", a="CODE\n")
    strange = os.path.join(os.fsencode(folder), b"\xff\xfe.beast")  # noqa: PTH118
    with open(strange, "w") as file:
        file.write("CODE 2\n")
    os.utime(strange, (1, 1))
    first = lint(folder, cache=tmp_path / "cache")
    assert lint(folder, cache=tmp_path / "cache") == first and len(first.documents) == 2


# ── 17 ──


def test_17_what_was_found_is_kept_with_its_answer() -> None:
    from tests.fuzz.test_fuzz import FOUND
    from tests.test_hostile import EXPECTED

    assert set(EXPECTED) == set(hostile.CASES) and len(EXPECTED) > 150
    assert all(path.stat().st_size < 100_000 for path in FOUND)
    assert (ROOT / "tests" / "fuzz" / "found").is_dir()
