"""The hooks. Each is asked once, takes no arguments and yields typed values. Answers are marked with `hookimpl`."""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from qmslint.model.kinds import Kind
from qmslint.plugins.entry_points import PROJECT
from qmslint.plugins.parts import Catalogue, Extractor, Reader, Renderer
from qmslint.plugins.rule import Rule

hookspec = pluggy.HookspecMarker(PROJECT)


@hookspec
def qmslint_readers() -> Iterable[Reader]:  # type: ignore[empty-body]
    """The formats this plug-in reads."""


@hookspec
def qmslint_kinds() -> Iterable[Kind]:  # type: ignore[empty-body]
    """The kinds of document this plug-in knows."""


@hookspec
def qmslint_extractors() -> Iterable[Extractor]:  # type: ignore[empty-body]
    """The facts this plug-in reads out of documents."""


@hookspec
def qmslint_rules() -> Iterable[Rule]:  # type: ignore[empty-body]
    """The rules of this plug-in."""


@hookspec
def qmslint_catalogues() -> Iterable[Catalogue]:  # type: ignore[empty-body]
    """Clauses, legal registers, calendars, terms, criteria."""


@hookspec
def qmslint_renderers() -> Iterable[Renderer]:  # type: ignore[empty-body]
    """The formats this plug-in writes reports in."""
