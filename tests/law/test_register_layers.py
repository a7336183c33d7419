"""Layers of registers: what an agency adds counts, what contradicts a verified day does not."""

from __future__ import annotations

from datetime import date

import pytest

from qmslint.law.register import LegalRegister
from qmslint.model.legal import Certainty, LegalDocument

VERIFIED = LegalDocument(
    "309/2026/NĐ-CP", signed=date(2026, 8, 5), in_force=date(2026, 8, 5), certainty=Certainty.VERIFIED, source="bản gốc"
)


def over(row: LegalDocument, below: LegalDocument = VERIFIED) -> LegalRegister:
    return LegalRegister([below]).layered(LegalRegister([row._replace(file="so.xlsx", row=4, sheet="Văn bản")]))


def test_a_verified_day_stands_and_the_row_is_told() -> None:
    register = over(LegalDocument("309/2026/NĐ-CP", in_force=date(2026, 9, 20)))
    known = register.get("309/2026/NĐ-CP")
    assert known is not None and known.in_force == date(2026, 8, 5)
    (problem,) = register.problems
    assert (problem.code, problem.file, problem.row, problem.sheet) == ("contradicts-known", "so.xlsx", 4, "Văn bản")
    assert "20/09/2026" in problem.message.vi and "05/08/2026" in problem.message.vi


@pytest.mark.parametrize("row", [
    LegalDocument("309/2026/NĐ-CP", in_force=date(2026, 8, 5), title="Tên của cơ quan"),
    LegalDocument("309/2026/NĐ-CP", status="expired", expires=date(2026, 12, 1)),
])
def test_what_the_agency_adds_counts(row: LegalDocument) -> None:
    register = over(row)
    known = register.get("309/2026/NĐ-CP")
    assert known is not None and (known.title, known.status, known.expires) == (row.title, row.status, row.expires)
    assert known.signed == date(2026, 8, 5) and not register.problems


def test_a_secondary_day_gives_way_but_not_to_a_row_that_contradicts_itself() -> None:
    below = VERIFIED._replace(certainty=Certainty.SECONDARY)
    register = over(LegalDocument("309/2026/NĐ-CP", in_force=date(2026, 9, 20)), below)
    assert register.get("309/2026/NĐ-CP") is not None and not register.problems
    assert register.documents[0].in_force == date(2026, 9, 20)
    wrong = over(LegalDocument("309/2026/NĐ-CP", signed=date(2025, 8, 5)), below)
    assert wrong.documents[0].signed == date(2026, 8, 5)
    assert [problem.code for problem in wrong.problems] == ["contradicts-known"]
