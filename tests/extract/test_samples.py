"""The six real procedures: what the extractors find equals what a careful reader of the page finds."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from qmslint.api import Confidence, QualityDocument, Signature, kinds
from qmslint.extract.identity import normal_edition
from qmslint.plugins.manager import Plugins
from qmslint.run.inspect import inspect_bytes
from tests.conftest import SAMPLES

pytestmark = pytest.mark.samples

# Explained, and used nowhere in the document: the key does not name these, a reader of the page agrees.
ALSO_UNUSED = {"2.": {"TTHC", "VB", "UBND"}}
ALSO_UNUSED_EVERYWHERE = {"TTHC", "VB"}
_PLUGINS: list[Plugins] = []


def _key() -> list[dict[str, Any]]:
    path = SAMPLES / "key.yaml"
    if not path.is_file():
        return []
    documents: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["documents"]
    return documents


def _number(entry: dict[str, Any]) -> str:
    return str(entry["file"]).split(".")[0] + "."


def _file(entry: dict[str, Any]) -> Path:
    name = str(entry["file"])
    path = SAMPLES / name
    return path if name.endswith(".docx") else SAMPLES / "converted" / (path.stem + ".docx")


@pytest.fixture(params=_key(), ids=_number, scope="module")
def sample(request: pytest.FixtureRequest) -> tuple[dict[str, Any], QualityDocument]:
    """One entry of the key, and the facts of its document."""
    if not _PLUGINS:
        _PLUGINS.append(Plugins())
    path = _file(request.param)
    inspection = inspect_bytes(path.name, path.read_bytes(), _PLUGINS[0])
    assert inspection.document is not None and not inspection.problems, inspection.problems
    return request.param, inspection.document


def _defect(entry: dict[str, Any], name: str) -> set[str]:
    found = [d.split(": ", 1)[1] for d in entry["defects"] if d.startswith(name + ":")]
    return set(found[0].split(",")) if found else set()


def test_kind_and_identity(sample: tuple[dict[str, Any], QualityDocument]) -> None:
    entry, facts = sample
    assert (facts.kind, facts.kind_confidence) == (kinds.TTHC_PROCEDURE, Confidence.HIGH)
    assert facts.identity.code == entry["code"]
    assert facts.identity.title == unicodedata.normalize("NFC", " ".join(entry["title"].split()))
    assert facts.identity.edition == normal_edition(entry["cover"]["edition"])
    assert facts.identity.agency == "SỞ TƯ PHÁP"
    cover = facts.control_blocks[0]
    assert cover.place == "cover" and cover.edition and cover.issued
    assert (cover.edition.text, cover.issued.text) == (entry["cover"]["edition"], entry["cover"]["issued"])
    assert cover.edition.at.table == 1 and cover.edition.at.row == 2


def test_footers(sample: tuple[dict[str, Any], QualityDocument]) -> None:
    entry, facts = sample
    footers = [b for b in facts.control_blocks if b.place == "footer"]
    assert [
        {"effective": b.effective and b.effective.text, "page": b.page and b.page.text,
         "edition": b.edition and b.edition.text} for b in footers
    ] == entry["footers"]
    assert [b.section for b in footers] == sorted(b.section for b in footers)
    assert all(b.at.place == "footer" for b in footers)


def test_running_titles(sample: tuple[dict[str, Any], QualityDocument]) -> None:
    entry, facts = sample
    titles = [b.title.text for b in facts.control_blocks if b.place == "header" and b.title]
    other = {title for title in titles if title != facts.identity.title}
    named = [d.split('"')[1] for d in entry["defects"] if d.startswith("running-title-mismatch")]
    assert titles and other == set(named)


def test_approvals_and_revisions(sample: tuple[dict[str, Any], QualityDocument]) -> None:
    entry, facts = sample
    assert [a.role for a in facts.approvals] == ["drafter", "reviewer", "approver"]
    assert all(a.signature is Signature.PICTURE and a.name and a.position for a in facts.approvals)
    assert facts.approval_at is not None and facts.approval_at.table == 2
    assert len(facts.revisions) == 10 and facts.revision_at is not None
    assert sum(r.filled for r in facts.revisions) == entry["revision_rows_filled"]


def test_sections_and_contents(sample: tuple[dict[str, Any], QualityDocument]) -> None:
    entry, facts = sample
    main = [s for s in facts.sections if s.level == 1]
    assert [(s.number, s.key) for s in main] == [
        ("", "revisions"), ("1", "purpose"), ("2", "scope"), ("3", "references"), ("4", "definitions"),
        ("5", "content"), ("6", "forms"), ("7", "records"),
    ]
    letters = [s.number for s in facts.sections if s.level == 2]
    assert letters == list("abcdđeghikl")[: len(letters)] and len(letters) >= 10
    run_together = [e for e in facts.contents if e.title == "TÀI LIỆU VIỆN DẪN ĐỊNH NGHĨA/VIẾT TẮT"]
    assert len(run_together) == (_number(entry) in ("2.", "3."))
    assert len(facts.contents) == 8 - len(run_together)


def test_forms_behind_the_document(sample: tuple[dict[str, Any], QualityDocument]) -> None:
    entry, facts = sample
    if _number(entry) in ("2.", "3."):
        assert facts.attachments_from is None
        return
    assert facts.attachments_from is not None
    last = facts.sections[-1]
    assert last.key == "records" and last.at.order < facts.attachments_from.order
    assert not facts.placeholders


def test_abbreviations(sample: tuple[dict[str, Any], QualityDocument]) -> None:
    entry, facts = sample
    defined = {a.short for a in facts.abbreviations}
    used = {u.short for u in facts.abbreviation_uses}
    undefined = {u.short for u in facts.abbreviation_uses if u.short not in defined and not u.expanded}
    assert len(facts.abbreviations) == 16
    assert undefined == _defect(entry, "abbreviation-undefined")
    unused = defined - used
    also = ALSO_UNUSED.get(_number(entry), ALSO_UNUSED_EVERYWHERE)
    assert unused == _defect(entry, "abbreviation-unused") | also


def test_annexes_and_references(sample: tuple[dict[str, Any], QualityDocument]) -> None:
    entry, facts = sample
    missing = {r.target for r in facts.references if r.kind == "annex" and r.attached and not r.resolves}
    expected = {"1", "2", "3"} if any(d.startswith("annex-missing") for d in entry["defects"]) else set()
    assert missing == expected
    assert all(r.resolves for r in facts.references if r.kind == "section")
    assert not [r for r in facts.references if r.kind in ("form", "document")]


def test_encoding(sample: tuple[dict[str, Any], QualityDocument]) -> None:
    entry, facts = sample
    found = {d.defect: d for d in facts.encoding}
    assert "not-nfc" in found and found.keys() <= {"not-nfc", "invisible"}
    assert ("invisible" in found) == (_number(entry) not in ("2.", "3."))
