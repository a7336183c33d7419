"""The two sample agencies: one without any finding, its twin with planted defects, all found and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from fixtures.make.agency import files
from fixtures.make.blocks import File, Plain
from fixtures.make.defects import answer_key, broken_files
from fixtures.make.packing import unpacked
from fixtures.make.writing import content

from qmslint import check
from qmslint.api import Finding, Report, kinds

FIXTURES = Path(__file__).parents[1] / "fixtures"
AS_OF = date(2026, 11, 24)


@pytest.fixture(scope="module")
def clean() -> Report:
    """What the linter says of the agency."""
    return check(FIXTURES / "agency", as_of=AS_OF)


@pytest.fixture(scope="module")
def broken() -> Report:
    """What it says of the twin."""
    return check(FIXTURES / "agency-with-defects", as_of=AS_OF)


@pytest.fixture(scope="module")
def planted() -> list[dict[str, Any]]:
    """The answer key."""
    key = yaml.safe_load((FIXTURES / "agency-with-defects.key.yaml").read_text(encoding="utf-8"))
    return list(key["planted"])


def test_the_agency_is_clean(clean: Report) -> None:
    assert [(f.rule, f.path, f.at.label("vi")) for f in clean.findings] == []
    assert {document.status for document in clean.documents} == {"checked"}
    assert [(one.rule, one.path, one.reason.vi) for one in clean.not_judged] == []


def test_the_agency_is_a_whole_system(clean: Report) -> None:
    assert len(clean.documents) >= 25
    assert {document.format for document in clean.documents} >= {"docx", "doc", "xlsx", "markdown", "record"}
    found = {document.kind for document in clean.documents}
    wanted = {kind.name for kind in kinds.BUILT_IN_KINDS} - {kinds.AUDIT_CHECKLIST, kinds.FORM, kinds.UNCLASSIFIED}
    assert wanted <= found


def test_enough_is_planted(planted: list[dict[str, Any]]) -> None:
    assert len(planted) >= 60
    assert len({seen["rule"] for defect in planted for seen in defect["seen"]}) >= 60


def test_every_planted_defect_is_found_at_its_place_and_nothing_else(
    broken: Report, planted: list[dict[str, Any]]
) -> None:
    left = list(broken.findings)
    missed = []
    for defect in planted:
        for seen in defect["seen"]:
            found = next((finding for finding in left if matches(finding, seen)), None)
            if found is None:
                missed.append((defect["done"], seen))
            else:
                left.remove(found)
    assert missed == []
    assert [(f.rule, f.path, f.at.label("vi"), f.evidence) for f in left] == []


def test_time_goes_by_and_nobody_does_anything() -> None:
    report = check(FIXTURES / "agency", as_of=date(2028, 1, 17))
    assert {finding.rule for finding in report.findings} >= {
        "internal-audit-overdue", "management-review-overdue", "objectives-missing-for-year", "satisfaction-unmeasured",
        "legal-list-unreviewed", "register-stale", "annual-report-missing",
    }


@pytest.mark.parametrize(("lost", "rule"), [
    ("01. Quyết định/QĐ 268 công bố HTQLCL.docx", "publication-missing"),
    ("02. Tài liệu hệ thống/CS.01 Chính sách chất lượng.docx", "required-information-missing"),
    ("09. Đào tạo/Đào tạo đánh giá viên nội bộ.docx", "required-information-missing"),
    ("05. Danh mục/Danh mục văn bản pháp lý.xlsx", "external-documents-unlisted"),
    ("02. Tài liệu hệ thống/QT.HT.01 Kiểm soát thông tin dạng văn bản.docx", "listed-document-absent"),
    ("07. Đánh giá nội bộ 2026/KP 02.yaml", "nonconformity-without-action"),
    ("04. Quy trình TTHC/QT 09-CT-APT Chứng thực di chúc.docx", "tthc-without-procedure"),
])
def test_a_paper_is_lost(lost: str, rule: str, tmp_path: Path) -> None:
    agency = tmp_path / "agency"
    shutil.copytree(FIXTURES / "agency", agency)
    (agency / lost).unlink()
    settings = agency / "qmslint.yaml"
    text = settings.read_text(encoding="utf-8").replace(f"legal_registers: [{lost}]\n", "")
    settings.write_text(text, encoding="utf-8")
    assert rule in {finding.rule for finding in check(agency, as_of=AS_OF, select=[rule]).findings}


def matches(finding: Finding, seen: dict[str, str]) -> bool:
    """Whether a finding is the one that the key asks for: rule, file, place, words."""
    return (
        finding.rule == seen["rule"]
        and finding.path == seen.get("path", "")
        and finding.at.label("vi").endswith(seen["at"])
        and seen.get("words", "") in f"{finding.evidence} {finding.message.vi}"
    )


def test_the_key_is_that_of_the_generator(planted: list[dict[str, Any]]) -> None:
    assert yaml.safe_load(answer_key())["planted"] == planted


@pytest.mark.parametrize(("name", "made"), [("agency", files), ("agency-with-defects", broken_files)])
def test_the_generator_writes_what_is_stored(name: str, made: Callable[[], dict[str, File]]) -> None:
    stored = {path.relative_to(FIXTURES / name).as_posix() for path in (FIXTURES / name).rglob("*") if path.is_file()}
    papers = made()
    assert set(papers) == stored
    for path, paper in papers.items():
        data, again = content(paper), (FIXTURES / name / path).read_bytes()
        if isinstance(paper, Plain) or path.endswith(".doc"):
            assert data == again, path
        else:  # archives by their parts: another library packs the same parts into other bytes
            assert unpacked(data) == unpacked(again), path


def test_the_generator_writes_the_same_bytes_again() -> None:
    first, second = broken_files(), broken_files()
    for path in first:
        assert content(first[path]) == content(second[path]), path
