"""The abbreviations that a document uses: how often, where first, and whether they are explained there."""

from __future__ import annotations

import re
from functools import cache

from qmslint.api import AbbreviationUse, Extractor, Reading, fold
from qmslint.extract.abbreviations import is_short
from qmslint.extract.attachments import attached_index
from qmslint.extract.body import first_section, place, section_range
from qmslint.extract.cells import clean
from qmslint.extract.headline import is_state_heading
from qmslint.extract.patterns import late
from qmslint.extract.words import book

_GATE = late(r"[A-ZĐ][A-ZĐ&]|[a-z][A-Z]{2}|[A-Z][a-z]{1,2}[A-Z]{2}")
_TOKEN = late(r"(?<![\w&])[A-Za-zĐđƯƠ]{2,14}(?:&[A-Za-zĐđƯƠ]{1,10})*(?![\w&])")
_ROMAN = late(r"[IVXLC]+")
# A syllable of Vietnamese without its marks: "BAN", "KHAI". Written large it is a word, not an abbreviation.
_SYLLABLE = late(
    r"(?:NGH|NG|NH|CH|GH|GI|KH|PH|QU|TH|TR|[BCDĐGHKLMNPRSTVX])?"
    r"(?:IEU|YEU|UOI|OAI|UYE|UOU|IE|YE|UO|UA|OA|OE|UY|UE|IA|AI|AO|AU|AY|EO|EU|IU|OI|UI|UU|[AEIOUYƠƯ])"
    r"(?:NG|NH|CH|[CMNPT])?"
)
_NEIGHBOUR = late(r"[^\s(),;:“”\"'\[\]<>]+")
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
    defined = {entry.short for entry in reading.facts.get("abbreviations", ())}
    seen: dict[str, _Seen] = {}
    walk = _Walk(reading, defined)
    for index, line in enumerate(reading.lines):
        text = line.paragraph.text
        if not _GATE.search(text):
            walk.follow(index)
            if not walk.composed or not walk.composed.search(text):
                continue
        text = clean(text)
        own = walk.own_entry(index, text)
        if walk.composed:
            for match in walk.composed.finditer(text):
                if " ".join(match[0].split()) != own:
                    _count(seen, " ".join(match[0].split()), index, text, match.span())
        if not walk.speaks(index):
            continue
        for match in _TOKEN.finditer(text):
            if match[0] not in defined and walk.is_abbreviation(match, text, index):
                _count(seen, match[0], index, text, match.span())
    return tuple(
        AbbreviationUse(short, found.uses, found.context, found.expanded, place(reading, found.index))
        for short, found in seen.items()
    )


def _count(seen: dict[str, _Seen], short: str, index: int, text: str, span: tuple[int, int]) -> None:
    found = seen.get(short)
    if found is None:
        context = " ".join(text[max(0, span[0] - _AROUND) : span[1] + _AROUND].split())
        found = seen[short] = _Seen(index, context, _expanded(short, text, span))
    found.uses += 1


@cache
def _known() -> frozenset[str]:
    return frozenset((*book().written("abbreviations-known"), *book().written("document-symbols")))


class _Walk:
    """Where the walk through the lines is, and what counts there."""

    def __init__(self, reading: Reading, defined: set[str]) -> None:
        self.lines = reading.lines
        self.first = first_section(reading)
        self.definitions = section_range(reading, "definitions")
        self.attached = attached_index(reading)
        self.in_notes = False
        self.composed = _pattern(defined)
        self.notes = book().variants("form-notes")
        self.examples = book().variants("example-words")

    def follow(self, index: int) -> None:
        """Notice notes and new forms behind the document."""
        if index < self.attached:
            return
        folded = self.lines[index].folded
        if folded.startswith(self.notes):
            self.in_notes = True
        elif is_state_heading(folded) or (self.lines[index].paragraph.text.isupper() and len(folded) > 12):
            self.in_notes = False

    def speaks(self, index: int) -> bool:
        """Whether line `index` is the document's own words, for an abbreviation that it does not explain."""
        self.follow(index)
        line = self.lines[index]
        if index < self.first or self.definitions[0] <= index < self.definitions[1]:
            return False
        if line.paragraph.text.isupper():
            return False
        if index >= self.attached:
            return not self.in_notes and not any(word in line.folded for word in self.examples)
        return True

    def own_entry(self, index: int, text: str) -> str:
        """The abbreviation that line `index` explains: that is no use of it."""
        if not self.definitions[0] <= index < self.definitions[1] or self.composed is None:
            return ""
        match = self.composed.match(text.lstrip(" \t-+*•–"))
        return " ".join(match[0].split()) if match else ""

    def is_abbreviation(self, match: re.Match[str], text: str, index: int) -> bool:
        """Whether a token is an abbreviation and not a word in capitals, a numeral, a code or part of a number."""
        token = match[0]
        if not is_short(token) or token in _known() or _ROMAN.fullmatch(token) or _SYLLABLE.fullmatch(token):
            return False
        if index >= self.attached and len(token) < 3:
            return False
        start, end = match.span()
        if text[start - 1 : start] in ("-", "–", ".", "@", "_") or text[end : end + 1] in ("-", "–", "_", "@"):
            return False
        if text[start - 1 : start] == "/" or text[end : end + 1] == "/":
            around = _chunk(text, start, end)
            if any(c.isdigit() for c in around):
                return False
        if text[end : end + 1] == ".":  # "TP. A", "PGS.TS", "BM.01" are no abbreviations to explain; a full stop is
            return len(token) > 2 and not text[end + 1 : end + 2].isalnum()
        return len(token) > 4 or not text[end : end + 4].lstrip(" ")[:1].isdigit()


def _chunk(text: str, start: int, end: int) -> str:
    """The characters around a token up to the next space or bracket."""
    for match in _NEIGHBOUR.finditer(text, max(0, start - 40)):
        if match.start() <= start and match.end() >= end:
            return match[0]
    return text[start:end]


def _pattern(defined: set[str]) -> re.Pattern[str] | None:
    if not defined:
        return None
    parts = []
    for short in sorted(defined, key=lambda s: (-len(s), s)):
        parts.append(r"\s+".join(re.escape(word) for word in short.split()))
    return re.compile(rf"(?<![\w&])(?:{'|'.join(parts)})(?![\w&])")


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


EXTRACTORS = (Extractor("abbreviation_uses", abbreviation_uses, needs=("abbreviations",)),)
