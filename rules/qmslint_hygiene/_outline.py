"""Sections seen as lists of siblings: which numbers follow each other, in which alphabet."""

from __future__ import annotations

from collections.abc import Sequence

from qmslint.api import NamedTuple, Section

VIETNAMESE = "abcdđeghiklmnopqrstuvxy"
ENGLISH = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = {"i": 1, "v": 5, "x": 10}


class Run(NamedTuple):
    """Sections of one parent numbered in one way, in reading order."""

    sections: tuple[Section, ...]
    ordinals: tuple[int, ...]
    style: str  # "figures", "roman", "letters", or the figures before the last one: "5."


def runs(sections: Sequence[Section]) -> tuple[Run, ...]:
    """Every list of numbered siblings. Below the main headings a list that begins again with its first is another."""
    open_lists: dict[tuple[int, str], list[Section]] = {}
    done: list[tuple[str, list[Section]]] = []
    parents: list[tuple[int, int]] = []  # (level, index) of the headings above
    for index, section in enumerate(sections):
        while parents and parents[-1][0] >= section.level:
            parents.pop()
        style = style_of(section.number)
        if style:
            key = (parents[-1][1] if parents else -1, style)
            again = section.level > 1 and key in open_lists and ordinal(section.number, style) == 1
            if key not in open_lists or (again and len(open_lists[key]) > 1):
                open_lists[key] = []
                done.append((style, open_lists[key]))
            open_lists[key].append(section)
        parents.append((section.level, index))
    return tuple(_run(style, found) for style, found in done)


def _run(style: str, found: list[Section]) -> Run:
    alphabet = VIETNAMESE
    if style == "letters" and any(section.number.lower() not in VIETNAMESE for section in found):
        alphabet = ENGLISH
    return Run(tuple(found), tuple(ordinal(s.number, style, alphabet) for s in found), style)


def style_of(number: str) -> str:
    """How a number is written; "" for none."""
    if not number:
        return ""
    if number.isdigit():
        return "figures"
    if "." in number:
        return number.rpartition(".")[0] + "." if number.rpartition(".")[2].isdigit() else ""
    if number.isupper() and set(number.lower()) <= set(_ROMAN):
        return "roman"
    return "letters" if len(number) == 1 and number.lower() in VIETNAMESE + ENGLISH else ""


def ordinal(number: str, style: str, alphabet: str = VIETNAMESE) -> int:
    """Which place a number has in its list, from 1; 0 when it has none."""
    last = number.rpartition(".")[2]
    if last.isdecimal() and len(last) < 10:
        return int(last)
    if style == "roman":
        values = [_ROMAN[letter] for letter in number.lower()]
        return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    return alphabet.find(number.lower()) + 1


def number_at(place: int, run: Run) -> str:
    """The number that stands at `place` of the list: "5", "5.2", "đ", "IV"."""
    if run.style == "figures":
        return str(place)
    if run.style == "roman":
        return "".join(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")[place - 1 : place]) or str(place)
    if run.style == "letters":
        english = any(section.number.lower() not in VIETNAMESE for section in run.sections)
        return (ENGLISH if english else VIETNAMESE)[place - 1]
    return f"{run.style}{place}"


def named(section: Section) -> str:
    """A heading as it is printed: "5. NỘI DUNG"."""
    return f"{section.number}. {section.title}" if section.number else section.title
