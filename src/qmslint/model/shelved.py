"""Facts as workers send and the cache keeps them: in a form from which an inspection comes back at little cost.

All nouns of a document stand in one table, each behind what it holds, all of one class together, and are written field
by field: a column says what a field is in each of them. Where a field is a noun itself, its place in the table stands
for it. So a document comes back by `marshal` and a few steps for each class; only nouns inside nouns take one each.

What a worker sends is checked on the way back, column by column. What the cache kept is not: that is right only for
bytes that were checked when they came, under the same `shape`, and are not damaged; the cache sees to it.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache, lru_cache, partial
from itertools import chain, islice, repeat, starmap
from typing import Any

from qmslint.model import facts
from qmslint.model.base import Confidence
from qmslint.model.declared import demand_declared
from qmslint.model.document import SourceFile
from qmslint.model.inspection import Inspection, Problem
from qmslint.model.location import Location
from qmslint.model.text import Text

Row = list[Any]
Column = bytes | tuple[Any, ...]  # what a field is in each row; bytes where that are small numbers
Group = tuple[str, tuple[int, ...], list[Column]]  # class, which columns are places, the columns

_MOST_LOCATIONS = 2**16  # held at once, however many documents a process brings back


@cache
def shape() -> str:
    """How the nouns and the bytes are built: what was kept under another shape means nothing."""
    python = (sys.implementation.cache_tag or sys.version, str(marshal.version))
    nouns = (f"{name}: {getattr(kind, '__annotations__', '') or list(kind)}" for name, kind in _classes().items())
    return "\n".join((*python, *nouns))


@cache
def _classes() -> dict[str, Any]:
    """Every noun and every scale that an inspection may hold, by name."""
    nouns: list[Any] = [*(getattr(facts, name) for name in facts.__all__), Confidence]
    named = [*nouns, Inspection, SourceFile, Problem, Text, Location]
    return {kind.__name__: kind for kind in named if hasattr(kind, "_fields") or hasattr(kind, "__members__")}


@cache
def _names() -> dict[Any, str]:
    return {kind: name for name, kind in _classes().items()}


# ── keeping ──


def shelved(inspection: Inspection) -> bytes:
    """The bytes that keep `inspection`. Raises TypeError when it holds what no noun declares."""
    writer = _Writer()
    writer.place(inspection)
    return marshal.dumps(writer.table())


Level = tuple[int, str]  # of what stands in one group: its height above the plain values, and its class
Place = list[Any]  # where a value stands: its level, and its row there; a list, since nothing plain is one

_PLAIN: Level = (0, "")
_SIMPLE = frozenset((str, int, bool, type(None)))  # of each of these classes equal values are the same value


class _Writer:
    """Collects the rows of all groups, then puts them one behind the other."""

    def __init__(self) -> None:
        self._groups: dict[Level, list[Row]] = {_PLAIN: []}
        self._fields: dict[Level, set[int]] = {}  # which fields are places, in any of the rows
        self._known: dict[Any, Place] = {}
        self._odd: dict[tuple[type, ...], list[int]] = {}  # classes of fields → which of them are not simple

    def place(self, value: Any) -> Place:
        """The place of `value`, which it is given now unless it has one."""
        part = self._part(value)
        return part if type(part) is list else self._plain(part)

    def _plain(self, value: Any) -> Place:
        """The place of a plain value, the same for equal ones."""
        return self._once(_PLAIN, [value], marshal.dumps(value, 2))

    def _part(self, value: Any) -> Any:
        """`value` as it stands in a row: itself when it is plain, else its place."""
        if _is_plain(value):
            return value
        kind = type(value)
        if kind is tuple:
            row = list(map(self.place, value))
            return self._put((1 + max(level[0] for level, _ in row), "tuple"), row)
        if kind is date:
            return self._once((1, "date"), [value.toordinal()], value)
        if kind is Fraction:
            return self._once((1, "Fraction"), [value.numerator, value.denominator], value)
        name = _names().get(kind)
        if name is None:
            raise TypeError(f"no place for {kind.__name__}")
        return self._once((1, name), [value.value], value) if isinstance(value, Enum) else self._noun(name, value)

    def _noun(self, name: str, value: tuple[Any, ...]) -> Place:
        """The place of a noun: one for equal ones of plain values, one for each of those that hold nouns."""
        kinds = tuple(map(type, value))
        odd = self._odd.get(kinds)
        if odd is None:
            odd = self._odd[kinds] = [index for index, kind in enumerate(kinds) if kind not in _SIMPLE]
        row = list(value)
        height, fields, simple = 0, [], True
        for index in odd:
            part = row[index]
            if part == ():
                continue
            part = row[index] = self._part(part)
            if type(part) is list:
                height = max(height, part[0][0])
                fields.append(index)
            else:
                simple = False
        level = (1 + height, name)
        if fields:
            self._fields.setdefault(level, set()).update(fields)
            return self._put(level, row)
        # The classes, or the bytes, tell 1 from True, as == does not.
        return self._once(level, row, (value, kinds) if simple else marshal.dumps(row, 2))

    def _once(self, level: Level, row: Row, key: Any) -> Place:
        """The place of a row of plain values, the same wherever the key is the same."""
        known = self._known.get((level, key))
        if known is None:
            known = self._known[level, key] = self._put(level, row)
        return known

    def _put(self, level: Level, row: Row) -> Place:
        rows = self._groups.get(level)
        if rows is None:
            rows = self._groups[level] = []
        rows.append(row)
        return [level, len(rows) - 1]

    def table(self) -> tuple[Row, list[Group]]:
        """The plain values that have a place, then the groups."""
        levels = sorted(self._groups)[1:]
        columns = {level: self._columns(level) for level in levels}
        plain = [value for value, in self._groups[_PLAIN]]
        starts, total = {_PLAIN: 0}, len(plain)
        for level in levels:
            starts[level] = total
            total += len(self._groups[level])
        groups = []
        for level in levels:
            fields = tuple(sorted(self._fields.get(level, ())))
            for index in (1,) if level[1] == "tuple" else fields:
                columns[level][index] = [starts[below] + row for below, row in columns[level][index]]
            groups.append((level[1], fields, list(map(_column, columns[level]))))
        return plain, groups

    def _columns(self, level: Level) -> list[Any]:
        """The rows field by field, places where any is one; of tuples their lengths, and their items in one."""
        rows = self._groups[level]
        if level[1] == "tuple":
            return [map(len, rows), list(chain.from_iterable(rows))]
        columns: list[Any] = list(zip(*rows, strict=True))
        for index in self._fields.get(level, ()):
            columns[index] = [part if type(part) is list else self._plain(part) for part in columns[index]]
        return columns


def _column(values: Iterable[Any]) -> Column:
    """One column. Equal strings are made one, so that they are written once."""
    column = tuple(values)
    kinds = set(map(type, column))
    if kinds == {int}:
        with suppress(ValueError):  # numbers that are not small
            return bytes(column)
    if str in kinds:
        return tuple([sys.intern(value) if type(value) is str else value for value in column])
    return column


def _is_plain(value: Any) -> bool:
    kind = type(value)
    return kind in _SIMPLE or kind is float or (kind is tuple and all(map(_is_plain, value)))


# ── bringing back ──


def brought_back(data: bytes, known: bool = False) -> Inspection:
    """What `shelved` made into `data`. Raises ValueError when it is something else, or holds what no noun declares.

    `known`: it was brought back before, so that nothing in it has to be checked.
    """
    try:
        table, groups = marshal.loads(data)
        for name, fields, columns in groups:
            if name == "tuple":
                items = iter([table[place] for place in columns[1]])
                table += [tuple(islice(items, length)) for length in columns[0]]
            else:
                for field in fields:
                    columns[field] = [table[place] for place in columns[field]]
                if not known and hasattr(_classes().get(name), "_fields"):
                    demand_declared(_classes()[name], columns)
                table += _maker(name)(zip(*columns, strict=True))
        found = table[-1]
    except (EOFError, TypeError, LookupError, AttributeError, ArithmeticError) as error:
        raise ValueError(f"not kept here: {error}") from error
    if not isinstance(found, Inspection):
        raise ValueError("no inspection")
    return found


@cache
def _maker(name: str) -> Callable[[Iterable[tuple[Any, ...]]], Iterable[Any]]:
    """What makes the values of a class from rows of their fields."""
    if name == "date":
        return partial(starmap, date.fromordinal)
    if name == "Fraction":
        return partial(starmap, lru_cache(maxsize=4096)(Fraction))
    kind = _classes()[name]
    if kind is Location:
        return _locations
    if hasattr(kind, "_fields"):
        return partial(map, tuple.__new__, repeat(kind))
    return partial(starmap, kind)


def _locations(rows: Iterable[tuple[Any, ...]]) -> Iterable[Location]:
    """Locations, held once however many documents have them."""
    made = list(map(tuple.__new__, repeat(Location), rows))
    if len(_held) > _MOST_LOCATIONS:
        _held.clear()
    return map(_held.setdefault, made, made)


_held: dict[Location, Location] = {}
