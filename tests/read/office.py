"""LibreOffice as a second pair of hands: it writes the twins that tests compare."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

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
