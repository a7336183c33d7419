"""Papers of today retyped as they were typed before Unicode: the same words and looks in old fonts."""

from __future__ import annotations

import re
from dataclasses import replace

from fixtures.make.blocks import Block, Paper, Paragraph, Run, Section, Table

from tests.legacy.spelling import FONTS, written

# What .VnTime has no letter for: these were typed small in a font of capitals.
_CAPITAL = re.compile("([ÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴ]+)")


def retyped(paper: Paper, codec: str, font: str | None = None) -> Paper:
    """`paper` in this old encoding; `font`: not in its own font but in this one, without fonts of capitals."""
    return replace(paper, legacy=False, sections=[_section(section, codec, font) for section in paper.sections])


def _section(section: Section, codec: str, font: str | None) -> Section:
    parts = {
        name: _blocks(blocks, codec, font)
        for name in ("header", "footer", "first_header", "first_footer")
        if (blocks := getattr(section, name)) is not None
    }
    return replace(section, blocks=_blocks(section.blocks, codec, font), **parts)


def _blocks(blocks: list[Block], codec: str, font: str | None) -> list[Block]:
    return [_paragraph(b, codec, font) if isinstance(b, Paragraph) else _table(b, codec, font) for b in blocks]


def _table(table: Table, codec: str, font: str | None) -> Table:
    rows = [[replace(cell, blocks=_blocks(cell.blocks, codec, font)) for cell in row] for row in table.rows]
    return replace(table, rows=rows)


def _paragraph(paragraph: Paragraph, codec: str, font: str | None) -> Paragraph:
    runs = [piece for run in paragraph.runs for piece in _run(run, codec, font)]
    return replace(paragraph, runs=runs, box=[_paragraph(one, codec, font) for one in paragraph.box])


def _run(run: Run, codec: str, font: str | None) -> list[Run]:
    name = FONTS[codec] if font is None else font
    if codec != "tcvn3" or font is not None:
        return [_typed(run, run.text, codec, name)]
    if run.text.isupper():
        return [_typed(run, run.text.lower(), codec, name + "H")]
    pieces = _CAPITAL.split(run.text)
    bare = replace(run, picture="", field="", footnote="", comment="")
    typed = [
        _typed(bare, piece.lower() if place % 2 else piece, codec, name + "H" * (place % 2))
        for place, piece in enumerate(pieces) if piece
    ]
    return [*typed[:-1], _typed(run, pieces[-1], codec, name)] if pieces[-1] else [*typed, replace(run, text="")]


def _typed(run: Run, text: str, codec: str, font: str) -> Run:
    return replace(run, text=written(text, codec), font=font, footnote=written(run.footnote, codec))


