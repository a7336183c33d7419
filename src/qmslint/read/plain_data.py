"""Plain data out of YAML or JSON text, every value as written, with the line of every key; bounded while it is read.

No type is guessed: `01`, `07/7/2025` and `true` stay these words, so that nothing is lost before the fact that they
state is known. Only an empty value and `null` or `~` are nothing. No tag is obeyed, nothing is included.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn

from qmslint.api import Limits, NamedTuple, Text, UnreadableDocument
from qmslint.read.guard import over

_KEY_LENGTH = 200
_NOTHING = ("", "~", "null", "Null", "NULL")
_JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)


class Event(NamedTuple):
    """One step through the text: `kind` is "map", "list", "value", "alias" or "end"; `line` counts from 1."""

    kind: str
    line: int
    value: str | None = None
    anchor: str = ""


class Plain(NamedTuple):
    """Dicts, lists, strings and None; and each key path ("steps[2].times[0]") in order with its line."""

    data: Any
    lines: tuple[tuple[str, int], ...]


def from_yaml(text: str, limits: Limits, first_line: int = 1) -> Plain:
    """The one YAML document in `text`. Raises UnreadableDocument that names the line."""
    return _Builder(limits).build(_yaml_events(text, first_line))


def from_json(text: str, limits: Limits) -> Plain:
    """The JSON value in `text`. Raises UnreadableDocument that names the line."""
    try:
        json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise unfit(error.lineno, f"không đúng cú pháp JSON ({error.msg})", f"not JSON ({error.msg})") from error
    except RecursionError as error:
        raise over("yaml_depth") from error
    return _Builder(limits).build(_json_events(text))


def unfit(line: int, vi: str, en: str, mend: Text | None = None) -> UnreadableDocument:
    """The error for a record that is not as it should be, with the line."""
    usual = Text(f"Sửa dòng {line} của tệp bằng trình soạn thảo văn bản.", f"Mend line {line} in a text editor.")
    return UnreadableDocument("record", Text(f"Dòng {line}: {vi}.", f"Line {line}: {en}."), mend or usual)


def _yaml_events(text: str, first_line: int) -> Iterator[Event]:
    import yaml

    kinds = {yaml.MappingStartEvent: "map", yaml.SequenceStartEvent: "list", yaml.AliasEvent: "alias"}
    documents = 0
    try:
        event: Any
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            line = event.start_mark.line + first_line if event.start_mark else first_line
            kind = type(event)
            if kind is yaml.ScalarEvent:
                _no_tag(event.tag, line)
                nothing = event.implicit[0] and event.value in _NOTHING
                yield Event("value", line, None if nothing else event.value, event.anchor or "")
            elif kind in kinds:
                _no_tag(getattr(event, "tag", None), line)
                yield Event(kinds[kind], line, None, event.anchor or "")
            elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                yield Event("end", line)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise unfit(line, "tệp có hơn một tài liệu YAML (dấu “---”)", "more than one YAML document (“---”)")
    except yaml.YAMLError as error:
        _refuse_yaml(error, first_line)
    except (ValueError, RecursionError) as error:
        raise unfit(first_line, f"không đọc được ({error})", f"unreadable ({error})") from error


def _refuse_yaml(error: Exception, first_line: int) -> NoReturn:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + first_line if mark else first_line
    why = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    if "nesting" in str(why):
        raise over("yaml_depth") from error
    raise unfit(
        line, f"không đúng cú pháp YAML ({why})", f"not YAML ({why})",
        Text("Kiểm tra dấu hai chấm, thụt lề (dùng dấu cách, không dùng Tab) và dấu nháy.",
             "Check colons, indentation (spaces, not tabs) and quotes."),
    ) from error


def _no_tag(tag: str | None, line: int) -> None:
    if tag is not None and tag != "!" and not tag.startswith("tag:yaml.org,2002:str"):
        raise unfit(line, f"không dùng nhãn kiểu “{tag[:60]}” của YAML", f"the YAML tag “{tag[:60]}” is not allowed")


def _json_events(text: str) -> Iterator[Event]:
    line, seen = 1, 0
    for match in _JSON_TOKEN.finditer(text):
        line += text.count("\n", seen, match.start())
        seen = match.start()
        token = match[0]
        if token in "{[":
            yield Event("map" if token == "{" else "list", line)
        elif token in "}]":
            yield Event("end", line)
        elif token[0] == '"':
            yield Event("value", line, json.loads(token, strict=False))
        elif token not in ",:":
            yield Event("value", line, None if token == "null" else token)


class _Open(NamedTuple):
    """A mapping or list under way."""

    data: Any
    path: str
    anchor: str
    nodes: int  # how many nodes stood before it
    keys: list[str]  # of a mapping: the key that waits for its value


class _Builder:
    """Puts events together with a stack, so that depth costs nothing; counts what an alias repeats."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._lines: list[tuple[str, int]] = []
        self._nodes = self._aliases = 0
        self._root: Any = None

    def build(self, events: Iterator[Event]) -> Plain:
        for event in events:
            if event.kind == "end":
                closed = self._stack.pop()
                if closed.anchor:
                    self._anchors[closed.anchor] = closed.data, self._nodes - closed.nodes
            elif self._stack and isinstance(self._stack[-1].data, dict) and not self._stack[-1].keys:
                self._key(event)
            else:
                self._value(event)
        return Plain(self._root, tuple(self._lines))

    def _key(self, event: Event) -> None:
        if event.kind != "value":
            raise unfit(event.line, "khóa phải là một từ", "a key must be a word")
        key, top = event.value or "", self._stack[-1]
        if len(key) > _KEY_LENGTH:  # every path below would repeat it
            raise unfit(event.line, f"khóa “{key[:60]}…” quá dài", f"the key “{key[:60]}…” is too long")
        if key in top.data:
            raise unfit(event.line, f"khóa “{key[:60]}” ghi hai lần", f"the key “{key[:60]}” stands twice")
        top.keys.append(key)
        self._lines.append((f"{top.path}.{key}" if top.path else key, event.line))
        self._count(1)

    def _value(self, event: Event) -> None:
        path = self._path(event.line)
        if event.kind == "alias":
            value, nodes = self._alias(event)
            self._count(nodes)
        else:
            value = {"map": dict, "list": list}.get(event.kind, lambda: event.value)()
            self._count(1)
        self._put(value)
        if event.kind in ("map", "list"):
            if len(self._stack) >= self._limits.yaml_depth:
                raise over("yaml_depth")
            self._stack.append(_Open(value, path, event.anchor, self._nodes, []))
        elif event.anchor and event.kind == "value":
            self._anchors[event.anchor] = value, 1

    def _path(self, line: int) -> str:
        if not self._stack:
            return ""
        top = self._stack[-1]
        if isinstance(top.data, dict):
            return f"{top.path}.{top.keys[0]}" if top.path else top.keys[0]
        path = f"{top.path}[{len(top.data)}]"
        self._lines.append((path, line))
        return path

    def _put(self, value: Any) -> None:
        if not self._stack:
            self._root = value
        elif isinstance(self._stack[-1].data, dict):
            self._stack[-1].data[self._stack[-1].keys.pop()] = value
        else:
            self._stack[-1].data.append(value)

    def _alias(self, event: Event) -> tuple[Any, int]:
        self._aliases += 1
        if self._aliases > self._limits.yaml_aliases:
            raise over("yaml_aliases")
        # An alias inside what it names would never end: its anchor is not closed yet, so it is not known.
        known = self._anchors.get(event.anchor)
        if known is None:
            raise unfit(event.line, f"tham chiếu “*{event.anchor[:60]}” không trỏ tới đâu",
                        f"the alias “*{event.anchor[:60]}” names nothing")
        return known

    def _count(self, nodes: int) -> None:
        self._nodes += nodes
        if self._nodes > self._limits.yaml_nodes:
            raise over("yaml_nodes")
