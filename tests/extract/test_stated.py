"""Facts that a record states: every noun by its type, shorthand by the grammar, faults with line and nearest name."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from qmslint.api import (
    Citation,
    Duration,
    Limits,
    Location,
    Reading,
    Role,
    Signature,
    SourceFile,
    Unit,
    UnreadableDocument,
)
from qmslint.extract.stated import stated, stated_grammar
from qmslint.extract.stated.stated_schema import record_schema
from qmslint.plugins.manager import Plugins
from qmslint.read.record import READER
from qmslint.run.inspect import facts_of

PLUGINS = Plugins()


def document(text: str) -> Any:
    return READER.read(SourceFile("a.yaml"), ("qmslint: record/1\n" + text).encode(), Limits())


def facts(text: str, kind: str = "") -> dict[str, Any]:
    return stated.stated(Reading(document(text), kind))


def refused(text: str) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        facts(text)
    return caught.value.message.vi


def test_nouns_by_their_types() -> None:
    found = facts(
        "kind: tthc-procedure\n"
        "control_blocks: [{place: cover, code: QT  01/TP, edition: 01, issued: 07/7/2025}]\n"
        "approvals: [{role: drafter, name: Trần Văn An, signature: picture}]\n"
        "revisions: []\n"
        "draft: có\n"
        "objectives: {year: 2026, has_plan: true}\n"
    )
    assert (found["kind"], found["draft"], found["objectives"].year) == ("tthc-procedure", True, 2026)
    block = found["control_blocks"][0]
    assert (block.code.text, block.edition.text, block.issued.value) == ("QT 01/TP", "01", date(2025, 7, 7))
    assert block.code.at == Location(order=6, place="key", line=3, key="control_blocks[0].code")
    approval = found["approvals"][0]
    assert (approval.role, approval.signature) == (Role.DRAFTER, Signature.PICTURE)
    assert found["revision_at"].line == 5, "an empty list of revisions is an empty table"


def test_shorthand_goes_through_the_grammar(monkeypatch: pytest.MonkeyPatch) -> None:
    half = Duration(Fraction(1, 2), Unit.DAY)
    monkeypatch.setattr(stated, "duration_in", lambda text: half if "½" in text else None)
    found = facts(
        "procedure:\n  process_at: true\n  time_limits: [½ ngày, {text: ½ ngày, scenario: có xác minh}]\n"
        "  steps:\n    - {name: Tiếp nhận, times: [null, ½ ngày]}\n"
    )["procedure"]
    assert [limit.duration for limit in found.time_limits] == [half, half]
    assert found.time_limits[1].scenario == "có xác minh"
    assert [(time.text, time.column, time.at.key) for time in found.steps[0].times] == [
        ("½ ngày", 1, "procedure.steps[0].times[1]")
    ]
    assert found.process_at.line == 3


def test_citations_are_parsed_and_their_hosts_counted_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(text: str, at: Location) -> tuple[Citation, ...]:
        return Citation("nghi-dinh", text, at=at), Citation("luat", host=0, at=at)

    monkeypatch.setattr(stated, "citations_in", parse)
    found = facts(
        "citations:\n  - một\n  - {text: hai, section: legal-basis, article: Điều 4}\n  - {type: luat, name: L}\n"
    )
    assert [c.host for c in found["citations"]] == [-1, 0, -1, 2, -1]
    assert [c.section for c in found["citations"]] == ["", "", "legal-basis", "legal-basis", ""]
    assert [c.article for c in found["citations"]] == ["", "", "Điều 4", "", ""]
    assert found["citations"][4].name == "L"


@pytest.mark.parametrize(("text", "words"), [
    ("kinds: form\n", ("Dòng 2", "“kind”")),
    ("procedure:\n  stepz: []\n", ("Dòng 3", "“steps”")),
    ("kind: tthc-procedur\n", ("Dòng 2", "tthc-procedure")),
    ("approvals: [{role: draftr}]\n", ("Dòng 2", "drafter")),
    ("approvals:\n  - {name: An}\n", ("Dòng 3", "thiếu khóa “role”")),
    ("approvals: {role: drafter}\n", ("Dòng 2", "danh sách")),
    ("objectives: {year: năm nay}\n", ("Dòng 2", "số nguyên", "năm nay")),
    ("draft: maybe\n", ("Dòng 2", "true hoặc false")),
    ("objectives: 2026\n", ("Dòng 2", "phải gồm các khóa")),
    ("objectives: {year: 99999999999999999999999}\n", ("số nguyên",)),
    ("identity: {issued: hôm qua}\n", ("Dòng 2", "ngày")),
    ("path: x\n", ("Dòng 2", "không có khóa “path”")),
])  # fmt: skip
def test_faults_name_line_and_nearest_name(text: str, words: tuple[str, ...]) -> None:
    message = refused(text)
    assert all(word in message for word in words), message


def test_what_is_stated_is_not_read_and_the_rest_is() -> None:
    inspection = facts_of(document("control_blocks: [{place: cover, code: QT 02, edition: Lần 02}]\ntext: [UBND xã]\n"),
                          PLUGINS)
    found = inspection.document
    assert found is not None and not inspection.problems
    assert (found.identity.code, found.identity.edition) == ("QT 02", "2"), "identity comes from the stated block"
    assert found.abbreviation_uses[0].short == "UBND"


def test_a_plugin_may_bring_a_kind_and_the_settings_have_the_last_word() -> None:
    assert facts("kind: fire-drill\n")["kind"] == "fire-drill"
    assert facts("kind: form\n", "audit-plan")["kind"] == "audit-plan"


def test_numbers() -> None:
    assert stated_grammar.fraction("1/2") == stated_grammar.fraction("0.5") == Fraction(1, 2)
    assert [stated_grammar.fraction(text) for text in ("1/0", "", "a", "٣", "1.5/2", "9" * 30)] == [None] * 6
    assert [stated_grammar.whole_number(text) for text in ("07", "-3", "٣", "1_0", "+1", "")] == [7, -3, *[None] * 4]


def test_the_schema_says_what_is_read() -> None:
    import yaml
    from jsonschema import Draft202012Validator

    schema = record_schema()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)

    def fits(text: str) -> bool:
        return not list(validator.iter_errors(yaml.safe_load("qmslint: record/1\n" + text)))

    assert fits("kind: form\nprocedure: {process_at: true, time_limits: [03 ngày], steps: [{name: a, times: [~]}]}\n")
    assert fits("citations: [Luật Hộ tịch, {text: Luật Hộ tịch, section: references}]\ntext: [a, {table: [[a, <]]}]\n")
    assert not fits("kindd: form\n")
    assert not fits("procedure: {stepz: []}\n")
    assert not fits("approvals: [{role: nobody}]\n")
