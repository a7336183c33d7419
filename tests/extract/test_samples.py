"""The six real procedures: what the extractors find equals what a careful reader of the page finds."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from qmslint.api import Confidence, QualityDocument, Signature, Step, TimeLimit, kinds
from qmslint.extract.control.identity import normal_edition
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


# ── what the procedures lay down, as the printed page shows it ──

ONE_STOP = "Cán bộ tiếp nhận hồ sơ tại Trung tâm Phục vụ hành chính công"
OFFICER = "Công chức Tư pháp - Hộ tịch"
BIRTH_BOOK = [
    ("Bộ hồ sơ theo Mục 5.a", "Ủy ban nhân dân cấp xã/Công chức Tư pháp-Hộ tịch", "Vĩnh viễn"),
    ("Sổ đăng ký khai sinh", "Ủy ban nhân dân cấp xã/Công chức Tư pháp-Hộ tịch", "Vĩnh viễn"),
    ("Kết quả giải quyết thủ tục hành chính: Giấy khai sinh (bản photo)",
     "Ủy ban nhân dân cấp xã/Công chức Tư pháp Hộ tịch", "Vĩnh viễn"),
]
CIVIL = ("dossier", "dossier-count", "time-limit", "subject", "agency", "coordination", "result", "fee", "form",
         "conditions", "legal-basis", "process")
CERTIFIED = ("dossier", "time-limit", "subject", "agency", "result", "fee", "form", "conditions", "legal-basis",
             "process")
# Steps: first words, who, and the time in each column; "=" = the cell above goes on, "" = an empty cell.
PROCEDURES: dict[str, dict[str, Any]] = {
    "07.": {
        "items": CIVIL, "limits": [("", "3 wd"), ("có xác minh", "≤8 wd")],
        "columns": [("", "3 wd"), ("có xác minh", "8 wd")],
        "steps": [
            ("Tiếp nhận hồ sơ kiểm tra", ONE_STOP, "1/2", "1"), ("Thẩm tra hồ sơ", OFFICER, "1", "5"),
            ("- Xem xét hồ sơ, nếu:", "Lãnh đạo UBND", "1/2", "1"), ("Đóng dấu văn bản", "Văn thư UBND", "1/2", "1/2"),
            ("- Ghi vào Sổ đăng ký khai sinh, Sổ", ONE_STOP, "1/2", "1/2"),
        ],
        "records": BIRTH_BOOK,
    },
    "12.": {
        "items": CIVIL, "limits": [("", "5 wd"), ("có xác minh", "≤10 wd")],
        "columns": [("", "5 wd"), ("có xác minh", "10 wd")],
        "steps": [
            ("Tiếp nhận hồ sơ kiểm tra", ONE_STOP, "1", "1"), ("Thẩm tra hồ sơ", OFFICER, "2", "7"),
            ("- Xem xét hồ sơ, nếu:", "Lãnh đạo UBND", "1", "1"), ("Đóng dấu văn bản", "Văn thư UBND", "1/2", "1/2"),
            ("- Ghi vào Sổ đăng ký khai sinh", ONE_STOP, "1/2", "1/2"),
        ],
        "records": BIRTH_BOOK,
    },
    "2.": {
        "items": CERTIFIED, "limits": [("", "same-day"), ("kéo dài", "≤2 wd")],
        "columns": [("", ""), ("trường hợp khác", "")],
        "steps": [
            ("Tiếp nhận hồ sơ kiểm tra", "Chuyên viên", "1", "1/2"), ("- Xem xét hồ sơ:", "Công chứng viên", "=", "1"),
            ("- Đóng dấu. - Thu lệ phí.", "Văn thư", "", "1/2"),
        ],
        "records": [("Sổ theo dõi hồ sơ", "Phòng công chứng", "1 năm")],
    },
    "29.": {
        "items": CIVIL, "limits": [("", "same-day"), ("có xác minh", "≤3 wd")],
        "columns": [("", "1 wd"), ("có xác minh", "3 wd")],
        "steps": [
            ("Tiếp nhận hồ sơ kiểm tra", "Bộ phận tiếp nhận và trả kết quả", "1", "1/2"),
            ("Thẩm tra hồ sơ", OFFICER, "=", "1/2"), ("Ký Trích lục ghi chú.", "Lãnh đạo UBND", "=", "1"),
            ("Đóng dấu văn bản", "Văn thư UBND", "=", "1/2"),
            ("- Ghi vào Sổ theo loại việc", "Bộ phận tiếp nhận và trả kết quả", "=", "1/2"),
        ],
        "records": BIRTH_BOOK,
    },
    "3.": {
        "items": CERTIFIED, "limits": [("", "≤2 wd")], "columns": [("", "")],
        "steps": [
            ("Tiếp nhận hồ sơ, xem xét sự hợp lệ", "Công chức tiếp nhận tại Trung tâm hành chính công cấp xã", "1/2"),
            ("Tiếp nhận hồ sơ kiểm tra", "Văn phòng HĐND và UBND cấp xã", "1"),
            ("- Xem xét hồ sơ:", "Lãnh đạo UBND cấp xã", "="), ("- Đóng dấu.", "Văn thư", "1/2"),
            ("- Thu lệ phí.", "Công chức tiếp nhận tại Trung tâm hành chính công cấp xã", "="),
        ],
        "records": [("Sổ theo dõi hồ sơ", "UBND cấp xã/Công chức Tư pháp - Hộ tịch", "1 năm")],
    },
    "31.": {
        "items": CIVIL, "limits": [("", "5 wd")], "columns": [("", "5 wd")],
        "steps": [
            ("Tiếp nhận hồ sơ kiểm tra", OFFICER, "3"), ("- Xem xét hồ sơ, nếu:", "Lãnh đạo UBND", "1"),
            ("Đóng dấu văn bản", "Văn thư UBND", "1/2"), ("- Ghi vào Sổ đăng ký kết hôn", OFFICER, "1/2"),
        ],
        "records": BIRTH_BOOK,
    },
}


def _length(limit: TimeLimit) -> str:
    duration = limit.duration
    if duration is None:
        return ""
    unit = {"working-day": "wd"}.get(duration.unit, str(duration.unit))
    return "same-day" if duration.same_day else f"{'≤' if duration.at_most else ''}{duration.amount} {unit}"


def _times(step: Step, columns: int) -> tuple[str, ...]:
    shown = [""] * columns
    for time in step.times:
        assert time.duration is not None, time.text
        shown[time.column] = str(time.duration.amount) if time.first else "="
    return tuple(shown)


def _procedure_of(facts: QualityDocument) -> dict[str, Any]:
    found = facts.procedure
    assert found is not None
    return {
        "items": tuple(item.key for item in found.items),
        "limits": [(limit.scenario, _length(limit)) for limit in found.time_limits],
        "columns": [(column.scenario, _length(column)) for column in found.time_columns],
        "steps": [(s.name, s.responsible, *_times(s, len(found.time_columns))) for s in found.steps],
        "records": [record[:3] for record in facts.records],
    }


def test_what_the_procedure_lays_down(sample: tuple[dict[str, Any], QualityDocument]) -> None:
    entry, facts = sample
    expected, found = PROCEDURES[_number(entry)], _procedure_of(facts)
    names = [step[0] for step in found["steps"]]
    assert all(name.startswith(step[0]) for name, step in zip(names, expected["steps"], strict=True)), names
    found["steps"] = [(step[0], *got[1:]) for step, got in zip(expected["steps"], found["steps"], strict=True)]
    assert found == expected
    procedure = facts.procedure
    assert procedure is not None and procedure.process_form == "table" and procedure.process_at is not None
    assert procedure.columns == ("number", "step", "responsible", "time")
    assert [step.number for step in procedure.steps] == [str(n + 1) for n in range(len(procedure.steps))]
    assert procedure.process_at.table == 4 and procedure.process_at.heading.endswith("xử lý công việc")
    letters = [item.number for item in procedure.items if item.number]
    assert letters == list("abcdđeghikl")[: len(letters)]
    assert [form[:2] for form in facts.forms] == [("Mẫu sổ theo dõi hồ sơ", "")]
    assert not procedure.tthc_codes


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob("*.doc")) if SAMPLES.is_dir() else [])
def test_the_older_format_says_the_same(name: str) -> None:
    plugins = _PLUGINS[0] if _PLUGINS else Plugins()
    twin = SAMPLES / "converted" / (Path(name).stem + ".docx")
    older = inspect_bytes(name, (SAMPLES / name).read_bytes(), plugins).document
    newer = inspect_bytes(twin.name, twin.read_bytes(), plugins).document
    assert older is not None and newer is not None
    assert _procedure_of(older) == _procedure_of(newer)
    assert [f[:2] for f in older.forms] == [f[:2] for f in newer.forms]
    assert older.procedure is not None and newer.procedure is not None
    assert [i[:4] for i in older.procedure.items] == [i[:4] for i in newer.procedure.items]
    assert [s.number for s in older.procedure.steps] == [s.number for s in newer.procedure.steps]
