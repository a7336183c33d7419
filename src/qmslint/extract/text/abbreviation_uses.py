"""The abbreviations that a document uses: how often, where first, and whether they are explained there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from qmslint.api import AbbreviationUse, Extractor, Reading, fold
from qmslint.extract.cells import clean
from qmslint.extract.patterns import late, lines_where
from qmslint.extract.text.abbreviations import is_short
from qmslint.extract.text.attachments import attached_index
from qmslint.extract.text.body import first_section, place, section_range
from qmslint.extract.words import book

_CAPITALS = late(r"[A-ZĐ][A-ZĐƯƠ&]")  # the heart of every abbreviation: "TTr", "VneID", "BPTN&HT"
_LETTER = "[A-Za-zĐđƯƠ]"
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzĐđƯƠ")
# A whole word with the heart of an abbreviation in it. What may not stand before its first letter is asked after it.
_TOKEN = late(
    rf"{_LETTER}(?<![^\W\d_]{_LETTER})(?<!&{_LETTER})(?:(?<=[A-ZĐ])(?=[A-ZĐƯƠ&])|(?=[a-zđA-ZĐƯƠ]{{0,12}}?[A-ZĐ][A-ZĐƯƠ&]))"
    rf"{_LETTER}{{0,13}}(?:&{_LETTER}{{1,10}})*(?!\w)"
)
_ROMAN = late(r"[IVXLC]+")
# A syllable of Vietnamese without its marks: "BAN", "KHAI". Written large it is a word, not an abbreviation.
_SYLLABLE = late(
    r"(?:NGH|NG|NH|CH|GH|GI|KH|PH|QU|TH|TR|[BCDĐGHKLMNPRSTVX])?"
    r"(?:IEU|YEU|UOI|OAI|UYE|UOU|IE|YE|UO|UA|OA|OE|UY|UE|IA|AI|AO|AU|AY|EO|EU|IU|OI|UI|UU|[AEIOUYƠƯ])"
    r"(?:NG|NH|CH|[CMNPT])?"
)
_NEIGHBOUR = late(r"[^\s(),;:“”\"'\[\]<>]+")
_SPACED_NUMBER = late(rf"[0-9] ?/ ?(?:{_LETTER}{{1,8}} ?[/–-] ?)+\Z")  # "19 / 2014 / QĐ - TTg" up to its last sign
_AROUND = 40


class _Seen:
    """What is known so far of one abbreviation."""

    def __init__(self, index: int, context: str, expanded: bool) -> None:
        self.index = index
        self.context = context
        self.expanded = expanded
        self.uses = 0


def abbreviation_uses(reading: Reading) -> tuple[AbbreviationUse, ...]:
    """Every abbreviation met, in the order of first use.

    One that the document explains counts wherever it stands. Another counts where the document speaks in its own
    words: behind the cover, outside headings in capitals, numbers of legal documents and codes; in the attached
    forms only in what a citizen has to read, not in notes and examples.
    """
    seen: dict[str, _Seen] = {}
    walk = _Walk(reading)
    raws = [line.paragraph.text for line in reading.lines]
    for index in lines_where(raws, _CAPITALS, walk.phrases):
        walk.line(index, clean(raws[index]), seen)
    return tuple(
        AbbreviationUse(short, found.uses, found.context, found.expanded, place(reading, found.index))
        for short, found in seen.items()
    )


@cache
def _known() -> frozenset[str]:
    return frozenset((*book().written("abbreviations-known"), *book().written("document-symbols")))


class _Walk:
    """A walk through the lines: what is explained, what counts where."""

    def __init__(self, reading: Reading) -> None:
        self.lines = reading.lines
        defined = [entry.short for entry in reading.facts.get("abbreviations", ())]
        self.defined = {short.replace(" ", ""): short for short in defined}
        self.phrases = [short for short in dict.fromkeys(defined) if " " in short]  # "CN & TC", "Đề án 30"
        self.forms: dict[str, bool] = {}
        self.first = first_section(reading)
        self.definitions = section_range(reading, "definitions")
        self.attached = attached_index(reading)
        self.notes = _notes(reading, self.attached)

    def line(self, index: int, text: str, seen: dict[str, _Seen]) -> None:
        """Count what stands in one line. The abbreviation that a line explains is no use of it."""
        explains = self.definitions[0] <= index < self.definitions[1]
        lead = len(text) - len(text.lstrip(" \t-+*•–")) if explains else -1
        covered: list[tuple[int, int]] = []
        for phrase in self.phrases:
            at = text.find(phrase)
            if at >= 0:
                covered.append((at, at + len(phrase)))
                if at != lead:
                    self._count(seen, phrase, index, text, covered[-1])
        speaks = None
        for match in _tokens(text):
            if covered and any(first <= match.start() < last for first, last in covered):
                continue
            token = match[0]
            known = self.defined.get(token)
            if known:
                if match.start() != lead:
                    self._count(seen, known, index, text, match.span())
                continue
            form = self.forms.get(token)
            if form is None:
                form = self.forms[token] = _has_form(token)
            if not form:
                continue
            if speaks is None:
                speaks = self.speaks(index)
            if speaks and self.is_abbreviation(match, text, index):
                self._count(seen, token, index, text, match.span())

    def _count(self, seen: dict[str, _Seen], short: str, index: int, text: str, span: tuple[int, int]) -> None:
        found = seen.get(short)
        if found is None:
            context = " ".join(text[max(0, span[0] - _AROUND) : span[1] + _AROUND].split())
            found = seen[short] = _Seen(index, context, _expanded(short, text, span))
        found.uses += 1

    def speaks(self, index: int) -> bool:
        """Whether line `index` is the document's own words, for an abbreviation that it does not explain."""
        if index < self.first or self.definitions[0] <= index < self.definitions[1] or index in self.notes:
            return False
        return not self.lines[index].paragraph.text.isupper()

    def is_abbreviation(self, match: re.Match[str], text: str, index: int) -> bool:
        """Whether a token is an abbreviation and not a word in capitals, a numeral, a code or part of a number."""
        token = match[0]
        if index >= self.attached and len(token) < 3:
            return False
        start, end = match.span()
        if _SPACED_NUMBER.search(text, max(0, start - _AROUND), start):
            return False
        if text[start - 1 : start] in ("-", "–", ".", "@", "_") or text[end : end + 1] in ("-", "–", "_", "@"):
            return False
        if text[start - 1 : start] == "/" or text[end : end + 1] == "/":
            around = _chunk(text, start, end)
            if any(c.isdigit() for c in around):
                return False
        if text[end : end + 1] == ".":  # "TP. A", "PGS.TS", "BM.01" are no abbreviations to explain; a full stop is
            return len(token) > 2 and not text[end + 1 : end + 2].isalnum()
        return len(token) > 4 or not text[end : end + 4].lstrip(" ")[:1].isdigit()


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Every token of a text: the heart is looked for first, since most words have none."""
    position = 0
    while (heart := _CAPITALS.search(text, position)) is not None:
        start = heart.start()
        while start > position and text[start - 1] in _LETTERS:
            start -= 1
        match = _TOKEN.match(text, start)
        if match is None:
            position = heart.start() + 1
        else:
            yield match
            position = match.end()


def _chunk(text: str, start: int, end: int) -> str:
    """The characters around a token up to the next space or bracket."""
    for match in _NEIGHBOUR.finditer(text, max(0, start - 40)):
        if match.start() <= start and match.end() >= end:
            return match[0]
    return text[start:end]


def _has_form(token: str) -> bool:
    """Whether a token looks like an abbreviation that a reader may not know."""
    if token in _known() or not is_short(token):
        return False
    if len(set(token)) == 1:
        return False  # "YY", "ZZ" in the pattern of a code
    return not _ROMAN.fullmatch(token) and not _SYLLABLE.fullmatch(token)


def _notes(reading: Reading, attached: int) -> frozenset[int]:
    """The lines of notes and examples in the attached forms: explanations for whoever fills them in."""
    lines = reading.lines
    if attached >= len(lines):
        return frozenset()
    notes = book().variants("form-notes")
    examples = {id(line) for line in reading.lines_with(book().variants("example-words"))}
    found: set[int] = set()
    inside = False
    for index in range(attached, len(lines)):
        folded = lines[index].folded
        if folded.startswith(notes):
            inside = True
        elif inside and len(folded) > 12 and lines[index].paragraph.text.isupper():
            inside = False
        if inside or id(lines[index]) in examples:
            found.add(index)
    return frozenset(found)


def _expanded(short: str, text: str, span: tuple[int, int]) -> bool:
    """Whether the words beside the first use spell it out: "Hội đồng nhân dân (HĐND)", "HĐND (Hội đồng nhân dân)"."""
    letters = [c for c in fold(short) if c.isalpha()]
    before, after = text[: span[0]].rstrip(" “\""), text[span[1] :].lstrip(" ”\"")
    if before.endswith("(") and after[:1] in (")", ",", ";", ""):
        return _spells(letters, fold(before[:-1]).split()[-14:])
    if after.startswith("("):
        return _spells(letters, fold(after[1:].partition(")")[0]).split()[:14])
    return False


def _spells(letters: list[str], words: list[str]) -> bool:
    """Whether the letters are initials of the words, in order; words between may be passed over."""
    initials = [word[0] for word in words if word and word[0].isalpha()]
    place = len(initials)
    for letter in reversed(letters):
        place -= 1
        while place >= 0 and initials[place] != letter:
            place -= 1
        if place < 0:
            return False
    return True


EXTRACTORS = (Extractor("abbreviation_uses", abbreviation_uses, needs=("abbreviations",), version=2),)
