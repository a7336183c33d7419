"""Our own plug-ins are asked directly: pluggy must have nothing against them, and hear the same answers."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace

import pluggy
import pytest

from qmslint.plugins import hookspecs
from qmslint.plugins.entry_points import PROJECT, installed
from qmslint.plugins.hooks import Hooks, hookimpl
from qmslint.plugins.manager import Plugins
from tests.run import toy_plugin

HOOKS = [name for name in vars(hookspecs) if name.startswith("qmslint_")]


def _strict() -> pluggy.PluginManager:
    """All installed plug-ins in a manager of pluggy's, as a stranger among them would have it."""
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hookspecs)
    for point in installed():
        manager.register(__import__(point.module, fromlist=["_"]), f"{point.distribution}:{point.name}")
    return manager


def test_pluggy_has_nothing_against_our_own() -> None:
    manager = _strict()
    manager.check_pending()  # raises for an answer to no hook
    assert {point.distribution for point in installed()} == {PROJECT}
    for point in installed():
        module = __import__(point.module, fromlist=["_"])
        assert [name for name in vars(module) if name.startswith("qmslint_") and name not in HOOKS] == []


@pytest.mark.parametrize("hook", HOOKS)
def test_the_same_answers_in_the_same_order(hook: str) -> None:
    hooks = Hooks()
    for point in installed():
        hooks.register(__import__(point.module, fromlist=["_"]), f"{point.distribution}:{point.name}", ours=True)
    direct = hooks.answers(hook)
    asked = reversed(getattr(_strict().hook, hook).get_hookimpls())
    assert direct == [(one.plugin_name, one.function) for one in asked]
    assert direct or hook == "qmslint_kinds"
    hooks.register(toy_plugin, "toy")
    assert [answer for answer in hooks.answers(hook) if answer[0] != "toy"] == direct


def test_a_stranger_is_checked() -> None:
    @hookimpl
    def qmslint_rules(wanted: str) -> list[object]:
        return [wanted]

    with pytest.raises(pluggy.PluginValidationError, match="wanted"):
        Plugins(()).register(SimpleNamespace(qmslint_rules=qmslint_rules), "stranger")


def test_a_stranger_may_mark_with_pluggy_itself() -> None:
    def qmslint_rules() -> list[object]:
        return []

    marked = pluggy.HookimplMarker(PROJECT)(qmslint_rules)
    hooks = Hooks()
    hooks.register(SimpleNamespace(qmslint_rules=marked), "stranger")
    assert hooks.answers("qmslint_rules") == [("stranger", marked)]


def test_without_a_stranger_pluggy_is_not_loaded() -> None:
    code = "import sys; from qmslint.api import *; from qmslint.plugins.manager import Plugins; Plugins().rules; " \
           "assert 'pluggy' not in sys.modules and 'inspect' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
