"""Foreign data into the nouns that are configured: pydantic checks a twin of each, which stands only here.

Settings and options are NamedTuples like all nouns, so that a run whose settings are known from before starts
without any machinery of validation. Where a file is read anew, each noun gets a dataclass of the same fields, which
pydantic knows how to refuse unknown keys for, how to explain and how to publish as a JSON Schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, make_dataclass
from functools import cache
from types import GenericAlias
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def validated(kind: Any, data: Any) -> Any:
    """A `kind` (a noun) from plain data. Raises pydantic.ValidationError for what it is not, unknown keys too."""
    return _noun(kind, _adapter(kind).validate_python(data))


def schema_of(kind: Any) -> dict[str, Any]:
    """The JSON Schema of what `validated` takes."""
    return _adapter(kind).json_schema()


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(_twin(kind))


def _is_noun(kind: Any) -> bool:
    return isinstance(kind, type) and hasattr(kind, "_field_defaults")


@cache
def _twin(kind: Any) -> Any:
    """The dataclass with the fields and defaults of a noun."""
    hints = get_type_hints(kind)
    defaults = kind._field_defaults
    fields = [
        (name, _twinned(hints[name]), _default(hints[name], defaults[name]) if name in defaults else field())
        for name in kind._fields
    ]
    made = make_dataclass(kind.__name__, fields, namespace={"__pydantic_config__": {"extra": "forbid"}})
    made.__doc__, made.__module__ = kind.__doc__, kind.__module__
    return made


def _default(kind: Any, value: Any) -> Any:
    """The default of a twin's field; what is made of other fields is made anew each time."""
    if _is_noun(kind):
        return field(default_factory=_twin(kind))
    if isinstance(value, dict):
        return field(default_factory=dict)
    return field(default=value)


def _twinned(kind: Any) -> Any:
    """A type as it stands in a noun, with the twins in place of the nouns in it."""
    if _is_noun(kind):
        return _twin(kind)
    if get_origin(kind) is tuple:
        return GenericAlias(tuple, tuple(map(_twinned, get_args(kind))))
    if get_origin(kind) is Mapping:
        key, value = get_args(kind)
        return GenericAlias(Mapping, (key, _twinned(value)))
    return kind


def _noun(kind: Any, value: Any) -> Any:
    """The noun of a checked twin; what holds twins is gone through."""
    if _is_noun(kind):
        hints = get_type_hints(kind)
        return kind(*(_noun(hints[name], getattr(value, name)) for name in kind._fields))
    if get_origin(kind) is tuple:
        return tuple(_noun(get_args(kind)[0], item) for item in value)
    if get_origin(kind) is Mapping:
        return {key: _noun(get_args(kind)[1], item) for key, item in value.items()}
    return value
