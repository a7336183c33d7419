"""The cache's form of facts: what is kept comes back the same, value for value and class for class."""

from __future__ import annotations

import marshal
import pickle
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qmslint.model.document import SourceFile
from qmslint.model.facts import Abbreviation, Citation, Extra, Phrase, QualityDocument
from qmslint.model.inspection import Inspection, Problem
from qmslint.model.location import Location
from qmslint.model.shelved import brought_back, shape, shelved
from qmslint.model.text import Text


def classes(value: Any) -> Any:
    """The class of `value` and of everything in it: named tuples of different classes may be equal."""
    return type(value), [classes(item) for item in value] if isinstance(value, tuple) else value


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)  # a busy machine is no failure
@given(st.from_type(QualityDocument))
def test_facts_come_back_the_same(document: QualityDocument) -> None:
    inspection = Inspection(SourceFile("a.docx"), document, (Problem("r", "x", Text("a", "b"), Text("", "")),))
    again = brought_back(shelved(inspection))
    assert again == inspection and hash(again) == hash(inspection) and classes(again) == classes(inspection)
    assert pickle.loads(pickle.dumps(again)) == inspection


def test_equal_statements_stay_as_many_as_they_were_and_equal_places_are_one() -> None:
    twice = (Citation("luat", at=Location(3)), Citation("luat", at=Location(3)))
    found = brought_back(shelved(Inspection(SourceFile("a"), QualityDocument(citations=twice))))
    assert found.document is not None
    first, second = found.document.citations
    assert first == second and first is not second and first.at is second.at
    again = brought_back(shelved(Inspection(SourceFile("b"), QualityDocument(revision_at=Location(3)))))
    assert again.document is not None and again.document.revision_at is first.at


def test_plain_values_keep_their_type() -> None:
    odd = (Extra("a:b", (("x", "1"),)), Extra("a:b", ()), Extra("a:b", ((1, True), (1.0, None))))  # type: ignore[arg-type]
    document = QualityDocument(extra=odd, words=1, draft=True, revision_at=None, approval_at=Location(1, page=True))
    inspection = Inspection(SourceFile("a"), document)
    assert classes(brought_back(shelved(inspection), known=True)) == classes(inspection)


def test_what_is_no_noun_is_not_kept() -> None:
    class Name(str):
        pass

    for wrong in ({1: 2}, [1], Name("x"), object()):
        with pytest.raises(TypeError):
            shelved(Inspection(SourceFile("a"), QualityDocument(path=wrong)))  # type: ignore[arg-type]


@pytest.mark.parametrize("facts", [
    {"words": True}, {"words": 1.0}, {"words": float("nan")}, {"words": None}, {"words": "1"}, {"draft": 1},
    {"path": 5}, {"identity": None}, {"identity": Location()}, {"identity": ("x",)}, {"kind_confidence": "high"},
    {"procedure": Phrase("x")}, {"citations": ("x",)}, {"citations": (Phrase("x"),)}, {"citations": "x"},
    {"citations": Citation("luat")}, {"revision_at": ()}, {"extra": (Extra("a:b", (("x", 1),)),)},  # type: ignore[arg-type]
    {"extra": (Extra("a:b", (("x",),)),)}, {"extra": (Extra("a:b", ("xy",)),)},  # type: ignore[arg-type]
    *({"revision_at": Location(order)} for order in (True, 1.0, 1.5, float("inf"), float("nan"), "x", None, (1,))),  # type: ignore[arg-type]
])
def test_what_no_noun_declares_is_refused_unless_it_was_checked_before(facts: dict[str, Any]) -> None:
    kept = shelved(Inspection(SourceFile("a"), QualityDocument(**facts)))
    assert brought_back(kept, known=True).document is not None
    with pytest.raises(ValueError):
        brought_back(kept)


def test_a_noun_has_all_its_fields() -> None:
    with pytest.raises(ValueError):
        brought_back(marshal.dumps(([], [("Text", (), [("a",)]), ("Inspection", (0,), [(0,)])])))


@pytest.mark.parametrize("data", [
    None, 1, (), ([], []), ([1], []), ([], [("Phrase", (), [("x",), (1, 2)])]), ([], [("Nothing", (), [()])]),
    ([], [("Inspection", (0,), [(5,)])]), ([], [("tuple", (), [(1,), (7,)])]),
    ([], [("tuple", (), [(1,)])]), ([], 5), ([], [("date", (), [("x",)])]),
    ([], [("Unit", (), [("lightyear",)])]), ([], [("Fraction", (), [(1,), (0,)])]),
])
def test_anything_else_is_a_value_error(data: Any) -> None:
    with pytest.raises(ValueError):
        brought_back(marshal.dumps(data))


@pytest.mark.parametrize("data", [b"", b"\0", b"x", b"\xfb\x02"])
def test_no_bytes_of_marshal_are_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError):
        brought_back(data)


def test_another_shape_of_a_noun_is_another_shape() -> None:
    for kind in (Abbreviation, Citation, Phrase):
        assert f"{kind.__name__}: {kind.__annotations__}" in shape()
