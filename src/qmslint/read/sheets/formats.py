"""How Excel shows a number: dates, percentages, fixed decimals, leading zeros (ISO/IEC 29500-1, 18.8.30, numFmt)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_BUILT_IN = {
    1: "0", 2: "0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm",
    19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss",
    **dict.fromkeys((*range(27, 37), *range(50, 59)), "dd/mm/yyyy"),
}  # fmt: skip
_AFFIXED = re.compile(r'((?:"[^"]*"|\\.)*)(0+(?:\.0+)?|General|\#,\#\#0|@)((?:"[^"]*"|\\.|[ ])*)')
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}:[0-9]{2}))?")
_SILENT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')


def format_of(number: int, custom: dict[int, str]) -> str:
    """The format of this number: the file's own, else the built-in one, "" = General."""
    return custom.get(number, _BUILT_IN.get(number, ""))


def shown(value: str, code: str, since_1904: bool = False) -> str:
    """The stored number `value` as the format `code` shows it, dates always as day/month/year."""
    try:
        number = float(value)
    except ValueError:
        return value
    if number != number or abs(number) == float("inf"):
        return value
    affixed = _AFFIXED.fullmatch(code)
    if affixed and (affixed[1] or affixed[3]):  # "QT "00
        return _literal(affixed[1]) + shown(value, affixed[2]) + _literal(affixed[3])
    letters = _SILENT.sub("", code.split(";")[0]).lower()
    if re.search("[dyh]|mm?[:/]|m{3}|s", letters) and "general" not in letters:
        return _date(number, letters, since_1904) or _plain(value, number)
    if "%" in letters:
        return f"{number * 100:.{_decimals(letters)}f}%".replace(".", ",")
    if re.fullmatch(r"0+(?:\.0+)?", letters):
        return f"{number:0{len(letters)}.{_decimals(letters)}f}"
    return _plain(value, number)


def iso_date(text: str) -> str:
    """A date as ISO 8601 has it, day/month/year; what is none stays."""
    match = _ISO.match(text)
    if match is None:
        return text
    clock = f" {match[4]}" if match[4] and match[4] != "00:00" else ""
    return f"{match[3]}/{match[2]}/{match[1]}{clock}"


def _literal(code: str) -> str:
    return code.replace('"', "").replace("\\", "")


def _decimals(code: str) -> int:
    match = re.search(r"\.(0+)", code)
    return len(match[1]) if match else 0


def _plain(value: str, number: float) -> str:
    """As General shows it: no ".0", no exponent below 10^15; else as stored ("1.000232" stays)."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.10g}" if "e" in value.lower() or len(value) > 16 else value


def _date(number: float, letters: str, since_1904: bool) -> str:
    if not 0 <= number < 2_958_466:  # 31/12/9999
        return ""
    days = number + 1462 if since_1904 else number
    first = datetime(1899, 12, 31) if days < 60 else datetime(1899, 12, 30)  # Excel counts a 29/02/1900
    moment = first + timedelta(days=round(days * 86400) / 86400)
    if not re.search("[dy]", letters):
        return f"{moment:%m/%Y}" if "mmm" in letters else f"{moment:%H:%M}"
    if "d" not in letters:
        return f"{moment.month:02}/{moment.year}"
    day = f"{moment.day:02}/{moment.month:02}" + (f"/{moment.year}" if "y" in letters else "")
    return f"{day} {moment:%H:%M}" if "h" in letters and number != int(number) else day
