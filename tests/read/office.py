"""LibreOffice as a second pair of hands: it writes the twins that tests compare."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from qmslint.model.facts import ControlBlock
from qmslint.model.location import Location
from qmslint.plugins.manager import Plugins
from qmslint.run.inspect import inspect_bytes

office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")


def converted(files: Sequence[Path], suffix: str, folder: Path) -> list[bytes]:
    """The files as LibreOffice saves them under another suffix ("odt", "rtf", "xls:MS Excel 97"), in order."""
    source, target = folder / f"source-{suffix[:3]}", folder / f"target-{suffix[:3]}"
    source.mkdir(parents=True)
    names = [f"{number:03}{file.suffix}" for number, file in enumerate(files)]
    for name, file in zip(names, files, strict=True):
        shutil.copyfile(file, source / name)
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
               suffix, "--outdir", str(target), *(str(source / name) for name in names)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return [(target / name).with_suffix("." + suffix.partition(":")[0]).read_bytes() for name in names]


def comparable(value: Any, columns: bool = True) -> Any:
    """A fact without the page of control blocks, with the places that all formats know."""
    if isinstance(value, ControlBlock):
        value = value._replace(page=None)
    if isinstance(value, Location):
        return value.place, value.table, value.row, value.column if columns else 0
    if hasattr(value, "_fields"):
        return type(value).__name__, *(comparable(field, columns) for field in value)
    return tuple(comparable(one, columns) for one in value) if isinstance(value, tuple) else value


def differing(one: Path, data: bytes, name: str, plugins: Plugins, columns: bool = True) -> list[str]:
    """The facts in which the twin differs from the Word file; `columns`: places by column too."""
    first = inspect_bytes(one.name, one.read_bytes(), plugins)
    second = inspect_bytes(name, data, plugins)
    assert first.document is not None and second.document is not None, second.problems
    return [
        field for field in first.document._fields
        if field not in ("path", "format")
        and comparable(getattr(first.document, field), columns) != comparable(getattr(second.document, field), columns)
    ]
