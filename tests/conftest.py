"""What every test may use: where things stand, and the samples when they are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SAMPLES = SHARED / "samples" / "real"

settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("steady")
"""The suite tries the same examples each time and at no speed, so that a red run speaks of the change it tests; what it
has not tried yet is looked for by `make search`."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs the real samples where they are not; leave the exhaustive runs to their own command."""
    for item in items:
        if item.get_closest_marker("samples") and not SHARED.is_dir():
            item.add_marker(pytest.mark.skip(reason="the real samples are not here"))
        if item.get_closest_marker("slow") and "slow" not in (item.config.option.markexpr or ""):
            item.add_marker(pytest.mark.skip(reason="exhaustive: run `make test-slow`"))


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the user's cache."""
    monkeypatch.setenv("QMSLINT_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the project."""
    return ROOT


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the real procedures."""
    return SAMPLES
