"""A paper of the system read as it flows: lines with their numbers, cut into parts at the labels that are known.

Minutes, plans and forms have no common template: a part may be a heading ("II. NỘI DUNG"), a label with its value
("- Địa điểm: …") or a cell beside another. What they share are the words, so parts are found by words alone, and a part
ends at the next known label or at a heading of its own rank.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from qmslint.api import Line, Location, NamedTuple, Phrase, Reading, Table, fold, fold_with_offsets, paragraphs
from qmslint.extract.cells import one_line
from qmslint.extract.patterns import late
from qmslint.extract.text.attachments import attached_index
from qmslint.extract.text.body import place
from qmslint.extract.text.numbering import take_apart, take_apart_text
from qmslint.extract.words import book

BOOK = "system"
ROMAN, FIGURE, LETTER, BULLET, NONE = 1, 2, 5, 6, 9
_BULLET = late(r"\s*[-–—+*•●▪◦○■□✓➢»](?=\s*[^\W_])\s*")
_CODE = late(r"(?:số\s*)?[-.#]?\s*\d{1,3}\W*")
_SPACE = late(r"\s+")
_BEFORE_FIGURE = late(r"\s*(\d{1,2}(?:\.\d{1,2}){0,3})\s?[.)]\s+(?=\d)")
_NEXT = late(r"(?<=[\s.;,])\d{1,2}[.)/]?$")  # the number of the label that follows on the line
_BLANK = late(r"[\s.…_:;-]*")
_LEAD = late(r"^[\s(“\"'*]*(?:(?:phần|mục|part)\s+(?:\d{1,2}|[ivx]{1,4}|[a-h])\s*[.:)-]\s*"
             r"|[a-h]\s?[.)/]\s*(?=[^\W\d_]{2}))?", 2)
_REACH = 160  # characters in which a label stands


class Item(NamedTuple):
    """One line: its number, how deep that number stands, and the words behind it."""

    line: Line
    number: str
    rank: int
    words: str
    nth: int  # in `reading.lines`

    @property
    def folded(self) -> str:
        """The words as they are compared."""
        return fold(self.words)

    @property
    def stands_out(self) -> bool:
        """Whether it is set as a heading: capitals, bold, a heading of Word."""
        paragraph = self.line.paragraph
        return bool(paragraph.level) or self.words.isupper() or paragraph.bold


class Part(NamedTuple):
    """What stands under one known label ("" = under none)."""

    key: str
    head: Item
    rest: str  # behind the label on its own line
    body: tuple[Item, ...]

    @property
    def texts(self) -> list[str]:
        """The words of the part, a line each, blanks to fill in left out."""
        return [text for text in (filled(self.rest), *(filled(item.words) for item in self.body)) if text]

    @property
    def text(self) -> str:
        """The words of the part on one line."""
        return " ".join(self.texts)


class Labels:
    """The labels of one list in the book of words, found at the beginning of a folded line, the longest first."""

    def __init__(self, key: str) -> None:
        self.by_word: dict[str, list[tuple[str, str]]] = {}
        for variant, name in book(BOOK).table(key).items():
            self.by_word.setdefault(variant.split(" ", 1)[0], []).append((variant, name))
        for found in self.by_word.values():
            found.sort(key=lambda pair: -len(pair[0]))

    def at_start(self, folded: str) -> tuple[str, int]:
        """The name of the longest label with which `folded` begins, and its length; ("", 0) if none."""
        word = folded.split(" ", 1)[0].rstrip(".,:;/)-")
        for candidate in dict.fromkeys((word, word.split("/", 1)[0], word.split("-", 1)[0])):
            for variant, name in self.by_word.get(candidate, ()):
                if folded.startswith(variant) and not folded[len(variant) : len(variant) + 1].isalnum():
                    return name, len(variant)
        return "", 0


@cache
def labels(key: str) -> Labels:
    """The labels under `key`, prepared once."""
    return Labels(key)


def filled(text: str) -> str:
    """`text` without the dots of a form; "" when nothing else is in it."""
    text = one_line(text).strip()
    return "" if _BLANK.fullmatch(text) else text.strip(" …_").removesuffix("...").rstrip()


def items(reading: Reading, without: Iterable[Table] = ()) -> list[Item]:
    """The lines before the attached forms, those of the tables `without` left out."""
    hidden = {id(p) for table in without for cell in table.own_cells() for p in paragraphs(cell.blocks)}
    found = []
    for index, line in enumerate(reading.lines[: attached_index(reading)]):
        if id(line.paragraph) not in hidden:
            first, *others = line.paragraph.text.split("\n")
            found.append(item_of(line, index, first if others else None))
            found += [item_of(line, index, text, True) for text in others if text and not text.isspace()]
    return found


def item_of(line: Line, nth: int, text: str | None = None, goes_on: bool = False) -> Item:
    """One line taken apart; `text` where a paragraph holds several, `goes_on` behind the first of them."""
    numbered = take_apart(line) if text is None else take_apart_text(text)
    automatic = "" if goes_on else line.paragraph.number
    if text is not None and automatic:
        numbered = take_apart(line)._replace(words=one_line(text))
    text = line.paragraph.text if text is None else text
    number, words = numbered.number, numbered.words
    if number and numbered.bare and number.isdigit() and not automatic and (words[:1].islower() or line.in_table):
        number, words = "", one_line(text)  # "03 điểm; đã đóng 02": a count, no number
    figure = _BEFORE_FIGURE.match(text) if not number and not automatic else None
    if figure:  # "1. 100% hồ sơ": a number before a figure
        number, words = figure[1], one_line(text[figure.end() :])
        return Item(line, number, FIGURE + number.count("."), words, nth)
    bullet = automatic if not number else ""
    match = _BULLET.match(text) if not number and not bullet else None
    if match:
        bullet, words = match[0].strip(), one_line(text[match.end() :])
    if number and numbered.roman:
        return Item(line, number, ROMAN, words, nth)
    if number and numbered.depth:
        return Item(line, number, FIGURE + numbered.depth - 1, words, nth)
    if number:
        return Item(line, number, LETTER, words, nth)
    if bullet:
        return Item(line, bullet, BULLET, words, nth)
    return Item(line, "", NONE, words, nth)


def spread(flow: Sequence[Item], known: Labels) -> list[Item]:
    """The flow with lines cut where another known label follows: "Đơn vị: A. Ngày phát hiện: B"."""
    found: list[Item] = []
    for item in flow:
        cuts = [0]
        if item.words.count(":") > 1:
            ends = (match.end() for match in _SPACE.finditer(item.words))
            cuts += [end for end in ends if _labelled(item.words[end:], known)]
        for start, end in pairwise([*cuts, len(item.words)]):
            words = item.words[start:end].strip()
            found.append(item._replace(words=words if end == len(item.words) else _NEXT.sub("", words)))
    return found


def _labelled(rest: str, known: Labels) -> bool:
    """Whether `rest` begins with a label, its first letter a capital, and a colon right behind it."""
    if not rest[:1].isupper():
        return False
    folded = fold(rest[:_REACH])
    length = known.at_start(folded)[1]
    return bool(length) and folded[length:].lstrip().startswith(":")


def label_of(item: Item, known: Labels, loose: frozenset[str] = frozenset()) -> tuple[str, str]:
    """The name of the label with which `item` begins and what stands behind it; ("", "") if none.

    A label fills its line, or stands before a colon, or is set as a heading. Those named in `loose` may be followed
    by their value without any sign ("Địa điểm Phòng họp số 1").
    """
    words = item.words
    lead = _LEAD.match(words)
    if lead and lead.end():
        words = words[lead.end() :]
    folded = fold(words[: _REACH * 2])
    name, length = known.at_start(folded)
    if not name:
        return "", ""
    behind = folded[length:].strip()
    if _BLANK.fullmatch(behind) or behind.startswith(":"):
        return name, _behind(words, length).lstrip(" .:").strip()
    head, colon, rest = words.partition(":")
    if colon and len(head) <= _REACH and length <= len(fold(head)):
        between = fold(head)[length:].strip()
        if between.startswith("("):
            return name, rest.strip()
        if _CODE.fullmatch(between):  # "KPH 01: …": the label is a number of its own
            return name, words.strip()
        if len(between.split()) <= 10:
            return name, _behind(words, length).strip() if any(c.isdigit() for c in between) else rest.strip()
    if name in loose and len(words) < 400:
        return name, _behind(words, length).strip(" -–.:")
    if behind.startswith(("(", "/", "[")) and len(behind) < 100 and not colon:
        return name, ""
    if (item.stands_out or item.rank <= FIGURE) and len(words) < _REACH and not words.endswith((";", ",")):
        bare = not item.stands_out and len(behind.split()) > 6
        return ("", "") if bare or words.rstrip().endswith(".") else (name, "")
    return "", ""


def _behind(words: str, length: int) -> str:
    if len(fold(words)) == len(words):  # folding moved nothing, as nearly always
        return words[length:]
    mapped = fold_with_offsets(words)
    return words[mapped.ends[length - 1] :] if 0 < length <= len(mapped.ends) else ""


def parts(flow: Sequence[Item], known: Labels, loose: frozenset[str] = frozenset()) -> list[Part]:
    """The flow cut at the labels that are known; what stands under none of them has the key ""."""
    found: list[Part] = []
    key, rest, head, body = "", "", None, list[Item]()
    for item in flow:
        value_cell = bool(key) and not rest and not body and _beside(head, item)
        name, value = ("", "") if value_cell else label_of(item, known, loose)
        if not name and not (head is not None and key and ends(head, item)):
            if head is None:
                head = item
            else:
                body.append(item)
            continue
        if head is not None:
            found.append(Part(key, head, rest, tuple(body)))
        key, rest, head, body = name, value, item, []
    if head is not None:
        found.append(Part(key, head, rest, tuple(body)))
    return found


def _beside(head: Item | None, item: Item) -> bool:
    """Whether `item` fills the cell beside the label `head`: a value, whatever its words are."""
    if head is None or not head.line.in_table or not item.line.in_table or item.words.endswith(":"):
        return False
    mine, other = head.line.at, item.line.at
    return (mine.table, mine.sheet, mine.row) == (other.table, other.sheet, other.row) and mine.column < other.column


def ends(head: Item, item: Item) -> bool:
    """Whether `item` is a heading that ends the part opened by `head`."""
    if _counted_part(item) and _counted_part(head):
        return True
    if item.line.in_table != head.line.in_table:
        return head.line.in_table and item.words.isupper() and item.stands_out  # a heading below the table
    if item.rank == NONE:
        return False
    if item.rank == BULLET or head.rank == NONE:
        return item.rank == head.rank or (head.rank == NONE and item.rank <= FIGURE and item.stands_out)
    return item.rank <= head.rank


def _counted_part(item: Item) -> bool:
    """Whether a line begins as "Phần 3. …" does."""
    lead = _LEAD.match(item.words)
    return lead is not None and any(c.isalnum() for c in lead[0])


def of_key(found: Iterable[Part], *keys: str) -> Iterator[Part]:
    """The parts under any of `keys`, in order."""
    return (part for part in found if part.key in keys)


def phrase_of(part: Part, reading: Reading, limit: int = 600) -> Phrase | None:
    """The words of a part as one phrase, None when there are none."""
    text = part.text[:limit].strip()
    return Phrase(text, place(reading, part.head.nth)) if text else None


def where(reading: Reading, item: Item) -> Location:
    """Where an item stands, with its heading."""
    return place(reading, item.nth)
