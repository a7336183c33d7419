"""Lengths of time as documents write them: "½ ngày", "03 ngày làm việc", "không quá 1,5 ngày", "ngay trong ngày".

Working days and days are told apart, never turned into one another (Bộ luật Dân sự Điều 146, 147 count days; the
time limits of TTHC are promised in either). An hour of the clock ("sau 15 giờ") is no length of time.
"""

from __future__ import annotations

import re
from fractions import Fraction

from qmslint.law.clean import clean
from qmslint.law.patterns import compiled
from qmslint.model.facts import Duration, Unit
from qmslint.model.tuples import NamedTuple

_WORDS: dict[str, Fraction | int] = {
    "nửa": Fraction(1, 2), "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười hai": 12, "mười lăm": 15, "hai mươi": 20, "hai mươi lăm": 25, "ba mươi": 30, "bốn mươi lăm": 45,
    "sáu mươi": 60, "chín mươi": 90,
}  # fmt: skip
_GLYPHS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
_SP = r"[ \t\n]{0,3}"
_DIGITS = r"[0-9]{1,4}"
_NUMBER = (
    rf"(?:(?P<top>{_DIGITS}){_SP}/{_SP}(?P<bottom>[0-9]{{1,2}})(?![0-9/])"
    rf"|(?P<whole>{_DIGITS})?{_SP}(?P<glyph>[{''.join(_GLYPHS)}])"
    rf"|(?P<number>{_DIGITS}(?:[.,][0-9]{{1,2}})?)"
    rf"|(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))}))"
)
_UNIT = (
    rf"(?P<unit>ngày|giờ|phút|tháng|năm|day|hour|minute|month|year)s?(?![\w])"
    rf"(?P<working>{_SP}(?:làm{_SP}việc|lv(?!\w)|l/v|hành{_SP}chính))?"
)
_LEAD = rf"(?P<lead>không{_SP}quá|tối{_SP}đa|trong{_SP}vòng|trong{_SP}thời{_SP}hạn|chậm{_SP}nhất|≤|within|at{_SP}most)?"
_FROM = rf"(?:(?<![\w/.,])(?P<low>{_DIGITS}){_SP}(?:-|–|đến){_SP})?"
_LENGTH = rf"{_LEAD}{_SP}(?:là{_SP})?{_FROM}(?<![\w/.,½¼¾]){_NUMBER}{_SP}(?:\([^()]{{1,30}}\){_SP})?(?:/{_SP})?{_UNIT}"
_SAME_DAY = (
    rf"(?:ngay{_SP}(?:trong|sau)?{_SP}|(?:giải{_SP}quyết|trả|xử{_SP}lý){_SP}trong{_SP}|^{_SP}trong{_SP})"
    rf"(?:cùng{_SP})?ngày(?P<same_working>{_SP}làm{_SP}việc)?(?!{_SP}[0-9])"
)
_CLOCK = re.compile(r"(?:sau|trước|lúc|hồi|từ|đến|vào|khoảng|buổi|after|before|at)[ \t\n]{1,3}$", re.IGNORECASE)
_NUMBER_NEXT = re.compile(r"[ \t\n]{0,3}[0-9]")
_DATE_NEXT = re.compile(r"[ \t\n]{0,3}[0-9]{1,2}[ \t\n]{0,3}(?:/|tháng)", re.IGNORECASE)
_NUMBERS = ("top", "whole", "glyph", "number", "word", "low")
_UNITS = {
    "ngày": (Unit.DAY, Unit.WORKING_DAY), "day": (Unit.DAY, Unit.WORKING_DAY),
    "giờ": (Unit.HOUR, Unit.WORKING_HOUR), "hour": (Unit.HOUR, Unit.WORKING_HOUR),
    "phút": (Unit.MINUTE, Unit.MINUTE), "minute": (Unit.MINUTE, Unit.MINUTE),
    "tháng": (Unit.MONTH, Unit.MONTH), "month": (Unit.MONTH, Unit.MONTH),
    "năm": (Unit.YEAR, Unit.YEAR), "year": (Unit.YEAR, Unit.YEAR),
}  # fmt: skip
_BARE = rf"{_SP}{_NUMBER}{_SP}"


class FoundDuration(NamedTuple):
    """A length of time in a running text, with its place: offsets in the text that was searched."""

    duration: Duration
    start: int
    end: int


def read_duration(text: str, unit: Unit | None = None) -> Duration | None:
    """The first length of time in `text`, None when there is none.

    `unit` is what a bare number means, where the heading says so ("Thời gian (ngày)"). "Ngay trong ngày" gives an
    amount of 1, the bound, with `same_day`.
    """
    found = find_durations(text)
    if found:
        return found[0].duration
    if unit is not None:
        match = compiled(_BARE, re.IGNORECASE).fullmatch(clean(text).text)
        amount = _amount(match) if match else None
        if amount is not None:
            return Duration(amount, unit)
    return None


def find_durations(text: str) -> list[FoundDuration]:
    """Every length of time in a running text, in the order of the text."""
    lowered = text.lower()
    if not any(word in lowered for word in ("ng", "gi", "ph", "th", "n", "d", "h", "m", "y")):
        return []
    whole = clean(text)
    found = [_found(whole.starts, len(text), match) for match in _lengths(whole.text)]
    for match in compiled(_SAME_DAY, re.IGNORECASE).finditer(whole.text):
        unit = Unit.WORKING_DAY if match["same_working"] else Unit.DAY
        found.append(_placed(whole.starts, len(text), match, Duration(Fraction(1), unit, same_day=True)))
    return sorted(found, key=lambda one: one.start)


def _lengths(text: str) -> list[re.Match[str]]:
    matches = []
    clock = -1  # where the last hour of the clock ended
    for match in compiled(_LENGTH, re.IGNORECASE).finditer(text):
        unit = match["unit"].lower()
        before = text[max(0, match.start() - 12) : _number_start(match)]
        if unit == "giờ" and not match["working"] and _CLOCK.search(before):
            clock = match.end()
        elif unit == "phút" and clock >= 0 and not text[clock : match.start()].strip():
            continue
        elif not _is_date(unit, match["word"], text[match.end() : match.end() + 16]) and _amount(match) is not None:
            matches.append(match)
    return matches


def _is_date(unit: str, word: str | None, after: str) -> bool:
    """Whether number and unit belong to a date: "09 tháng 12 năm 2022", "năm 2014", "10 ngày 15/11/2015"."""
    if unit == "năm":
        return (word or "").lower() == "năm" or _NUMBER_NEXT.match(after) is not None
    if unit == "tháng":
        return _NUMBER_NEXT.match(after) is not None
    return unit == "ngày" and _DATE_NEXT.match(after) is not None


def _number_start(match: re.Match[str]) -> int:
    return min(match.start(name) for name in _NUMBERS if match[name] is not None)


def _found(starts: tuple[int, ...] | None, length: int, match: re.Match[str]) -> FoundDuration:
    plain, working = _UNITS[match["unit"].lower()]
    amount = _amount(match) or Fraction(0)
    bounded = bool(match["lead"] or match["low"])
    return _placed(starts, length, match, Duration(amount, working if match["working"] else plain, at_most=bounded))


def _placed(starts: tuple[int, ...] | None, length: int, match: re.Match[str], duration: Duration) -> FoundDuration:
    first, last = match.start(), match.end()
    lead = len(match[0]) - len(match[0].lstrip())
    first += lead
    if starts is None:
        return FoundDuration(duration, first, last)
    return FoundDuration(duration, starts[first], starts[last] if last < len(starts) else length)


def _amount(match: re.Match[str]) -> Fraction | None:
    if match["top"] is not None:
        bottom = int(match["bottom"])
        return Fraction(int(match["top"]), bottom) if bottom else None
    if match["glyph"] is not None:
        return int(match["whole"] or 0) + _GLYPHS[match["glyph"]]
    if match["number"] is not None:
        return Fraction(match["number"].replace(",", "."))
    return Fraction(_WORDS[re.sub(r"\s+", " ", match["word"].lower())])
