"""The program Tesseract, where it is installed: a page as a grey picture in, words with their boxes out.

It is started by its full path with a list of arguments, no shell; the picture goes in and the words come out by pipes.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from qmslint.api import NamedTuple

_ASKING = 20  # seconds to name its languages
_WORD = 5  # the level of a word in the table
_LEAST = 30.0  # per cent: what it trusts less is a stamp, a signature, a stain
_LEADER = 12  # times as wide as high: dots that lead to a page number, in which the words before them are lost
_THIN = 12  # dots: what is thinner and has no text is a printed line
_HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Tesseract(NamedTuple):
    """The program that was found, and the languages to read."""

    program: str
    languages: str


class Word(NamedTuple):
    """A word and its box in dots, the origin at the upper left corner; `line` names the line on which it stands."""

    text: str
    left: int
    top: int
    width: int
    height: int
    line: tuple[int, int, int]

    @property
    def is_level(self) -> bool:
        """Whether it is a printed line from left to right."""
        return not self.text and self.height <= _THIN < self.width

    @property
    def is_upright(self) -> bool:
        """Whether it is a printed line from top to bottom."""
        return not self.text and self.width <= _THIN < self.height

    @property
    def bottom(self) -> int:
        """Its lower edge."""
        return self.top + self.height


def found() -> Tesseract | None:
    """The program with Vietnamese data, or None."""
    program = shutil.which("tesseract")
    if program is None or not Path(program).is_absolute() or Path(program).parent == Path.cwd():
        return None  # a program that lies among the documents is not started
    languages = _languages(program)
    if "vie" not in languages:
        return None
    return Tesseract(program, "vie+eng" if "eng" in languages else "vie")


@lru_cache(maxsize=4)
def _languages(program: str) -> frozenset[str]:
    try:
        done = _run([program, "--list-langs"], b"", _ASKING)
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(done.decode("utf-8", "replace").split())


def words_of(tesseract: Tesseract, picture: bytes, dots: int, seconds: float) -> list[Word] | None:
    """The words on a picture (PNM) of `dots` to the inch; None when the program failed or took too long."""
    arguments = [tesseract.program, "stdin", "stdout", "-l", tesseract.languages, "--psm", "3", "--dpi", str(dots)]
    try:
        return words_in(_run([*arguments, "tsv"], picture, seconds).decode("utf-8", "replace"))
    except (OSError, subprocess.SubprocessError):
        return None


def words_in(table: str) -> list[Word]:
    """The words of the table that the program prints, lines of the print as words without text.

    Rows that make no sense are left out, and so are entries of tables of contents: their dots swallow their words.
    """
    words: list[Word] = []
    leaders: set[tuple[int, int, int]] = set()
    for row in csv.reader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        try:
            level, _, block, paragraph, line, _, left, top, width, height = map(int, row[:10])
            sure = float(row[10])
            word = Word(row[11].strip(" |"), left, top, width, height, (block, paragraph, line))
        except (ValueError, IndexError):
            continue
        if level != _WORD or width <= 0 or height <= 0:
            continue
        if sure >= _LEAST and (word.text or row[11].isspace()):
            words.append(word)
        elif word.text and width > _LEADER * height:
            leaders.add(word.line)
    return [word for word in words if word.line not in leaders]


def _run(arguments: Sequence[str], given: bytes, seconds: float) -> bytes:
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # one processor a worker
    return subprocess.run(
        arguments, input=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=seconds, check=True,
        env=environment, creationflags=_HIDDEN,
    ).stdout
