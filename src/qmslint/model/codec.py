"""The one spelling of nouns as plain JSON: for registers and settings, kept or sent. (Facts: `shelved.py`.)

A NamedTuple becomes an array without its trailing default values, so that an empty Location costs two bytes. What
is read back equals what was written; anything else raises ValueError.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache, lru_cache
from operator import itemgetter
from sys import intern
from typing import Any, Union, get_args, get_origin

Decoder = Callable[[Any], Any]
Shape = tuple[Callable[[Any], Any], Any, tuple[int, ...], tuple[tuple[int, Decoder], ...], list[Any]]

_PLAIN: dict[Any, type] = {"str": str, "int": int, "bool": bool}


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
    if isinstance(kind, type) and hasattr(kind, "_fields"):
        return _named_tuple(kind)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _optional(kind)
    if origin is tuple:
        item, *rest = get_args(kind)
        if rest == [...]:
            return _many(decoder(item))
        parts = [decoder(part) for part in get_args(kind)]
        return lambda data: tuple([part(entry) for part, entry in zip(parts, _list(data), strict=True)])
    if origin in (dict, Mapping):
        value = decoder(get_args(kind)[1])
        return lambda data: {str(key): value(entry) for key, entry in data.items()}
    if kind in (date, Fraction):
        return lru_cache(maxsize=4096)(date.fromisoformat if kind is date else _fraction)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _member(kind)
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


def _plain(kind: type) -> Decoder:
    def read(data: Any) -> Any:
        if type(data) is kind:
            return data
        if kind is float and type(data) is int:
            return float(data)
        raise ValueError(f"{kind.__name__} expected")

    return read


def _member(kind: type[Enum]) -> Decoder:
    members: dict[Any, Any] = {member.value: member for member in kind}
    return members.__getitem__


def _or_none(inner: Decoder) -> Decoder:
    return lambda data: None if data is None else inner(data)


def _many(one: Decoder) -> Decoder:
    return lambda data: tuple(map(one, _list(data)))


def _optional(kind: Any) -> Decoder:
    choices = [choice for choice in get_args(kind) if choice is not type(None)]
    if len(choices) != 1:
        raise TypeError(f"ambiguous union {kind}")
    return _or_none(decoder(choices[0]))


@cache
def _written(note: Any, module: str) -> Decoder:
    """The decoder of an annotation as it stands in `module`. The usual forms are taken apart by hand: to evaluate the
    annotations of all facts costs more than to decode the facts of a small set."""
    if type(note) is not str:
        return decoder(note)
    if note.endswith(" | None"):
        return _or_none(_written(note.removesuffix(" | None"), module))
    if note.startswith("tuple[") and note.endswith(", ...]"):
        return _many(_written(note[6:-6], module))
    names = vars(sys.modules[module])
    if note in _PLAIN:
        return decoder(_PLAIN[note])
    return decoder(names[note] if note in names else eval(note, dict(names)))


def _named_tuple(kind: Any) -> Decoder:
    """Plain fields are compared by their types all at once; a decoder is called for the others only."""
    names, defaults = kind._fields, kind._field_defaults
    required = sum(1 for name in names if name not in defaults)
    tail = [defaults.get(name) for name in names]
    shapes: dict[int, Shape] = {}  # by number of fields; made when first met, so that a type may hold itself
    new = tuple.__new__
    nothing = new(kind, tail) if not required else None

    def read(data: Any) -> Any:
        length = len(_list(data))
        if not length and nothing is not None:
            return nothing
        shape = shapes.get(length)
        if shape is None:
            if not required <= length <= len(names):
                raise ValueError(f"{kind.__name__}: {length} fields")
            shape = shapes[length] = _shape(kind, length, tail)
        plain, expected, texts, others, rest = shape
        if plain(tuple(map(type, data))) != expected:
            raise ValueError(f"{kind.__name__}: a field is of another type")
        values = data + rest
        for index in texts:
            values[index] = intern(values[index])
        for index, reader in others:
            values[index] = reader(values[index])
        return new(kind, values)

    return read


def _shape(kind: Any, length: int, tail: list[Any]) -> Shape:
    """How the first `length` fields are read: the plain ones and their types, the texts, the others and theirs."""
    notes = list(kind.__annotations__.values())[:length]
    plain = [index for index, note in enumerate(notes) if note in _PLAIN]
    others = tuple((i, _written(note, kind.__module__)) for i, note in enumerate(notes) if note not in _PLAIN)
    texts = tuple(index for index in plain if notes[index] == "str")
    types_ = tuple(_PLAIN[notes[index]] for index in plain)
    if len(plain) == length:
        return tuple, types_, texts, others, tail[length:]
    if len(plain) > 1:
        return itemgetter(*plain), types_, texts, others, tail[length:]
    if plain:
        return itemgetter(plain[0]), types_[0], texts, others, tail[length:]
    return _none_of, (), texts, others, tail[length:]


def _none_of(types_: tuple[type, ...]) -> tuple[type, ...]:
    return ()
