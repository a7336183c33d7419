"""The legal register: what is in force on a day, what ended it, what touched it, layers, contradictions."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.api import Certainty, LegalDocument, LegalRegister, PartInForce, Relation, RelationKind

D = date
AMENDS, REPLACES, REPEALS = RelationKind.AMENDS, RelationKind.REPLACES, RelationKind.REPEALS


def doc(number: str, signed: date | None = None, in_force: date | None = None, *relations: Relation,
        **more: object) -> LegalDocument:
    return LegalDocument(number, signed=signed, in_force=in_force, relations=relations, **more)  # type: ignore[arg-type]


OLD = doc("42/2022/NĐ-CP", D(2022, 6, 24), D(2022, 8, 15))
NEW = doc("224/2026/NĐ-CP", D(2026, 6, 24), D(2026, 7, 1), Relation(REPEALS, "42/2022/NĐ-CP"),
          Relation(REPEALS, "367/2025/NĐ-CP", "Điều 1 khoản 9"), certainty=Certainty.VERIFIED)
PARENT = doc("118/2025/NĐ-CP", D(2025, 6, 9), D(2025, 7, 1))
CHILD = doc("367/2025/NĐ-CP", D(2025, 12, 31), None, Relation(AMENDS, "118/2025/NĐ-CP"))
LATER = doc("309/2026/NĐ-CP", D(2026, 8, 5), D(2026, 8, 5), Relation(AMENDS, "118/2025/NĐ-CP"))
REGISTER = LegalRegister((OLD, NEW, PARENT, CHILD, LATER))


@pytest.mark.parametrize(
    "written",
    ["118/2025/NĐ-CP", "118/2025/NÐ-CP", "118 /2025 /NĐ- CP", "118/2025/nđ-cp", "118/2025/ND-CP",
     "118/2025/NĐ-CP", "118/2025/NĐ\u200e-CP", "0118/2025/NĐ-CP"],
)
def test_a_number_is_found_however_it_is_written(written: str) -> None:
    assert REGISTER.get(written) == PARENT


def test_the_same_number_of_another_year_is_another_document() -> None:
    register = LegalRegister((doc("91/2015/QH13"), doc("91/2025/QH15")))
    assert register.get("91/2015/QH13") != register.get("91/2025/QH15")
    assert register.get("91/2020/QH14") is None


@pytest.mark.parametrize(
    ("on", "state", "since"),
    [(D(2022, 6, 1), "not-yet", None), (D(2022, 7, 1), "not-yet", D(2022, 6, 24)),
     (D(2022, 8, 15), "in-force", D(2022, 8, 15)),
     (D(2026, 6, 30), "in-force", D(2022, 8, 15)), (D(2026, 7, 1), "expired", D(2026, 7, 1))],
)
def test_standing_day_by_day(on: date, state: str, since: date | None) -> None:
    standing = REGISTER.standing("42/2022/NĐ-CP", on)
    assert standing is not None
    assert (standing.state, standing.since) == (state, since)
    assert standing.by == ((NEW,) if state == "expired" else ())


def test_what_is_not_known_is_not_guessed() -> None:
    assert REGISTER.standing("1/2020/NĐ-CP", D(2026, 1, 1)) is None
    standing = REGISTER.standing("367/2025/NĐ-CP", D(2026, 1, 31))
    assert standing is not None and standing.state == "unknown"
    undated = LegalRegister((PARENT, doc("9/2026/NĐ-CP", None, None, Relation(REPLACES, "118/2025/NĐ-CP"))))
    before, after = undated.standing("118/2025/NĐ-CP", D(2025, 8, 1)), undated.standing("118/2025/NĐ-CP", D(2026, 8, 1))
    assert before is not None and before.state == "in-force"
    assert after is not None and after.state == "unknown" and after.by[0].number == "9/2026/NĐ-CP"


def test_an_end_noted_without_a_date_holds_from_the_day_it_was_checked() -> None:
    noted = doc("34/2016/NĐ-CP", D(2016, 5, 14), D(2016, 7, 1), status="expired", checked_on=D(2026, 11, 22))
    register = LegalRegister((noted,))
    states = [register.standing("34/2016/NĐ-CP", day) for day in (D(2020, 1, 1), D(2026, 11, 22))]
    assert [one.state for one in states if one] == ["unknown", "expired"]


def test_a_part_that_fell_leaves_the_rest() -> None:
    standing = REGISTER.standing("367/2025/NĐ-CP", D(2026, 7, 1))
    assert standing is not None
    assert (standing.state, standing.since, standing.by) == ("partly", D(2026, 7, 1), (NEW,))


def test_own_date_of_expiry() -> None:
    register = LegalRegister((doc("1/2020/NQ-HĐND", D(2020, 1, 1), D(2020, 2, 1), expires=D(2025, 1, 1)),))
    day_before, day = (register.standing("1/2020/NQ-HĐND", d) for d in (D(2024, 12, 31), D(2025, 1, 1)))
    assert day_before is not None and day_before.state == "in-force"
    assert day is not None and (day.state, day.since, day.by) == ("expired", D(2025, 1, 1), ())


def test_the_weakest_source_decides_how_sure_we_are() -> None:
    weak = doc("3/2025/NĐ-CP", D(2025, 1, 1), D(2025, 2, 1), Relation(REPLACES, "1/2018/NĐ-CP"),
               certainty=Certainty.SECONDARY)
    register = LegalRegister((doc("1/2018/NĐ-CP", certainty=Certainty.VERIFIED), weak))
    standing = register.standing("1/2018/NĐ-CP", D(2026, 1, 1))
    assert standing is not None and standing.certainty is Certainty.SECONDARY


def test_touches_by_date_of_effect() -> None:
    touches = REGISTER.touches("118/2025/NĐ-CP")
    assert [(t.document.number, t.effective) for t in touches] == [
        ("309/2026/NĐ-CP", D(2026, 8, 5)), ("367/2025/NĐ-CP", None)]
    assert [t.document.number for t in REGISTER.touches("118/2025/NĐ-CP", after=D(2026, 8, 5))] == ["367/2025/NĐ-CP"]
    assert REGISTER.touches("118/2025/NĐ-CP", until=D(2025, 12, 30)) == ()


def test_a_relation_may_have_a_day_of_its_own() -> None:
    law = doc("5/2026/NĐ-CP", D(2026, 1, 1), D(2026, 3, 1), Relation(REPEALS, "118/2025/NĐ-CP", since=D(2026, 6, 1)),
              Relation(AMENDS, "42/2022/NĐ-CP", "Điều 3"), parts=(PartInForce("Điều 3", D(2026, 9, 1)),))
    register = LegalRegister((PARENT, OLD, law))
    assert register.touches("118/2025/NĐ-CP")[0].effective == D(2026, 6, 1)
    assert register.touches("42/2022/NĐ-CP")[0].effective == D(2026, 9, 1)
    assert register.clocks(law) == ((D(2026, 3, 1), ""), (D(2026, 9, 1), "Điều 3"))


def test_the_chain_ends_where_it_ends_on_that_day() -> None:
    first = doc("144/2006/QĐ-TTg", D(2006, 6, 20))
    second = doc("19/2014/QĐ-TTg", D(2014, 3, 5), D(2014, 5, 18), Relation(REPLACES, "144/2006/QĐ-TTg"))
    third = doc("7/2027/QĐ-TTg", D(2027, 1, 5), D(2027, 3, 1), Relation(REPLACES, "19/2014/QĐ-TTg"))
    register = LegalRegister((first, second, third))
    assert register.replaced_by("144/2006/QĐ-TTg", D(2014, 5, 17)) == ()
    assert register.replaced_by("144/2006/QĐ-TTg", D(2026, 1, 1)) == (second,)
    assert register.replaced_by("144/2006/QĐ-TTg", D(2027, 3, 1)) == (third,)


def test_a_circle_does_not_hang() -> None:
    a = doc("1/2020/NĐ-CP", D(2020, 1, 1), D(2020, 2, 1), Relation(REPLACES, "2/2020/NĐ-CP"))
    b = doc("2/2020/NĐ-CP", D(2020, 1, 1), D(2020, 2, 1), Relation(REPLACES, "1/2020/NĐ-CP"))
    register = LegalRegister((a, b))
    assert register.replaced_by("1/2020/NĐ-CP", D(2021, 1, 1)) == ()
    assert [p.code for p in register.problems] == ["cycle"]


def test_laws_by_name() -> None:
    law = doc("60/2014/QH13", D(2014, 11, 20), D(2016, 1, 1), type="luat", title="Luật Hộ tịch")
    lands = [doc("45/2013/QH13", D(2013, 11, 29), type="luat", title="Đất đai"),
             doc("31/2024/QH15", D(2024, 1, 18), type="luat", title="Luật Đất đai")]
    register = LegalRegister((law, *lands))
    assert register.named("Luật Hộ tịch", 2014) == law == register.named("luật hộ tịch")
    assert register.named("Luật Hộ tịch", 2016) is None
    assert register.named("Luật Đất đai") is None  # two of that name: which one is not said
    assert register.named("Luật Đất đai", 2013) == lands[0]


def test_provinces_count_for_themselves() -> None:
    one = doc("4/2024/NQ-HĐND", D(2024, 4, 17), issuer="HĐND tỉnh Sóc Trăng")
    other = doc("4/2024/NQ-HĐND", D(2024, 7, 5), issuer="Hội đồng nhân dân thành phố Cần Thơ")
    register = LegalRegister((one, other))
    assert register.problems == ()
    assert register.get("04/2024/NQ-HĐND", issuer="HĐND TP Cần Thơ") == other
    assert register.get("04/2024/NQ-HĐND", issuer="tỉnh Sóc Trăng") == one


def test_a_layer_over_another() -> None:
    below = LegalRegister((PARENT._replace(title="cơ chế một cửa", certainty=Certainty.VERIFIED, source="[1C]"), OLD))
    above = LegalRegister((doc("118/2025/NĐ-CP", transition="hồ sơ cũ theo quy định cũ", file="dm.xlsx", row=4),
                           doc("7/2026/NĐ-CP")))
    both = below.layered(above)
    row = both.get("118/2025/NĐ-CP")
    assert row is not None
    assert (row.title, row.in_force, row.transition) == ("cơ chế một cửa", D(2025, 7, 1), "hồ sơ cũ theo quy định cũ")
    assert (row.certainty, row.file, row.row) == (Certainty.VERIFIED, "dm.xlsx", 4)
    assert [d.number for d in both.documents] == ["118/2025/NĐ-CP", "42/2022/NĐ-CP", "7/2026/NĐ-CP"]
    unsure = LegalRegister(tuple(one._replace(certainty=Certainty.SECONDARY) for one in below.documents))
    for signed, certainty in ((D(2025, 6, 9), Certainty.USER), (None, Certainty.SECONDARY)):  # what it leaves open
        differs = unsure.layered(LegalRegister((doc("118/2025/NĐ-CP", signed, D(2025, 8, 1)),))).get("118/2025/NĐ-CP")
        assert differs is not None and (differs.in_force, differs.certainty) == (D(2025, 8, 1), certainty)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((PARENT, PARENT), "duplicate"),
        ((doc("118/2025/NĐ-CP", D(2026, 6, 9)),), "year-mismatch"),
        ((doc("118/2025/NĐ-CP", D(2025, 6, 9), D(2025, 6, 8)),), "effect-before-signing"),
        ((doc("118/2025/NĐ-CP", D(2025, 6, 9), D(2025, 7, 1), expires=D(2025, 6, 30)),), "expiry-before-effect"),
        ((doc("65/20004/QĐ-BNV"),), "number-malformed"),
        ((doc("1/2025/NĐ-CP", None, None, Relation(AMENDS, "01/2025/NĐ-CP")),), "own-target"),
        ((PARENT, doc("1/2024/NĐ-CP", D(2024, 1, 1), None, Relation(AMENDS, "118/2025/NĐ-CP"))), "order"),
        ((PARENT._replace(status="in-force"), doc("1/2026/NĐ-CP", None, D(2026, 1, 1),
                                                  Relation(REPLACES, "118/2025/NĐ-CP"))), "status-contradicts"),
        ((PARENT._replace(expires=D(2027, 1, 1)), doc("1/2026/NĐ-CP", None, D(2026, 1, 1),
                                                      Relation(REPLACES, "118/2025/NĐ-CP"))), "two-ends"),
    ],
)
def test_contradictions_are_said_at_the_row(rows: tuple[LegalDocument, ...], code: str) -> None:
    placed = [row._replace(file="dm.xlsx", row=index + 2) for index, row in enumerate(rows)]
    problems = LegalRegister(placed).problems
    assert [p.code for p in problems] == [code]
    assert problems[0].file == "dm.xlsx" and problems[0].row >= 2
    assert problems[0].message.vi and problems[0].message.en and problems[0].mend.vi


_NUMBERS = st.integers(1, 6).map(lambda n: f"{n}/2020/NĐ-CP")
_DAYS = st.none() | st.dates(D(2019, 1, 1), D(2023, 1, 1))
_RELATIONS = st.builds(Relation, st.sampled_from(list(RelationKind)), _NUMBERS, st.sampled_from(["", "Điều 1"]), _DAYS)
_DOCS = st.builds(
    LegalDocument, number=_NUMBERS, signed=_DAYS, in_force=_DAYS, expires=_DAYS,
    status=st.sampled_from(["", "in-force", "expired", "partly-expired", "not-yet"]),
    relations=st.lists(_RELATIONS, max_size=3).map(tuple),
)


@given(st.lists(_DOCS, max_size=12), st.dates(D(2018, 1, 1), D(2024, 1, 1)))
def test_any_register_answers(rows: list[LegalDocument], on: date) -> None:
    register = LegalRegister(rows)
    register.problems  # noqa: B018 - must not raise
    for row in rows:
        standing = register.standing(row.number, on)
        assert standing is not None and standing.state in ("in-force", "not-yet", "expired", "partly", "unknown")
        if standing.since is not None:
            assert standing.since <= on
        for touch in register.touches(row.number, until=on):
            assert touch.effective is None or touch.effective <= on
        register.replaced_by(row.number, on)
    assert len(register.layered(LegalRegister()).documents) == len(rows)
