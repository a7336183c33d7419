"""The agency's file of holidays: days of rest, days made up for, Saturdays that are worked, years it says all about.

    holidays: {2027-02-05: Tết Nguyên đán, 2027-02-08: Tết Nguyên đán}
    compensatory: [2027-02-11]
    working_days: [2027-02-20]
    years: [2027]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from qmslint.config.yaml_lines import Lines, load_with_lines
from qmslint.law.calendar import OwnDays
from qmslint.model.errors import UsageError
from qmslint.model.text import Text

_REST = {
    "holidays": Text("ngày nghỉ lễ", "holiday"),
    "compensatory": Text("ngày nghỉ bù", "compensatory day"),
}
_WORKED = Text("ngày làm bù", "worked in exchange")
_KEYS = (*_REST, "working_days", "years")
_MEND = Text(
    "Ví dụ: holidays: {2027-02-05: Tết}; compensatory: [2027-02-11]; working_days: [2027-02-20]; years: [2027].",
    "As in: holidays: {2027-02-05: Tết}; compensatory: [2027-02-11]; working_days: [2027-02-20]; years: [2027].",
)


def load_holidays(file: Path) -> OwnDays:
    """The days in `file`. Raises UsageError naming file, line and the way out."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            Text(f"Không đọc được tệp ngày nghỉ {file.name} ({error}).", f"Cannot read {file.name} ({error})."),
            Text("Kiểm tra đường dẫn, lưu tệp bằng mã UTF-8.", "Check the path, save it as UTF-8."),
        ) from error
    return parse_holidays(text, file.name)


def parse_holidays(text: str, name: str) -> OwnDays:
    """The same from text; `name` is how messages call the file."""
    data, lines = load_with_lines(text, name)
    if not isinstance(data, dict):
        raise _wrong(name, 1, Text("phải là các dòng “khóa: giá trị”", "must be “key: value” lines"))
    for key in data:
        if key not in _KEYS:
            near = get_close_matches(str(key), _KEYS, n=1)
            vi, en = (f"; có phải “{near[0]}”?", f"; did you mean “{near[0]}”?") if near else ("", "")
            raise _wrong(name, lines.get((key,), 1), Text(f"không có khóa “{key}”{vi}", f"no key “{key}”{en}"))
    rest: dict[date, Text] = {}
    for key, default in _REST.items():
        rest.update(_days(data, key, default, lines, name))
    worked = dict(_days(data, "working_days", _WORKED, lines, name))
    both = sorted(set(rest) & set(worked))
    if both:
        line = _line_of(data, "working_days", both[0], lines)
        raise _wrong(name, line, Text(f"ngày {both[0]} vừa nghỉ vừa làm việc", f"{both[0]} is both rest and work"))
    return OwnDays(rest, worked, frozenset(_years(data, lines, name)))


def _days(data: Mapping[str, Any], key: str, default: Text, lines: Lines, name: str) -> Iterator[tuple[date, Text]]:
    """The days under one key: a list of dates, or dates with their names."""
    value = data.get(key) or []
    if isinstance(value, dict):
        entries = [(day, said, lines.get((key, day), 1)) for day, said in value.items()]
    elif isinstance(value, list):
        entries = []
        for index, one in enumerate(value):
            line = lines.get((key, index), 1)
            entries += [(day, said, line) for day, said in one.items()] if isinstance(one, dict) else [(one, "", line)]
    else:
        raise _wrong(name, lines.get((key,), 1), Text(f"“{key}” phải là danh sách ngày", f"“{key}” must list dates"))
    for written, said, line in entries:
        day = _date(written)
        if day is None:
            raise _wrong(name, line, Text(f"“{written}” không phải ngày", f"“{written}” is no date"))
        yield day, Text(str(said), str(said)) if isinstance(said, str) and said else default


def _date(written: Any) -> date | None:
    text = str(written).strip()
    try:
        if "/" in text:
            day, month, year = (int(part) for part in text.split("/"))
            return date(year, month, day)
        return date.fromisoformat(text)
    except ValueError:
        return None


def _line_of(data: Mapping[str, Any], key: str, day: date, lines: Lines) -> int:
    value = data.get(key)
    places = list(value) if isinstance(value, dict) else list(range(len(value or [])))
    written = list(value or [])
    found = next((place for place, one in zip(places, written, strict=True) if _date(one) == day), None)
    return lines.get((key, found) if found is not None else (key,), 1)


def _years(data: Mapping[str, Any], lines: Lines, name: str) -> Iterator[int]:
    value = data.get("years") or []
    for index, one in enumerate(value if isinstance(value, list) else [value]):
        if not isinstance(one, int) or not 1900 <= one <= 2200:
            line = lines.get(("years", index), lines.get(("years",), 1))
            raise _wrong(name, line, Text(f"“{one}” không phải năm", f"“{one}” is no year"))
        yield one


def _wrong(name: str, line: int, why: Text) -> UsageError:
    return UsageError(Text(f"{name}, dòng {line}: {why.vi}.", f"{name}, line {line}: {why.en}."), _MEND)
