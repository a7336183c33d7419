"""What the item on the time limit promises, one limit for each case that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from qmslint.api import Location, NamedTuple, TimeLimit, fold, shorten
from qmslint.extract.cells import clean, one_line
from qmslint.extract.patterns import late
from qmslint.extract.procedure.procedure_words import durations, heading_scenario, scenario_of, words
from qmslint.extract.words import book


@cache
def _case_leads() -> tuple[str, ...]:
    return tuple(lead for lead in words("scenario-leads") if lead not in ("hồ sơ", "đối với hồ sơ"))


_SENTENCE = late(r"[;\n]|\.(?=\s|$)|,\s*(?=-\s)")
_LEAD = late(
    lambda: rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, _case_leads()), key=len, reverse=True))})(?!\w)", re.IGNORECASE
)
_THEN = late(r"(?<!\w)thì(?!\w)|:", re.IGNORECASE)
_SHARES = late(lambda: rf"(?<!\w)(?:{book('procedure').pattern('share-words')})(?!\w)", re.IGNORECASE)
_SHARED_OUT = late(r"\([^()]{1,400}\)")
_BULLET = late(r"\s*(?:[-+*•–]|\d{1,2}[.)](?!\d)|[a-zđ]\))\s*")
_LONGEST = 300
_READ = 2000  # characters of one line that are read


class _Clause(NamedTuple):
    """A part of a sentence: its words, whether it begins with a condition, whether a comma stands before."""

    text: str
    condition: bool
    comma: bool


def item_limits(lines: Iterable[tuple[str, Location]]) -> tuple[TimeLimit, ...]:
    """The limits in the lines of the item, in order. Without any number, one limit that has none."""
    found: list[TimeLimit] = []
    said: list[tuple[str, Location]] = []
    for text, at in lines:
        cleaned = clean(text[:_READ])
        if cleaned.strip():
            said.append((cleaned, at))
            shared = False  # the sentence before shared its limit out: what follows may still do so
            for sentence in _sentences(_SHARED_OUT.sub(_unless_case, cleaned)):
                if not (shared and not _is_condition(sentence)):
                    shared = _read(sentence, at, found)
    if not found and said:
        found.append(TimeLimit(shorten(" ".join(text for text, _ in said), _LONGEST), at=said[0][1]))
    return tuple(found)


def _unless_case(match: re.Match[str]) -> str:
    """A list in brackets shares the limit out, unless it names a case of its own."""
    return match[0] if ";" not in match[0] or _LEAD.search(match[0]) else " " * len(match[0])


def _sentences(text: str) -> Iterator[str]:
    """The sentences of `text`; a condition that is a list itself ("trường hợp có …; có …, thì …") is one of them."""
    open_part = ""
    for part in _SENTENCE.split(text):
        if not part.strip():
            continue
        whole = f"{open_part}; {part}" if open_part else part
        if _is_condition(whole) and not _THEN.search(whole) and not durations(whole):
            open_part = whole
        else:
            yield whole
            open_part = ""
    if open_part:
        yield open_part


def _is_condition(sentence: str) -> bool:
    lead = _LEAD.search(sentence)
    return lead is not None and not sentence[: lead.start()].strip(" -+*•(,")


def _read(sentence: str, at: Location, found: list[TimeLimit]) -> bool:
    """The limits of one sentence; whether it shares one out. A condition behind a limit ("5 ngày đối với …") is its."""
    bare = False  # whether the limit before names no case
    shared = False
    for clause in _clauses(sentence):
        text = clause.text
        lengths = durations(text)
        shares = _SHARES.search(text)
        if shares:
            shared = True
            lengths = tuple(one for one in lengths if one.start < shares.start())
        if not lengths:
            if bare and clause.condition and not clause.comma and not _THEN.search(text):
                whole = shorten(f"{found[-1].text} {text}", _LONGEST)
                found[-1] = found[-1]._replace(scenario=scenario_of(text), text=whole)
            continue
        first = lengths[0]
        scenario = _scenario(text, first.start, clause.condition, bool(found))
        bare = not clause.condition and ":" not in text[: first.start]
        found.append(TimeLimit(shorten(one_line(text).strip(" ,"), _LONGEST), first.duration, scenario, at))
    return shared


def _clauses(sentence: str) -> Iterator[_Clause]:
    """The sentence cut before each condition. A condition without its "thì" goes on into the next one."""
    cuts = [match.start() for match in _LEAD.finditer(sentence)]
    start, condition = 0, bool(cuts) and not sentence[: cuts[0]].strip(" -+*•(,")
    for cut in cuts:
        text = sentence[start:cut]
        if not text.strip(" -+*•(,") or (condition and not durations(text) and not _THEN.search(text)):
            continue
        yield _Clause(text, condition, _comma(sentence, start))
        start, condition = cut, True
    yield _Clause(sentence[start:], condition, _comma(sentence, start))


def _comma(sentence: str, start: int) -> bool:
    return sentence[:start].rstrip().endswith((",", ":", "("))


def _scenario(text: str, until: int, condition: bool, more: bool) -> str:
    head = text[:until]
    folded = fold(head)
    if any(phrase in folded for phrase in book("procedure").variants("scenarios", "kéo dài")):
        return "kéo dài"
    if condition:
        then = _THEN.search(head)
        return scenario_of((head[: then.start()] if then else head.partition(",")[0]).strip())
    label, colon, _ = head.partition(":")
    bullet = _BULLET.match(label)
    label = label[bullet.end() :] if bullet else label
    if colon and label.strip():
        own = not more and fold(label).strip(" :") in book("procedure").variants("items", "time-limit")
        return "" if own else heading_scenario(label)
    return shorten(one_line(text).strip(" -+,"), 80) if more else ""
