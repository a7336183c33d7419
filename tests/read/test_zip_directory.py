"""The directory of a zip file, beside what `zipfile` says of the same bytes."""

from __future__ import annotations

import random
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from qmslint.read.zip_directory import Entry, entries

AGENCY = Path(__file__).parents[2] / "fixtures" / "agency"


def made(*names: str, comment: bytes = b"", before: bytes = b"", after: bytes = b"", extra: bytes = b"") -> bytes:
    """A package of small parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.comment = comment
        for name in names:
            head = zipfile.ZipInfo(name)
            head.extra = extra
            package.writestr(head, name * 50)
    return before + out.getvalue() + after


def by_zipfile(data: bytes) -> list[Entry] | None:
    """What `zipfile` says, None where it refuses."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return [
                Entry(p.filename, p.header_offset, p.compress_size, p.file_size, p.CRC, p.compress_type,
                      bool(p.flag_bits & 1))
                for p in package.infolist()
            ]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return None


def ours(data: bytes) -> list[Entry] | None:
    """What we say, None where we refuse."""
    try:
        return entries(data)
    except ValueError:
        return None


@pytest.mark.parametrize(
    "data",
    [
        made("word/document.xml", "mimetype"),
        made("a", "a", "A", "/a"),
        made("a", comment=b"of a program"),
        made("a", comment=b"PK\x05\x06 in a comment"),
        made("a", before=b"in front"),
        made("a", after=bytes(8)),
        made("a", after=bytes(70_000)),
        made("tài liệu.xml", "a"),
        made("a", extra=b"\x01\x02\x00\x00"),
        made("a", extra=b"\x01\x02\xff\x00"),
        made(),
        b"",
        b"PK\x03\x04",
        b"PK\x05\x06",
        made("a")[:-1],
        made("a")[:-30],
        made("a")[30:],
    ],
)
def test_it_says_what_zipfile_says(data: bytes) -> None:
    """Usual or not, a package has the same parts for both."""
    assert ours(data) == by_zipfile(data)


def test_any_damage_is_judged_alike() -> None:
    """Bytes changed anywhere in the directory, also to what means zip64: the same parts, or refused by both."""
    whole = made("word/document.xml", "word/styles.xml", "tài liệu.xml")
    start = whole.index(b"PK\x01\x02")
    dice = random.Random(9001)
    for _ in range(4000):
        data = bytearray(whole)
        for _ in range(dice.choice((1, 1, 2, 4))):
            at = dice.randrange(start, len(data))
            new = dice.choice((bytes([dice.randrange(256)]), b"\xff\xff\xff\xff", b"\0\0\0\0", b"PK\x05\x06"))
            data[at : at + len(new)] = new
        assert ours(bytes(data)) == by_zipfile(bytes(data)), bytes(data)


def test_a_usual_package_is_read_without_zipfile() -> None:
    """Its import costs more than the reading."""
    path = max(AGENCY.rglob("*.docx"), key=lambda path: path.stat().st_size)
    code = (
        "import sys; from pathlib import Path; from qmslint.read.zip_directory import entries\n"
        f"assert entries(Path({str(path)!r}).read_bytes()) and 'zipfile' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
