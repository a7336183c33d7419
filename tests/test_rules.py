"""The contract that every rule keeps: documented in both languages, sourced, silent on good, exact on bad."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qmslint.model.base import Confidence, Level
from qmslint.plugins.manager import Plugins
from qmslint.plugins.rule import Rule
from qmslint.testing import bad_lines, findings_in

FIXTURES = Path(__file__).parents[1] / "fixtures" / "rules"
PLUGINS = Plugins()
RULES = list(PLUGINS.rules.values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_what_it_is(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert not re.search(r"\d\.\d", rule.name), "a name carries no clause number"
    assert rule.title.vi.strip() and rule.title.en.strip()
    assert isinstance(rule.level, Level) and isinstance(rule.confidence, Confidence)
    assert rule.since
    assert rule.clauses or rule.basis, "why would an inspector say so?"
    assert all(re.fullmatch(r"\d+(\.\d+)*[a-z]?", clause) for clause in rule.clauses)
    assert all(kind in PLUGINS.kinds for kind in rule.kinds)
    assert "(R)" not in " ".join(rule.basis)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_explains_itself(rule: Rule) -> None:
    vietnamese, _, english = rule.doc.partition("\n\n")
    assert len(vietnamese) > 60 and len(english) > 60, "why, how to mend, when silent: Vietnamese, then English"
    assert re.search(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", vietnamese), "Vietnamese comes first"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_silent_on_good(rule: Rule) -> None:
    folder = FIXTURES / rule.name / "good"
    assert folder.is_dir(), "no good fixture"
    assert bad_lines(findings_in(folder, rule.name, PLUGINS)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_on_bad_what_it_should(rule: Rule) -> None:
    expected = (FIXTURES / rule.name / "bad.txt").read_text(encoding="utf-8").splitlines()
    findings = findings_in(FIXTURES / rule.name / "bad", rule.name, PLUGINS)
    assert bad_lines(findings) == expected and expected
    for finding in findings:
        assert finding.message.en.strip() and finding.mend.vi.strip() and finding.mend.en.strip()


def test_no_fixture_without_a_rule() -> None:
    folders = {path.name for path in FIXTURES.iterdir() if path.is_dir()} if FIXTURES.is_dir() else set()
    assert folders <= set(PLUGINS.rules)
