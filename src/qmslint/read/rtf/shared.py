"""What all stories of one RTF file share: the head, the sections, what is read later, the bounds."""

from __future__ import annotations

from collections.abc import Callable

from qmslint.api import Block, Limits, Location, NamedTuple
from qmslint.read.guard import over
from qmslint.read.rtf.head import Head
from qmslint.read.rtf.tokens import Source

MARGINS = {
    "header": ("header", ""), "headerr": ("header", ""), "headerl": ("header", "even"), "headerf": ("header", "first"),
    "footer": ("footer", ""), "footerr": ("footer", ""), "footerl": ("footer", "even"), "footerf": ("footer", "first"),
}


class Aside(NamedTuple):
    """A group that is read later: a note, a comment."""

    kind: str
    start: int
    end: int
    author: str = ""


class SectionPages(NamedTuple):
    """What prints on the pages of one section: (kind, variant) → place in the file, and whether it is new here."""

    parts: dict[tuple[str, str], tuple[int, int, bool]]
    title_page: bool


class Shared:
    """Counts order, tables and bounds across the stories; `blocks` reads the story between two places."""

    def __init__(
        self, source: Source, limits: Limits, blocks: Callable[[Shared, int, int, Location], list[Block]]
    ) -> None:
        self.source = source
        self.limits = limits
        self.head = Head(source)
        self.section = 1
        self.changes = 0
        self.asides: list[Aside] = []
        self.title_page = False
        self.sections: list[SectionPages] = []
        self._blocks = blocks
        self._parts: dict[tuple[str, str], tuple[int, int, bool]] = {}
        self._order = self._tables = self._paragraphs = self._cells = self._depth = 0
        self._left = limits.text_characters

    def blocks(self, start: int, end: int, base: Location) -> list[Block]:
        """The blocks of the story between two places."""
        if self._depth > 8:
            raise over("xml_depth")
        self._depth += 1
        found = self._blocks(self, start, end, base)
        self._depth -= 1
        return found

    def margin(self, word: str, start: int, end: int) -> None:
        """A header or footer, for this section and those that follow."""
        self._parts[MARGINS[word]] = (start, end, True)

    def end_section(self) -> None:
        """The pages of a section are complete; the next one inherits its headers and footers."""
        self.sections.append(SectionPages(dict(self._parts), self.title_page))
        self._parts = {key: (start, end, False) for key, (start, end, _) in self._parts.items()}
        self.section += 1

    def next_order(self) -> int:
        """The next place in reading order."""
        self._order += 1
        return self._order

    def next_table(self) -> int:
        """The number of the next table."""
        self._tables += 1
        return self._tables

    def count_paragraph(self) -> None:
        """One paragraph more."""
        self._paragraphs += 1
        if self._paragraphs > self.limits.paragraphs:
            raise over("paragraphs")

    def count_cells(self, cells: int) -> None:
        """So many cells more."""
        self._cells += cells
        if self._cells > self.limits.cells:
            raise over("cells")

    def count_characters(self, count: int) -> None:
        """So many characters more."""
        self._left -= count
        if self._left < 0:
            raise over("text_characters")

