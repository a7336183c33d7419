"""The three-month rule, case by case; and against a count of its own for any dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qmslint.law.calendar import Calendar
from qmslint.law.citation import parse_citations
from qmslint.law.period import update_deadline
from qmslint.law.register import LegalRegister
from qmslint.law.subject import subject_of
from qmslint.law.update import Update, UpdateState, by_cited, updates_of
from qmslint.model.facts import Identity, Phrase, Procedure, QualityDocument, Revision, WrittenDate
from qmslint.model.legal import Certainty, LegalDocument, PartInForce, Relation, RelationKind

CALENDAR = Calendar()
A, B, C = "61/2018/NĐ-CP", "118/2025/NĐ-CP", "309/2026/NĐ-CP"
AMENDS, REPLACES, REPEALS, DETAILS = (
    RelationKind.AMENDS, RelationKind.REPLACES, RelationKind.REPEALS, RelationKind.DETAILS,
)


def law(number: str, in_force: date | None, *relations: Relation, **more: object) -> LegalDocument:
    return LegalDocument(number, in_force=in_force, relations=relations, **{"type": "nghi-dinh", **more})  # type: ignore[arg-type]


def procedure(
    issued: date | None, *cited: str, rows: tuple[tuple[date, str], ...] = (), edition: str = "1", code: str = ""
) -> QualityDocument:
    citations = tuple(c._replace(section="legal-basis") for text in cited for c in parse_citations(text))
    revisions = tuple(
        Revision(str(n), WrittenDate(str(day), day), content=text) for n, (day, text) in enumerate(rows, 1)
    )
    return QualityDocument(
        path="a.docx", kind="tthc-procedure", identity=Identity(code="QT 01", edition=edition, issued=issued),
        citations=citations, revisions=revisions, procedure=Procedure(tthc_codes=(Phrase(code),) if code else ()),
    )


def judged(
    document: QualityDocument,
    *laws: LegalDocument,
    on: date,
    places: tuple[str, ...] = (),
    fields: tuple[str, ...] = (),
) -> dict[str, Update]:
    register = LegalRegister(laws)
    found = updates_of(subject_of(document, register, fields), register, CALENDAR, on, places)
    return {f"{u.law.number}{f' {u.part}' if u.part else ''}": u for u in found}


OLD = law(A, date(2018, 6, 21), signed=date(2018, 4, 23))
NEW = law(B, date(2025, 7, 1), Relation(REPLACES, A), signed=date(2025, 6, 9))
LATER = law(C, date(2026, 8, 5), Relation(AMENDS, B), signed=date(2026, 8, 5))


@pytest.mark.parametrize(("on", "state", "days"), [
    (date(2025, 6, 15), UpdateState.COMING, 108),
    (date(2025, 7, 1), UpdateState.DUE, 92),
    (date(2025, 10, 1), UpdateState.DUE, 0),
    (date(2025, 10, 2), UpdateState.OVERDUE, 1),
])
def test_a_replacement_is_due_three_months_after_it_comes_into_force(on: date, state: UpdateState, days: int) -> None:
    update = judged(procedure(date(2024, 7, 1), f"Nghị định số {A}"), OLD, NEW, on=on)[B]
    assert (update.state, update.days, update.how, update.through) == (state, days, "replaces", (A,))


def test_what_amends_the_law_that_stands_in_its_place_bears_too() -> None:
    found = judged(procedure(date(2024, 7, 1), f"Nghị định số {A}"), OLD, NEW, LATER, on=date(2026, 11, 24))
    assert found[C].state is UpdateState.OVERDUE and found[C].days == 19
    assert set(by_cited(u for u in found.values() if u.law.number != A)) == {(A,)}


def test_rest_days_give_grace_after_the_nominal_day() -> None:
    row = law(B, date(2026, 8, 24), Relation(AMENDS, A))
    update = judged(procedure(date(2024, 7, 1), f"Nghị định số {A}"), OLD, row, on=date(2026, 11, 25))[B]
    assert (update.state, update.grace) == (UpdateState.DUE, True)
    assert judged(procedure(date(2024, 7, 1), f"NĐ số {A}"), OLD, row, on=date(2026, 11, 26))[B].days == 1


def test_cited_in_time_cited_late_and_a_first_issue() -> None:
    row = law(B, date(2025, 1, 9), Relation(AMENDS, A), signed=date(2025, 1, 9))
    on = date(2025, 12, 1)
    first = judged(procedure(date(2025, 7, 7), f"NĐ số {A}", f"Nghị định số {B}"), OLD, row, on=on)
    assert first[B].state is UpdateState.ABSORBED  # a document cannot be late before it exists
    before = ((date(2024, 1, 2), "Ban hành lần đầu"),)
    late = judged(procedure(date(2025, 7, 7), f"NĐ số {A}", f"NĐ số {B}", rows=before, edition="2"), OLD, row, on=on)
    assert (late[B].state, late[B].days) == (UpdateState.LATE, 89)  # due on 09/04/2025
    between = (*before, (date(2025, 3, 3), "Cập nhật biểu mẫu"))
    kept = judged(procedure(date(2025, 7, 7), f"NĐ số {A}", f"NĐ số {B}", rows=between, edition="3"), OLD, row, on=on)
    assert kept[B].state is UpdateState.ABSORBED  # the edition of March may have held it
    named = (*before, (date(2025, 7, 7), f"Cập nhật Nghị định số {B}"))
    logged = judged(procedure(date(2025, 7, 7), f"Nghị định số {A}", rows=named, edition="2"), OLD, row, on=on)
    assert (logged[B].state, logged[B].taken) == (UpdateState.LATE, date(2025, 7, 7))


def test_last_years_inspection_can_be_run_again() -> None:
    rows = ((date(2024, 7, 1), "Ban hành lần đầu"), (date(2025, 9, 15), f"Thay NĐ {A} bằng Nghị định số {B}"))
    document = procedure(date(2025, 9, 15), f"Nghị định số {B}", rows=rows, edition="2")
    assert judged(document, OLD, NEW, on=date(2024, 6, 1)) == {}
    assert judged(document, OLD, NEW, on=date(2025, 8, 1))[B].state is UpdateState.DUE
    assert judged(document, OLD, NEW, on=date(2025, 9, 15))[B].state is UpdateState.ABSORBED


def test_issued_later_without_naming_it_cannot_be_told() -> None:
    update = judged(procedure(date(2025, 8, 1), f"Nghị định số {A}"), OLD, NEW, on=date(2026, 1, 1))[B]
    assert update.state is UpdateState.UNKNOWN and "01/08/2025" in update.reason.vi


def test_dates_that_are_not_known() -> None:
    undated = judged(procedure(None, f"Nghị định số {A}"), OLD, NEW, on=date(2026, 1, 1))
    assert undated[B].state is UpdateState.UNKNOWN and "ngày ban hành" in undated[B].reason.vi
    unknown = law(B, None, Relation(AMENDS, A))
    update = judged(procedure(date(2024, 7, 1), f"Nghị định số {A}"), OLD, unknown, on=date(2026, 1, 1))[B]
    assert (update.state, update.deadline) == (UpdateState.UNKNOWN, None)


def test_several_dates_of_effect_are_several_clocks() -> None:
    row = law(B, date(2025, 7, 1), Relation(AMENDS, A), signed=date(2025, 6, 9),
              parts=(PartInForce("Điều 5", date(2026, 1, 1)),))
    on = date(2026, 5, 4)
    found = judged(procedure(date(2024, 7, 1), f"Nghị định số {A}"), OLD, row, on=on)
    assert (found[B].days, found[f"{B} Điều 5"].days) == ((on - date(2025, 10, 1)).days, (on - date(2026, 4, 1)).days)
    cited = judged(procedure(date(2025, 8, 1), f"NĐ số {A}", f"NĐ số {B}"), OLD, row, on=on)
    assert cited[B].state is UpdateState.ABSORBED
    part = cited[f"{B} Điều 5"]
    assert (part.state, part.doubtful) == (UpdateState.OVERDUE, True)
    again = judged(procedure(date(2026, 2, 2), f"NĐ số {A}", f"NĐ số {B}"), OLD, row, on=on)
    assert again[f"{B} Điều 5"].state is UpdateState.ABSORBED


def test_nobody_is_held_to_a_law_before_it_was_signed() -> None:
    assert set(judged(procedure(date(2024, 7, 1), f"Nghị định số {A}"), OLD, NEW, on=date(2025, 6, 8))) == {A}


def test_only_normative_documents_start_a_clock() -> None:
    decision = law("1829/QĐ-BTP", date(2025, 7, 1), Relation(AMENDS, A), type="quyet-dinh", normative=False)
    merged = law("12/VBHN-BTP", date(2025, 7, 1), Relation(AMENDS, A), type="van-ban-hop-nhat")
    slip = law("118/ĐC-CP", date(2025, 7, 1), Relation(RelationKind.CORRECTS, A))
    found = judged(procedure(date(2024, 7, 1), f"NĐ số {A}"), OLD, decision, merged, slip, on=date(2026, 1, 1))
    assert set(found) == {A}


def test_a_transitional_clause_silences_the_clock() -> None:
    row = law(B, date(2025, 7, 1), Relation(REPLACES, A), transition="hồ sơ nộp trước ngày 01/7/2025 theo quy định cũ")
    update = judged(procedure(date(2024, 7, 1), f"Nghị định số {A}"), OLD, row, on=date(2026, 1, 1))[B]
    assert update.state is UpdateState.SILENCED and "quy định cũ" in update.reason.vi


def test_the_register_ties_laws_to_codes_fields_and_places() -> None:
    own = law("05/2026/NQ-HĐND", date(2026, 5, 1), type="nghi-quyet", territory="Cần Thơ", tthc=("1.001193",))
    other = law("07/2026/NQ-HĐND", date(2026, 5, 1), type="nghi-quyet", territory="Cà Mau", tthc=("1.001193",))
    field = law("20/2026/TT-BTP", date(2026, 5, 1), type="thong-tu", fields=("Hộ tịch",))
    document = procedure(date(2024, 7, 1), code="1.001193")
    places = ("Cần Thơ", "Hậu Giang")
    found = judged(document, own, other, field, on=date(2026, 9, 1), places=places, fields=("hộ tịch",))
    assert {number: u.how for number, u in found.items()} == {"05/2026/NQ-HĐND": "tthc", "20/2026/TT-BTP": "field"}
    assert judged(document, own, on=date(2026, 9, 1)) == {}  # whose territory is not known, nobody is held to it


def test_numbers_of_two_provinces_are_two_laws() -> None:
    mine = law("04/2023/NQ-HĐND", date(2023, 8, 1), type="nghi-quyet", issuer="HĐND tỉnh Hậu Giang")
    theirs = law("04/2023/NQ-HĐND", date(2023, 8, 1), type="nghi-quyet", issuer="HĐND tỉnh Cà Mau")
    amending = law("09/2025/NQ-HĐND", date(2025, 1, 1), Relation(AMENDS, "04/2023/NQ-HĐND"), type="nghi-quyet",
                   issuer="HĐND tỉnh Cà Mau")
    cited = "Nghị quyết số 04/2023/NQ-HĐND ngày 14 tháng 7 năm 2023 của HĐND tỉnh Hậu Giang quy định các khoản thu phí"
    found = judged(procedure(date(2024, 1, 1), cited), mine, theirs, amending, on=date(2026, 1, 1))
    assert set(found) == {"04/2023/NQ-HĐND"}


def test_secondary_facts_and_weak_ties_are_marked() -> None:
    second = law(B, date(2025, 7, 1), Relation(DETAILS, A), certainty=Certainty.SECONDARY)
    update = judged(procedure(date(2024, 7, 1), f"Nghị định số {A}"), OLD, second, on=date(2026, 1, 1))[B]
    assert update.certainty is Certainty.SECONDARY and update.weak


def test_a_circle_of_replacements_ends() -> None:
    first = law(A, date(2018, 6, 21), Relation(REPLACES, B))
    assert judged(procedure(date(2017, 1, 1), f"Nghị định số {A}"), first, NEW, on=date(2026, 1, 1))


@given(
    effective=st.dates(date(2015, 1, 1), date(2026, 6, 30)),
    issued=st.dates(date(2012, 1, 1), date(2026, 6, 30)),
    on=st.dates(date(2015, 1, 1), date(2027, 12, 31)),
)
def test_any_dates_give_the_state_that_a_count_gives(effective: date, issued: date, on: date) -> None:
    row = law(B, effective, Relation(AMENDS, A), signed=date(2010, 1, 1))
    found = judged(procedure(issued, f"Nghị định số {A}"), OLD, row, on=on)
    if issued > on:
        assert found == {}
        return
    last = update_deadline(effective, CALENDAR).rolled
    days = sum(1 for _ in iter_days(min(on, last), max(on, last)))
    state = found[B].state
    if effective > on:
        assert (state, found[B].days) == (UpdateState.COMING, days)
    elif issued >= effective:
        assert state is UpdateState.UNKNOWN
    elif on <= last:
        assert (state, found[B].days) == (UpdateState.DUE, days)
    else:
        assert (state, found[B].days) == (UpdateState.OVERDUE, days)


def iter_days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range(1, (last - first).days + 1)]
