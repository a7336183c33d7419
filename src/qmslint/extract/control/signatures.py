"""With what a place for a signature is filled, and the signature block of an administrative document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from qmslint.api import Approval, Cell, Line, NamedTuple, Reading, Role, Signature, fold, paragraphs
from qmslint.extract.cells import content, one_line
from qmslint.extract.patterns import late
from qmslint.extract.words import book

_HINT = late(r"\([^)]*\)")
_AUTHORITY = late(r"(?:(?:tm|kt|tl|tuq|q)\.|(?:tm|kt|tl)/|(?:t/m|k/t|t/l)\.?)\s*\S")
_NOTHING = late(r"[\W_]*")
_GAP = late(r"\t\s*|[ \u00a0]{5,}")  # what parts two signers on one line
_NO_NAME = late(r"\b(?:ubnd|hđnd|iso|và|đã ký)\b")
_TITLE = late(lambda: rf"(?:(?:{book().pattern('academic-titles')})(?:\.\s*|,\s*|\s+))+(?=[^\W\d_])", re.IGNORECASE)
_LONGEST = 90
_MARK = 40  # letters of "(ký, ghi rõ họ tên)"


class _Strip(NamedTuple):
    """One printed line of a signature: a paragraph may hold several, and one line the halves of two signers."""

    text: str
    folded: str
    line: Line
    half: int  # which signer of a line parted by tabs, counted from 0; -1 = it is not parted


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
def signed_words() -> tuple[str, ...]:
    """What stands, folded, where somebody has signed: "đã ký", "ký bởi"."""
    return (*book().variants("signed-typed"), *book().variants("signed-digital"))


@cache
def _positions() -> frozenset[str]:
    return frozenset(book().variants("signing-positions"))


def is_signing_line(folded: str) -> bool:
    """Whether a line opens a signature: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "CHỦ TỊCH"."""
    return folded.partition(" (")[0] in _positions() or bool(_AUTHORITY.match(folded))


def names_signer(text: str) -> bool:
    """Whether a printed line says for whom is signed: as above, or in capitals with more behind a position.

    "TRƯỞNG BAN CHỈ ĐẠO ISO", "ĐẠI DIỆN PHÒNG TƯ PHÁP".
    """
    folded = fold(text)
    return is_signing_line(folded) or (text.isupper() and _begins_with_position(folded))


def signers_in(text: str) -> list[str]:
    """The pieces of a line that two signers share, parted by tabs or many spaces; the line itself where it is one's."""
    return [piece for piece in _GAP.split(text.strip()) if piece.strip()]


def bare_name(text: str) -> str:
    """A name without the academic title or rank before it: "ThS. Lê Minh Đạt" is Lê Minh Đạt."""
    words = one_line(text)
    title = _TITLE.match(words)
    return words[title.end() :] if title else words


def _begins_with_position(folded: str) -> bool:
    words = folded.split()[:5]
    begins = (" ".join(words[:count]) for count in range(1, len(words) + 1))
    return len(folded) <= _LONGEST and any(begin in _positions() for begin in begins)


def signatures_at_end(reading: Reading, stop: int | None = None) -> tuple[Approval, ...]:
    """Who signed an administrative document, from the blocks at its end.

    `stop`: the index in `reading.lines` behind which nothing is looked at (the attached forms). Each entry has the
    name, the position as printed ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH") and what stands in the signature's place; the role is
    always approver, for minutes too: who is meant is said by the position.
    """
    strips = _strips(reading.lines[:stop][-60:])
    found: list[Approval] = []
    used: set[int] = set()
    for index, strip in enumerate(strips):
        if index in used or len(strip.text) > _LONGEST or not names_signer(strip.text):
            continue
        paragraph = strip.line.paragraph
        if not (strip.line.in_table or paragraph.bold or strip.text.isupper() or paragraph.alignment):
            continue
        block = [index, *_following(strips, index)]
        used.update(block)
        lines = [strips[i] for i in block]
        one = _approval(lines, _pictured(reading, [line.line for line in lines]))
        if is_signing_line(strip.folded) or _is_place_to_sign(one, lines):
            found.append(one)
    return tuple(found)


def _strips(lines: Sequence[Line]) -> list[_Strip]:
    """The printed lines of `lines`. Below a line that two signers share, the lines are parted as it is."""
    found: list[_Strip] = []
    halves = 1
    for line in lines:
        several = "\n" in line.text
        for text in line.text.split("\n") if several else (line.text,):
            pieces = [text] if line.in_table else _GAP.split(text.strip())
            if len(pieces) > 1 and any(names_signer(piece) for piece in pieces):
                halves = len(pieces)
            elif line.in_table or len(text) > _LONGEST * 2:
                halves = 1
            if halves == 1:
                folded = fold(text) if several else line.folded
                found += [_Strip(text, folded, line, -1)] if folded else []
                continue
            # Two gaps on the way to the second signer, or none where only one of them has something to say.
            first = 0 if len(pieces) > 1 or not _GAP.match(text) else halves - 1
            found += [_Strip(piece, fold(piece), line, min(half, halves - 1))
                      for half, piece in enumerate(pieces, first) if piece.strip()]
    return found


def _following(strips: Sequence[_Strip], index: int) -> Iterator[int]:
    """The lines that belong to the signature opened at `index`: in the same cell, or the next few of the body."""
    opening = strips[index]
    first, in_table, taken = opening.line.at, opening.line.in_table, 0
    for other in range(index + 1, len(strips)):
        strip, at = strips[other], strips[other].line.at
        if taken == 7 or strip.line.in_table != in_table or len(strip.text) > _LONGEST:
            return
        if strip.half != opening.half or (in_table and (at.table != first.table or at.column != first.column)):
            continue
        if at.row > first.row + 2 or strip.folded.startswith("nơi nhận"):
            return
        taken += 1
        yield other


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


def _approval(block: list[_Strip], pictured: bool) -> Approval:
    name = next((strip for strip in reversed(block[1:]) if _looks_like_name(strip)), None)
    position, rest = [block[0]], block[1:]
    while rest and rest[0] is not name and _goes_on(rest[0]):
        position.append(rest.pop(0))
    marks = " ".join(strip.text for strip in rest if strip is not name and not _begins_with_position(strip.folded))
    signature = Signature.PICTURE if pictured else signature_of_text(marks)
    return Approval(Role.APPROVER, bare_name(name.text) if name else "",
                    " ".join(one_line(strip.text) for strip in position), signature, None, block[0].line.at)


def _goes_on(strip: _Strip) -> bool:
    """Whether a line goes on with the position above it: "CHÁNH VĂN PHÒNG" over "HĐND VÀ UBND"."""
    signed = any(word in strip.folded for word in signed_words())
    return names_signer(strip.text) or (strip.text.isupper() and strip.text.strip()[0].isalpha() and not signed)


def _is_place_to_sign(found: Approval, block: list[_Strip]) -> bool:
    """Whether anything below a line of capitals shows that somebody signs there."""
    return bool(found.name) or found.signature in (Signature.PICTURE, Signature.DIGITAL) or any(
        "ký" in strip.folded and len(strip.folded) < _MARK for strip in block[1:]
    )


def _looks_like_name(strip: _Strip) -> bool:
    words = bare_name(strip.text).split()
    return 2 <= len(words) <= 6 and all(word[0].isupper() for word in words) and not (
        names_signer(strip.text) or _NO_NAME.search(strip.folded)
    )
