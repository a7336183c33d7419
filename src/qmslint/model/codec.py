"""The one spelling of nouns as plain JSON: for the cache, the wire between processes, the shard.

A NamedTuple becomes an array without its trailing default values, so that an empty Location costs two bytes. What
is read back equals what was written; anything else raises ValueError.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache, lru_cache
from sys import intern
from typing import Any, Union, get_args, get_origin, get_type_hints

from qmslint.model.location import Location

Decoder = Callable[[Any], Any]

_MOST_PLACES = 2**16  # held at once, however many documents a process reads


def encode(value: Any) -> Any:
    """`value` as plain JSON data (lists, dicts, strings, numbers)."""
    kind = type(value)
    if kind in (str, int, bool, float, type(None)):
        return value
    if isinstance(value, tuple):
        defaults = getattr(kind, "_field_defaults", None)
        if defaults is None:
            return [encode(item) for item in value]
        items = list(value)
        for name in reversed(kind._fields):
            if name not in defaults or items[-1] != defaults[name]:
                break
            items.pop()
        return [encode(item) for item in items]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, Mapping):
        return {key: encode(item) for key, item in value.items()}
    if hasattr(kind, "__dataclass_fields__"):
        return [encode(getattr(value, name)) for name in kind.__dataclass_fields__ if not name.startswith("__")]
    raise TypeError(f"no plain form for {kind.__name__}")


def decode(kind: Any, data: Any) -> Any:
    """The value of type `kind` that `data` spells. Raises ValueError on anything that it does not."""
    try:
        return decoder(kind)(data)
    except (TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError(f"not a {getattr(kind, '__name__', kind)}: {error}") from error


@cache
def decoder(kind: Any) -> Decoder:
    """The function that makes a `kind` from plain data, put together once."""
    if kind is str:
        return _text
    if kind in (int, bool, float):
        return _plain(kind)
    if kind is Any or kind is type(None):
        return _as_it_is
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _optional(kind)
    if origin is tuple:
        item, *rest = get_args(kind)
        one = decoder(item)
        if rest == [...]:
            return lambda data: tuple([one(entry) for entry in _list(data)])
        parts = [decoder(part) for part in get_args(kind)]
        return lambda data: tuple([part(entry) for part, entry in zip(parts, _list(data), strict=True)])
    if origin in (dict, Mapping):
        value = decoder(get_args(kind)[1])
        return lambda data: {str(key): value(entry) for key, entry in data.items()}
    if kind in (date, Fraction):
        return lru_cache(maxsize=4096)(date.fromisoformat if kind is date else _fraction)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is Location:
        return _place()
    if isinstance(kind, type) and hasattr(kind, "_fields"):
        return _named_tuple(kind)
    if hasattr(kind, "__dataclass_fields__"):
        return _dataclass(kind)
    raise TypeError(f"no decoder for {kind}")


def _as_it_is(data: Any) -> Any:
    return data


def _list(data: Any) -> list[Any]:
    if type(data) is not list:
        raise ValueError("an array was expected")
    return data


def _text(data: Any) -> Any:
    """The words, held once however many facts state them: sets of documents repeat themselves."""
    if type(data) is not str:
        raise ValueError("str expected")
    return intern(data)


def _fraction(data: Any) -> Fraction:
    if type(data) is not str:
        raise ValueError("a fraction was expected")
    return Fraction(data)


def _place() -> Decoder:
    """Locations, held once however many facts and documents have them: half of what facts take otherwise."""
    make = _named_tuple(Location)
    tail = tuple(Location._field_defaults.values())
    known: dict[tuple[Any, ...], Location] = {}

    def read(data: Any) -> Location:
        found = known.get((*_list(data), *tail[len(data) :]))
        if found is None:
            # What equals a whole number was found as one above: the answer is the same however it comes.
            found = make([int(item) if type(item) in (bool, float) and item == item // 1 else item for item in data])
            if len(known) >= _MOST_PLACES:
                known.clear()
            known[found] = found
        return found

    return read


def _plain(kind: type) -> Decoder:
    def read(data: Any) -> Any:
        if type(data) is kind:
            return data
        if kind is float and type(data) is int:
            return float(data)
        raise ValueError(f"{kind.__name__} expected")

    return read


def _optional(kind: Any) -> Decoder:
    choices = [choice for choice in get_args(kind) if choice is not type(None)]
    if len(choices) != 1:
        raise TypeError(f"ambiguous union {kind}")
    inner = decoder(choices[0])
    return lambda data: None if data is None else inner(data)


def _dataclass(kind: Any) -> Decoder:
    hints = get_type_hints(kind)
    readers = [decoder(hints[name]) for name in kind.__dataclass_fields__ if not name.startswith("__")]
    return lambda data: kind(*[reader(item) for reader, item in zip(readers, _list(data), strict=True)])


def _named_tuple(kind: Any) -> Decoder:
    hints = get_type_hints(kind)
    # Fields are decoded only when met, so that a type may hold itself.
    readers: list[Decoder | None] = [None] * len(kind._fields)
    names = kind._fields
    make = kind._make
    defaults = kind._field_defaults
    tail = [defaults.get(name) for name in names]
    required = sum(1 for name in names if name not in defaults)

    def read(data: Any) -> Any:
        items = _list(data)
        length = len(items)
        if not required <= length <= len(names):
            raise ValueError(f"{kind.__name__}: {length} fields")
        values = []
        for index, item in enumerate(items):
            reader = readers[index]
            if reader is None:
                reader = readers[index] = decoder(hints[names[index]])
            values.append(reader(item))
        return make(values + tail[length:])

    return read
