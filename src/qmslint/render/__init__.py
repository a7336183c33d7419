"""The wing that turns a Report into bytes, one file a format."""

from __future__ import annotations

from collections.abc import Iterable

from qmslint.api import Renderer, hookimpl
from qmslint.render import json, text


@hookimpl
def qmslint_renderers() -> Iterable[Renderer]:
    """The formats of reports."""
    return (text.RENDERER, json.RENDERER)
