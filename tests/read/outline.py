"""A document in a few lines of text: what a test states and a person can read."""

from __future__ import annotations

from collections.abc import Iterator

from qmslint.api import Block, Cell, Document, Paragraph, Place, Table


def outline(document: Document) -> str:
    """Everything that is shown: the body, headers and footers, notes, comments; then what was not read.

    ⇥ is a tab, ⏎ a line break, [picture] a picture, [page] a page break before; | stands between cells, < is the
    cell to the left again, ^ the cell above again; “was” is the text before tracked changes.
    """
    lines = list(_blocks(document.blocks))
    for margin in document.margins:
        name = " ".join(filter(None, [margin.kind, str(margin.section), margin.variant]))
        lines += [f"{name}{' (linked)' if margin.inherited else ''}: {line}" for line in _blocks(margin.blocks)]
    for note in document.notes:
        lines += [f"{note.kind}: {line}" for line in _blocks(note.blocks)]
    lines += [f"comment by {comment.author}: {comment.text}" for comment in document.comments]
    lines += [f"not read: {part.message.en}" for part in document.unread]
    return "\n".join(lines) + "\n"


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            yield _line(block)
            if block.original is not None:
                yield f"was: {_signs(block.original)}"


def _line(paragraph: Paragraph) -> str:
    before = "[page] " * paragraph.page_break + "#" * paragraph.level + " " * bool(paragraph.level)
    box = "box: " if paragraph.at.place == Place.BOX else ""
    return (before + box + _signs(paragraph.shown) + " [picture]" * paragraph.pictures).strip(" ")


def _signs(text: str) -> str:
    return text.replace("\t", "⇥").replace("\n", "⏎")


def _rows(table: Table) -> Iterator[str]:
    for r, row in enumerate(table.rows):
        cells = []
        for c, cell in enumerate(row):
            if c and row[c - 1] is cell:
                cells.append("<")
            elif r and c < len(table.rows[r - 1]) and table.rows[r - 1][c] is cell:
                cells.append("^")
            else:
                cells.append(_cell(cell))
        yield f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return " / ".join(_blocks(cell.blocks))
