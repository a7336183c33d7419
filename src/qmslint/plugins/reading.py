"""Reading: one document on its way to facts. What an extractor is given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from qmslint.model.document import Document, Paragraph, Table, paragraphs, tables
from qmslint.model.facts import KnownFacts
from qmslint.model.kinds import UNCLASSIFIED
from qmslint.model.location import Location
from qmslint.model.text import fold
from qmslint.model.tuples import NamedTuple


class Line(NamedTuple):
    """One paragraph of the body, ready to be compared. Paragraphs inside tables are lines too."""

    text: str  # with its automatic number, as printed
    folded: str
    paragraph: Paragraph
    in_table: bool

    @property
    def at(self) -> Location:
        """Where it stands."""
        return self.paragraph.at


class Reading:
    """A document, its lines, and the facts known so far (those an extractor `needs` are there)."""

    def __init__(self, document: Document, kind_by_settings: str = "") -> None:
        self.document = document
        self.kind_by_settings = kind_by_settings  # the kind that qmslint.yaml says, "" = not said
        self.facts: KnownFacts = {}
        self._firsts: dict[str, list[int]] = {}  # see _places

    @property
    def kind(self) -> str:
        """The kind of the document, once it is known."""
        return str(self.facts.get("kind", UNCLASSIFIED))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every paragraph of the body that has text, in reading order, those in tables included."""
        found: list[Line] = []
        for block in self.document.blocks:
            in_table = isinstance(block, Table)
            inside: Iterable[Paragraph] = paragraphs((block,)) if isinstance(block, Table) else (block,)
            for paragraph in inside:
                text = paragraph.text
                if text and not text.isspace():
                    text = paragraph.shown if paragraph.number else text
                    found.append(Line(text, fold(text), paragraph, in_table))
        return tuple(found)

    @cached_property
    def written(self) -> str:
        """Every text of the body, the margins and the notes as written, each paragraph on a line of its own."""
        apart = [m.blocks for m in self.document.margins if not m.inherited] + [n.blocks for n in self.document.notes]
        texts = [line.paragraph.text for line in self.lines]
        texts += [paragraph.text for blocks in apart for paragraph in paragraphs(blocks)]
        return "\n".join(texts)

    @cached_property
    def folded(self) -> str:
        """The folded lines, each on a line of its own: a word is looked for here once, not line by line."""
        return "\n".join([line.folded for line in self.lines])

    def line_at(self, position: int) -> Line:
        """The line in which a position of `folded` lies."""
        return self.lines[bisect_right(self._starts, position) - 1]

    def lines_with(self, words: Iterable[str]) -> list[Line]:
        """The lines in which any of the folded words stands, in reading order, each once."""
        text, starts = self.folded, self._starts
        found = {
            bisect_right(starts, at) - 1 for word in words for at in self._places(word) if text.startswith(word, at)
        }
        return [self.lines[index] for index in sorted(found)]

    def _places(self, words: str) -> list[int]:
        """Where the first of the words stands in the text. It is kept: many begin alike ("tỉnh …", "bộ …")."""
        first = words[: words.find(" ") + 1] or words
        places = self._firsts.get(first)
        if places is None:
            places = self._firsts[first] = []
            at = self.folded.find(first)
            while at >= 0:
                places.append(at)
                at = self.folded.find(first, at + 1)
        return places

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line.folded) + 1 for line in self.lines)][:-1]

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every table of the body, outer before inner."""
        return tuple(tables(self.document.blocks))

    @cached_property
    def head(self) -> tuple[Line, ...]:
        """The first lines, where a document says what it is."""
        return self.lines[:60]
