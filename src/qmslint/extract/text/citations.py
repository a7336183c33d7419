"""Citations of legal documents and standards: what the document cites, where, and in which part of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from qmslint.api import Citation, Extractor, Line, Location, Reading, Section, fold, kinds, paragraphs, parse_citations
from qmslint.extract.patterns import late, lines_where
from qmslint.extract.text.attachments import attached_index
from qmslint.extract.text.body import place
from qmslint.extract.text.sections import section_starts
from qmslint.extract.words import book

_DIGITS = late(r"[0-9](?:\s{0,2}[/\-]|[0-9]{3})")
_NAMES = ("uật", "ISO", "TCVN", "QCVN")
_OWN_NUMBER = late(r"\s*số\s*:?\s*", re.IGNORECASE)
_OWN_LINES = 12
_SECTIONS = ("references", "definitions", "content", "forms", "records", "revisions")


def citations(reading: Reading) -> tuple[Citation, ...]:
    """Every citation in reading order; page headers and footers last, each text of theirs once."""
    found: list[Citation] = []
    part = _Parts(reading)
    rows: dict[tuple[int, int], list[tuple[int, Line, int]]] = {}
    # All lines are searched at once: most hold nothing, and asking each costs more than the search.
    for index in lines_where([line.text for line in reading.lines], _DIGITS, _NAMES):
        line = reading.lines[index]
        cited = parse_citations(line.text, place(reading, index))
        if cited and not (index < _OWN_LINES and _is_own_number(line, cited[0])):
            if line.in_table:
                rows.setdefault((line.at.table, line.at.row), []).append((len(found), line, len(cited)))
            found.extend(_placed(cited, part.of(index, line), len(found)))
    _host_titles(rows, found)
    for text, at in _running(reading):
        found.extend(_placed(parse_citations(text, at), "header", len(found)))
    return tuple(found)


def _may_cite(text: str) -> bool:
    return _DIGITS.search(text) is not None or any(name in text for name in _NAMES)


def _placed(cited: list[Citation], section: str, offset: int) -> Iterator[Citation]:
    """The citations of one line, their hosts counted in the whole document."""
    for citation in cited:
        host = citation.host + offset if citation.host >= 0 else -1
        yield citation._replace(section=section, host=host)


@cache
def _title_words() -> tuple[str, ...]:
    """How a cell begins that holds the title of a document."""
    return tuple(f"{word} " for word in book().variants("law-title-begins"))


def _host_titles(rows: dict[tuple[int, int], list[tuple[int, Line, int]]], found: list[Citation]) -> None:
    """Tables give number and title in two cells: what the title names has the document of that number as its host.

    `rows`: of each row the lines that cite something, with the place in `found` of their first and how many.
    """
    for lines in rows.values():
        numbers = [at for at, line, count in lines if count == 1 and _is_only_number(line, found[at])]
        if len(numbers) != 1:
            continue
        host = numbers[0]
        for first, line, count in lines:
            if line.at.column == found[host].at.column or not line.folded.startswith(_title_words()):
                continue
            for at in range(first, first + count):
                if found[at].host < 0:
                    found[at] = found[at]._replace(host=host)


def _is_only_number(line: Line, citation: Citation) -> bool:
    """Whether the line is a number, with date and issuer perhaps, and nothing else."""
    if not citation.number or citation.type == "standard" or citation.title:
        return False
    rest = line.text.replace(citation.text, "", 1)
    return len(rest) < len(line.text) and not any(c.isalnum() for c in _OWN_NUMBER.sub("", rest))


def _is_own_number(line: Line, first: Citation) -> bool:
    """Whether the line gives the document's own number: "Số: 15/QĐ-UBND"."""
    match = _OWN_NUMBER.match(line.text)
    return match is not None and line.text.startswith(first.text.split()[-1][:3], match.end())


class _Parts:
    """In which part of the document a line stands."""

    def __init__(self, reading: Reading) -> None:
        self._starts = section_starts(reading)
        self._lines = [index for index, _ in self._starts]
        self._attached = attached_index(reading)
        self._revisions: Location | None = reading.facts.get("revision_at")
        self._list = reading.kind == kinds.LEGAL_LIST

    def of(self, index: int, line: Line) -> str:
        """The key: "legal-basis", "references", …, "attachment" in the printed forms behind, "" elsewhere."""
        if self._list:
            return "list"
        if index >= self._attached:
            return "attachment"
        if self._revisions is not None and line.at.table and line.at.table == self._revisions.table:
            return "revisions"
        last = bisect_right(self._lines, index) - 1
        basis = "legal-basis" if _begins_basis(line.folded) else ""
        key = ""
        while last >= 0:
            section = self._starts[last][1]
            basis = basis or ("legal-basis" if _is_basis(section) else "")
            if section.level <= 1:
                key = section.key if section.key in _SECTIONS else ""
                break
            last = self._above(last)
        return basis or key

    def _above(self, index: int) -> int:
        level = self._starts[index][1].level
        while index >= 0 and self._starts[index][1].level >= level:
            index -= 1
        return index


@cache
def _basis_words() -> tuple[str, ...]:
    return tuple(book().variants("legal-basis-titles"))


def _is_basis(section: Section) -> bool:
    return fold(section.title).startswith(_basis_words())


def _begins_basis(folded: str) -> bool:
    """Whether the line itself begins as the basis of an administrative document does: "Căn cứ Luật …"."""
    return folded.startswith("căn cứ ")


def _running(reading: Reading) -> Iterator[tuple[str, Location]]:
    """Page headers, footers and footnotes that may cite something, each text once."""
    seen: set[str] = set()
    parts = [margin.blocks for margin in reading.document.margins] + [note.blocks for note in reading.document.notes]
    for blocks in parts:
        for paragraph in paragraphs(blocks):
            if paragraph.text not in seen and _may_cite(paragraph.text):
                seen.add(paragraph.text)
                yield paragraph.text, paragraph.at


EXTRACTORS = (Extractor("citations", citations, needs=("kind", "revision_at"), version=2),)
