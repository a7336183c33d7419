"""Whether the columns of a table of nouns hold what the nouns declare: what a worker sends is believed no other way."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Sequence
from functools import cache
from itertools import chain
from typing import Any

Test = Callable[[Collection[Any]], bool]

_PLAIN: dict[str, type] = {"str": str, "int": int, "bool": bool}


def demand_declared(kind: Any, columns: Sequence[Collection[Any]]) -> None:
    """Raise ValueError unless each column holds only values of the class that its field of the noun `kind` declares.

    Classes are the declared ones themselves, none derived from them. There is no NaN either: no noun declares floats.
    """
    tests = _tests(kind)
    if len(columns) != len(tests):
        raise ValueError(f"{kind.__name__}: {len(columns)} fields")
    for name, test, column in zip(kind._fields, tests, columns, strict=True):
        if not test(column):
            raise ValueError(f"{kind.__name__}.{name} is of another type")


@cache
def _tests(kind: Any) -> list[Test]:
    return [_test(note, kind.__module__) for note in kind.__annotations__.values()]


@cache
def _test(note: str, module: str) -> Test:
    """The test of an annotation as it stands in `module`, taken apart by hand: to evaluate the annotations of all facts
    costs more than to test the facts of a document."""
    if note.endswith(" | None"):
        inner = _test(note.removesuffix(" | None"), module)
        return lambda values: inner([value for value in values if value is not None])
    if note.startswith("tuple[") and note.endswith(", ...]"):
        item = _test(note[6:-6], module)
        return lambda values: _tuples(values) and item(list(chain.from_iterable(values)))
    if note.startswith("tuple["):
        parts = [_test(part, module) for part in note[6:-1].split(", ")]
        lengths = {len(parts)}
        return lambda values: _tuples(values) and lengths.issuperset(map(len, values)) and all(
            part(column) for part, column in zip(parts, zip(*values, strict=True), strict=False)  # no rows, no columns
        )
    classes = {_PLAIN[note] if note in _PLAIN else vars(sys.modules[module])[note]}
    return lambda values: classes.issuperset(map(type, values))


_TUPLE = {tuple}


def _tuples(values: Collection[Any]) -> bool:
    return _TUPLE.issuperset(map(type, values))
