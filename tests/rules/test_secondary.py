"""What was read in secondary sources only is never held against a document with more than low confidence.

Every rule of the pack that asks the register is walked over: its bad fixture is judged again with every row of the
register marked as secondary. The built-in register and the terms are held to what may ship at all.
"""

from __future__ import annotations

import re
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from qmslint.api import Certainty, Confidence, Level
from qmslint.plugins.manager import Plugins
from qmslint.run.registers import built_in
from qmslint.testing import findings_in

FIXTURES = Path(__file__).parents[2] / "fixtures" / "rules"
PLUGINS = Plugins()
REGISTER = built_in(PLUGINS)
PACK = Path(str(files("qmslint_currency")))

ON_THE_PAPER_ITSELF = {
    "law-citation-mismatch",  # number, year and date as cited contradict each other
    "law-newer-than-document",  # the year of the number cited is later than the document
    "law-unregistered",  # what the register does not know
    "legal-register-defective",  # what the file says wrongly of itself
    "register-stale",  # when rows were last checked
}
"""Rules that ask the register, and have something to say even where no fact of it counts."""


def asking() -> list[str]:
    """The rules of the pack whose file asks the register, or the set as judged by it."""
    return [
        file.stem.replace("_", "-") for file in sorted(PACK.glob("[a-z]*.py"))
        if file.stem.replace("_", "-") in PLUGINS.rules
        and re.search(r"context\.register|judged\(|groups\(", file.read_text(encoding="utf-8"))
    ]


def secondary(rule: str, folder: Path) -> Path:
    """The bad fixture of a rule, with no row of its register surer than secondary."""
    shutil.copytree(FIXTURES / rule / "bad", folder / "bad")
    for extra in ("as-of", "bad/as-of"):
        if (FIXTURES / rule / extra).is_file():
            shutil.copy(FIXTURES / rule / extra, folder / extra)
    for path in (folder / "bad").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        if "legal-register/1" in text:
            rows = re.sub(r",? *certainty: *(V2|V|U)", "", text)
            path.write_text(rows.replace("documents:", "certainty: V2\ndocuments:", 1), encoding="utf-8")
    return folder / "bad"


@pytest.mark.parametrize("rule", asking())
def test_a_finding_that_rests_on_secondary_rows_is_of_low_confidence(rule: str, tmp_path: Path) -> None:
    assert findings_in(FIXTURES / rule / "bad", rule, PLUGINS)
    found = findings_in(secondary(rule, tmp_path), rule, PLUGINS)
    if rule in ON_THE_PAPER_ITSELF:
        return
    for path in (tmp_path / "bad").glob("*.yaml"):
        if "legal-register/1" in path.read_text(encoding="utf-8"):
            path.write_text("qmslint: legal-register/1\ndocuments: [{number: 1/1990/QĐ-TTg}]\n", encoding="utf-8")
    shown = {f.fingerprint for f in findings_in(tmp_path / "bad", rule, PLUGINS)}  # the paper itself shows these
    rest = [f for f in found if f.fingerprint not in shown]
    assert [f.message.vi for f in rest if f.confidence is not Confidence.LOW or f.level is Level.ERROR] == []


@pytest.mark.parametrize("rule", [
    "law-repealed", "law-update-overdue", "law-update-due", "law-update-late", "law-amendment-uncited",
    "legal-list-mismatch", "consolidated-text-cited", "calendar-uncovered",
])
def test_secondary_rows_are_told_all_the_same(rule: str, tmp_path: Path) -> None:
    found = findings_in(secondary(rule, tmp_path), rule, PLUGINS)
    assert found
    if rule not in ("consolidated-text-cited", "calendar-uncovered"):  # the reader is told to look first
        told = [one for one in found if "chưa được kiểm chứng" in one.mend.vi and "not verified" in one.mend.en]
        assert told


@pytest.mark.parametrize("rule", sorted(ON_THE_PAPER_ITSELF))
def test_the_rules_passed_over_ask_the_register(rule: str) -> None:
    assert rule in asking()


def test_the_built_in_register_holds_what_was_read_and_where() -> None:
    for row in REGISTER.documents:
        assert row.certainty in (Certainty.VERIFIED, Certainty.SECONDARY), row.number
        assert row.source and row.checked_on is not None, row.number
        if row.certainty is Certainty.VERIFIED:
            assert "thứ cấp" not in row.source, row.number


RECALLED = {
    "in_force": (
        "101/QĐ-BKHCN", "68/2006/QH11", "70/2025/QH15", "107/2021/NĐ-CP", "367/2025/NĐ-CP", "45/2020/NĐ-CP",
        "20/2023/QH15", "80/2015/QH13", "78/2025/NĐ-CP", "91/2015/QH13", "45/2019/QH14", "33/2024/QH15",
        "203/2025/QH15", "72/2025/QH15", "202/2025/QH15", "63/2025/QH15", "120/2025/NĐ-CP", "08/2025/TT-BTP",
        "85/2019/TT-BTC", "26/2023/QH15",
    ),
    "signed": ("68/2006/QH11", "13/2023/NĐ-CP", "45/2019/QH14", "33/2024/QH15", "60/2014/QH13", "97/2015/QH13",
               "52/2010/QH12"),
    "expires": ("61/2018/NĐ-CP", "107/2021/NĐ-CP", "110/2004/NĐ-CP", "01/2011/TT-BNV", "77/2015/QH13",
                "13/2023/NĐ-CP"),
}
"""What somebody remembers but nobody has read: it does not ship as fact."""


@pytest.mark.parametrize(("field", "number"), [(field, one) for field, numbers in RECALLED.items() for one in numbers])
def test_what_is_only_remembered_does_not_ship(field: str, number: str) -> None:
    row = REGISTER.get(number)
    assert row is not None and getattr(row, field) is None
    if field == "expires":
        assert row.status in ("", "unknown")
        assert not [t for t in REGISTER.touches(number) if t.relation.kind in ("replaces", "repeals")]


def test_laws_only_remembered_are_not_in_the_register() -> None:
    for number in ("63/2020/QH14", "10/2022/TT-BNV", "65/2025/QH15"):
        assert REGISTER.get(number) is None


SECONDARY = (
    "03/2025/TT-VPCP", "29/2026/QĐ-TTg", "87/2025/QH15", "54/VBHN-VPQH", "80/2015/QH13", "78/2025/NĐ-CP",
    "79/2025/NĐ-CP", "34/2016/NĐ-CP", "154/2020/NĐ-CP", "59/2024/NĐ-CP", "28/2026/QH16", "176/2025/QH15",
)


@pytest.mark.parametrize("number", SECONDARY)
def test_what_was_read_in_secondary_sources_says_so(number: str) -> None:
    row = REGISTER.get(number)
    assert row is not None and row.certainty is Certainty.SECONDARY


def test_terms_have_source_day_and_certainty() -> None:
    from qmslint_currency._data import load, merged_provinces, terms

    data = load("terms")
    for entry in (*(one for group in ("bodies", "units", "papers") for one in data[group]), data["provinces"]):
        assert entry["source"] and entry["since"] and entry["checked"] and entry["certainty"] in ("V", "V2")
    for term in terms():
        ministry = term.name.startswith(("Bộ ", "Ủy ban Dân", "Tổng cục"))
        assert not (ministry or term.name.startswith("tỉnh ")) or term.certainty is Certainty.SECONDARY, term.name
        assert not term.name.startswith("Sở ")  # how departments followed the ministries is only remembered
    absorbed = [name for names in merged_provinces().values() for name in names]
    assert len(merged_provinces()) == 23 and len(absorbed) == len(set(absorbed)) == 29  # 63 - 34


@pytest.mark.parametrize("rule", ["abolished-body", "abolished-unit-name", "abolished-paper"])
def test_terms_of_secondary_sources_give_low_confidence(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import qmslint_currency._terms_found as found

    doubtful = tuple(term._replace(certainty=Certainty.SECONDARY) for term in found.terms())
    monkeypatch.setattr(found, "terms", lambda: doubtful)
    findings = findings_in(FIXTURES / rule / "bad", rule, PLUGINS)
    assert findings and all(one.confidence is Confidence.LOW and one.level is not Level.ERROR for one in findings)


def test_what_is_sure_keeps_its_weight_beside_what_is_not() -> None:
    folder = FIXTURES.parent / "currency-two-years"
    found = findings_in(folder, "law-update-overdue", PLUGINS)
    assert not [f for f in found if f.level is Level.ERROR and f.confidence is Confidence.LOW]
    of_02 = {f.evidence: (f.level, f.confidence) for f in found if f.path == "QT 02.yaml"}
    assert of_02["901/2018/NĐ-CP"] == (Level.ERROR, Confidence.HIGH)
    assert of_02["970/2026/TT-BXY"] == (Level.WARNING, Confidence.LOW)
    assert len({f.fingerprint for f in found}) == len(found)
