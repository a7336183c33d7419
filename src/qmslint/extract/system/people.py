"""People as minutes name them: "Ông Nguyễn Văn A - Phó Chủ tịch UBND xã - Trưởng đoàn", or a row of a table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from qmslint.api import Location, NamedTuple, Person, fold
from qmslint.extract.cells import one_line
from qmslint.extract.control.signatures import bare_name
from qmslint.extract.patterns import late
from qmslint.extract.system.flow import BOOK
from qmslint.extract.system.grids import Row
from qmslint.extract.words import book

_TITLE = late(lambda: rf"^(?:các )?(?:{book(BOOK).pattern('honorifics')})[.:]?\s+", 2)
_RUNNING = late(r"^\s*(?:\d{1,2}\s*[.)/-]|[-+•*])\s*")
_BETWEEN = late(r"\s*[;\n]\s*|\s*,\s*(?=[^\W\d_a-z]|(?:bà|anh|chị)\s)|\s+và\s+")
_SIGN = frozenset(",;:-–—(/")


class Named(NamedTuple):
    """Somebody: the name, what is said of the position, and the role in the meeting or team."""

    name: str
    position: str = ""
    role: str = ""

    def person(self, at: Location, role: str = "") -> Person:
        """The same as a fact; `role` when none is said beside the name."""
        return Person(self.name, self.role or role or self.position, unit_in(self.position), at)


@cache
def _roles() -> tuple[str, ...]:
    return tuple(sorted(book(BOOK).variants("team-roles"), key=len, reverse=True))


@cache
def _positions() -> tuple[str, ...]:
    return tuple(book(BOOK).variants("positions"))


@cache
def _units() -> tuple[str, ...]:
    return tuple(book(BOOK).variants("unit-words"))


_UNIT = late(lambda: rf"\b(?:{book(BOOK).pattern('unit-words')}) (?=\S)")
_ROLE = late(lambda: rf"(?<!\w)(?:{book(BOOK).pattern('team-roles')})(?!\w)")


def role_in(text: str) -> str:
    """The role in a team or meeting that `text` names ("trưởng đoàn"), "" if none."""
    match = _ROLE.search(fold(text))
    return match[0] if match else ""


def is_unit(text: str) -> bool:
    """Whether `text` begins as the name of a unit does."""
    folded = fold(text)
    return any(folded == word or folded.startswith(word + " ") for word in _units())


def unit_in(position: str) -> str:
    """The unit in a position: "Phòng Tư pháp" of "Trưởng phòng Tư pháp"; "" if none."""
    folded = fold(position)
    match = _UNIT.search(folded)
    words = one_line(position)
    if match is None:
        return words if folded in _units() and " " in folded else ""
    if match[0].startswith(book(BOOK).variants("agency-itself")):
        return ""  # the agency itself
    found = words[match.start() :] if len(folded) == len(words) else folded[match.start() :]
    first, comma, more = found.split(";")[0].partition(",")
    if comma and " và " in more and not (_is_position(fold(more)) or is_unit(more)):
        first = found.split(";")[0]  # "Phòng Kinh tế, Hạ tầng và Đô thị"
    found = first.split("(")[0].strip(" .,-")
    return found[:1].upper() + found[1:]


def named(text: str) -> Named | None:
    """The one person named at the beginning of `text`, None when it begins with no name."""
    text = _RUNNING.sub("", one_line(text))
    head, colon, rest = text.partition(":")
    role = ""
    if colon and len(head) < 50 and rest.strip():
        role = role_in(head)
        if role or not _TITLE.match(text):
            text = rest.strip()
    title = _TITLE.match(text)
    whole = text[title.end() :] if title else text
    bare = bare_name(whole)
    words = bare.split()
    titled = title is not None or bare != whole
    name, used = _name(words)
    if not name:
        return None
    behind = " ".join(words[used:])
    if not titled and behind and behind[0] not in _SIGN and words[used - 1][-1] not in _SIGN:
        return None
    if not titled and (_is_position(fold(name)) or is_unit(name)):
        return None
    behind = behind.strip(" ,;:-–—(/.")
    role = role or role_in(behind)
    return Named(name, _without_role(behind), role)


def _name(words: list[str]) -> tuple[str, int]:
    """Two to six words that begin with capitals, and how many words they took."""
    taken: list[str] = []
    for place, word in enumerate(words[:7]):
        bare = word.strip(",;:-–—()./")
        if word[0] in "([" or not bare or not bare[0].isupper() or not bare.replace("'", "").isalpha():
            break
        if place >= 2 and _is_position(fold(" ".join(words[place : place + 2]))):
            break
        taken.append(bare)
        if word[-1] in _SIGN or word[-1] in ".)":
            break
    return (" ".join(taken), len(taken)) if 2 <= len(taken) <= 6 else ("", 0)


def _is_position(folded: str) -> bool:
    return any(folded == word or folded.startswith(word + " ") for word in _positions())


def _without_role(behind: str) -> str:
    match = _ROLE.search(fold(behind))
    if match is None or len(fold(behind)) != len(behind):
        return _closed(behind.rstrip(" .;,"))
    return _closed((behind[: match.start()] + behind[match.end() :]).strip(" ,;:-–—(.")).removesuffix("()").strip(" -,")


def _closed(text: str) -> str:
    """`text` without a closing bracket that nothing opens."""
    return text.rstrip(")") if text.count(")") > text.count("(") else text


def people(text: str) -> list[Named]:
    """Everybody named in `text`: one with a position, or several names side by side."""
    several = [found for piece in _pieces(text) if (found := named(piece)) is not None]
    if len(several) > 1:
        return several
    one = named(text)
    return [one] if one else several


def _pieces(text: str) -> list[str]:
    """`text` cut where another person may follow; what names nobody goes on with the unit of the one before."""
    found: list[str] = []
    apart = begin = 0  # where the separator before a piece begins, and where it ends
    for match in (*_BETWEEN.finditer(text), None):
        end = match.start() if match else len(text)
        if match and text.count("(", 0, end) > text.count(")", 0, end):
            continue  # "(Phòng Kinh tế, Hạ tầng và Đô thị)"
        piece, separator = text[begin:end].strip(), text[apart:begin]
        before = named(found[-1]) if found and not (";" in separator or "\n" in separator) else None
        if before and before.position and piece and not _is_position(fold(piece)) and named(piece) is None:
            found[-1] += separator + piece
        elif piece:
            found.append(piece)
        apart, begin = end, match.end() if match else end
    return found


def from_row(row: Row) -> Named | None:
    """The person in a row of a table of people."""
    found = named(row.get("name")) or (Named(row.get("name")) if _name(row.get("name").split())[0] else None)
    if found is None:
        return None
    position = " - ".join(dict.fromkeys(t for t in (row.get("position") or found.position, row.get("unit")) if t))
    role = role_in(row.get("role")) or role_in(position) or found.role
    return Named(found.name, position, role)


def rows_of_people(rows: Iterator[Row]) -> Iterator[tuple[Named, Row]]:
    """The people in a table, with their rows."""
    for row in rows:
        found = from_row(row)
        if found is not None:
            yield found, row
