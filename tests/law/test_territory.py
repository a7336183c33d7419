"""One place: a province of today changes and ends what the provinces merged into it left, and nobody else's."""

from __future__ import annotations

from datetime import date

import pytest

from qmslint.api import LegalRegister
from qmslint.law.register_data import data_of_register, register_of_data
from qmslint.law.register_keys import differ, place_of
from qmslint.law.territory import Territories
from qmslint.model.legal import Certainty, LegalDocument, Relation, RelationKind
from qmslint.plugins.manager import Plugins
from qmslint.run.registers import built_in

MERGERS = Territories({"Cần Thơ": ["Sóc Trăng", "Hậu Giang"], "Cà Mau": ["Bạc Liêu"]}, date(2025, 7, 1))
DAY = date(2026, 11, 24)
USER, SECONDARY = Certainty.USER, Certainty.SECONDARY


def law(number: str, place: str, day: date | None = None, *relations: Relation, **more: object) -> LegalDocument:
    return LegalDocument(number, issuer=f"Hội đồng nhân dân {place}", signed=day, in_force=day, relations=relations,
                         **more)  # type: ignore[arg-type]


OLD = law("12/2023/NQ-HĐND", "tỉnh Sóc Trăng", date(2023, 12, 7))
REPLACES = Relation(RelationKind.REPLACES, "12/2023/NQ-HĐND")
NEW = law("07/2026/NQ-HĐND", "thành phố Cần Thơ", date(2026, 3, 1), REPLACES)


def state(register: LegalRegister, issuer: str, number: str = "12/2023/NQ-HĐND") -> tuple[str, Certainty] | None:
    standing = register.standing(number, DAY, issuer)
    return (standing.state, standing.certainty) if standing else None


def test_a_province_of_today_replaces_what_a_merged_one_left() -> None:
    register = LegalRegister((OLD, NEW), (), MERGERS)
    assert state(register, "HĐND tỉnh Sóc Trăng") == ("expired", SECONDARY)  # only the map of mergers says so
    assert register.replaced_by("12/2023/NQ-HĐND", DAY, "HĐND tỉnh Sóc Trăng (cũ)") == (NEW,)
    (touch,) = register.touches("12/2023/NQ-HĐND", issuer="tỉnh Sóc Trăng")
    assert (touch.document, touch.certainty) == (NEW, SECONDARY)


def test_words_that_name_the_old_province_make_it_sure() -> None:
    named = NEW._replace(relations=(REPLACES._replace(issuer="HĐND tỉnh Sóc Trăng"),))
    register = LegalRegister((OLD, named), (), MERGERS)
    assert state(register, "HĐND tỉnh Sóc Trăng") == ("expired", USER)
    other = law("12/2023/NQ-HĐND", "tỉnh Hậu Giang", date(2023, 7, 1))
    both = LegalRegister((OLD, other, named), (), MERGERS)
    assert state(both, "HĐND tỉnh Sóc Trăng") == ("expired", USER)
    assert state(both, "HĐND tỉnh Hậu Giang") == ("in-force", USER)
    assert not both.problems


@pytest.mark.parametrize("actor", [
    law("07/2026/NQ-HĐND", "tỉnh Cà Mau", date(2026, 3, 1), REPLACES),  # another province
    law("07/2025/NQ-HĐND", "thành phố Cần Thơ", date(2025, 3, 1), REPLACES),  # before the merger
    law("07/2024/NQ-HĐND", "thành phố Cần Thơ", None, REPLACES),  # the same, by the year of its number
])
def test_others_leave_it_alone(actor: LegalDocument) -> None:
    register = LegalRegister((OLD, actor), (), MERGERS)
    assert state(register, "HĐND tỉnh Sóc Trăng") == ("in-force", USER)
    assert register.touches("12/2023/NQ-HĐND", issuer="HĐND tỉnh Sóc Trăng") == ()
    assert register.replaced_by("12/2023/NQ-HĐND", DAY, "HĐND tỉnh Sóc Trăng") == ()
    assert register.problems == ()


def test_without_the_mergers_places_stand_for_themselves() -> None:
    assert state(LegalRegister((OLD, NEW)), "HĐND tỉnh Sóc Trăng") == ("in-force", USER)


@pytest.mark.parametrize("second", ["tỉnh Hậu Giang", "thành phố Cần Thơ"])
def test_a_number_that_two_places_gave_is_asked_about_not_guessed(second: str) -> None:
    other = law("12/2023/NQ-HĐND", second, date(2023, 5, 5))
    register = LegalRegister((OLD, other, NEW._replace(file="so.yaml", row=9)), (), MERGERS)
    assert state(register, "HĐND tỉnh Sóc Trăng") == ("in-force", USER)
    own = second == "thành phố Cần Thơ"
    assert state(register, f"HĐND {second}") == ("expired" if own else "in-force", USER)
    (problem,) = register.problems
    assert (problem.code, problem.file, problem.row) == ("target-unclear", "so.yaml", 9)
    assert "Sóc Trăng" in problem.message.vi and second in problem.message.vi and "issuer" in problem.mend.vi


def test_no_contradiction_is_seen_between_provinces() -> None:
    later = law("12/2023/NQ-HĐND", "tỉnh Cà Mau", date(2023, 12, 30), status="in-force", checked_on=DAY)
    first = law("05/2023/NQ-HĐND", "tỉnh Sóc Trăng", date(2023, 6, 1), REPLACES)
    back = law("05/2023/NQ-HĐND", "tỉnh Cà Mau", date(2023, 3, 1))
    circle = later._replace(relations=(Relation(RelationKind.REPLACES, "05/2023/NQ-HĐND"),))
    assert LegalRegister((first, back, circle), (), MERGERS).problems == ()


def test_a_local_law_ends_none_of_the_whole_country() -> None:
    decree = LegalDocument("63/2010/NĐ-CP", issuer="Chính phủ", in_force=date(2010, 10, 14))
    acts = (Relation(RelationKind.REPEALS, decree.number), Relation(RelationKind.DETAILS, decree.number))
    register = LegalRegister((decree, law("7/2026/NQ-HĐND", "tỉnh Cà Mau", date(2026, 1, 1), *acts)), (), MERGERS)
    assert state(register, "Chính phủ", decree.number) == ("in-force", USER)
    assert [touch.relation.kind for touch in register.touches(decree.number)] == [RelationKind.DETAILS]


def test_the_law_of_another_province_is_not_taken_for_the_one_cited() -> None:
    register = LegalRegister((OLD,), (), MERGERS)
    assert register.get("12/2023/NQ-HĐND", "HĐND tỉnh Cà Mau") is None
    assert register.get("12/2023/NQ-HĐND", "HĐND tỉnh Sóc Trăng (cũ)") == OLD
    assert register.get("12/2023/NQ-HĐND", "Hội đồng nhân dân tỉnh") == OLD
    assert register.get("12/2023/NQ-HĐND") == OLD


def test_layers_keep_the_mergers() -> None:
    register = LegalRegister((), (), MERGERS).layered(LegalRegister((OLD, NEW)))
    assert state(register, "HĐND tỉnh Sóc Trăng") == ("expired", SECONDARY)
    assert LegalRegister((OLD, NEW)).layered(LegalRegister((), (), MERGERS)).territories is MERGERS


@pytest.mark.parametrize("words", [
    {"replaces": [{"number": "12/2023/NQ-HĐND", "issuer": "HĐND tỉnh Sóc Trăng"}]},
    {"title": "Quy định mức thu, thay thế Nghị quyết số 12/2023/NQ-HĐND của HĐND tỉnh Sóc Trăng"},
    {"note": "Thay thế Nghị quyết số 12/2023/NQ-HĐND ngày 07/12/2023 của HĐND tỉnh Sóc Trăng"},
    {"replaces": "Nghị quyết số 12/2023/NQ-HĐND của Hội đồng nhân dân tỉnh Sóc Trăng"},
])
def test_whose_law_is_meant_is_read(words: dict[str, object]) -> None:
    row = {"number": "07/2026/NQ-HĐND", "issuer": "HĐND thành phố Cần Thơ", "in_force": "2026-03-01", **words}
    register = register_of_data({"documents": [row]})
    (relation,) = register.documents[0].relations
    assert relation.target == "12/2023/NQ-HĐND" and relation.issuer.endswith("tỉnh Sóc Trăng")
    again = register_of_data(data_of_register(register))
    assert relation in again.documents[0].relations


def test_the_row_of_the_old_law_may_say_it() -> None:
    rows = [{"number": "12/2023/NQ-HĐND", "issuer": "HĐND tỉnh Sóc Trăng", "replaced_by": "07/2026/NQ-HĐND"},
            {"number": "07/2026/NQ-HĐND", "issuer": "HĐND tỉnh Bắc Ninh", "in_force": "2026-01-01"},
            {"number": "07/2026/NQ-HĐND", "issuer": "HĐND tỉnh Sóc Trăng", "in_force": "2024-03-01"}]
    register = register_of_data({"documents": rows})
    assert [len(document.relations) for document in register.documents] == [0, 0, 1]


@pytest.mark.parametrize(("short", "long"), [
    ("UBND TP.HCM", "Ủy ban nhân dân Thành phố Hồ Chí Minh"), ("HĐND TP HCM", "HĐND thành phố Hồ Chí Minh"),
    ("UBND TP. Hà Nội", "Ủy ban nhân dân thành phố Hà Nội"), ("HĐND tỉnh BR-VT", "HĐND tỉnh Bà Rịa – Vũng Tàu"),
    ("HĐND tỉnh TT-Huế", "Hội đồng nhân dân tỉnh Thừa Thiên Huế"), ("UBND tỉnh HOÀ BÌNH cũ", "UBND tỉnh Hòa Bình"),
    ("HĐND tỉnh Sóc Trăng (trước khi hợp nhất)", "HĐND tỉnh Sóc Trăng"),
])
def test_a_place_has_many_spellings(short: str, long: str) -> None:
    assert place_of(short) == place_of(long) and not differ(short, long)


def test_the_built_in_territories_are_those_of_today() -> None:
    register = built_in(Plugins())
    assert register.territories.since == date(2025, 7, 1)
    made = law("7/2026/NQ-HĐND", "thành phố Huế", date(2026, 1, 1))
    assert register.territories.inherits(made, "HĐND tỉnh Thừa Thiên Huế")
    absorbed = [one for ones in register.territories.merged.values() for one in ones]
    assert len(absorbed) == 30 and "Phú Thọ" not in absorbed  # 29 merged, and Thừa Thiên Huế


def test_the_agency_s_territory_names_what_was_merged_into_it() -> None:
    assert MERGERS.around("UBND phường Hoa Sen, thành phố Cần Thơ")[1:] == ("Sóc Trăng", "Hậu Giang")
    assert MERGERS.around("UBND tỉnh Lai Châu") == ("UBND tỉnh Lai Châu",) and MERGERS.around("") == ()
