"""What is wrong in a register is told once: at the register, or at the list of the set that the register is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qmslint.api import Certainty, LegalDocument, LegalRegister, PartInForce, kinds
from qmslint.judge.apply import judge
from qmslint.model.document import SourceFile
from qmslint.model.facts import ListedLaw, QualityDocument, WrittenDate
from qmslint.model.inspection import Inspection
from qmslint.model.settings import Settings
from qmslint.model.workspace import Workspace
from qmslint.plugins.manager import Plugins
from qmslint.plugins.rule import World
from qmslint.run.library import check
from qmslint_currency.legal_list_mismatch import legal_list_mismatch
from qmslint_currency.legal_list_row_invalid import legal_list_row_invalid
from qmslint_currency.legal_register_defective import legal_register_defective

KNOWN = LegalDocument("309/2026/NĐ-CP", signed=date(2026, 8, 5), in_force=date(2026, 8, 5),
                      parts=(PartInForce("Điều 9", date(2027, 1, 1)),), certainty=Certainty.VERIFIED, source="bản gốc")
RULES = (legal_register_defective, legal_list_mismatch, legal_list_row_invalid)


def told(row: LegalDocument, listed: ListedLaw, name: str = "dm/so.xlsx") -> list[str]:
    """The rules that speak of a row of a register that is a list of the set too."""
    register = LegalRegister([KNOWN]).layered(LegalRegister([row._replace(file="so.xlsx", row=4)]))
    document = QualityDocument(name, kind=kinds.LEGAL_LIST, listed_laws=(listed,))
    settings = Settings(legal_registers=("so.xlsx",))
    world = World(date(2026, 11, 24), settings, lambda: register)
    outcome = judge(Workspace([Inspection(SourceFile(name), document)], settings), list(RULES), world, {})
    return [finding.rule for finding in outcome.findings]


def day(written: str, value: date) -> WrittenDate:
    return WrittenDate(text=written, value=value)


@pytest.mark.parametrize(("row", "listed", "rule"), [
    # days of effect of parts: no list shows them, so no rule on lists can tell
    (LegalDocument("309/2026/NĐ-CP", parts=(PartInForce("Điều 9", date(2026, 12, 1)),)),
     ListedLaw("309/2026/NĐ-CP"), "legal-register-defective"),
    (LegalDocument("309/2026/NĐ-CP", signed=date(2026, 8, 6)),
     ListedLaw("309/2026/NĐ-CP", issued=day("06/8/2026", date(2026, 8, 6))), "legal-list-mismatch"),
    # the day of a part, given for the whole: the rule on lists lets that pass
    (LegalDocument("309/2026/NĐ-CP", in_force=date(2027, 1, 1)),
     ListedLaw("309/2026/NĐ-CP", effective=day("01/01/2027", date(2027, 1, 1))), "legal-register-defective"),
    (LegalDocument("309/2026/NĐ-CP", signed=date(2025, 8, 5)),
     ListedLaw("309/2026/NĐ-CP", issued=day("05/8/2025", date(2025, 8, 5))), "legal-list-row-invalid"),
])
def test_a_contradiction_is_told_by_one_rule(row: LegalDocument, listed: ListedLaw, rule: str) -> None:
    found = told(row, listed)
    assert set(found) == {rule}


def test_a_list_of_a_like_name_is_not_the_register() -> None:
    row = LegalDocument("309/2026/NĐ-CP", signed=date(2025, 8, 5))
    listed = ListedLaw("309/2026/NĐ-CP", issued=day("05/8/2025", date(2025, 8, 5)))
    assert "legal-register-defective" in told(row, listed, "dm/hoso.xlsx")


def test_expired_over_a_verified_law_in_force_is_told_once_and_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "qmslint.yaml").write_text("legal_registers: [dm.yaml]\n", encoding="utf-8")
    (tmp_path / "dm.yaml").write_text(
        "qmslint: record/1\nkind: legal-list\nlisted_laws:\n"
        "  - {number: 30/2020/NĐ-CP, title: Công tác văn thư, status: Hết hiệu lực}\n", encoding="utf-8")
    (tmp_path / "qt.yaml").write_text(
        "qmslint: record/1\nkind: tthc-procedure\ncontrol_blocks:\n  - {place: cover, code: QT 01, issued: 01/8/2025}\n"
        "citations:\n  - {text: Nghị định số 30/2020/NĐ-CP, section: legal-basis}\n", encoding="utf-8")
    names = [name for name in Plugins().rules if name.startswith(("law-", "legal-"))]
    report = check(tmp_path, as_of=date(2026, 11, 24), select=names)
    found = [(finding.rule, str(finding.level), finding.path) for finding in report.findings
             if "30/2020" in finding.message.vi]
    assert found == [("legal-register-defective", "warning", "dm.yaml")]
