"""NamedTuple made quickly: the classes of `typing.NamedTuple`, at a tenth of its price.

`typing.NamedTuple` compiles a function and checks each annotation for every class; a run that starts with two
hundred of them pays for that what four bare interpreters cost. Here the functions of all classes are shared, and
`__new__` is one function for each number of fields, copied with the names of the fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Any

try:
    # What the named tuples of the standard library use themselves.
    from _collections import _tuplegetter as _getter  # type: ignore[import-not-found]
except ImportError:
    from operator import itemgetter

    def _getter(index: int, doc: str) -> property:
        return property(itemgetter(index), doc=doc)


if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:

    class _Maker(type):
        """Makes a class of fields into a subclass of tuple."""

        def __new__(cls, name: str, bases: tuple[type, ...], names: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, names)
            return _made(name, bases[1:], names)

    class NamedTuple(metaclass=_Maker):
        """A tuple with named fields; declared and used as `typing.NamedTuple` is."""

        __slots__ = ()


def _made(name: str, more: tuple[type, ...], names: dict[str, Any]) -> type:
    """The class of these fields and methods."""
    fields = tuple(names.get("__annotations__", ()))
    defaults = {field: names[field] for field in fields if field in names}
    last = fields[len(fields) - len(defaults):]
    if tuple(defaults) != last:
        raise TypeError(f"{name}: a field without a default follows one with a default")
    template = _template(len(fields))
    code = template.__code__.replace(co_varnames=("_cls", *fields), co_qualname=f"{name}.__new__")
    new = FunctionType(code, template.__globals__, "__new__", tuple(defaults.values()), template.__closure__)
    made = {
        "__slots__": (), "__match_args__": fields, "_fields": fields, "_field_defaults": defaults, "__new__": new,
        **_SHARED, **names, **dict(zip(fields, _readers(len(fields)), strict=False)),
    }
    return type(name, (tuple, *more), made)


def _readers(length: int) -> list[Any]:
    """What reads the first fields, and more; the same for all classes, since to make them costs too."""
    while len(_made_readers) < length:
        _made_readers.append(_getter(len(_made_readers), ""))
    return _made_readers


_made_readers: list[Any] = []


@cache
def _template(length: int) -> Any:
    """The function that makes a tuple of so many fields."""
    arguments = "".join(f", _{index}" for index in range(length))
    values = "".join(f"_{index}, " for index in range(length))
    return eval(f"lambda _cls{arguments}: _new(_cls, ({values}))", {"_new": tuple.__new__})


def _make(cls: Any, values: Iterable[Any]) -> Any:
    made = tuple.__new__(cls, values)
    if len(made) != len(cls._fields):
        raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
    return made


def _replace(self: Any, /, **values: Any) -> Any:
    kind: Any = type(self)
    made, places = list(self), _places(kind)
    for name, value in values.items():
        if name not in places:
            raise ValueError(f"Got unexpected field name: {name!r}")
        made[places[name]] = value
    return tuple.__new__(kind, made)


@cache
def _places(kind: Any) -> dict[str, int]:
    return {name: place for place, name in enumerate(kind._fields)}


def _asdict(self: Any) -> dict[str, Any]:
    return dict(zip(self._fields, self, strict=True))


def _repr(self: Any) -> str:
    values = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
    return f"{type(self).__name__}({values})"


def _plain(self: Any) -> tuple[Any, ...]:
    return tuple(self)


_SHARED: dict[str, Callable[..., Any] | classmethod[Any, Any, Any]] = {
    "_make": classmethod(_make), "_replace": _replace, "_asdict": _asdict, "__repr__": _repr, "__getnewargs__": _plain,
}
