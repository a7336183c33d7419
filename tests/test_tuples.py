"""The quick NamedTuple behaves as the standard library's does."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from qmslint.model import tuples


class Quick(tuples.NamedTuple):
    """Made by the house."""

    name: str
    count: int = 0
    rest: tuple[str, ...] = ()

    @property
    def twice(self) -> int:
        """A member beside the fields."""
        return 2 * self.count


class Standard(typing.NamedTuple):
    """Made by the standard library."""

    name: str
    count: int = 0
    rest: tuple[str, ...] = ()


@pytest.mark.parametrize("kind", [Quick, Standard])
def test_is_made_and_read_by_name_and_by_place(kind: typing.Any) -> None:
    made = kind("a", count=2)
    assert (made.name, made.count, made.rest) == ("a", 2, ()) == made
    assert made == kind(name="a", count=2) == kind._make(["a", 2, ()])
    assert made._replace(count=3) == ("a", 3, ())
    assert made._asdict() == {"name": "a", "count": 2, "rest": ()}
    assert repr(made) == f"{kind.__name__}(name='a', count=2, rest=())"
    assert kind._fields == kind.__match_args__ == ("name", "count", "rest")
    assert kind._field_defaults == {"count": 0, "rest": ()}
    assert typing.get_type_hints(kind) == {"name": str, "count": int, "rest": tuple[str, ...]}
    assert not hasattr(made, "__dict__")


@pytest.mark.parametrize("kind", [Quick, Standard])
def test_refuses_what_are_not_its_fields(kind: typing.Any) -> None:
    for wrong in (lambda: kind(), lambda: kind("a", 1, (), 4), lambda: kind("a", other=1), lambda: kind._make(["a"]),
                  lambda: kind("a")._replace(other=1), lambda: setattr(kind("a"), "name", "b")):
        with pytest.raises((TypeError, ValueError, AttributeError)):
            wrong()


def test_travels_and_keeps_its_members() -> None:
    made = Quick("a", 2)
    assert made.twice == 4
    for other in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert other == made and type(other) is Quick


def test_fields_without_a_default_come_first() -> None:
    with pytest.raises(TypeError, match="default"):
        type(tuples.NamedTuple)("Wrong", (tuples.NamedTuple,), {"__annotations__": {"a": "int", "b": "int"}, "a": 1})
