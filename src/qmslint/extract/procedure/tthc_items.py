"""The items of a TTHC as the content prints them: lettered, numbered, in bold, or in the cells of a table."""

from __future__ import annotations

import re
from functools import cache

from qmslint.api import Line, NamedTuple, Reading, TimeLimit, TthcItem, fold
from qmslint.extract.cells import clean, one_line
from qmslint.extract.patterns import late
from qmslint.extract.procedure.procedure_parts import content_ranges
from qmslint.extract.procedure.process_table import process_parts
from qmslint.extract.procedure.time_limits import item_limits
from qmslint.extract.text.body import place
from qmslint.extract.text.numbering import Numbered, take_apart, take_apart_text
from qmslint.extract.text.sections import section_starts
from qmslint.extract.words import book

_KEY = "extract:tthc-items"


def _short() -> str:
    """Short names of items, which count only beside another label or alone in a numbered cell."""
    return rf"(?:{book('procedure').pattern('items-joined')})(?!\w)(?=\s*(?:$|[;,/&+–—:.(-]|và(?!\w)))"


_LABEL = late(
    lambda: r"(?:[-+*•]\s*)?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}\s*[.)/]?|[a-zđ]\s*[.)/]|[a-zđ](?=\s)|[ivx]{1,5}\s*[.)])?\s*"
    rf"(?:(?P<label>{book('procedure').pattern('items')})(?!\w)|(?P<short>{_short()}))"
)
_JOINED = late(
    lambda: rf"\s*(?:[;,/&+–—-]|và(?!\w))\s*"
    rf"(?:(?P<label>{book('procedure').pattern('items')})(?!\w)|(?P<short>{_short()}))"
)
_NUMBER = late(r"\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-zđ][.)]")
_TAIL = late(r"\s*(?:\([^)]*\)|[*:.,;])*\s*")
_TEXT = 400
_LIMIT_LINES = 60
_HEADING = 160  # characters of an item's heading
_PIECES = 60  # lines of one paragraph


class _Found(NamedTuple):
    """An item and its lines: where it begins and where the next one does."""

    item: TthcItem
    line: int
    rest: str  # what stands behind the heading on its own line
    end: int
    start: int  # its first line: that of its number where this has a cell of its own


def tthc_items(reading: Reading) -> tuple[TthcItem, ...]:
    """Every item in the order of the page."""
    return tuple(found.item for found in _items(reading))


def time_limits(reading: Reading) -> tuple[TimeLimit, ...]:
    """The limits of the item on the time limit, one a case."""
    found = next((f for f in _items(reading) if f.item.key == "time-limit"), None)
    if found is None:
        return ()
    lines = [(found.rest, found.item.at)] if found.rest else []
    for index in range(found.line + 1, min(found.end, found.line + _LIMIT_LINES)):
        lines.append((reading.lines[index].text, place(reading, index)))
    return item_limits(lines)


def item_range(reading: Reading, key: str) -> tuple[int, int]:
    """The lines under the heading of the item `key`, (0, 0) when there is none."""
    found = next((f for f in _items(reading) if f.item.key == key), None)
    return (found.line + 1, found.end) if found else (0, 0)


def _items(reading: Reading) -> tuple[_Found, ...]:
    if _KEY not in reading.facts:
        reading.facts[_KEY] = _find(reading)
    known: tuple[_Found, ...] = reading.facts[_KEY]
    return known


@cache
def _keys() -> dict[str, str]:
    return book("procedure").table("items")


@cache
def _joined_keys() -> dict[str, str]:
    return book("procedure").table("items-joined")


def _find(reading: Reading) -> tuple[_Found, ...]:
    tables = {part.head.table.at.table: part.head.first + 1 for part in process_parts(reading)}
    levels = {index: section.level for index, section in section_starts(reading)}
    found: list[_Found] = []
    seen: set[str] = set()
    for first, last in content_ranges(reading):
        for index in range(first, last):
            line = reading.lines[index]
            row = tables.get(line.at.table, 0) if line.in_table else 0
            items = () if row and line.at.row >= row else _items_of(reading, index, line, seen)
            if items:
                seen.update(item.item.key for item in items)
                found.extend(items)
            elif index in levels and found and levels[index] <= levels.get(found[-1].line, 2):
                found[-1] = found[-1]._replace(end=min(found[-1].end, index))  # another heading ends the item
        if found and found[-1].end > last:
            found[-1] = found[-1]._replace(end=last)
    return tuple(_completed(reading, found))


def _items_of(reading: Reading, index: int, line: Line, seen: set[str]) -> tuple[_Found, ...]:
    """The items of one paragraph: nearly always one; several where numbered ones are parted by line breaks."""
    text = line.paragraph.text.strip()
    if _LABEL.match(line.folded) is None and "\n" not in text:
        return ()  # nearly every line ends here
    pieces = text.split("\n")[:_PIECES] if "\n" in text else []
    if sum(1 for piece in pieces if (match := _LABEL.match(fold(piece))) and match["number"]) < 2:
        if _LABEL.match(line.folded) is None:
            return ()
        return _item(reading, index, line, line.folded, take_apart(line), line.paragraph.text, seen)
    found: list[_Found] = []
    for number, piece in enumerate(pieces):
        parts = take_apart_text(piece)
        if not number and line.paragraph.number:
            parts = take_apart(line)._replace(words=one_line(piece))
        items = _item(reading, index, line, fold(f"{parts.number}. {parts.words}"), parts, piece, seen)
        found.extend(item._replace(end=index + 1) for item in items)
        if found and not items:
            found[-1] = found[-1]._replace(rest=f"{found[-1].rest}\n{one_line(piece)}".strip())
    return (*found[:-1], found[-1]._replace(end=len(reading.lines))) if found else ()


def _item(
    reading: Reading, index: int, line: Line, folded: str, parts: Numbered, text: str, seen: set[str]
) -> tuple[_Found, ...]:
    """The item that `text` begins; several where one heading joins them: "Cơ quan giải quyết; kết quả"."""
    first, broken, below = clean(text).strip().partition("\n")
    labels = _labels(fold(first)) if broken and ":" not in first and below.strip() else None
    if labels is not None and _TAIL.fullmatch(fold(first), labels.end):
        folded = fold(first)  # "Kết quả⏎Giấy chứng nhận"
    else:
        broken, labels = "", _labels(folded)
    if labels is None:
        return ()
    match, keys, head = labels
    rest = folded[head:]
    tail = _TAIL.match(rest)
    whole = tail is not None and tail.end() == len(rest)
    colon = ":" in rest[: max(_HEADING - head, 0)]
    direct = bool(tail) and ":" in rest[: tail.end() if tail else 0]
    bold = _begins_bold(line)
    before = _number_in_cell_before(reading, index)
    numbered = bool(match["number"] or before or (broken and parts.number))
    if not numbered and keys[0] in seen:
        return ()
    if match["short"] and not (numbered and (line.in_table or bold) and (whole or direct)):
        return ()
    # Long prose that begins with the words of a label is no item.
    believed = (numbered and (whole or colon or bold)) or (bold and (whole or direct)) or direct
    if not believed and not (whole and (line.in_table or line.paragraph.text.isupper())):
        return ()
    title, _, after = parts.words.lstrip("-+*• ").partition(":")
    if broken and whole:
        title = first if parts.automatic else take_apart_text(first).words
        after = "\n".join(one_line(piece) for piece in below.split("\n"))
    elif len(title) > _HEADING:
        title, after = title[:_HEADING], parts.words
    elif "\n" in text.strip():
        after = "\n".join(one_line(piece) for piece in clean(text).partition(":")[2].split("\n"))
    start = index - 1 if before else index
    title, after, number = title.strip(" .:*"), after.strip(), parts.number or before
    return tuple(
        _Found(TthcItem(key, title, "", number, place(reading, index)), index, after, len(reading.lines), start)
        for key in keys
    )


class _Labels(NamedTuple):
    """The labels with which a line begins."""

    first: re.Match[str]
    keys: tuple[str, ...]
    end: int


def _labels(folded: str) -> _Labels | None:
    match = _LABEL.match(folded)
    if match is None:
        return None
    keys, end = [_key_of(match)], match.end()
    while joined := _JOINED.match(folded, end):
        keys.append(_key_of(joined))
        end = joined.end()
    return _Labels(match, tuple(dict.fromkeys(keys)), end)


def _key_of(match: re.Match[str]) -> str:
    return _keys()[match["label"]] if match["label"] else _joined_keys()[match["short"]]


def _begins_bold(line: Line) -> bool:
    return next((run.bold for run in line.paragraph.runs if run.text.strip(" \t\u00a0.()-")), False)


def _number_in_cell_before(reading: Reading, index: int) -> str:
    """The number in the cell on the left, where items are rows of a table."""
    line = reading.lines[index]
    if not line.in_table or not index:
        return ""
    left = reading.lines[index - 1]
    if left.at.table != line.at.table or left.at.row != line.at.row or len(left.folded) > 8:
        return ""
    return one_line(left.text).strip(" .)") if _NUMBER.fullmatch(left.folded) else ""


def _completed(reading: Reading, found: list[_Found]) -> list[_Found]:
    done: list[_Found] = []
    for number, one in enumerate(found):
        following = next((other.start for other in found[number + 1 :] if other.line != one.line), one.end)
        end = min(one.end, following)
        done.append(one._replace(end=end, item=one.item._replace(text=_text(reading, one, end))))
    return done


def _text(reading: Reading, found: _Found, end: int) -> str:
    parts, length = ([found.rest], len(found.rest)) if found.rest else ([], 0)
    for line in reading.lines[found.line + 1 : end]:
        if length >= _TEXT:
            break
        text = one_line(line.text[: _TEXT + 100])
        parts.append(text)
        length += len(text) + 1
    return "\n".join(parts)[:_TEXT]


