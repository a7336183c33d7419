"""Sections as printed: main headings, numbered headings under them, lettered items of the content."""

from __future__ import annotations

from functools import cache

from qmslint.api import Extractor, Line, Reading, Section
from qmslint.extract.cells import one_line
from qmslint.extract.text.attachments import attached_index
from qmslint.extract.text.numbering import Numbered, take_apart
from qmslint.extract.text.outline import Heading, outline
from qmslint.extract.words import book

_TEXT = 400  # characters kept of the words under a heading
_TITLE = 120
_KEY = "extract:sections"


def sections(reading: Reading) -> tuple[Section, ...]:
    """Every section in reading order, the forms behind the document left out."""
    return tuple(section for _, section in section_starts(reading))


def section_starts(reading: Reading) -> tuple[tuple[int, Section], ...]:
    """The same with the index in `reading.lines` at which each begins."""
    known = reading.facts.get(_KEY)
    if known is None:
        known = reading.facts[_KEY] = _find(reading)
    return tuple(known)


def _find(reading: Reading) -> tuple[tuple[int, Section], ...]:
    lines = reading.lines
    end = attached_index(reading)
    printed = outline(reading)
    main = {h.line: h for h in printed.headings if h.line < end}
    if not main:
        return ()
    starts: list[tuple[int, Section]] = []
    current: Heading | None = None
    items = _Items()
    for index in range(min(main), end):
        line = lines[index]
        heading = main.get(index)
        if heading is not None:
            title, rest = _title(heading.numbered.words, whole=True)
            starts.append((index, _section(line, heading.numbered, title, rest, heading.key, heading.level)))
            if heading.level == 1:
                current = heading
                items = _Items()
        elif current is not None and not line.in_table:
            numbered = _item(line, current, items)
            if numbered is not None:
                title, rest = _title(numbered.words)
                starts.append((index, _section(line, numbered, title, rest, "", max(numbered.depth, 2))))
    return tuple(_with_text(starts, lines, end))


@cache
def _letters() -> tuple[str, ...]:
    return book().variants("list-letters")


class _Items:
    """The lettered items of one section, so far."""

    def __init__(self) -> None:
        self.last = -1

    def accepts(self, letter: str, bare: bool) -> bool:
        """Whether `letter` may be the next. Without its dot only the very next one is believed."""
        if letter not in _letters():
            return not bare
        place = _letters().index(letter)
        if bare and not 0 <= place - self.last <= 2:
            return False
        self.last = place
        return True


def _item(line: Line, current: Heading, items: _Items) -> Numbered | None:
    """A numbered or lettered heading under a main heading, or None."""
    folded = line.folded
    number = line.paragraph.number
    if number:
        if not number[0].isalnum():
            return None
    elif not (folded[0].isdigit() or (folded[0].isalpha() and folded[1:2] in (".", ")", " "))):
        return None
    numbered = take_apart(line)
    if not numbered.words:
        return None
    if numbered.depth >= 2:
        own = not current.numbered.number.isdigit() or numbered.number.split(".")[0] == current.numbered.number
        return numbered if own and (numbered.words[:1].isupper() or _starts_bold(line)) else None
    if numbered.letter and current.key not in ("references", "definitions", "forms", "records"):
        believed = _starts_bold(line) or (not line.paragraph.runs and _is_label(numbered.words))
        return numbered if believed and items.accepts(numbered.number, numbered.bare) else None
    return None


def _starts_bold(line: Line) -> bool:
    for run in line.paragraph.runs:
        if run.text.strip(" \t\u00a0.()"):
            return run.bold
    return False


def _is_label(words: str) -> bool:
    return words[:1].isupper() and (":" in words[:90] or len(words) < 90) and not words.endswith((";", ","))


def _title(words: str, whole: bool = False) -> tuple[str, str]:
    """The heading itself, and what follows it on the same line behind a colon."""
    head, colon, rest = words.partition(":")
    if colon and len(head) <= _TITLE and not (whole and not rest.strip()):
        return head.strip(), rest.strip()
    if whole or len(words) <= _TITLE:
        return words.strip().rstrip(":").rstrip(), ""
    cut = words.rfind(" ", 0, _TITLE)
    return words[:cut].rstrip(), words[cut:].strip()


def _section(line: Line, numbered: Numbered, title: str, rest: str, key: str, level: int) -> Section:
    return Section(title, numbered.number, level, key, numbered.automatic, rest, line.at)


def _with_text(starts: list[tuple[int, Section]], lines: tuple[Line, ...], end: int) -> list[tuple[int, Section]]:
    done: list[tuple[int, Section]] = []
    for place, (index, section) in enumerate(starts):
        stop = starts[place + 1][0] if place + 1 < len(starts) else end
        parts, length = ([section.text], len(section.text)) if section.text else ([], 0)
        for line in lines[index + 1 : stop]:
            if length >= _TEXT:
                break
            text = one_line(line.text[: _TEXT + 100])
            parts.append(text)
            length += len(text) + 1
        done.append((index, section._replace(text="\n".join(parts)[:_TEXT])))
    return done


EXTRACTORS = (Extractor("sections", sections, version=3),)
