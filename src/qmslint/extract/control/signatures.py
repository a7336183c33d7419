"""With what a place for a signature is filled, and the signature block of an administrative document."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from qmslint.api import Approval, Cell, Line, Reading, Role, Signature, fold, paragraphs
from qmslint.extract.cells import content, one_line
from qmslint.extract.patterns import late
from qmslint.extract.words import book

_HINT = late(r"\([^)]*\)")
_AUTHORITY = late(r"(?:tm|kt|tl|tuq|q)\.\s*\S")
_NOTHING = late(r"[\W_]*")


def signature_in(cells: Sequence[Cell], names: Sequence[Cell] = ()) -> Signature:
    """How `cells`, the places to sign in, are filled. A picture in one of the cells of `names` counts too."""
    if any(cell.pictures for cell in (*cells, *names)):
        return Signature.PICTURE
    text = " ".join(content(cell) for cell in cells)
    return signature_of_text(text)


def signature_of_text(text: str) -> Signature:
    """What words in a signature's place mean: "(đã ký)", the stamp of a digital signature, a name, a hint only."""
    folded = fold(text)
    if not folded:
        return Signature.NONE
    if any(word in folded for word in book().variants("signed-digital")):
        return Signature.DIGITAL
    if any(word in folded for word in book().variants("signed-typed")):
        return Signature.TEXT
    return Signature.NONE if _NOTHING.fullmatch(_HINT.sub("", folded)) else Signature.TEXT


@cache
def _positions() -> frozenset[str]:
    return frozenset(book().variants("signing-positions"))


def is_signing_line(folded: str) -> bool:
    """Whether a line opens a signature: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "CHỦ TỊCH"."""
    return folded.partition(" (")[0] in _positions() or bool(_AUTHORITY.match(folded))


def signatures_at_end(reading: Reading, stop: int | None = None) -> tuple[Approval, ...]:
    """Who signed an administrative document, from the blocks at its end.

    `stop`: the index in `reading.lines` behind which nothing is looked at (the attached forms). Each entry has the
    name, the position as printed ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH") and what stands in the signature's place; the role is
    always approver, for minutes too: who is meant is said by the position.
    """
    lines = reading.lines[:stop]
    start = max(0, len(lines) - 60)
    found: list[Approval] = []
    used: set[int] = set()
    for index in range(start, len(lines)):
        line = lines[index]
        if index in used or len(line.text) > 90 or not is_signing_line(line.folded):
            continue
        if not (line.in_table or line.paragraph.bold or line.text.isupper() or line.paragraph.alignment):
            continue
        block = [index, *_following(lines, index)]
        used.update(block)
        found.append(_approval([lines[i] for i in block], _pictured(reading, [lines[i] for i in block])))
    return tuple(found)


def _following(lines: tuple[Line, ...], index: int) -> list[int]:
    """The lines that belong to the signature opened at `index`: in the same cell, or the next few of the body."""
    first = lines[index].at
    same: list[int] = []
    for other in range(index + 1, min(index + 8, len(lines))):
        at = lines[other].at
        if lines[other].in_table != lines[index].in_table or len(lines[other].text) > 90:
            break
        if lines[index].in_table and (at.table != first.table or at.column != first.column):
            continue
        if at.row > first.row + 2 or lines[other].folded.startswith("nơi nhận"):
            break
        same.append(other)
    return same


def _pictured(reading: Reading, block: list[Line]) -> bool:
    """Whether a picture stands in the block: in one of its lines, or between and just below them without words."""
    first, last = block[0].at, block[-1].at
    for paragraph in paragraphs(reading.document.blocks):
        at = paragraph.at
        if not paragraph.pictures or at.order < first.order or (at.section, at.sheet) != (first.section, first.sheet):
            continue
        if (at.table, at.column) == (first.table, first.column) and (
            at.row <= max(last.row, first.row + 2) if first.table else at.order <= last.order
        ):
            return True
    return False


def _approval(block: list[Line], pictured: bool) -> Approval:
    position = [block[0]]
    rest = block[1:]
    while rest and is_signing_line(rest[0].folded):
        position.append(rest.pop(0))
    words = [line for line in rest if not _HINT.fullmatch(line.folded)]
    name = next((one_line(line.text) for line in reversed(words) if _looks_like_name(line)), "")
    marks = " ".join(line.text for line in rest if one_line(line.text) != name)
    signature = Signature.PICTURE if pictured else signature_of_text(marks)
    return Approval(Role.APPROVER, name, " ".join(one_line(line.text) for line in position), signature, None,
                    block[0].at)


def _looks_like_name(line: Line) -> bool:
    words = one_line(line.text).split()
    return 2 <= len(words) <= 6 and all(word[0].isupper() for word in words) and not is_signing_line(line.folded)
