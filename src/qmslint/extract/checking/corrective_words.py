"""What words on a corrective action form mean: approved, closed, its number, who shall do it by when."""

from __future__ import annotations

from qmslint.api import Folded, Location, WrittenDate, find_dates, fold, fold_with_offsets, read_date
from qmslint.extract.cells import one_line
from qmslint.extract.control.signatures import is_signing_line, signed_words
from qmslint.extract.patterns import late
from qmslint.extract.system.flow import BOOK
from qmslint.extract.system.people import named
from qmslint.extract.words import book

_BOXES, _TICKED = "☐□☒☑✓✔", "☒☑✓✔"
_BOX = late(f"([{_BOXES}])")
_NUMBER = late(r"(?<![\w./])((?=[\w./-]*\d)[a-zđ]{0,8}[\w./-]{0,24}\d[\w./-]{0,16})", 2)
_LABEL = late(r"^\W*(?:số phiếu|phiếu số|số hiệu|số)\s*(?:kph|nc|car)?\s*[:.]?\s*(?=\S)"
              r"|^\W*(?:phiếu|car)\s+(?=\w*[-./]?\d)", 2)
_GIVEN = late(lambda: rf"\b(?:{book(BOOK).pattern('given-to')})\s+(?:cho\s+)?(?=[^,.;:]{{3}})")
_TOLD = late(lambda: rf"(?<=\S)(?:\s+(?:{book(BOOK).pattern('task-verbs')})(?!\w)|\s*[,.;:]|$)")
_NAME = 80  # letters of the name of whoever is told
_DONE_BY = late(lambda: rf"\b(?:{book(BOOK).pattern('done-by')})\s+(?:là\s+)?("
                r"(?:cuối\s+)?(?:quý|tháng|năm)\s+[\divx][\w/]*(?:\s*[/,]?\s*(?:năm\s+)?20\d\d)?"
                r"|\d{1,3}\s+(?:ngày|tuần|tháng)[\w ]{0,20})")


def number_in(text: str, labelled: bool = False) -> str:
    """The number of a form in `text`; with `labelled` only where "số" or "phiếu" says that it is one."""
    text = one_line(text)
    if labelled:
        match = _LABEL.search(text)
        if match is None or len(text) > 120:
            return ""
        text = text[match.end() :]
    words = text.split()
    if not words or len(words) > 6:
        return ""
    found = _NUMBER.match(words[0].strip("()"))
    if found is None and len(words) > 1 and len(words[0]) <= 5 and words[0].isupper():  # "KP 01/2026"
        behind = _NUMBER.match(words[1].strip("()"))
        return f"{words[0]} {behind[1].strip('.,;')}" if behind else ""
    return found[1].strip(".,;") if found else ""


def is_approved(text: str, by_name: bool = False) -> bool:
    """Whether a place for approval is filled: words of consent, "(đã ký)", or in a log a name or a tick."""
    text = ticked(text)
    folded = fold(text)
    if any(word in folded for word in book(BOOK).variants("refused-words")):
        return False
    if by_name or any(word in folded for word in signed_words()):
        return bool(folded.strip(" .…-_"))
    return any(_agrees(line) for line in text.split("\n"))


def ticked(text: str) -> str:
    """What is ticked among boxes ("☒ Đạt ☐ Không đạt"); the text itself where it has no boxes."""
    if not any(box in text for box in _BOXES):
        return text
    pieces = _BOX.split(text)
    return " ".join(words for box, words in zip(pieces[1::2], pieces[2::2], strict=False) if box in _TICKED)


def _agrees(line: str) -> bool:
    """Words of consent, or a name that stands for them."""
    folded = fold(line)
    if is_signing_line(folded):
        return False
    return any(word in folded for word in book(BOOK).variants("approved-words")) or _is_name(line)


def _is_name(line: str) -> bool:
    found = named(line)
    return found is not None and not found.position and fold(found.name) == fold(line.strip(" .:-"))


def is_closed(closing: str, verification: str) -> bool:
    """Whether the form is closed, by its status or what the verification concludes."""
    for text in (closing, verification):
        folded = fold(ticked(text)).strip(" .:;-")
        if not folded or any(_whole(word, folded) for word in book(BOOK).variants("open-words")):
            continue
        if any(_whole(word, folded) for word in book(BOOK).variants("closed-words")):
            return True
        if text is closing and find_dates(text):
            return True
    return False


def _whole(word: str, folded: str) -> bool:
    start = folded.find(word)
    while start >= 0:
        end = start + len(word)
        if not folded[start - 1 : start].isalnum() and not folded[end : end + 1].isalnum():
            return True
        start = folded.find(word, start + 1)
    return False


def written_due(text: str, at: Location) -> WrittenDate:
    """A deadline as written: its date, or words such as "quý I/2027" that name no day."""
    found = [found for _, _, found in find_dates(text, at) if found.value]
    if found:
        return found[-1]
    short = read_date(text, at)
    return short if short and len(text) < 20 else WrittenDate(one_line(text)[:80], None, "incomplete", at)


def _given_to(words: str, folded: Folded) -> str:
    """Whoever is told to do something, up to the verb. In capitals it is part of a name: "phòng Tổ chức"."""
    given = _GIVEN.search(folded.text)
    if given is None:
        return ""
    for end in _TOLD.finditer(folded.text, given.end() + 1, min(len(folded.text), given.end() + _NAME)):
        if not end[0] and end.start() < len(folded.text):
            break  # only the end of what is looked at
        verb = end[0].strip()
        first = folded.starts[end.end() - len(verb)] if verb else 0
        if not verb[:1].isalpha() or words[first].islower():
            start, stop = folded.original_span(given.end(), end.start())
            return words[start:stop].strip(" .,;:-")
    return ""


def task_of(text: str, at: Location) -> tuple[str, WrittenDate | None]:
    """Who shall do something and by when, as a sentence tells: "Giao Văn phòng …, hoàn thành trước 30/6/2026"."""
    words = one_line(text)
    folded = fold_with_offsets(words)
    who = _given_to(words, folded)
    found = [found for _, _, found in find_dates(words, at) if found.value]
    marked = any(_whole(word, folded.text) for word in book(BOOK).variants("done-by"))
    if found and marked:
        return who, found[-1]
    loose = _DONE_BY.search(folded.text)
    if loose:
        start, end = folded.original_span(*loose.span(1))
        return who, WrittenDate(words[start:end], None, "incomplete", at)
    return who, None
