"""The scope of the system as a manual states it, and the requirements that it says do not apply, with reasons."""

from __future__ import annotations

from functools import cache

from qmslint.api import Exclusion, Extractor, Line, Phrase, Reading, ScopeStatement, kinds
from qmslint.extract.cells import one_line
from qmslint.extract.lists.list_tables import unnumbered
from qmslint.extract.patterns import late
from qmslint.extract.text.headline import stands_out
from qmslint.extract.words import book

_LINES, _LENGTH = 20, 1500
# Only requirements on measuring resources and on operation can be left out; "4.3" beside "ngoại lệ" is the heading.
_CLAUSE = late(r"(?<![\d./])(?:7\.1(?:\.[1-6])?(?:\.[12])?|8\.[1-7](?:\.[1-6])?(?:\.[1-4])?)(?![\d/.]*\d)")
_PAGE = late(r"(?:\.{3,}|…|\t|\s)\s*[0-9]{1,3}\s*$")
_NEXT = late(r"\s*(?:[0-9]{1,2}(?:\.[0-9]{1,2})+|[IVXLC]{1,6}[.)]|(?:Phần|PHẦN|Chương|CHƯƠNG)\s)")
_NEAR = 4  # lines below in which the reason for an exclusion may stand


def scope(reading: Reading) -> ScopeStatement | None:
    """The statement, None when the manual has neither a section of that name nor exclusions."""
    text = _statement(reading)
    found = _exclusions(reading)
    return ScopeStatement(text, found) if text or found else None


@cache
def _titles() -> tuple[str, ...]:
    return book("lists").variants("scope-titles")


def _statement(reading: Reading) -> Phrase | None:
    """The longest text under a heading of the scope; one that names the system comes before one of the document."""
    best: tuple[bool, int] = (False, 0)
    found: Phrase | None = None
    lines = reading.lines
    listed = {entry.at.order for entry in reading.facts.get("contents", ())}
    for index, line in enumerate(lines):
        if line.in_table or len(line.text) > 400 or line.at.order in listed:
            continue
        folded = unnumbered(line.folded)
        title, colon, rest = folded.partition(":")
        if title.strip(" .") not in _titles() or _PAGE.search(line.text):
            continue
        if not (stands_out(line) or colon or _NEXT.match(line.text) or line.paragraph.number):
            continue
        text = _text(lines, index, one_line(line.text.partition(":")[2]) if rest.strip() else "")
        rank = ("quản lý chất lượng" in title or "htqlcl" in title or "qms" in title, len(text))
        if text and rank > best:
            best, found = rank, Phrase(text, line.at)
    return found


def _text(lines: tuple[Line, ...], index: int, beside: str) -> str:
    parts = [beside] if beside else []
    length = len(beside)
    for line in lines[index + 1 : index + 1 + _LINES]:
        heading = not line.in_table and len(line.text) < 120 and (stands_out(line) or _NEXT.match(line.text))
        if length > _LENGTH or (heading and parts) or (heading and _NEXT.match(line.text)):
            break
        parts.append(one_line(line.text))
        length += len(line.text)
    return "\n".join(parts)[:_LENGTH]


@cache
def _excluding() -> tuple[str, ...]:
    return book("lists").variants("exclusion-words")


@cache
def _reasons() -> tuple[str, ...]:
    return book("lists").variants("reason-words")


def _exclusions(reading: Reading) -> tuple[Exclusion, ...]:
    """Clauses in lines that say "không áp dụng", each with the reason beside it or in the lines below."""
    found: dict[str, Exclusion] = {}
    for index, line in enumerate(reading.lines):
        if not any(word in line.folded for word in _excluding()):
            continue
        below = reading.lines[index + 1 : index + 1 + _NEAR]
        clauses = _named(line.folded) or _listed_below(line, below)
        for clause in clauses:
            reason = _reason(clause, line, below)
            if clause not in found or (reason and not found[clause].reason):
                found[clause] = Exclusion(clause, reason, line.at)
    return tuple(found.values())


def _named(folded: str) -> list[str]:
    """The clauses that a line sets aside: not those by which it only says where something stands ("theo mục 8.7")."""
    framed = any(word in folded for word in book("lists").variants("exclusion-frames"))
    asides = book("lists").variants("exclusion-asides")
    clauses = []
    for match in _CLAUSE.finditer(folded):
        before = folded[: match.start()].rstrip(" (")
        if (framed or not before.strip(" -+•")) and not before.endswith(asides):
            clauses.append(match[0])
    return clauses


def _listed_below(line: Line, below: tuple[Line, ...]) -> list[str]:
    """The clauses of a list that a line opens: "Các điều khoản không áp dụng:"."""
    if not line.text.rstrip().endswith(":"):
        return []
    clauses: list[str] = []
    for other in below:
        match = _CLAUSE.search(other.folded)
        if match is None or match.start() > 30 or stands_out(other):
            break
        clauses.append(match[0])
    return clauses


def _reason(clause: str, line: Line, below: tuple[Line, ...]) -> str:
    """The words that say why: a sentence with "vì", "do" …, or a line below that explains the clause."""
    for other in (line, *below):
        if other is not line and clause not in other.folded and not any(
            other.folded.lstrip(" -+(").startswith(word) for word in _reasons()
        ):
            continue
        words = f" {other.folded.replace(',', ' ').replace(':', ' ')} "
        explains = any(f" {word} " in words for word in _reasons())
        # A line of its own for the clause explains it in as many words as a sentence has.
        if explains or (other is not line and len(words.split()) >= 8):
            return one_line(other.text)[:400]
    return ""


EXTRACTORS = (Extractor("scope", scope, needs=("kind", "contents"), kinds=(kinds.QUALITY_MANUAL,)),)
