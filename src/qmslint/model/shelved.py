"""Facts as the cache keeps them: in a form from which an inspection is brought back at little cost.

All nouns of a document stand in one table, each behind what it holds, all of one class together, and are written field
by field: a column says what a field is in each of them. Where a field is a noun itself, its place in the table stands
for it. So a document comes back by `marshal` and a few steps for each class; only nouns inside nouns take one each.

Nothing is checked on the way back. That is right only for bytes which this program made under the same `shape`, from
nouns that the codec had checked, and which are not damaged: the cache sees to it.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache, lru_cache, partial
from itertools import chain, islice, repeat, starmap
from typing import Any

from qmslint.model import facts
from qmslint.model.base import Confidence
from qmslint.model.document import SourceFile
from qmslint.model.inspection import Inspection, Problem
from qmslint.model.location import Location
from qmslint.model.text import Text
from qmslint.model.tuples import NamedTuple

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


# ── keeping ──


def shelved(inspection: Inspection) -> bytes:
    """The bytes that keep `inspection`. Raises TypeError when it holds what no noun declares."""
    writer = _Writer()
    writer.place(inspection)
    return marshal.dumps(writer.table())


class _Place(NamedTuple):
    """Where a value stands: in which group (height above the plain values, class), and where there."""

    group: tuple[int, str]
    row: int


_PLAIN = (0, "")


class _Writer:
    """Collects the rows of all groups, then puts them one behind the other."""

    def __init__(self) -> None:
        self._groups: dict[tuple[int, str], list[Row]] = {_PLAIN: []}
        self._known: dict[tuple[str, bytes], _Place] = {}

    def place(self, value: Any) -> _Place:
        """The place of `value`, which it is given now unless it has one."""
        part = self._part(value)
        return part if type(part) is _Place else self._once(_PLAIN, [part])

    def _part(self, value: Any) -> Any:
        """`value` as it stands in a row: itself when it is plain, else its place."""
        kind = type(value)
        if _is_plain(value):
            return sys.intern(value) if kind is str else value
        if kind is tuple:
            row: Row = list(map(self.place, value))
        elif kind is date:
            row = [value.toordinal()]
        elif kind is Fraction:
            row = [value.numerator, value.denominator]
        elif _classes().get(kind.__name__) is not kind:
            raise TypeError(f"no place for {kind.__name__}")
        elif isinstance(value, Enum):
            row = [value.value]
        else:
            row = list(map(self._part, value))
        below = [part.group[0] for part in row if type(part) is _Place]
        group = (1 + max(below, default=0), kind.__name__)
        return self._put(group, row) if below else self._once(group, row)

    def _once(self, group: tuple[int, str], row: Row) -> _Place:
        """The place of a row of plain values, the same for equal ones. Their bytes tell 1 from True, as == does not."""
        key = (group[1], marshal.dumps(row, 2))
        if key not in self._known:
            self._known[key] = self._put(group, row)
        return self._known[key]

    def _put(self, group: tuple[int, str], row: Row) -> _Place:
        rows = self._groups.setdefault(group, [])
        rows.append(row)
        return _Place(group, len(rows) - 1)

    def table(self) -> tuple[Row, list[Group]]:
        """The plain values that have a place, then the groups."""
        names = sorted(self._groups)[1:]
        fields = {group: self._places(self._groups[group]) for group in names}
        plain = [value for value, in self._groups[_PLAIN]]
        starts, total = {_PLAIN: 0}, len(plain)
        for group in names:
            starts[group] = total
            total += len(self._groups[group])
        for row in chain.from_iterable(self._groups[group] for group in names):
            row[:] = [starts[part.group] + part.row if type(part) is _Place else part for part in row]
        return plain, [(group[1], fields[group], _columns(group[1], self._groups[group])) for group in names]

    def _places(self, rows: list[Row]) -> tuple[int, ...]:
        """Which fields are places, in any of the rows; made places in all of them."""
        fields = sorted({index for row in rows for index, part in enumerate(row) if type(part) is _Place})
        for row in rows:
            for index in fields[:len(row)]:
                if type(row[index]) is not _Place:
                    row[index] = self._once(_PLAIN, [row[index]])
        return tuple(fields)


def _columns(name: str, rows: list[Row]) -> list[Column]:
    """The rows field by field; those of tuples as their lengths, and their items one behind the other."""
    if name == "tuple":
        return [_column(map(len, rows)), _column(chain.from_iterable(rows))]
    return [_column(column) for column in zip(*rows, strict=True)]


def _column(values: Iterable[Any]) -> Column:
    column = tuple(values)
    return bytes(column) if all(type(value) is int and 0 <= value < 256 for value in column) else column


def _is_plain(value: Any) -> bool:
    kind = type(value)
    return kind in (str, int, bool, float, type(None)) or (kind is tuple and all(map(_is_plain, value)))


# ── bringing back ──


def brought_back(data: bytes) -> Inspection:
    """What `shelved` made into `data`. Raises ValueError when it is something else."""
    try:
        table, groups = marshal.loads(data)
        for name, fields, columns in groups:
            if name == "tuple":
                items = iter([table[place] for place in columns[1]])
                table += [tuple(islice(items, length)) for length in columns[0]]
            else:
                for field in fields:
                    columns[field] = [table[place] for place in columns[field]]
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
