"""The body of a Markdown text as blocks: what is printed, with the line on which it stands.

Blocks are found first; the inside of each is then read alone, and taken as it is when it is so long that reading it
could take time that grows with the square of its length.
"""

from __future__ import annotations

import re
from typing import Any

from qmslint.api import Block, Cell, Limits, Location, Paragraph, Place, Run, Table
from qmslint.read.guard import over

_NESTING = 60
_LONG = 10_000  # characters of one block whose inside is not read
_BRACKETS = 200  # of one block; more, left open, cost the parser their square: such a block is shown as it is written
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ALIGN = re.compile(r"text-align:(center|right)")


def blocks_of(text: str, skipped: int, order: int, limits: Limits) -> tuple[Block, ...]:
    """The blocks of `text`. `skipped`: how many lines stand before it; `order`: the last order given away."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _NESTING}).enable(["table", "strikethrough"])
    parser.core.ruler.disable(["inline"])
    environment: dict[str, Any] = {}
    tokens = parser.parse(text, environment)
    if any(token.level >= _NESTING - 1 for token in tokens):
        raise over("yaml_depth")  # what stands deeper is passed over by the parser
    walk = _Walk(parser, environment, skipped, order, limits)
    for token in tokens:
        walk.take(token)
    return tuple(walk.blocks)


class _List:
    """A list under way: the next number, or a bullet."""

    def __init__(self, token: Any) -> None:
        self.ordered = token.type == "ordered_list_open"
        self.pending = ""  # the mark of the item whose first paragraph is still to come

    def mark(self, item: Any) -> None:
        self.pending = f"{item.info}{item.markup}" if self.ordered else "•"

    def take(self) -> str:
        mark, self.pending = self.pending, ""
        return mark


class _Walk:
    """Takes tokens in order and makes blocks of them."""

    def __init__(self, parser: Any, environment: dict[str, Any], skipped: int, order: int, limits: Limits) -> None:
        self._parser = parser
        self._environment = environment
        self._skipped = skipped
        self._limits = limits
        self._order = order
        self._tables = self._cells = self._count = 0
        self._lists: list[_List] = []
        self._rows: list[list[Cell]] | None = None
        self._table_at = Location()
        self._line = 1
        self._heading = 0
        self._alignment = ""
        self.blocks: list[Block] = []

    def take(self, token: Any) -> None:
        """One token of the parser."""
        if token.map:
            self._line = token.map[0] + 1 + self._skipped
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            self._lists.append(_List(token))
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif kind == "list_item_open":
            self._lists[-1].mark(token)
        elif kind in ("heading_open", "heading_close"):
            self._heading = int(token.tag[1]) if kind == "heading_open" else 0
        elif kind == "inline":
            self._inline(token.content)
        elif kind in ("fence", "code_block"):
            self._paragraph(token.content.rstrip("\n"), ())
        elif kind == "html_block":
            self._html(token.content)
        else:
            self._table(kind, token)

    def _table(self, kind: str, token: Any) -> None:
        if kind == "table_open":
            self._tables += 1
            self._table_at = self._at(table=self._tables)
            self._rows = []
        elif kind == "tr_open" and self._rows is not None:
            self._rows.append([])
        elif kind in ("th_open", "td_open"):
            match = _ALIGN.search(str(token.attrs.get("style", "")))
            self._alignment = match[1] if match else ""
        elif kind == "table_close" and self._rows is not None:
            self.blocks.append(Table(tuple(tuple(row) for row in self._rows), self._table_at))
            self._rows, self._alignment = None, ""

    def _inline(self, content: str) -> None:
        text, pictures = content, 0
        runs: tuple[Run, ...] = ()
        if len(content) <= _LONG and content.count("[") <= _BRACKETS:
            text, runs, pictures = self._inside(content)
        else:
            text = _untagged(_BREAK.sub("\n", content), "")
        if self._rows is None:
            self._paragraph(text, runs, pictures)
            return
        self._cells += 1
        if self._cells > self._limits.cells:
            raise over("cells")
        row = self._rows[-1]
        at = self._at(table=self._tables, row=len(self._rows), column=len(row) + 1)
        inside = Paragraph(text, at, runs=runs, pictures=pictures, alignment=self._alignment)
        row.append(Cell((inside,) if text or pictures else (), at))

    def _html(self, content: str) -> None:
        import html

        first = self._line
        for number, line in enumerate(_untagged(_BREAK.sub(" ", content), "\n").split("\n")):
            if line.strip():
                self._line = first + number
                self._paragraph(html.unescape(line.strip()), ())

    def _paragraph(self, text: str, runs: tuple[Run, ...], pictures: int = 0) -> None:
        self._count += 1
        if self._count > self._limits.paragraphs:
            raise over("paragraphs")
        if self._heading:
            runs = tuple(run._replace(bold=True) for run in runs) or (Run(text, bold=True),)
        number = self._lists[-1].take() if self._lists else ""
        at = self._at(paragraph=self._count)
        self.blocks.append(Paragraph(text, at, number, "", self._heading, runs or (Run(text),), pictures))

    def _at(self, **places: Any) -> Location:
        self._order += 1
        return Location(order=self._order, place=Place.LINE, line=self._line, **places)

    def _inside(self, content: str) -> tuple[str, tuple[Run, ...], int]:
        """Text, runs and pictures of one block."""
        children: list[Any] = []
        self._parser.inline.parse(content, self._parser, self._environment, children)
        bold = italic = pictures = 0
        runs: list[Run] = []
        for child in children:
            kind = child.type
            if kind in ("strong_open", "strong_close"):
                bold += child.nesting
            elif kind in ("em_open", "em_close"):
                italic += child.nesting
            elif kind == "image":
                pictures += 1
            piece = _piece(child)
            if piece:
                runs.append(Run(piece, bold=bold > 0, italic=italic > 0))
        return "".join(run.text for run in runs), tuple(runs), pictures


def _piece(token: Any) -> str:
    """What an inline token prints."""
    if token.type in ("text", "code_inline", "text_special"):
        return str(token.content)
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak" or (token.type == "html_inline" and _BREAK.fullmatch(token.content)):
        return "\n"
    return ""


def _untagged(content: str, kept: str) -> str:
    """The text without tags and comments, which print nothing; `kept`: what of their insides remains (line ends)."""
    pieces = []
    at = 0
    # Each is looked for once: a pattern that begins anew at each "<!--" costs their square where none is closed.
    while (start := content.find("<!--", at)) >= 0 and (end := content.find("-->", start + 4)) >= 0:
        pieces += [_tagless(content[at:start], kept), kept * content.count("\n", start, end)]
        at = end + 3
    pieces.append(_tagless(content[at:], kept))
    return "".join(pieces)


def _tagless(text: str, kept: str) -> str:
    return _TAG.sub(lambda tag: kept * tag[0].count("\n"), text)
