"""Rules on structure, text and copies on the real samples: each defect of the key at its place, and few others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from qmslint.api import Finding
from qmslint.run.library import check
from tests.conftest import SAMPLES

pytestmark = pytest.mark.samples

RULES = (
    "abbreviation-defined-twice", "abbreviation-undefined", "abbreviation-unused", "annex-missing",
    "brackets-unbalanced", "comment-left", "contents-mismatch", "form-missing", "form-unlisted",
    "form-with-two-owners", "invisible-character", "legacy-font-encoding", "look-alike-letter",
    "number-words-mismatch", "passage-foreign", "placeholder-left", "procedures-overlap", "records-foreign",
    "reference-dangling", "retention-missing", "role-unknown", "section-missing", "section-number-duplicated",
    "section-number-skipped", "text-not-nfc", "tone-mark-inconsistent", "totals-mismatch", "unaccepted-changes",
)  # fmt: skip
# Not in the key, and a reader of the page agrees: every file mixes loose marks into its letters; four hide U+200E in
# words; two write "tuỳ" among "hủy, hóa"; two run a line of the contents into the next; one marriage procedure
# keeps a note and a step of birth registration.
ALSO = {
    "07": {"text-not-nfc", "invisible-character", "tone-mark-inconsistent"},
    "12": {"text-not-nfc", "invisible-character", "passage-foreign"},
    "2": {"text-not-nfc", "contents-mismatch"},
    "29": {"text-not-nfc", "invisible-character", "tone-mark-inconsistent"},
    "3": {"text-not-nfc", "contents-mismatch"},
    "31": {"text-not-nfc", "invisible-character"},
}
PLACES = {
    "annex-missing": "g. Phí, lệ phí",
    "records-foreign": "7. HỒ SƠ LƯU TRỮ",
    "abbreviation-unused": "4. ĐỊNH NGHĨA VÀ VIẾT TẮT",
    "passage-foreign": "a. Thành phần, số lượng hồ sơ",
}


def _documents() -> list[dict[str, Any]]:
    path = SAMPLES / "key.yaml"
    if not path.is_file():
        return []
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["documents"]
    return found


def _files() -> list[tuple[dict[str, Any], Path]]:
    """Every file of the samples with its part of the key; converted files share that of their .doc."""
    found = []
    for document in _documents():
        path = SAMPLES / document["file"]
        found += [(document, p) for p in (path, SAMPLES / "converted" / f"{path.stem}.docx") if p.is_file()]
    return found


def _expected(document: dict[str, Any]) -> dict[str, str]:
    """Rule → what the key says, for the rules that are tried here."""
    defects = dict(defect.split(": ", 1) for defect in document.get("defects", ()))
    return {rule: words for rule, words in defects.items() if rule in RULES}


@pytest.mark.parametrize(("document", "path"), [pytest.param(d, p, id=p.name[:12] + p.suffix) for d, p in _files()])
def test_each_defect_and_no_other(document: dict[str, Any], path: Path) -> None:
    report = check(path, select=RULES)
    findings = {finding.rule: finding for finding in report.findings}
    assert len(findings) == len(report.findings), "one finding a defect"
    expected = _expected(document)
    assert set(findings) == expected.keys() | ALSO[path.name.split(".")[0]]
    for rule, finding in findings.items():
        if rule in PLACES:
            assert finding.at.heading == PLACES[rule]
        if rule.startswith("abbreviation-"):
            _names_all(finding, expected[rule].split(","))
        if rule == "annex-missing":
            _names_all(finding, ["Phụ lục 1", "Phụ lục 2", "Phụ lục 3"])
        if rule == "records-foreign":
            assert "Sổ đăng ký khai sinh" in finding.message.vi and "Giấy khai sinh" in finding.message.vi
            assert (finding.at.row, finding.at.column) == (3, 2)


def _names_all(finding: Finding, names: list[str]) -> None:
    assert [name for name in names if name not in finding.message.vi] == []


def test_the_procedure_copied_from_is_named_in_a_set() -> None:
    report = check(SAMPLES, select=["records-foreign"])
    found = [finding for finding in report.findings if not finding.path.startswith("converted/")]
    assert [finding.path[:3] for finding in found] == ["12.", "31."]
    assert all("QT 07/CX-HCTP" in f.message.vi and f.related and f.related[0].path.startswith("07.") for f in found)
