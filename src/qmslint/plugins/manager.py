"""The manager: loads plug-ins, asks each hook once, refuses what clashes. It knows no built-in by name."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, TypeVar

from qmslint.model.errors import UsageError
from qmslint.model.kinds import BUILT_IN_KINDS, Kind
from qmslint.model.report import PluginInfo
from qmslint.model.text import Text
from qmslint.plugins.entry_points import PROJECT, EntryPoint, installed
from qmslint.plugins.hooks import Hooks
from qmslint.plugins.parts import Catalogue, Extractor, Reader, Renderer
from qmslint.plugins.rule import Rule

T = TypeVar("T")


class Plugins:
    """All parts of all plug-ins, each list fetched when first asked for."""

    def __init__(self, points: Iterable[EntryPoint] | None = None) -> None:
        self._hooks = Hooks()
        self._points = list(installed() if points is None else points)
        for point in self._points:
            self._register(point)

    def _register(self, point: EntryPoint) -> None:
        try:
            module = importlib.import_module(point.module)
            ours = point.distribution == PROJECT
            self._hooks.register(module, f"{point.distribution}:{point.name}", ours)
        except Exception as error:
            raise UsageError(
                Text(
                    f"Không nạp được phần mở rộng “{point.name}” ({point.distribution}): {error}",
                    f"Plug-in “{point.name}” ({point.distribution}) failed to load: {error}",
                ),
                Text("Cài lại hoặc gỡ phần mở rộng này.", "Reinstall or remove this plug-in."),
            ) from error

    @property
    def recipe(self) -> tuple[EntryPoint, ...]:
        """What a worker needs to load the same plug-ins."""
        return tuple(self._points)

    @classmethod
    def from_recipe(cls, recipe: Iterable[EntryPoint]) -> Plugins:
        """The same plug-ins in another process."""
        return cls(recipe)

    def register(self, module: object, name: str, version: str = "0") -> None:
        """Add a plug-in that is not installed: a module or an object with hook implementations."""
        self._hooks.register(module, name)
        self._points.append(EntryPoint(name, name, name, version))

    @cached_property
    def info(self) -> tuple[PluginInfo, ...]:
        """Name and version of every plug-in, by name."""
        return tuple(sorted({PluginInfo(p.name, p.version) for p in self._points}))

    @cached_property
    def readers(self) -> tuple[Reader, ...]:
        """One reader a format."""
        return _unique("reader", self._ask("qmslint_readers", Reader), lambda r: r.format)

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """Every kind by name."""
        kinds = _unique("kind", [*BUILT_IN_KINDS, *self._ask("qmslint_kinds", Kind)], lambda k: k.name)
        return {kind.name: kind for kind in kinds}

    @cached_property
    def extractors(self) -> tuple[Extractor, ...]:
        """Every extractor, those that others need first."""
        return _ordered(self._ask("qmslint_extractors", Extractor))

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """Every rule by name, in the order of names."""
        rules = _unique("rule", self._ask("qmslint_rules", Rule), lambda r: r.name)
        return {rule.name: rule for rule in sorted(rules, key=lambda r: r.name)}

    @cached_property
    def catalogues(self) -> tuple[Catalogue, ...]:
        """Every catalogue."""
        return _unique("catalogue", self._ask("qmslint_catalogues", Catalogue), lambda c: f"{c.kind}/{c.name}")

    @cached_property
    def renderers(self) -> dict[str, Renderer]:
        """Every renderer by name."""
        found = _unique("renderer", self._ask("qmslint_renderers", Renderer), lambda r: r.name)
        return {renderer.name: renderer for renderer in found}

    def _ask(self, hook: str, kind: type[T]) -> list[T]:
        parts: list[T] = []
        for name, function in self._hooks.answers(hook):
            try:
                answer = list(function())
            except Exception as error:
                raise _fault(name, hook, str(error)) from error
            for part in answer:
                if not isinstance(part, kind):
                    raise _fault(name, hook, f"{part!r} is not a {kind.__name__}")
                parts.append(part)
        return parts


def _fault(plugin: str, hook: str, why: str) -> UsageError:
    return UsageError(
        Text(f"Phần mở rộng “{plugin}” hỏng ở {hook}: {why}", f"Plug-in “{plugin}” failed in {hook}: {why}")
    )


def _unique(what: str, parts: Iterable[T], key: Callable[[T], str]) -> tuple[T, ...]:
    seen: dict[str, T] = {}
    for part in parts:
        name = key(part)
        if name in seen:
            raise UsageError(
                Text(f"Hai phần mở rộng cùng mang một tên “{name}” ({what}).",
                     f"Two plug-ins bring a {what} named “{name}”.")
            )
        seen[name] = part
    return tuple(seen.values())


def _ordered(extractors: list[Extractor]) -> tuple[Extractor, ...]:
    """What is needed before what needs it; otherwise as given. A circle or an unknown need stops the run."""
    by_fact: dict[str, list[Extractor]] = {}
    for extractor in extractors:
        by_fact.setdefault(extractor.fact, []).append(extractor)
    done: dict[int, Extractor] = {}
    under_way: set[int] = set()

    def place(extractor: Extractor) -> None:
        if id(extractor) in done:
            return
        if id(extractor) in under_way:
            raise _fault(extractor.fact, "qmslint_extractors", "needs itself")
        under_way.add(id(extractor))
        for need in extractor.needs:
            if need not in by_fact:
                raise _fault(extractor.fact, "qmslint_extractors", f"needs the unknown fact “{need}”")
            for other in by_fact[need]:
                place(other)
        done[id(extractor)] = extractor

    for extractor in extractors:
        place(extractor)
    return tuple(done.values())


def versions(parts: Iterable[Any]) -> str:
    """The versions of readers and extractors in one word, for the key of the cache."""
    return ",".join(sorted(f"{getattr(p, 'format', '') or getattr(p, 'fact', '')}:{p.version}" for p in parts))
