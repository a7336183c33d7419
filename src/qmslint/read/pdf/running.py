"""Running headers and footers: what stands on several pages at the same height, beyond the body of all pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qmslint.api import NamedTuple
from qmslint.read.pdf.grids import Grid
from qmslint.read.pdf.layout import Item, plain_text
from qmslint.read.pdf.lines import Line

_NUMBER = re.compile(r"\d+")
_WINDOW = 3  # pages before and behind in which a running line stands again
_MOST = 8  # items of a header or footer
_HEADER, _FOOTER = 0.72, 0.25  # of the page's height: where headers end and footers begin
_LEVEL = 3.0  # points: "the same height"
_PAGE_NUMBER = re.compile(r"[-–\s]*(?:(?:trang|page)[\s:]*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–\s]*", re.IGNORECASE)


class Parted(NamedTuple):
    """The items of one page, shared out."""

    header: list[Item]
    body: list[Item]
    footer: list[Item]


class _Key(NamedTuple):
    text: str
    height: float
    numbers: tuple[str, ...] = ()


def parted(pages: Sequence[list[Item]], heights: Sequence[float]) -> list[Parted]:
    """Each page's items as header, body and footer."""
    keys = [[_key(item) for item in items] for items in pages]
    tops = _counted(keys, heights, False)
    bottoms = _counted([one[::-1] for one in keys], heights, True)
    found = []
    for items, top, bottom in zip(pages, tops, bottoms, strict=True):
        bottom = min(bottom, len(items) - top)
        end = len(items) - bottom
        found.append(Parted(items[:top], items[top:end], items[end:]))
    _like_others(found)
    _first_page(found)
    _page_numbers(found, heights)
    return found


def _key(item: Item) -> _Key:
    text = plain_text(item)
    return _Key(_NUMBER.sub("#", text), item.top, tuple(_NUMBER.findall(text)))


def _counted(keys: Sequence[Sequence[_Key]], heights: Sequence[float], bottom: bool) -> list[int]:
    """How many items from the edge run, on each page."""
    counts: list[int] = []
    for number, own in enumerate(keys):
        count = 0
        around = [j for j in range(max(0, number - _WINDOW), min(len(keys), number + _WINDOW + 1)) if j != number]
        for key in own[:_MOST]:
            beyond = key.height < _FOOTER * heights[number] if bottom else key.height > _HEADER * heights[number]
            if not beyond or not (count or any(c.isalnum() for c in key.text)):
                break
            if not any(_stands(key, keys[j][:_MOST]) for j in around):
                break
            count += 1
        counts.append(count)
    for _ in range(_MOST):
        fewer = [
            count - (
                count > 0
                and _among_body(keys, counts, own[count - 1], bottom)
                and not _counts_on(keys, number, own[count - 1], bottom)
            )
            for number, (own, count) in enumerate(zip(keys, counts, strict=True))
        ]
        if fewer == counts:
            break
        counts = fewer
    return counts


def _stands(key: _Key, others: Sequence[_Key]) -> bool:
    return any(key.text == other.text and abs(key.height - other.height) < _LEVEL for other in others)


def _counts_on(keys: Sequence[Sequence[_Key]], number: int, key: _Key, bottom: bool) -> bool:
    """Whether the pages beside have the same line with the next number or the one before: it counts the pages.

    The marks of forms ("BM.01", "BM.02") count on too, at the top of their pages.
    """
    for other in (number - 1, number + 1):
        for one in keys[other][:_MOST] if 0 <= other < len(keys) else ():
            if _stands(key, (one,)):
                changed = [(a, b) for a, b in zip(key.numbers, one.numbers, strict=True) if a != b]
                if len(changed) == 1 and max(map(len, changed[0])) < 6:
                    here, there = map(int, changed[0])
                    return there - here == other - number and (bottom or here == number + 1)
    return False


def _among_body(keys: Sequence[Sequence[_Key]], counts: Sequence[int], last: _Key, bottom: bool) -> bool:
    """Whether the body of other pages stands at this height too: forms that all begin alike are no headers."""
    having = against = 0
    for number, (own, count) in enumerate(zip(keys, counts, strict=True)):
        if _stands(last, own[:count]):
            having += 1
        elif number and len(own) > count:
            edge = own[count].height
            against += edge <= last.height + 2 if bottom else edge >= last.height - 2
    return against > 0.34 * having


def _like_others(found: list[Parted]) -> None:
    """A section of one page repeats nothing, but its header and footer are made like those of the others."""
    footers = {_key(item).text for page in found for item in page.footer[-1:] if _key(item).numbers}
    headers = {_label(page.header): _key(page.header[-1]) for page in found if page.header and _label(page.header)}
    for page in found:
        if not page.footer and len(page.body) > 1 and _key(page.body[-1]).text in footers:
            page.footer.append(page.body.pop())
        if page.header or not page.body or _label(page.body) not in headers:
            continue
        last = headers[_label(page.body)]
        size = next((n for n, item in enumerate(page.body[:_MOST], 1) if abs(item.top - last.height) < _LEVEL), 0)
        if size == 1 or (size and _alike(_key(page.body[size - 1]).text, last.text)):
            page.header.extend(page.body[:size])
            del page.body[:size]


def _label(items: Sequence[Item]) -> str:
    """What stands before the colon in the first line; a header without one is like no other."""
    words, colon, _ = plain_text(items[0]).partition(":")
    return words if colon and len(words) < 40 else ""


def _alike(one: str, two: str) -> bool:
    """Whether two lines say the same; strokes are as long as they come."""
    return one == two or (set(one.strip()) == set(two.strip()) and not any(c.isalnum() for c in one))


def _first_page(found: list[Parted]) -> None:
    """What stands on the first page where headers and footers stand on the second is its own header or footer."""
    if len(found) < 2:
        return
    first, second = found[0], found[1]
    if second.header and not first.header:
        edge = min(_bottom(item) for item in second.header)
        while first.body and _bottom(first.body[0]) >= edge - 1 and len(first.header) < _MOST:
            first.header.append(first.body.pop(0))
    if second.footer and not first.footer:
        edge = max(item.top for item in second.footer)
        while first.body and first.body[-1].top <= edge + 1 and len(first.footer) < _MOST:
            first.footer.insert(0, first.body.pop())


def _bottom(item: Item) -> float:
    return item.box.y0 if isinstance(item, Grid) else item.y


def _page_numbers(found: list[Parted], heights: Sequence[float]) -> None:
    """A line that is nothing but a page number, at the edge of its page."""
    for one, height in zip(found, heights, strict=True):
        last = one.body[-1] if one.body else None
        if isinstance(last, Line) and last.top < 0.12 * height and _PAGE_NUMBER.fullmatch(last.text):
            one.footer.insert(0, one.body.pop())
        first = one.body[0] if one.body else None
        if isinstance(first, Line) and first.top > 0.9 * height and _PAGE_NUMBER.fullmatch(first.text):
            one.header.append(one.body.pop(0))


class Span(NamedTuple):
    """Pages that have the same headers and footers."""

    section: int
    variant: str
    header: list[Item]
    footer: list[Item]


def spans_of(pages: Sequence[Parted]) -> list[Span]:
    """The sections, as far as headers and footers tell them apart; page numbers that count on are no difference."""
    starts: list[int] = []
    before: tuple[str, str] | None = None
    for number, page in enumerate(pages):
        own = (_words(page.header), _words(page.footer))
        if before is None or not (_same(before[0], own[0]) and _same(before[1], own[1])):
            starts.append(number)
        before = own
    spans: list[Span] = []
    section = 1
    for index, start in enumerate(starts):
        first = index == 0 and len(starts) > 1 and starts[1] == 1 and len(pages) > 2
        spans.append(Span(section, "first" if first else "", pages[start].header, pages[start].footer))
        section += not first
    return spans


def _words(items: Sequence[Item]) -> str:
    return "\n".join(plain_text(item) for item in items)


def _same(one: str, two: str) -> bool:
    if one == two:
        return True
    if _NUMBER.sub("#", one) != _NUMBER.sub("#", two):
        return False
    pairs = zip(_NUMBER.findall(one), _NUMBER.findall(two), strict=True)
    return all(a == b or b == "1" or (len(b) < 6 and len(a) < 6 and int(b) == int(a) + 1) for a, b in pairs)
