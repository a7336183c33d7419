"""Words of procedures as extractors ask for them: what a column is, which case a heading names, which unit."""

from __future__ import annotations

from functools import cache, lru_cache

from qmslint.api import FoundDuration, Unit, find_durations, fold, read_duration, shorten
from qmslint.extract.cells import name_of, one_line
from qmslint.extract.patterns import late
from qmslint.extract.words import book

ORDINARY = "ordinary"
_EDGES = " .,:;()-–—*/+•"
_UNIT = late(r"(?:ngày|giờ)(?:\s+(?:làm việc|hành chính))?(?!\w)|phút")
_ONLY_UNIT = late(
    r"(?:\(|tính|theo|bằng|đơn vị|là|:|\s)*(?:ngày|giờ|phút|tháng)(?:\s+(?:làm việc|hành chính))?[\s)]*"
)
_EMPTY = late(r"\(\s*[:,;]?\s*\)|\[\s*\]")
_LONGEST = 80
_READ = 400  # characters of a heading that are read


def durations(text: str) -> tuple[FoundDuration, ...]:
    """The lengths of time in `text`. Headings and cells repeat from document to document: each is read once."""
    return _short_durations(text) if len(text) <= 120 else tuple(find_durations(text))


@lru_cache(maxsize=4096)
def _short_durations(text: str) -> tuple[FoundDuration, ...]:
    return tuple(find_durations(text))


@cache
def words(key: str) -> tuple[str, ...]:
    """The folded variants of a list of the book of procedures."""
    return book("procedure").variants(key)


@cache
def _roles() -> dict[str, str]:
    return book("procedure").table("process-columns")


@cache
def _starts() -> tuple[tuple[str, str], ...]:
    found = book("procedure").table("process-columns-start").items()
    return tuple(sorted(found, key=lambda entry: -len(entry[0])))


@cache
def candidate_heads() -> tuple[str, ...]:
    """Beginnings of the headings that every process table has one of."""
    roles = (words_ for words_, role in _roles().items() if role == "responsible")
    return (*(start for start, role in _starts() if role in ("responsible", "time")), *roles)


def column_role(text: str) -> str:
    """What the column under the heading `text` holds: "step", "time", …; "keeping" for tables of records, else ""."""
    if len(text) > 160:
        return ""
    folded = fold(text).strip(_EDGES)
    if folded.startswith(words("not-time")):
        return "keeping"
    name = name_of(text, _roles())
    if name:
        return name
    return next((role for start, role in _starts() if _begins(folded, start)), "")


def _begins(folded: str, start: str) -> bool:
    return folded.startswith(start) and not folded[len(start) : len(start) + 1].isalpha()


def unit_in(text: str) -> Unit | None:
    """The unit that a heading or note names: "Thời gian (ngày làm việc)", "05 ngày làm việc"."""
    found = durations(text)
    if found:
        return found[0].duration.unit
    match = _UNIT.search(fold(text))
    duration = read_duration(f"1 {match[0]}") if match else None
    return duration.unit if duration else None


def heading_scenario(text: str) -> str:
    """The case that the heading of a time column names: "Thời gian có xác minh (10 ngày làm việc)" → "có xác minh"."""
    rest = text = text[:_READ]
    for found in reversed(durations(text)):
        rest = rest[: found.start] + rest[found.end :]
    rest = _EMPTY.sub(" ", rest)
    head = next((h for h in words("time-heads") if _begins(fold(rest).strip(_EDGES), h)), "")
    if head:
        rest = _behind(rest, head)
    return "" if _ONLY_UNIT.fullmatch(fold(rest)) else scenario_of(rest)


def scenario_of(text: str) -> str:
    """The case named by `text`: one of the known ones, "" for the ordinary one, else its own words."""
    folded = fold(text).strip(_EDGES)
    lead = _lead(folded)
    while lead:
        folded = folded[len(lead) :].strip(_EDGES)
        lead = _lead(folded)
    known = book("procedure").table("scenarios")
    name = known.get(folded) or (_contained(folded) if len(folded) <= _LONGEST else "")
    if name or not folded:
        return "" if name == ORDINARY else name
    line = one_line(text).strip(_EDGES)
    if " " not in folded:
        return shorten(line, _LONGEST)  # "trường hợp khác": one word alone names nothing
    own = line[-len(folded) :] if fold(line[-len(folded) :]) == folded else folded
    return shorten(own, _LONGEST)


def _lead(folded: str) -> str:
    return next((lead for lead in words("scenario-leads") if folded.startswith(lead + " ")), "")


def _contained(folded: str) -> str:
    """The one known case that `folded` speaks of; "" when it is none or several."""
    rest, found = folded, set()
    for phrase, name in sorted(book("procedure").table("scenarios").items(), key=lambda entry: -len(entry[0])):
        if phrase in rest:
            rest = rest.replace(phrase, " ")
            found.add(name)
    return found.pop() if len(found) == 1 else ""


def _behind(text: str, head: str) -> str:
    """`text` without the folded words `head` with which it begins."""
    for end in range(1, min(len(text), 2 * len(head) + 20) + 1):
        if fold(text[:end]).strip(_EDGES) == head and not text[end : end + 1].isalpha():
            return text[end:]
    return text
