"""Layers of registers: what an agency adds counts, what contradicts a verified day does not."""

from __future__ import annotations

from datetime import date

import pytest

from qmslint.law.register import LegalRegister
from qmslint.model.legal import Certainty, LegalDocument, Relation, RelationKind

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


def test_a_row_that_contradicts_itself_ends_nothing() -> None:
    below = VERIFIED._replace(number="104/2022/NĐ-CP", signed=date(2022, 12, 21), in_force=date(2023, 1, 1))
    wrong = LegalDocument("104/2022/NĐ-CP", signed=date(2023, 12, 21), status="expired", expires=date(2024, 1, 1))
    register = over(wrong, below)
    standing = register.standing("104/2022/NĐ-CP", date(2026, 11, 24))
    assert standing is not None and (standing.state, standing.certainty) == ("in-force", Certainty.VERIFIED)
    assert [problem.code for problem in register.problems] == ["contradicts-known"]
    empty = over(wrong, below._replace(signed=None, in_force=None)).documents[0]
    assert (empty.signed, empty.expires, empty.certainty) == (None, None, Certainty.VERIFIED)


def test_a_day_of_the_agency_is_not_called_verified() -> None:
    row = over(LegalDocument("309/2026/NĐ-CP", expires=date(2027, 1, 1))).documents[0]
    assert (row.expires, row.certainty) == (date(2027, 1, 1), Certainty.USER)
    undated = over(LegalDocument("309/2026/NĐ-CP", in_force=date(2026, 9, 20)), VERIFIED._replace(in_force=None))
    assert (undated.documents[0].in_force, undated.documents[0].certainty) == (date(2026, 9, 20), Certainty.USER)


def test_a_verified_day_of_an_effect_is_not_moved() -> None:
    effect = Relation(RelationKind.REPEALS, "42/2022/NĐ-CP", since=date(2026, 7, 1))
    moved = LegalDocument("309/2026/NĐ-CP", relations=(effect._replace(since=date(2027, 7, 1)),))
    assert over(moved, VERIFIED._replace(relations=(effect,))).documents[0].relations == (effect,)


def test_a_secondary_day_gives_way_but_not_to_a_row_that_contradicts_itself() -> None:
    below = VERIFIED._replace(certainty=Certainty.SECONDARY)
    register = over(LegalDocument("309/2026/NĐ-CP", in_force=date(2026, 9, 20)), below)
    assert register.get("309/2026/NĐ-CP") is not None and not register.problems
    assert register.documents[0].in_force == date(2026, 9, 20)
    wrong = over(LegalDocument("309/2026/NĐ-CP", signed=date(2025, 8, 5)), below)
    assert wrong.documents[0].signed == date(2026, 8, 5)
    assert [problem.code for problem in wrong.problems] == ["contradicts-known"]


IN_FORCE = VERIFIED._replace(
    number="63/2010/NĐ-CP", signed=date(2010, 6, 8), in_force=date(2010, 10, 14), status="in-force",
    checked_on=date(2026, 7, 23),
)


@pytest.mark.parametrize("row", [
    LegalDocument("63/2010/NĐ-CP", status="expired"),
    LegalDocument("63/2010/NĐ-CP", status="expired", checked_on=date(2026, 7, 23)),
    LegalDocument("63/2010/NĐ-CP", expires=date(2020, 1, 1)),
    LegalDocument("63/2010/NĐ-CP", status="expired", expires=date(2026, 7, 23), checked_on=date(2026, 10, 1)),
])
def test_a_law_verified_to_be_in_force_is_not_ended_before_that_day(row: LegalDocument) -> None:
    register = over(row, IN_FORCE)
    standing = register.standing("63/2010/NĐ-CP", date(2026, 11, 24))
    assert standing is not None and (standing.state, standing.certainty) == ("in-force", Certainty.VERIFIED)
    (problem,) = register.problems
    assert (problem.code, problem.file, problem.row) == ("contradicts-known", "so.xlsx", 4)
    assert "hết hiệu lực" in problem.message.vi and "23/07/2026" in problem.message.vi
    assert "in force" in problem.message.en and "expired" not in problem.message.vi  # words, not keys


@pytest.mark.parametrize("row", [
    LegalDocument("63/2010/NĐ-CP", status="expired", expires=date(2026, 10, 1)),  # it ended since
    LegalDocument("63/2010/NĐ-CP", status="expired", checked_on=date(2026, 10, 1)),  # somebody looked again since
])
def test_what_happened_since_counts(row: LegalDocument) -> None:
    register = over(row, IN_FORCE)
    standing = register.standing("63/2010/NĐ-CP", date(2026, 11, 24))
    assert standing is not None and (standing.state, standing.certainty) == ("expired", Certainty.USER)
    assert register.problems == ()


@pytest.mark.parametrize(("day", "state", "codes"), [
    (date(2026, 9, 1), "expired", []), (date(2020, 3, 1), "unknown", ["status-contradicts"]),
])
def test_a_successor_that_the_agency_names(day: date, state: str, codes: list[str]) -> None:
    heir = LegalDocument("99/2026/NĐ-CP" if day.year == 2026 else "99/2020/NĐ-CP", in_force=day, file="so.xlsx", row=5,
                         relations=(Relation(RelationKind.REPLACES, "63/2010/NĐ-CP"),))
    ended = LegalDocument("63/2010/NĐ-CP", status="expired", file="so.xlsx", row=4)
    for rows in ((heir,), (heir, ended)):
        register = LegalRegister([IN_FORCE]).layered(LegalRegister(rows))
        standing = register.standing("63/2010/NĐ-CP", date(2026, 11, 24))
        assert standing is not None and standing.state == state and standing.by == (heir,)
        assert [problem.code for problem in register.problems] == codes  # told once
        assert all(problem.file == "so.xlsx" for problem in register.problems)
