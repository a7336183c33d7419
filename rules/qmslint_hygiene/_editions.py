"""Numbers of editions and revisions as they are compared: "01" = "1" = "Lần 1"; "01/02" is edition 1, revision 2."""

from __future__ import annotations

import re

from qmslint.api import fold

_LIKELY = 60  # a larger number is a year or a mistake of reading
_NUMBER = re.compile(r"(?:(?:lần|số|thứ|ban hành|sửa đổi|rev|ver|version|edition|no)[. :]*)*0*(\d{1,3})(?:[.,]0+)?")
_REST = re.compile(r"\s*(?:\([^)]*\))?[\s.]*")
_PAIR = re.compile(r"\s*[/-]\s*0*(\d{1,3})\s*")


def edition_number(text: str) -> int | None:
    """The edition in `text`, None when it holds no number."""
    return _read(text)[0]


def revision_number(text: str) -> int | None:
    """The revision behind the edition ("01/02"), None when there is none."""
    return _read(text)[1]


def _read(text: str) -> tuple[int | None, int | None]:
    folded = fold(text)
    match = _NUMBER.match(folded)
    if not match or int(match[1]) > _LIKELY:
        return None, None
    rest = folded[match.end() :]
    if _REST.fullmatch(rest):
        return int(match[1]), None
    pair = _PAIR.fullmatch(rest)
    if pair and int(pair[1]) <= _LIKELY:
        return int(match[1]), int(pair[1])
    return None, None


def comparable(text: str) -> str:
    """`text` as two editions are compared."""
    edition, revision = _read(text)
    if edition is None:
        return fold(text)
    return f"{edition}/{revision}" if revision is not None else str(edition)
