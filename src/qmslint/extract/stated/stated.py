"""Facts that a typed record states outright: its keys are the fields of QualityDocument, mapped by their types.

A fact that is stated is read by no other extractor. Every unknown key or unfit value is one clear UnreadableDocument
with the line and the nearest right name.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from qmslint.api import (
    Citation,
    Confidence,
    Duration,
    Extractor,
    Location,
    Phrase,
    Place,
    QualityDocument,
    Reading,
    Record,
    StepTime,
    Text,
    TimeLimit,
    UnreadableDocument,
    WrittenDate,
    kinds,
)
from qmslint.extract.stated.stated_grammar import citations_in, date_in, duration_in, fraction, whole_number

OWN = ("path", "format", "extra")
"""Fields of QualityDocument that no record states."""


def stated(reading: Reading) -> dict[str, Any]:
    """The facts of the record in `reading`, none when the document is no record."""
    record = reading.document.record
    if record is None:
        return {}
    facts = Mapper(record).facts()
    if reading.kind_by_settings:
        facts["kind"] = reading.kind_by_settings
    if "kind" in facts:
        facts.setdefault("kind_confidence", Confidence.HIGH)
        facts.setdefault("kind_reason", "qmslint.yaml" if reading.kind_by_settings else "record/1")
    return facts


class Mapper:
    """Walks plain data beside the types of the nouns."""

    def __init__(self, record: Record) -> None:
        self._data = record.data
        self._lines = dict(record.lines)
        self._orders = {path: order for order, (path, _) in enumerate(record.lines, 1)}
        self._line, self._order = 1, 0

    def facts(self) -> dict[str, Any]:
        """Field of QualityDocument → value, for each key that is there."""
        hints = {name: hint for name, hint in fields_of(QualityDocument).items() if name not in OWN}
        facts: dict[str, Any] = {}
        for key, value in self._data.items():
            if key not in hints:
                raise self._unknown(key, key, hints)
            if value is not None:
                facts[key] = self.value(hints[key], value, key)
        if "kind" in facts:
            self._check_kind(facts["kind"])
        for rows, table in (("revisions", "revision_at"), ("approvals", "approval_at")):
            if rows in facts and table not in self._data:  # whoever states the rows has seen the table
                facts[table] = self._at(rows)
        return facts

    def value(self, hint: Any, data: Any, path: str) -> Any:
        """`data` as a value of the type `hint`."""
        self._at(path)
        origin = get_origin(hint)
        if origin in (Union, types.UnionType):
            if data is None:
                return None
            return self.value(next(choice for choice in get_args(hint) if choice is not type(None)), data, path)
        if origin is tuple:
            return self._tuple(get_args(hint)[0], data, path)
        if hint is Location and isinstance(data, str):
            return self._place(data, path)
        if isinstance(hint, type) and hasattr(hint, "_fields"):
            return self._noun(hint, data, path)
        return self._plain(hint, data, path)

    # ── lists ──

    def _tuple(self, item: Any, data: Any, path: str) -> tuple[Any, ...]:
        if data is None:
            return ()
        if not isinstance(data, list):
            raise self._unfit(path, "phải là danh sách (mỗi mục một dấu gạch)", "must be a list (a dash an item)")
        values: list[Any] = []
        for index, entry in enumerate(data):
            own = f"{path}[{index}]"
            if item is Citation:
                values += self._citations(entry, own, len(values))
            elif item is StepTime:
                values += self._step_time(entry, own, index)
            elif entry is not None:
                values.append(self.value(item, entry, own))
        return tuple(values)

    def _citations(self, data: Any, path: str, before: int) -> list[Citation]:
        """A written citation may name others inside its title; their hosts are counted from the start of the list."""
        if data is None:
            return []
        at = self._at(path)
        rest: dict[str, Any] = {}
        if isinstance(data, dict) and isinstance(data.get("text"), str) and "type" not in data:
            rest = {key: value for key, value in data.items() if key != "text"}
            data = data["text"]
        if not isinstance(data, str):
            return [self._noun(Citation, data, path)]
        found = citations_in(data, at)
        if not found:
            raise self._unfit(path, f"không có văn bản nào trong câu “{data[:80]}”", f"“{data[:80]}” cites nothing")
        hints = fields_of(Citation)
        for key in rest:
            if key not in hints:
                raise self._unknown(key, f"{path}.{key}", hints)
        changes = {key: self.value(hints[key], value, f"{path}.{key}") for key, value in rest.items()}
        common = {"section": changes["section"]} if "section" in changes else {}
        shifted = [c._replace(host=c.host + before if c.host >= 0 else -1, **common) for c in found]
        return [shifted[0]._replace(**changes), *shifted[1:]]

    def _step_time(self, data: Any, path: str, index: int) -> list[StepTime]:
        """The place in the list is the time column; an empty place is an empty cell."""
        if data is None:
            return []
        time: StepTime = self.value(StepTime, data, path)
        stated_column = isinstance(data, dict) and "column" in data
        return [time if stated_column else time._replace(column=index)]

    # ── nouns ──

    def _noun(self, noun: Any, data: Any, path: str) -> Any:
        at = self._at(path)
        if isinstance(data, str):
            short = SHORT.get(noun)
            if short is None:
                raise self._unfit(path, f"phải gồm các khóa ({', '.join(noun._fields[:6])} …)",
                                  f"must consist of keys ({', '.join(noun._fields[:6])} …)")
            return self._whole(short(data, at), path)
        if not isinstance(data, dict):
            raise self._unfit(path, "không thể là danh sách", "cannot be a list")
        hints = fields_of(noun)
        values: dict[str, Any] = {}
        for key, value in data.items():
            if key not in hints:
                raise self._unknown(key, f"{path}.{key}", hints)
            if value is not None:
                values[key] = self.value(hints[key], value, f"{path}.{key}")
        for name in noun._fields:
            if name not in values and name not in noun._field_defaults:
                self._at(path)
                raise self._unfit(path, f"thiếu khóa “{name}”", f"lacks the key “{name}”")
        if noun is Location:
            return Location(**{"order": at.order, **values})
        if "at" in hints:
            values.setdefault("at", at)
        return self._whole(_completed(noun, noun(**values), values), path)

    def _whole(self, noun: Any, path: str) -> Any:
        if noun is None:
            raise self._unfit(path, "không ghi một khoảng thời gian (ví dụ: 03 ngày làm việc)",
                              "is no length of time (as in: 03 ngày làm việc)")
        return noun

    def _place(self, data: str, path: str) -> Location | None:
        found: bool = self._plain(bool, data, path)
        return self._at(path) if found else None

    # ── plain values ──

    def _plain(self, hint: Any, data: Any, path: str) -> Any:
        if not isinstance(data, str):
            raise self._unfit(path, "phải là một giá trị, không phải danh sách hay khóa", "must be a single value")
        if hint is str:
            return data
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self._choice(hint, data, path)
        value, vi, en = _READERS[hint](data)
        if value is None:
            raise self._unfit(path, f"phải là {vi}, không phải “{data[:60]}”", f"must be {en}, not “{data[:60]}”")
        return value

    def _choice(self, enum: type[Enum], data: str, path: str) -> Enum:
        choices = [str(member.value) for member in enum]
        if data not in choices:
            near = _nearest(data, choices) or ", ".join(choices)
            raise self._unfit(path, f"không nhận giá trị “{data[:60]}”; có phải: {near}",
                              f"does not take “{data[:60]}”; did you mean: {near}")
        return enum(data)

    def _check_kind(self, kind: str) -> None:
        names = [known.name for known in kinds.BUILT_IN_KINDS]
        near = "" if kind in names else _nearest(kind, names)
        if near or not kind.replace("-", "").isalnum():  # a plug-in may bring kinds of its own
            self._at("kind")
            raise self._unfit("kind", f"không có loại “{kind[:60]}”; có phải: {near or ', '.join(names)}",
                              f"there is no kind “{kind[:60]}”; did you mean: {near or ', '.join(names)}")

    # ── places and complaints ──

    def _at(self, path: str) -> Location:
        # What an alias repeats has no line of its own: it stands where the alias does.
        self._line = self._lines.get(path, self._line)
        self._order = self._orders.get(path, self._order)
        return Location(order=self._order, place=Place.KEY, line=self._line, key=path)

    def _unknown(self, key: str, path: str, hints: dict[str, Any]) -> UnreadableDocument:
        self._at(path)
        near = _nearest(key, hints)
        hint_vi = f"; có phải “{near}”?" if near else f"; các khóa: {', '.join(hints)}"
        hint_en = f"; did you mean “{near}”?" if near else f"; the keys are: {', '.join(hints)}"
        return self._complaint(f"không có khóa “{key}”{hint_vi}", f"there is no key “{key}”{hint_en}")

    def _unfit(self, path: str, vi: str, en: str) -> UnreadableDocument:
        return self._complaint(f"“{path}” {vi}", f"“{path}” {en}")

    def _complaint(self, vi: str, en: str) -> UnreadableDocument:
        return UnreadableDocument(
            "record", Text(f"Dòng {self._line}: {vi}", f"Line {self._line}: {en}"),
            Text("Sửa khóa hoặc giá trị này theo docs/formats/record.md.",
                 "Mend this key or value; see docs/formats/record.md."),
        )


def _completed(noun: Any, value: Any, stated_keys: dict[str, Any]) -> Any:
    """What the words of a noun say, where its keys do not: the length of time in a limit, the value of a date."""
    if noun in (TimeLimit, StepTime) and "duration" not in stated_keys:
        return value._replace(duration=duration_in(value.text))
    if noun is WrittenDate and not stated_keys.keys() & {"value", "problem"}:
        return date_in(value.text, value.at)
    return value


SHORT: dict[Any, Callable[[str, Location], Any]] = {
    Phrase: lambda text, at: Phrase(" ".join(text.split()), at),
    WrittenDate: date_in,
    Duration: lambda text, at: duration_in(text),
    TimeLimit: lambda text, at: TimeLimit(text, duration_in(text), at=at),
    StepTime: lambda text, at: StepTime(text, duration_in(text), at=at),
}
"""Nouns for which a plain string stands, and how it is read. (Citations have their own way: one may name several.)"""

_TRUTH = {"true": True, "yes": True, "có": True, "false": False, "no": False, "không": False}
_READERS: dict[Any, Callable[[str], tuple[Any, str, str]]] = {
    bool: lambda text: (_TRUTH.get(text.lower()), "true hoặc false", "true or false"),
    int: lambda text: (whole_number(text), "số nguyên", "a whole number"),
    Fraction: lambda text: (fraction(text), "số (3, 1/2, 0.5)", "a number (3, 1/2, 0.5)"),
    date: lambda text: (date_in(text, Location()).value, "ngày (dd/mm/yyyy)", "a date (dd/mm/yyyy)"),
}


@cache
def fields_of(noun: Any) -> dict[str, Any]:
    """The fields of a noun with their types, in order."""
    hints = get_type_hints(noun)
    return {name: hints[name] for name in noun._fields}


def _nearest(word: str, names: Any) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, list(names), 1, 0.6)
    return near[0] if near else ""


EXTRACTORS = (Extractor("stated", stated),)
