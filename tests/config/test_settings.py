"""qmslint.yaml: what it says is taken, what it cannot mean stops the run with line and nearest right name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.config.load import find_settings, parse_settings, settings_schema, validated_options
from qmslint.model.base import Level
from qmslint.model.errors import UsageError
from qmslint.model.settings import RuleSetting, Settings
from qmslint.plugins.manager import Plugins
from tests.run import toy_plugin

PLUGINS = Plugins(())
PLUGINS.register(toy_plugin, "tests.run.toy_plugin")


def test_everything_that_can_be_said() -> None:
    settings = parse_settings(
        """
agency:
  name: Ủy ban nhân dân xã An Bình
  level: commune
  mandatory: true
  head: [{name: Trần Văn Hòa, since: 01/07/2025}, {name: Lê Thị Mai, since: 2021-06-30, until: 2025-06-30}]
codes: {documents: ['QT [0-9]+']}
kinds: [{glob: "a/**", kind: note}]
rules: {toy-shout: {level: info}, toy-twin: {enabled: false}}
waivers: [{rule: toy-shout, path: x, reason: vì sao, until: 31/12/2026, approved_by: ai}]
not_applicable: [{clause: "8.3", reason: không thiết kế}]
""",
        "qmslint.yaml",
        PLUGINS,
    )
    assert settings.agency.head[0].since == date(2025, 7, 1) and settings.agency.head[1].until == date(2025, 6, 30)
    assert settings.rules["toy-shout"].level is Level.INFO and settings.rules["toy-twin"].enabled is False
    assert settings.waivers[0].until == date(2026, 12, 31) and settings.waivers[0].line == 10
    assert settings.kinds[0].kind == "note" and settings.path == "qmslint.yaml"


@pytest.mark.parametrize(
    ("text", "line", "near"),
    [
        ("agencie: {}", 1, "agency"),
        ("agency:\n  nam: X", 2, "name"),
        ("codes:\n  documents: ['a']\n  form: ['b']", 3, "forms"),
        ("kinds:\n  - {glob: a, kind: notes}", 2, "note"),
        ("rules:\n  toy-shoot: {enabled: false}", 2, "toy-shout"),
        ("rules:\n  toy-shout: {lvel: info}", 2, "level"),
        ("waivers:\n  - {rule: toy-twins, reason: a, approved_by: b}", 2, "toy-twin"),
        ("plugins: [tests.run.toyplugin]", 1, "toy_plugin"),
        ("agency:\n  name: a\n  name: b", 3, ""),
        ("agency: [", 2, ""),
        ("rules:\n  toy-shout: {level: grave}", 2, ""),
        ("waivers:\n  - {rule: toy-twin}", 2, "reason"),
        ("waivers:\n  - {rule: toy-twin, reason: a, approved_by: b, until: 31/02/2026}", 2, "until"),
        ("path: x", 1, ""),
        ("- a", 0, ""),
    ],
)
def test_what_it_cannot_mean(text: str, line: int, near: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_settings(text, "qmslint.yaml", PLUGINS)
    said = caught.value.message.vi + caught.value.mend.vi
    assert (f"dòng {line}" in said or not line) and near in said
    assert caught.value.message.en


def test_files_named_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").write_bytes(b"x")
    assert parse_settings("document_list: list.xlsx", "q", PLUGINS, tmp_path).document_list == "list.xlsx"
    with pytest.raises(UsageError, match="dòng 2"):
        parse_settings("document_list: list.xlsx\ntthc_list: none.xlsx", "q", PLUGINS, tmp_path)


@given(st.text(max_size=200))
def test_any_text_is_settings_or_one_message(text: str) -> None:
    try:
        parse_settings(text, "q", PLUGINS)
    except UsageError as error:
        assert error.message.vi and error.message.en


def test_the_file_is_found_above_but_not_beyond_the_repository(tmp_path: Path) -> None:
    (tmp_path / "qmslint.yaml").write_text("")
    inner = tmp_path / "repo" / "docs"
    inner.mkdir(parents=True)
    assert find_settings(inner) == tmp_path / "qmslint.yaml"
    (tmp_path / "repo" / ".git").mkdir()
    assert find_settings(inner) is None


def test_options_of_a_rule_without_options() -> None:
    settings = parse_settings("rules:\n  toy-shout: {options: {wide: 3}}", "q", PLUGINS)
    with pytest.raises(UsageError, match="wide"):
        validated_options(settings, PLUGINS.rules)


def test_options_are_read_into_the_types_of_the_rule() -> None:
    rules = Plugins().rules

    def options(**given: object) -> dict[str, object]:
        return validated_options(Settings(rules={"self-assessment-missing": RuleSetting(options=given)}), rules)

    assert options(required=True, months="3") == {"self-assessment-missing": (True, 3)}
    with pytest.raises(UsageError, match=r"months: .*integer"):
        options(months="many")
    with pytest.raises(UsageError, match="mnths"):
        options(mnths=3)


def test_the_schema_knows_what_the_loader_knows() -> None:
    schema = settings_schema()
    assert schema["additionalProperties"] is False and "agency" in schema["properties"]
    assert "path" not in schema["properties"] and "line" not in schema["$defs"]["Waiver"]["properties"]


def test_known_settings_are_the_same_and_still_checked(tmp_path: Path) -> None:
    from qmslint.run.known_settings import known_settings

    file = tmp_path / "qmslint.yaml"
    (tmp_path / "list.xlsx").write_bytes(b"x")
    file.write_text(
        "agency: {name: X, head: [{name: A, since: 01/07/2025}]}\ndocument_list: list.xlsx\n"
        "rules: {toy-shout: {level: info}}\n"
        "waivers: [{rule: toy-twin, reason: a, approved_by: b, until: 2026-01-31}]\n",
        encoding="utf-8",
    )
    fresh = known_settings(file, PLUGINS, tmp_path / "cache")
    assert known_settings(file, PLUGINS, tmp_path / "cache") == fresh == known_settings(file, PLUGINS, None)
    (tmp_path / "list.xlsx").unlink()
    with pytest.raises(UsageError, match=r"list\.xlsx"):
        known_settings(file, PLUGINS, tmp_path / "cache")
