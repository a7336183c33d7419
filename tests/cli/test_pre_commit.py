"""The hooks under the real pre-commit, in a git repository of documents."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

_CLEAN = """\
qmslint: record/1
kind: corrective-action
corrective_actions:
  - {number: "01", nonconformity: Sổ theo dõi ghi thiếu ngày trả, cause: Cán bộ mới chưa được hướng dẫn,
     action: Hướng dẫn lại và soát sổ hằng tuần, responsible: Trần Thị Mẫu, due: 30/9/2026, approved: true,
     verification: Đã soát đủ, verified_on: 02/10/2026, closed: true, raised_on: 01/9/2026}
"""
_WRONG = _CLEAN.replace("cause: Cán bộ mới chưa được hướng dẫn,", "")
_RULE = "corrective-action-incomplete"


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """The command in `folder`; git knows a person there, and nothing of this machine's settings."""
    person = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
              for what, value in (("NAME", "Văn thư"), ("EMAIL", "van-thu@example.org"))}
    environment = {**os.environ, **person, "GIT_CONFIG_GLOBAL": os.devnull, "PYTHONIOENCODING": "utf-8"}
    for name in ("PYTHONPATH", "GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        environment.pop(name, None)
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository with an old document that has a defect, and a clean one that is about to be committed."""
    folder = tmp_path_factory.mktemp("documents")
    _run(folder, "git", "init", "-q")
    (folder / "cu.yaml").write_text(_WRONG, encoding="utf-8")
    _run(folder, "git", "add", ".")
    assert _run(folder, "git", "commit", "-q", "-m", "đầu tiên").returncode == 0
    (folder / "mới.yaml").write_text(_CLEAN, encoding="utf-8")
    _run(folder, "git", "add", ".")
    return folder


def _hook(documents: Path, name: str) -> subprocess.CompletedProcess[str]:
    return _run(documents, sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), name, "--verbose")


def test_the_whole_set_is_judged_whatever_is_committed(documents: Path) -> None:
    done = _hook(documents, "qmslint")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "cu.yaml" in done.stdout and _RULE in done.stdout


def test_only_what_is_committed_is_shown(documents: Path) -> None:
    done = _hook(documents, "qmslint-changed")
    assert done.returncode == 0, done.stdout + done.stderr
    assert _RULE not in done.stdout and "Tổng kết" in done.stdout
    (documents / "mới.yaml").write_text(_WRONG, encoding="utf-8")
    _run(documents, "git", "add", ".")
    again = _hook(documents, "qmslint-changed")
    assert again.returncode == 1, again.stdout + again.stderr
    assert "mới.yaml" in again.stdout and "cu.yaml" not in again.stdout
