"""Who answers a hook.

pluggy checks what strangers bring and puts it in order. Our own plug-ins come through the same door, but what pluggy
would say of them is known (`tests/plugins/test_hooks.py` asks it), and it costs as much as two bare interpreters:
without a stranger they are asked directly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from qmslint.plugins.entry_points import PROJECT

if TYPE_CHECKING:
    import pluggy

_MARK = f"{PROJECT}_impl"

Answer = Callable[[], Iterable[Any]]
F = TypeVar("F", bound=Callable[..., Any])


def hookimpl(function: F) -> F:
    """Mark a function of a plug-in as the answer to the hook of its name: what `pluggy.HookimplMarker` does."""
    setattr(function, _MARK, {})  # no wish of its own: the defaults of pluggy
    return function


class Hooks:
    """The plug-ins of a run, in the order in which they were registered."""

    def __init__(self) -> None:
        self._plugins: list[tuple[str, object]] = []
        self._manager: pluggy.PluginManager | None = None

    def register(self, plugin: object, name: str, ours: bool = False) -> None:
        """Add a module or object with answers. Raises what pluggy raises for a stranger's that fit no hook."""
        self._plugins.append((name, plugin))
        if self._manager is not None:
            self._manager.register(plugin, name)
        elif not ours:
            self._manager = self._strict()

    def answers(self, hook: str) -> list[tuple[str, Answer]]:
        """The name of each plug-in that answers, and the function that does; as pluggy asks, the last comes first."""
        if self._manager is not None:
            found = reversed(getattr(self._manager.hook, hook).get_hookimpls())
            return [(implementation.plugin_name, implementation.function) for implementation in found]
        answering = [(name, getattr(plugin, hook)) for name, plugin in reversed(self._plugins) if hasattr(plugin, hook)]
        return [(name, function) for name, function in answering if hasattr(function, _MARK)]

    def _strict(self) -> pluggy.PluginManager:
        import pluggy

        from qmslint.plugins import hookspecs

        manager = pluggy.PluginManager(PROJECT)
        manager.add_hookspecs(hookspecs)
        for name, plugin in self._plugins:
            manager.register(plugin, name)
        return manager
