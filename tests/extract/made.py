"""Papers written as true .docx and .xlsx files for tests, read back as the program reads them."""

from __future__ import annotations

import unicodedata
from typing import Any

from fixtures.make.blocks import Block, Book, Cell, Paper, Paragraph, Run, Section, Sheet, Table, cell, p, table
from fixtures.make.excel import workbook
from fixtures.make.word import docx

from qmslint.api import QualityDocument, fold
from qmslint.plugins.manager import Plugins
from qmslint.run.inspect import inspect_bytes

PLUGINS = Plugins()
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


def facts(data: bytes, name: str = "a.docx") -> QualityDocument:
    """The facts of one file; an extractor that fails, fails the test."""
    inspection = inspect_bytes(name, data, PLUGINS)
    assert not inspection.problems, inspection.problems
    assert inspection.document is not None
    return inspection.document


def word(*blocks: Block) -> bytes:
    """A Word file of one section."""
    return docx(Paper([Section(list(blocks))]))


def excel(*sheets: tuple[str, list[list[Any]]]) -> bytes:
    """A workbook of named sheets."""
    return workbook(Book([Sheet(name, rows, [20] * max(map(len, rows))) for name, rows in sheets]))


def title(*lines: str) -> list[Block]:
    """The lines of a title, bold and centred."""
    return [p(line, bold=True, align="center") for line in lines]


def letterhead(agency: str = "UBND XÃ AN BÌNH", number: str = "Số: 01/BB", day: str = "12/6/2026") -> Table:
    """Agency and State side by side, below them number and place with date."""
    d, m, y = day.split("/")
    return table(None, [[agency, STATE], [number, f"An Bình, ngày {d} tháng {m} năm {y}"]], [8, 9], ruled=False)


def signing(*people: tuple[str, str, str]) -> Table:
    """A row of signatures: position, how it is signed ("picture", "(đã ký)", "" …), name."""
    cells = []
    for position, how, name in people:
        mark = [p(Run(picture=name))] if how == "picture" else ([p(how)] if how else [])
        cells.append(cell([p(position, bold=True), *mark, p(name)]))
    return table(None, [cells], [8] * len(cells), ruled=False)


def text(data: Any) -> Any:
    """A fact with every string folded, so that spellings do not count."""
    if isinstance(data, str):
        return fold(data) if type(data) is str else data
    if isinstance(data, tuple):
        return tuple(text(item) for item in data)
    return data


def respelt(block: Any, how: str) -> Any:
    """The same block in another spelling: "nfd", "marks" (U+200E in words), "spaces" (no-break)."""
    if isinstance(block, Run):
        return Run(**{**block.__dict__, "text": spelling(block.text, how)})
    if isinstance(block, Paragraph):
        return Paragraph(**{**block.__dict__, "runs": [respelt(run, how) for run in block.runs]})
    if isinstance(block, Cell):
        return Cell([respelt(inner, how) for inner in block.blocks], block.span, block.below)
    if isinstance(block, Table):
        return Table([[respelt(one, how) for one in row] for row in block.rows], block.widths, block.ruled,
                     block.heading_rows)
    return block


def spelling(words: str, how: str) -> str:
    """`words` spelt otherwise."""
    if how == "nfd":
        return unicodedata.normalize("NFD", words)
    if how == "spaces":
        return words.replace(" ", "\u00a0")
    return " ".join(word[:1] + "\u200e" + word[1:] if len(word) > 2 else word for word in words.split(" "))
