"""Patterns from the shelf find what compiled ones find; whatever is wrong with its file, they are compiled."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TRY = r"""
import re, sys
from qmslint.run import pattern_shelf
parsed = []
parse = re._compiler._parser.parse
re._compiler._parser.parse = lambda *given: parsed.append(given[0]) or parse(*given)
pattern_shelf.use(sys.argv[1])
words = re.compile(r"(?P<number>[0-9]{1,4})/(?P<year>(?:19|20)\d\d)/(?:NĐ|TT)(?:-[A-ZĐ]+)*", re.IGNORECASE)
match = words.search("theo nghị định 61/2018/nđ-cp")
assert match["number"] == "61" and match["year"] == "2018" and match.span() == (15, 28), match
assert words.flags & re.IGNORECASE and words.groupindex == {"number": 1, "year": 2} and words.pattern.startswith("(?P")
assert re.sub(r"(?<!\w)ngày (\d+)", r"\1.", "từ ngày 15") == "từ 15." and re.compile(b"\xff+").match(b"\xff\xff")
assert re.compile("ư|ơ", re.I).findall("ƯƠ") == ["Ư", "Ơ"] and not re.compile("ư").search("Ư")
try:
    re.compile("(")
except re.error:
    print(len(parsed))
pattern_shelf.save()
"""


def patterns_parsed(folder: Path) -> int:
    done = subprocess.run([sys.executable, "-c", TRY, str(folder)], capture_output=True, text=True, check=True)
    return int(done.stdout)


def test_what_is_kept_is_not_compiled_again(tmp_path: Path) -> None:
    first, second = patterns_parsed(tmp_path), patterns_parsed(tmp_path)
    assert first >= 6 and second <= first - 4
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("at", [0, 5, 20, 100])
def test_a_damaged_shelf_is_an_empty_one(at: int, tmp_path: Path) -> None:
    first = patterns_parsed(tmp_path)
    (file,) = tmp_path.iterdir()
    data = bytearray(file.read_bytes())
    data[at] ^= 0xFF
    file.write_bytes(data)
    assert patterns_parsed(tmp_path) == first
    file.write_bytes(b"")
    assert patterns_parsed(tmp_path) == first


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path / "none", tmp_path / "file"):
        assert patterns_parsed(folder) == patterns_parsed(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
