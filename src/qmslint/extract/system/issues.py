"""Issues of the context, internal and external: from tables of every shape, and from headings with lines below."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from qmslint.api import ContextIssue, Extractor, Line, Reading, Table, fold, kinds, paragraphs
from qmslint.extract.cells import content, name_of, one_line
from qmslint.extract.lists.list_tables import Captioned, Entry, Head, captioned_tables, entries, head_of, unnumbered
from qmslint.extract.text.headline import stands_out
from qmslint.extract.words import book

_COLUMNS = {
    "internal": ("internal", ""), "external": ("external", ""),
    "strength": ("internal", "strength"), "weakness": ("internal", "weakness"), "internal-both": ("internal", ""),
    "opportunity": ("external", "opportunity"), "threat": ("external", "threat"), "external-both": ("external", ""),
}
_OWN = ("internal", "external", "strength", "weakness", "internal-both", "external-both", "threat")
_SIDES = {"strength": "internal", "weakness": "internal", "opportunity": "external", "threat": "external"}
_MARKS = " -–+•*\t"


def issues(reading: Reading) -> tuple[ContextIssue, ...]:
    """Every issue in reading order; `side` is empty where the document does not say it."""
    found = [issue for captioned in captioned_tables(reading) for issue in _in_table(captioned, reading.kind)]
    found.extend(_in_lines(reading))
    return tuple(sorted(found, key=lambda issue: issue.at.order))


def _in_table(captioned: Captioned, kind: str) -> Iterator[ContextIssue]:
    names = book("lists").table("context-columns")
    if _is_other(captioned.table):
        return
    quarters = tuple(_in_quarters(captioned.table))
    if len({issue.type for issue in quarters}) >= 2:
        yield from quarters
        return
    head = head_of(captioned.table, names, 1)
    if head is not None and len(captioned.table.rows) > head.first and _is_context(head, kind):
        above = next((side for line in captioned.captions[:2] if (side := side_of(line))), "")
        told = kind == kinds.CONTEXT or head.has(*_OWN)  # else only what a row calls internal or external is an issue
        for entry in entries(captioned.table, head, names, "issue"):
            yield from (issue for issue in _of_row(entry, above) if told or issue.side)


def _is_other(table: Table) -> bool:
    """Whether the table is a list of parties or a register of risks."""
    parties = head_of(table, book("lists").table("party-columns"), 2)
    risks = head_of(table, book("lists").table("risk-columns"), 3)
    return (parties is not None and parties.has("party")) or (
        risks is not None and risks.has("risk", "either") and risks.has("cause", "level", "likelihood")
    )


def _is_context(head: Head, kind: str) -> bool:
    return head.has(*_OWN) or (head.has("issue") and (kind == kinds.CONTEXT or head.has("side")))


def _of_row(entry: Entry, above: str) -> Iterator[ContextIssue]:
    side = side_of(entry.said("side")) or side_of(entry.group) or _beside(entry) or above
    cell = entry.cell("issue")
    if cell is not None and content(cell) and (side or not entry.columns.keys() & _COLUMNS.keys()):
        yield ContextIssue(content(cell), side, "", cell.at)
        return
    for name, (own, type_) in _COLUMNS.items():
        cell = entry.cell(name)
        if cell is not None and content(cell):
            yield ContextIssue(content(cell), own, type_, cell.at)


def _beside(entry: Entry) -> str:
    """The side that a cell of the row names alone: "Bên trong", merged over its rows."""
    return next((side for cell in entry.row[:3] if (side := _names().get(fold(content(cell)).strip(" .:"), ""))), "")


def _in_quarters(table: Table) -> Iterator[ContextIssue]:
    """The four fields of a SWOT table: a title in each cell and lines below it."""
    if len(table.rows) > 8 or table.width > 4:
        return
    types = book("lists").table("context-types")
    for cell in table.own_cells():
        lines = [p for p in paragraphs(cell.blocks) if p.text.strip()]
        type_ = name_of(lines[0].text, types) if len(lines) > 1 else ""
        if type_:
            yield from (ContextIssue(_bare(p.shown), _SIDES[type_], type_, p.at) for p in lines[1:])


@cache
def _names() -> dict[str, str]:
    return book("lists").table("context-sides")


def side_of(words: str) -> str:
    """"internal" or "external", where `words` begin with one of them; "" else."""
    return _begins(unnumbered(fold(words)), _names())


def _begins(folded: str, names: dict[str, str]) -> str:
    best, found = 0, ""
    for phrase, name in names.items():
        if len(phrase) > best and folded.startswith(phrase) and not folded[len(phrase) : len(phrase) + 1].isalnum():
            best, found = len(phrase), name
    return found


def _in_lines(reading: Reading) -> Iterator[ContextIssue]:
    side = type_ = ""
    whole = reading.kind == kinds.CONTEXT
    for line in reading.lines:
        if line.in_table:
            continue
        short = len(line.text) < 120
        heading = short and (stands_out(line) or line.text.rstrip().endswith(":"))
        if heading:
            folded = unnumbered(line.folded).lstrip(_MARKS)
            # Elsewhere "Nội bộ:" may speak of mail or meetings, "Hạn chế:" of anything.
            named = side_of(folded) if whole or _is_told(folded) else ""
            kind = _type(folded) if whole else ""
            if named or kind:
                side, type_ = named or _SIDES[kind], "" if named else kind
                continue
            if _ends(line):
                side = type_ = ""
                continue
        if side and not heading and len(line.text.split()) > 2:
            yield ContextIssue(_bare(line.text), side, type_, line.at)


def _is_told(folded: str) -> bool:
    """Whether a heading says in full that it is about the context."""
    return any(word in folded for word in book("lists").variants("context-words"))


def _type(folded: str) -> str:
    return book("lists").table("context-types").get(folded.partition("(")[0].strip(" .:"), "")


def _ends(line: Line) -> bool:
    """Whether a heading opens another matter: a main heading, or one on parties, risks, objectives."""
    if line.paragraph.level == 1 or line.text.isupper():
        return True
    return any(word in line.folded for word in book("lists").variants("context-ends"))


def _bare(text: str) -> str:
    return one_line(text).lstrip(_MARKS)


EXTRACTORS = (
    Extractor("issues", issues, version=2, needs=("kind",),
              kinds=(kinds.CONTEXT, kinds.INTERESTED_PARTIES, kinds.QUALITY_MANUAL)),
)
