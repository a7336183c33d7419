"""Replaced copies kept in a folder that says so are no documents of the set; records of last year are."""

from __future__ import annotations

from pathlib import Path

import pytest

from qmslint import check
from qmslint.api import Inspection, QualityDocument, SourceFile, Workspace, kinds
from qmslint.model.errors import NothingToCheck
from qmslint.model.inspection import Ignored
from qmslint.model.old_copies import in_old_folder


@pytest.mark.parametrize(("path", "old"), [
    ("Bản cũ 2025/a.docx", True), ("Quy trình/Cũ/a.docx", True), ("Lưu (hết hiệu lực)/a.docx", True),
    ("Quy trình_cũ/a.docx", True), ("old/a.docx", True), ("Bản cũ.docx", False), ("Thu hồi đất/a.docx", False),
    ("Văn thư, lưu trữ/a.docx", False), ("Golden/a.docx", False), ("Xã Cũ Chi/a.docx", False),
])
def test_folders(path: str, old: bool) -> None:
    assert in_old_folder(path) is old


def test_a_set_without_its_old_copies() -> None:
    given = {"QT/a.docx": kinds.TTHC_PROCEDURE, "Bản cũ/a.docx": kinds.TTHC_PROCEDURE,
             "Bản cũ/b.docx": kinds.AUDIT_MINUTES}
    made = [Inspection(SourceFile(path), QualityDocument(path=path, kind=kind)) for path, kind in given.items()]
    assert [document.path for document in Workspace(made).documents] == ["Bản cũ/b.docx", "QT/a.docx"]


def test_old_copies_are_counted_and_are_not_enough(tmp_path: Path) -> None:
    old = tmp_path / "Bản cũ" / "a.md"
    old.parent.mkdir()
    old.write_text("---\nkind: quality-policy\n---\n", encoding="utf-8")
    with pytest.raises(NothingToCheck):
        check(tmp_path)
    (tmp_path / "b.md").write_text("# Ghi chú\n", encoding="utf-8")
    report = check(tmp_path)
    assert [document.path for document in report.documents] == ["b.md"]
    assert report.ignored == (Ignored("Bản cũ/a.md", "old-copy"),)
