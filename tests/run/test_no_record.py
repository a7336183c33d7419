"""Files that are no documents of the set are ignored with the reason; a record that is broken is one finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from qmslint.model.errors import NothingToCheck
from qmslint.model.inspection import Ignored
from qmslint.model.report import Report
from qmslint.run.library import check, inspect

GOOD = "qmslint: record/1\nkind: quality-policy\nidentity:\n  title: Chính sách chất lượng\n"


def lint(folder: Path, **options: object) -> Report:
    return check(folder, select=["document-unreadable"], **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("name, text", [
    ("workflow.yml", "name: CI\non: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n"),
    ("key.yaml", "defects:\n  - rule: outline-gap\n"),
    ("package-lock.json", '{"name": "x", "lockfileVersion": 3}'),
    ("broken.yaml", "a: [1, 2\nb: }\n"),
    ("many.yaml", "--- 1\n--- 2\n"),
    ("mentions.yaml", "note: qmslint records are not made here\n"),
])
def test_what_is_no_record_is_ignored_with_the_reason(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "CS.01.yaml").write_text(GOOD, encoding="utf-8")
    report = lint(tmp_path)
    assert report.findings == ()
    assert Ignored(name, "no-record") in report.ignored
    assert [document.path for document in report.documents] == ["CS.01.yaml"]


@pytest.mark.parametrize("text", [
    "qmslint: record/1\nkind: [policy\n",
    '\ufeff{"qmslint": "record/1", "kind": ',
    '{\n  "kind": "policy",\n  "qmslint": "record/9"\n}',
    "kind: policy\n'qmslint' : 'record/1'\nkind: policy\n",
])
def test_a_broken_record_is_one_finding(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json" if "{" in text else tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    (finding,) = lint(tmp_path).findings
    assert finding.rule == "document-unreadable"


def test_nothing_but_ignored_files_is_nothing_to_check(tmp_path: Path) -> None:
    (tmp_path / "key.yaml").write_text("a: 1\n", encoding="utf-8")
    with pytest.raises(NothingToCheck):
        lint(tmp_path)
    assert [i.ignored for i in inspect(tmp_path)] == ["no-record"]


def test_the_cache_and_workers_ignore_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number}.yaml").write_text(GOOD if number % 2 else "a: 1\n", encoding="utf-8")
    first = lint(folder, cache=tmp_path / "cache", jobs=2)
    assert len(first.ignored) == 6
    assert lint(folder, cache=tmp_path / "cache") == first == lint(folder)


def test_the_mark_of_a_record_is_looked_for_in_linear_time(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\n" * 3_000_000)
    with pytest.raises(NothingToCheck):
        lint(tmp_path)
